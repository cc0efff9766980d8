import type { PublicContext } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarRange, CalendarSource } from './calendar-entry.ts'
import { askSources } from './source.ts'

/** Dates of all sources that have any of this scope, as they give them. */
export async function listEntries(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  page: CalendarRange,
): Promise<CalendarEntry[]> {
  const asked = sources.filter(({ scopes }) => scopes.includes(page.scope))
  const said = await askSources(
    ctx,
    asked.map((source) => ({ name: source.name, source, page })),
    [],
  )
  return said.flatMap((entries) => entries ?? [])
}
