import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMail } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { BarrierReport } from './barrier-report.ts'

/** Answers and closes it, by mail where an address was given; the address is forgotten with it. */
export async function answerBarrier(ctx: Context, report: BarrierReport, answer: string): Promise<Outcome<true>> {
  const { db, now, actor } = ctx
  const changed = await db
    .updateTable('publishing.barrier_report')
    .set({ answer, answered_at: now.toString(), answered_by: actor.personId, email: '' })
    .where('id', '=', report.id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    return refuse('Diese Meldung ist schon beantwortet. Ihr Text steht noch unten; verschickt wurde er nicht.')
  if (report.email !== '')
    await postMail(ctx, {
      to: { email: report.email, name: '' },
      template: 'publishing.barrierAnswered',
      data: { tag: germanDay(localDay(report.receivedAt)), meldung: report.what, antwort: answer },
    })
  await record(ctx, 'barrier.answered', {
    organizationId: null,
    subjectId: report.id,
    data: { inTime: localDay(now).until(report.dueOn).days >= 0 },
    needs: ['editor', 'office'],
  })
  return true
}
