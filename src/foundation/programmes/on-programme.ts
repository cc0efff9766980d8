import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from './access.ts'
import type { Programme } from './programme.ts'
import { findProgramme } from './queries.ts'

/** What only those do who lead a programme: not there 404, not theirs 403. */
export async function onLed(
  ctx: Context,
  id: string | undefined,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id ?? '')
  if (!programme) return notFound('Dieses Programm gibt es nicht.')
  const allowed = may.lead(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}
