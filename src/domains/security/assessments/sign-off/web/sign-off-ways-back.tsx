import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type Answer as HttpAnswer, forbidden, notFound, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { findAssessment } from '../../queries.ts'
import { may } from '../access.ts'
import { notYours } from '../api.ts'
import { askReopening } from '../ask-reopening.ts'
import { decideReopening } from '../decide-reopening.ts'
import { findReopening, listSignOffs } from '../queries.ts'
import { otherSideDecides } from '../reopening-api.ts'
import { signOffRoutes } from '../routes.ts'
import { reasonIn } from '../schemas.ts'
import { withdrawSignOff } from '../withdraw-sign-off.ts'
import { onWholePage, signOffPage } from './sign-off.tsx'

/** Taking a signature back, and opening what both have signed. */
export const signOffWayBackPages: PageRoute[] = [
  submit(signOffRoutes.withdrawal, (ctx, { params, form }) =>
    onWholePage(ctx, params, async (assessment) => {
      const side = may.speak(ctx.actor, assessment)
      if (isRefusal(side)) return forbidden(side)
      const signOff = (await listSignOffs(ctx.db, assessment.id)).find(({ id }) => id === params['signOffId'])
      if (!signOff) return notFound('Diese Unterschrift gibt es nicht.')
      if (signOff.side !== side) return forbidden({ refused: notYours })
      const wanted = parse(reasonIn, { reason: form['reason'] }, 'Die Unterschrift gilt weiter')
      if (isRefusal(wanted)) return signOffPage(ctx, assessment, { refusal: wanted, typed: form })
      const done = await withdrawSignOff(ctx, assessment, signOff, wanted.reason)
      return settled(
        ctx,
        assessment.id,
        done,
        form,
        'Ihre Seite hat die Unterschrift zurückgenommen. Die Prüfung ist wieder offen.',
      )
    }),
  ),
  submit(signOffRoutes.reopening, (ctx, { params, form }) =>
    onWholePage(ctx, params, async (assessment) => {
      const side = may.speak(ctx.actor, assessment)
      if (isRefusal(side)) return forbidden(side)
      const wanted = parse(reasonIn, { reason: form['reason'] }, 'Die Bitte ist noch nicht abgeschickt')
      if (isRefusal(wanted)) return signOffPage(ctx, assessment, { refusal: wanted, typed: form })
      const asked = await askReopening(ctx, assessment, { side, reason: wanted.reason })
      return settled(
        ctx,
        assessment.id,
        asked,
        form,
        'Ihre Bitte ist abgeschickt. Die andere Seite entscheidet darüber.',
      )
    }),
  ),
  submit(signOffRoutes.agreement, (ctx, { params }) => decide(ctx, params, true)),
  submit(signOffRoutes.refusal, (ctx, { params }) => decide(ctx, params, false)),
]

const decide = (ctx: Context, params: Record<string, string>, agreed: boolean): Promise<HttpAnswer> =>
  onWholePage(ctx, params, async (assessment) => {
    const side = may.speak(ctx.actor, assessment)
    if (isRefusal(side)) return forbidden(side)
    const reopening = await findReopening(ctx.db, assessment.id, params['reopeningId'] ?? '')
    if (!reopening) return notFound('Diese Bitte gibt es nicht.')
    if (reopening.askedSide === side) return forbidden({ refused: otherSideDecides })
    const decided = await decideReopening(ctx, assessment, reopening, agreed)
    return settled(
      ctx,
      assessment.id,
      decided,
      {},
      agreed
        ? 'Die Prüfung ist wieder offen. Beide Unterschriften gelten nicht mehr.'
        : 'Abgelehnt. Die Prüfung bleibt abgenommen.',
    )
  })

/** Back to the page, with a word about the deed, or refused on it as it is now. */
async function settled(
  ctx: Context,
  id: string,
  outcome: Outcome<unknown>,
  typed: Record<string, string>,
  flash: string,
): Promise<HttpAnswer> {
  if (!isRefusal(outcome)) return redirect(signOffRoutes.show.href({ id }), flash)
  const assessment = await findAssessment(ctx.db, id)
  return assessment ? signOffPage(ctx, assessment, { refusal: outcome, typed }) : notFound()
}
