import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { dropJob } from '#platform/jobs/queue-state.ts'
import { notDead } from './not-dead.ts'

/** Puts a job aside that was given up; the reason stays with it. */
export async function discardJob(ctx: Context, id: string, reason: string): Promise<Outcome<true>> {
  if (!(await dropJob(ctx, id, reason))) return refuse(notDead)
  await record(ctx, 'job.discarded', { organizationId: null, subjectId: id })
  return true
}
