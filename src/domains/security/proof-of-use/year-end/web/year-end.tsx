import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts'
import { proofRoutes } from '../../routes.ts'
import { onLed, programmeCrumbs } from '../../web/on-programme.ts'
import { filtered, readFilter } from '../filter.ts'
import type { Item } from '../lack.ts'
import { loadYearEnd, type YearEnd } from '../load-year-end.ts'
import { lastReminders } from '../queries.ts'
import { yearEndSheet } from './year-end-sheet.ts'
import { YearEndView } from './year-end-view.tsx'
import { titleOf } from './words.ts'

const pageSize = 100

/** The cockpit of the last days: what is missing until the deadline, who must act, and whether it still fits. */
export const yearEndPages: PageRoute[] = [
  show(proofRoutes.yearEnd, (ctx, { params, query }) =>
    onLed(ctx, params['id'], async (programme) => yearEndPage(ctx, await loadYearEnd(ctx, programme), query)),
  ),
  show(proofRoutes.yearEndSheet, (ctx, { params, query }) =>
    onLed(ctx, params['id'], async (programme) => {
      const { items, left } = await loadYearEnd(ctx, programme)
      return yearEndSheet(programme, { items: filtered(items, readFilter(query)), left, now: ctx.now })
    }),
  ),
]

async function yearEndPage(ctx: Context, yearEnd: YearEnd, query: Record<string, string>): Promise<Answer> {
  const { programme, items } = yearEnd
  const filter = readFilter(query)
  const after = decodeCursor(query['ab'] || undefined, ['integer'])
  if (isRefusal(after)) return unprocessable(after)
  const from = Math.max(0, Number(after?.[0] ?? 0))
  const matching = filtered(items, filter)
  const shown = matching.slice(from, from + pageSize)
  const next = matching.length > from + pageSize ? encodeCursor([from + pageSize]) : null
  const reminded = new Map<string, string>()
  for (const { organizationId, day } of await lastReminders(ctx.db, programme.id))
    if (day > (reminded.get(organizationId) ?? '')) reminded.set(organizationId, day)
  const title = titleOf(programme)
  return page({
    title,
    crumbs: programmeCrumbs(programme, { label: title }),
    view: () => (
      <YearEndView
        {...{ yearEnd, filter, matching, shown, from, next, remindedOn: remindedOn(reminded) }}
        now={ctx.now}
      />
    ),
  })
}

const remindedOn =
  (days: ReadonlyMap<string, string>) =>
  ({ actsId }: Item): string | undefined =>
    actsId === null ? undefined : days.get(actsId)
