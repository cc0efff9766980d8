import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Assessment, checkPath } from '../assessment.ts'
import type { Delegation } from './delegation.ts'
import { assessmentKinds } from '../notifications.ts'

/** Takes lists back, or gives them back: from then on the person sees nothing of the check; what was answered stays. */
export async function endDelegation(
  ctx: Context,
  assessment: Assessment,
  delegation: Delegation,
): Promise<Outcome<true>> {
  const { id, personId, personName, delegatedBy, organizationId } = delegation
  const ended = await ctx.db
    .updateTable('security.delegation')
    .set({ ended_at: ctx.now.toString(), ended_by: ctx.actor.personId })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!ended.numUpdatedRows) return refuse('Diese Weitergabe ist schon beendet. Geändert ist nichts.')
  await record(ctx, 'delegation.ended', {
    organizationId,
    subjectId: personId,
    data: { assessmentId: assessment.id, delegationId: id },
  })
  const isReturned = personId === ctx.actor.personId
  await notify(ctx, {
    personIds: [isReturned ? delegatedBy : personId].filter((other) => other !== ctx.actor.personId),
    kind: assessmentKinds.delegationEnded,
    title: isReturned
      ? `${personName ?? ctx.actor.name} hat Listen der Prüfung „${assessment.catalogTitle}“ zurückgegeben.`
      : `${ctx.actor.name} hat Ihre Listen der Prüfung „${assessment.catalogTitle}“ wieder übernommen.`,
    url: isReturned ? checkPath(assessment.id, '/zustaendig') : '/pruefungen',
    organizationId,
  })
  return true
}
