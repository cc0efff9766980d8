import type { Temporal } from 'temporal-polyfill'
import type { Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { askSources } from '#platform/portal/source.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { compareDays } from './due.ts'
import type { LoadPart } from './load-parts.ts'

/** A duty with the module it comes from. */
export interface Duty extends Task {
  source: string
  sourceTitle: string
}

export interface DutyList {
  items: Duty[]
  /** All of them, also those that are not in `items`. */
  total: number
  /** How many of each module; null for one that could not be asked. */
  counts: { source: string; title: string; total: number | null }[]
  notes: Note[]
}

/** Where nobody looks further: who has more duties than this before them has other worries than page 201. */
export const furthest = 10_000

/** One list of all modules' duties: overdue ones first, then by day, those without a day at the end. */
export async function collectDuties(
  ctx: Context,
  sources: readonly TaskSource[],
  part: LoadPart,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<DutyList> {
  const list: DutyList = { items: [], total: 0, counts: [], notes: [] }
  // Any of the first ones of all modules may be one of this module, so each is asked for all of them.
  const page = { limit: Math.min(offset + limit, furthest) }
  const said = await askSources(
    ctx,
    sources.map((source) => ({ name: `tasks ${source.name}`, source, page })),
    { items: [], total: 0 },
    part,
  )
  for (const [at, { name, title }] of sources.entries()) {
    const found = said[at]
    list.counts.push({ source: name, title, total: found?.total ?? null })
    if (!found) continue
    list.total += found.total
    list.notes.push(...(found.notes ?? []))
    list.items.push(...found.items.map((task) => ({ ...task, source: name, sourceTitle: title })))
  }
  // Stable: of the same day in the order of the modules, and within one in its own order.
  list.items = list.items.toSorted((a, b) => compareDays(a.dueOn, b.dueOn)).slice(offset, offset + limit)
  return list
}

/** How many of these are over their day, and how many end today. */
export function countUrgent(items: readonly Task[], today: Temporal.PlainDate): { late: number; today: number } {
  const days = items.flatMap(({ dueOn }) => dueOn ?? []).map((dueOn) => compareDays(dueOn, today))
  return { late: days.filter((order) => order < 0).length, today: days.filter((order) => order === 0).length }
}

/** "„Prüfungen“ und „Personen und Zugänge“": modules whose duties could not be asked for; empty when all could. */
export const missingSources = ({ counts }: DutyList): string[] =>
  counts.filter(({ total }) => total === null).map(({ title }) => title)
