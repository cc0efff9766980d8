import { type Outcome, isRefusal, type Refusal } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, roadCrumbs } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { declarationRoutes } from '../../routes.ts'
import { sheetPaper } from '../../sheet.ts'
import { type AgreementKind, agreementNames, type AgreementWish, isAgreementKind } from '../agreement.ts'
import { giveAgreement, type GiveOutcome } from '../give-agreement.ts'
import { readAgreement, type ShownAgreement } from '../read-agreement.ts'
import { agreementTerms, paperIn } from '../schemas.ts'
import { NewAgreementView } from './new-agreement-view.tsx'

/** First the terms, then the text they make, then the signature. Nothing is kept before that. */
export const newAgreementPages: PageRoute[] = [
  show(declarationRoutes.newAgreement, (ctx, { params, query }) =>
    onKind(ctx, params, (road, kind) => newPage(ctx, road, kind, { typed: query })),
  ),
  show(declarationRoutes.agreementPdf, (ctx, { params, query }) =>
    onKind(ctx, params, async (road, kind) => {
      const wish = wishIn(kind, query)
      const shown = isRefusal(wish) ? wish : await readAgreement(ctx, road, wish, null)
      return isRefusal(shown) ? unprocessable(shown) : pdfOf(ctx, road, shown)
    }),
  ),
  submit(
    declarationRoutes.newAgreement,
    (ctx, { params, form, confirmation }) =>
      onKind(ctx, params, async (road, kind) => {
        const allowed = may.sign(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const wish = wishIn(kind, form)
        if (isRefusal(wish)) return newPage(ctx, road, kind, { typed: form, refusal: wish })
        const given = await giveAgreement(ctx, road, wish, {
          shownSha256: form['shownSha256'] ?? '',
          passwordConfirmed: confirmation,
        })
        return outcomePage(ctx, road, kind, form, given)
      }),
    { confirms: true },
  ),
  submit<Awaited<ReturnType<typeof prepareFile>>>(
    declarationRoutes.agreementPaper,
    (ctx, { params, form }, file) =>
      onKind(ctx, params, async (road, kind) => {
        const allowed = may.recordPaper(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const wish = wishIn(kind, form)
        const paper = parse(paperIn, form, 'Das Papier ist noch nicht abgelegt')
        const refusal = [wish, paper, file].find((one): one is Refusal => isRefusal(one))
        if (refusal || isRefusal(wish) || isRefusal(paper) || isRefusal(file))
          return newPage(ctx, road, kind, { typed: form, refusal, isPaper: true })
        return outcomePage(ctx, road, kind, form, await giveAgreement(ctx, road, wish, { ...paper, file }))
      }),
    { bodyLimit: usualLimit, prepare: ({ files, storage }: Incoming) => prepareFile(files['file'], storage) },
  ),
]

const onKind = (
  ctx: Context,
  params: Record<string, string>,
  work: (road: EnrollmentWithSteps, kind: AgreementKind) => Promise<Answer>,
): Promise<Answer> =>
  onRoad(ctx, params['id'], async (road) => {
    const kind = params['kind']
    return isAgreementKind(kind) ? work(road, kind) : notFound()
  })

const fields = ['targets', 'timeWindow', 'systemsOwner', 'validFrom', 'validUntil'] as const

function wishIn(kind: AgreementKind, form: Record<string, string>): Outcome<AgreementWish> {
  const given = Object.fromEntries(fields.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])))
  const terms = parse(agreementTerms, { ...given, kind }, 'Vereinbart ist noch nichts')
  return isRefusal(terms) ? terms : { ...terms, validUntil: terms.validUntil || null }
}

async function outcomePage(
  ctx: Context,
  road: EnrollmentWithSteps,
  kind: AgreementKind,
  typed: Record<string, string>,
  outcome: Outcome<GiveOutcome>,
): Promise<Answer> {
  if (isRefusal(outcome))
    return newPage(ctx, road, kind, { typed, refusal: outcome, isPaper: typed['signedBy'] !== undefined })
  if ('changed' in outcome) return newPage(ctx, road, kind, { typed, isChanged: true })
  return redirect(declarationRoutes.agreements.href({ id: road.id }), `Geschlossen: ${agreementNames[kind]}.`)
}

export interface NewState {
  typed: Record<string, string>
  refusal?: Refusal | undefined
  isPaper?: boolean
  isChanged?: boolean
}

async function newPage(ctx: Context, road: EnrollmentWithSteps, kind: AgreementKind, state: NewState): Promise<Answer> {
  const isAsked = state.typed['validFrom'] !== undefined
  const wish = isAsked ? wishIn(kind, state.typed) : undefined
  const role = isRefusal(may.sign(ctx.actor, road)) ? null : 'chiefExecutive'
  const shown = wish === undefined || isRefusal(wish) ? wish : await readAgreement(ctx, road, wish, role)
  const refusal = state.isChanged
    ? { refused: 'Seit Sie den Text gelesen haben, hat er sich geändert.' }
    : (state.refusal ?? (isRefusal(shown) ? shown : undefined))
  const title = agreementNames[kind]
  return page({
    title,
    status: state.isChanged ? 409 : refusal ? 422 : 200,
    refusal,
    crumbs: roadCrumbs(road, title),
    view: () => (
      <NewAgreementView
        {...{ ctx, road, kind, state, role }}
        refusal={refusal}
        shown={shown === undefined || isRefusal(shown) ? undefined : shown}
      />
    ),
  })
}

const pdfOf = (ctx: Context, road: EnrollmentWithSteps, { sheet, sha256 }: ShownAgreement): Answer => ({
  kind: 'file',
  name: `${sheet.title} ${road.organizationName}.pdf`,
  type: pdfType,
  body: {
    make: async () => {
      const pdf = await compilePaper(
        sheetPaper(sheet, { organization: road.organizationName, subject: sheet.title, madeAt: ctx.now, sha256 }),
      )
      return isRefusal(pdf) ? pdf : pdf.bytes
    },
  },
})
