import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, roadCrumbs } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { declarationRoutes } from '../../routes.ts'
import { reasonIn } from '../../signing/schemas.ts'
import type { Agreement } from '../agreement.ts'
import { recordOwner, revokeAgreement } from '../end-agreement.ts'
import { findAgreement, listAgreements } from '../queries.ts'
import { paperIn } from '../schemas.ts'
import { AgreementsView } from './agreements-view.tsx'

const title = 'Vereinbarungen'

/** What a municipality has agreed in a programme, until when, and the ways to end it. */
export const agreementPages: PageRoute[] = [
  show(declarationRoutes.agreements, (ctx, { params, query }) =>
    onRoad(ctx, params['id'], (road) => agreementsPage(ctx, road, { cursor: query['ab'] })),
  ),
  submit<Awaited<ReturnType<typeof prepareFile>>>(
    declarationRoutes.owner,
    (ctx, { params, form }, file) =>
      onAgreement(ctx, params, async (road, agreement) => {
        const refused = (refusal: Refusal) =>
          agreementsPage(ctx, road, { refusal, of: `${agreement.id} owner`, typed: form })
        const wish = parse(paperIn, form, 'Die Zustimmung ist noch nicht abgelegt')
        if (isRefusal(wish)) return refused(wish)
        if (isRefusal(file)) return refused(file)
        const done = await recordOwner(ctx, agreement, { ...wish, file })
        if (isRefusal(done)) return refused(done)
        return redirect(
          declarationRoutes.agreements.href({ id: road.id }),
          'Die Zustimmung ist abgelegt. Die Erlaubnis gilt jetzt.',
        )
      }),
    { bodyLimit: usualLimit, prepare: ({ files, storage }: Incoming) => prepareFile(files['file'], storage) },
  ),
  submit(declarationRoutes.revocation, (ctx, { params, form }) =>
    onAgreement(ctx, params, async (road, agreement) => {
      const wish = parse(reasonIn, { reason: form['reason'] ?? '' }, 'Widerrufen ist noch nichts')
      const done = isRefusal(wish) ? wish : await revokeAgreement(ctx, agreement, wish.reason)
      if (isRefusal(done)) return agreementsPage(ctx, road, { refusal: done, of: `${agreement.id} end`, typed: form })
      return redirect(declarationRoutes.agreements.href({ id: road.id }), 'Widerrufen. Ab jetzt gilt es nicht mehr.')
    }),
  ),
]

const onAgreement = (
  ctx: Context,
  params: Record<string, string>,
  work: (road: EnrollmentWithSteps, agreement: Agreement) => Promise<Answer>,
): Promise<Answer> =>
  onRoad(ctx, params['id'], async (road) => {
    const agreement = await findAgreement(ctx.db, params['agreementId'] ?? '')
    if (agreement?.enrollmentId !== road.id) return notFound()
    const allowed = may.endAgreement(ctx.actor, road)
    return isRefusal(allowed) ? forbidden(allowed) : work(road, agreement)
  })

export interface ListState {
  cursor?: string | undefined
  refusal?: Refusal
  /** The agreement and the form of it that was refused. */
  of?: string
  typed?: Record<string, string>
}

async function agreementsPage(ctx: Context, road: EnrollmentWithSteps, state: ListState): Promise<Answer> {
  const found = await listAgreements(ctx.db, { enrollmentId: road.id, limit: 30, cursor: state.cursor })
  if (isRefusal(found)) return notFound()
  return page({
    title,
    status: state.refusal ? 422 : 200,
    refusal: state.refusal,
    crumbs: roadCrumbs(road, title),
    view: () => <AgreementsView {...{ ctx, road, state }} agreements={found.items} next={found.next} />,
  })
}
