import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { reviveJob } from '#platform/jobs/queue-state.ts'
import { notDead } from './not-dead.ts'

/** Begins a job anew that was given up. */
export async function retryJob(ctx: Context, id: string): Promise<Outcome<true>> {
  const result = await reviveJob(ctx, id)
  if (result === 'gone') return refuse(notDead)
  if (result === 'busy')
    return refuse('Derselbe Auftrag steht schon neu in der Warteschlange. Diesen hier können Sie verwerfen.')
  await record(ctx, 'job.retried', { organizationId: null, subjectId: id })
  return true
}
