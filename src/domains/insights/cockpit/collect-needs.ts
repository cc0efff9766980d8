import type { Need, NeedSource, Programme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'

/** What modules say that many lack; one query each. Those that nobody lacks are left out. */
export async function collectNeeds(
  ctx: Context,
  programme: Programme,
  sources: readonly NeedSource[],
): Promise<Need[]> {
  const needs: Need[] = []
  for (const source of sources) needs.push(...(await source.list(ctx, programme)))
  return needs.filter(({ enrollmentIds }) => enrollmentIds.length > 0)
}

/** For the filter of the table. */
export const idsByNeed = (needs: readonly Need[]): ReadonlyMap<string, readonly string[]> =>
  new Map(needs.map(({ key, enrollmentIds }) => [key, enrollmentIds]))
