import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Need, type NeedSource, type Programme } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from '../access.ts'
import { collectNeeds, idsByNeed } from '../collect-needs.ts'
import type { Look } from '../queries.ts'

/** The programme of the address, for those who lead it or guide in it. */
export async function onProgramme(
  ctx: Context,
  id: string | undefined,
  then: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id ?? '')
  if (!programme) return notFound()
  const allowed = may.see(programme)
  return isRefusal(allowed) ? forbidden(allowed) : then(programme)
}

/** With what other modules say is missing. */
export const onCockpit = (
  ctx: Context,
  id: string | undefined,
  sources: readonly NeedSource[],
  then: (look: Look, needs: readonly Need[]) => Promise<Answer>,
): Promise<Answer> =>
  onProgramme(ctx, id, async (programme) => {
    const needs = await collectNeeds(ctx, programme, sources)
    return then({ programme, now: ctx.now, needs: idsByNeed(needs) }, needs)
  })
