import { Temporal } from 'temporal-polyfill'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, roadCrumbs } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { declarationRoutes } from '../../routes.ts'
import { readSheet, sheetPaper } from '../../sheet.ts'
import { type Attachment, attachments, type Declaration, standing } from '../declaration.ts'
import { loadDeclaration } from '../load-declaration.ts'
import { listDeclarations } from '../queries.ts'
import { readDeclaration } from '../read-declaration.ts'
import { paperForm, reasonIn, signForm } from '../schemas.ts'
import { recordPaper, signDeclaration } from '../sign-declaration.ts'
import { withdrawDeclaration } from '../withdraw-declaration.ts'
import { DeclarationView } from './declaration-view.tsx'

const title = 'Erklärung zur Teilnahme'

/** What a municipality declares, where it is signed or recorded, and what the programme says to it. */
export const declarationPages: PageRoute[] = [
  show(declarationRoutes.declaration, (ctx, { params, query }) =>
    onRoad(ctx, params['id'], (road) => declarationPage(ctx, road, { chosen: chosenIn(query) })),
  ),
  show(declarationRoutes.declarationPdf, (ctx, { params, query }) =>
    onRoad(ctx, params['id'], (road) => declarationPdf(ctx, road, chosenIn(query))),
  ),
  submit(
    declarationRoutes.declaration,
    (ctx, { params, form, confirmation }) =>
      onRoad(ctx, params['id'], async (road) => {
        const allowed = may.sign(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const chosen = chosenIn(form)
        const wish = parse(signForm, { ...form, attachments: chosen }, 'Die Erklärung ist noch nicht unterschrieben')
        if (isRefusal(wish)) return declarationPage(ctx, road, { chosen, refusal: wish, form: 'sign' })
        const outcome = await signDeclaration(ctx, road, { ...wish, passwordConfirmed: confirmation })
        if (isRefusal(outcome)) return declarationPage(ctx, road, { chosen, refusal: outcome, form: 'sign' })
        if ('changed' in outcome) return declarationPage(ctx, road, { chosen, isChanged: true })
        return redirect(back(road), 'Unterschrieben. Jetzt entscheidet die Programmleitung über die Zulassung.')
      }),
    { confirms: true },
  ),
  submit<Awaited<ReturnType<typeof prepareFile>>>(
    declarationRoutes.paper,
    (ctx, { params, form }, file) =>
      onRoad(ctx, params['id'], async (road) => {
        const allowed = may.recordPaper(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const chosen = chosenIn(form)
        const refused = (refusal: Refusal) =>
          declarationPage(ctx, road, { chosen, refusal, form: 'paper', typed: form })
        const wish = parse(paperForm, { ...form, attachments: chosen }, 'Das Papier ist noch nicht abgelegt')
        if (isRefusal(wish)) return refused(wish)
        if (isRefusal(file)) return refused(file)
        const outcome = await recordPaper(ctx, road, { ...wish, file })
        if (isRefusal(outcome)) return refused(outcome)
        return redirect(back(road), 'Das Papier ist abgelegt, die Erklärung liegt vor.')
      }),
    { bodyLimit: usualLimit, prepare: ({ files, storage }: Incoming) => prepareFile(files['file'], storage) },
  ),
  submit(declarationRoutes.withdrawal, (ctx, { params, form }) =>
    onRoad(ctx, params['id'], async (road) => {
      const allowed = may.withdraw(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const wish = parse(reasonIn, { reason: form['reason'] ?? '' }, 'Zurückgenommen ist noch nichts')
      const outcome = isRefusal(wish) ? wish : await withdrawDeclaration(ctx, road, wish.reason)
      if (isRefusal(outcome)) return declarationPage(ctx, road, { refusal: outcome, form: 'withdrawal', typed: form })
      return redirect(back(road), 'Die Erklärung ist zurückgenommen.')
    }),
  ),
]

const back = ({ id }: Pick<EnrollmentWithSteps, 'id'>): string => declarationRoutes.declaration.href({ id })

/** Which attachments are ticked: each box has a name of its own. */
export const chosenIn = (form: Record<string, string>): Attachment[] =>
  attachments.filter((key) => (form[`anlage-${key}`] ?? '') !== '')

export interface State {
  chosen?: readonly Attachment[]
  refusal?: Refusal | undefined
  /** The form that was refused. */
  form?: 'sign' | 'paper' | 'withdrawal' | 'admission'
  typed?: Record<string, string>
  /** The text is another one since it was read. */
  isChanged?: boolean
}

export async function declarationPage(ctx: Context, road: EnrollmentWithSteps, state: State = {}): Promise<Answer> {
  const data = await loadDeclaration(ctx, road, state.chosen ?? [])
  const refusal = state.isChanged
    ? { refused: 'Seit Sie den Text gelesen haben, hat er sich geändert.' }
    : state.refusal
  return page({
    title,
    status: state.isChanged ? 409 : refusal ? 422 : 200,
    refusal,
    crumbs: roadCrumbs(road, title),
    view: () => <DeclarationView {...{ ctx, road, data, state }} />,
  })
}

async function declarationPdf(ctx: Context, road: EnrollmentWithSteps, chosen: Attachment[]): Promise<Answer> {
  // On paper nobody is named beforehand: who signs writes the own name.
  const shown = await readDeclaration(ctx, road, { attachments: chosen, role: null })
  const declaration = standing(await listDeclarations(ctx.db, road.id))
  const paper = sheetPaper(declaration ? readSheet(declaration.shown) : shown.sheet, {
    organization: road.organizationName,
    subject: `Teilnahme an ${road.programmeName}`,
    madeAt: ctx.now,
    sha256: declaration?.shownSha256 ?? shown.sha256,
    signed: declaration && signedWords(declaration),
  })
  return {
    kind: 'file',
    name: `Erklärung ${road.programmeName} ${road.organizationName}.pdf`,
    type: pdfType,
    body: {
      make: async () => {
        const pdf = await compilePaper(paper)
        return isRefusal(pdf) ? pdf : pdf.bytes
      },
    },
  }
}

const signedWords = ({ signerName, signedOn, way, recordedAt }: Declaration): string =>
  `${signerName}\n${germanDay(Temporal.PlainDate.from(signedOn))}\n${way === 'portal' ? `im Portal mit Passwort bestätigt, ${germanTime(recordedAt)}` : `auf Papier, abgelegt am ${germanDay(localDay(recordedAt))}`}`
