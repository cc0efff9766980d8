import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { listOf } from '#platform/http/parse.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { allScopes, collectEntries, type ShownEntry } from './collect-entries.ts'
import { rangeOf } from './entry-range.ts'
import { feedRange } from './feeds/feed.ts'
import { entryOut, entryQuery } from './schemas.ts'

const tag = 'Calendar'
const id = '01940d1c-5c00-7a60-8000-3c4d5e6f7081'

const example = {
  key: `delegation-${id}`,
  title: 'Letzter Tag für 2 Listen: Basis-Check',
  description: null,
  place: null,
  url: `/pruefungen/${id}/fragen`,
  isWholeDays: true,
  from: '2026-12-04',
  until: '2026-12-04',
  isCancelled: false,
  changedAt: '2026-11-21T08:15:00Z',
  source: 'assessments',
  scope: 'person',
}

/** What the calendar shows. */
export const calendarOperationsWith = (sources: readonly CalendarSource[]): Operation[] => [
  operation({
    method: 'get',
    path: '/calendar-entries',
    id: 'listCalendarEntries',
    summary: 'Dates of all modules that one may see, the earliest first',
    title: 'Termine und Fristen auflisten',
    who: 'Everybody signed in: own dates, and those of the organization acted for',
    tag,
    query: entryQuery,
    reply: {
      status: 200,
      description: 'Dates that touch the days asked for; each once, in the narrowest scope',
      schema: listOf(entryOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const range = rangeOf(query, localDay(ctx.now))
      if (isRefusal(range)) return unprocessable(range)
      const after = decodeCursor(query.cursor, ['text'])
      if (isRefusal(after)) return unprocessable(after)
      const { entries } = await collectEntries(ctx, sources, {
        ...range,
        scopes: query.scope ? [query.scope] : allScopes,
        source: query.source,
        limit: feedRange.most,
      })
      const begin = after ? entries.filter(({ order }) => order > String(after[0])) : entries
      const { items, next } = listPage(begin, query.limit, ({ order }) => [order])
      return json({ items: items.map(toJson), next })
    },
  }),
]

const toJson = ({ time, changedAt, ...entry }: ShownEntry) => ({
  key: entry.key,
  title: entry.title,
  description: entry.description ?? null,
  place: entry.place ?? null,
  url: entry.url,
  isWholeDays: !('epochMilliseconds' in time.from),
  from: time.from.toString(),
  until: time.until.toString(),
  isCancelled: entry.isCancelled,
  changedAt: changedAt.toString(),
  source: entry.source,
  scope: entry.scope,
})
