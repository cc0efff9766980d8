import { isRefusal } from '#kernel/outcome.ts'
import type { DutiesOf } from '#foundation/identity/index.ts'
import { joinReads } from '#foundation/audit/index.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import type { TaskSource } from '#platform/portal/task.ts'
import { collectDuties, type Duty, furthest } from './collect-duties.ts'
import { loadParts } from './load-parts.ts'
import { taskListOut, taskQuery } from './schemas.ts'

/** The first duties of a person, for what shows them beside other things. */
export const dutiesOf =
  (sources: readonly TaskSource[]): DutiesOf =>
  async (ctx, { limit }) => {
    const { whole, faults } = await loadParts(ctx.db, (part) => collectDuties(ctx, sources, part, { limit }))
    return { items: whole.items, notes: joinReads(whole.notes), faults }
  }

export const portalOperationsWith = (sources: readonly TaskSource[]): Operation[] => [
  operation({
    method: 'get',
    path: '/tasks',
    id: 'listTasks',
    summary: 'What you have to do, the most urgent first',
    who: 'Everybody signed in, the own duties',
    tag: 'Portal',
    query: taskQuery,
    reply: {
      status: 200,
      description: 'One page of duties',
      schema: taskListOut,
      example: {
        items: [
          {
            title: '4 Fragen in „Vorbereitung auf Vorfälle“ beantworten',
            reason:
              'Startcheck · 3 von 7 beantwortet · Jana Wiesner hat Ihnen das übertragen und braucht es für die Prüfung',
            dueOn: '2026-11-27',
            url: '/pruefungen/01940d1c-5c00-7a60-8000-4b5c6d7e8f90/naechste-frage',
            handOnUrl: '/pruefungen/01940d1c-5c00-7a60-8000-4b5c6d7e8f90/zustaendig',
            source: 'security/assessments',
          },
        ],
        next: null,
        total: 1,
        missing: [],
      },
    },
    work: async (ctx, { query }) => {
      const after = decodeCursor(query.cursor, ['integer'])
      if (isRefusal(after)) return unprocessable(after)
      const offset = Math.min(Math.max(Number(after?.[0] ?? 0), 0), furthest)
      const asked = sources.filter(({ name }) => query.source === undefined || name === query.source)
      const { whole, faults } = await loadParts(ctx.db, (part) =>
        collectDuties(ctx, asked, part, { limit: query.limit, offset }),
      )
      const { items, total, counts, notes } = whole
      const end = offset + items.length
      const next = items.length > 0 && end < total && end < furthest ? encodeCursor([end]) : null
      const missing = counts.filter((count) => count.total === null).map(({ source }) => source)
      return { ...json({ items: items.map(taskJson), next, total, missing }), notes: joinReads(notes), faults }
    },
  }),
]

const taskJson = ({ title, reason, dueOn, url, handOnUrl, source }: Duty) => ({
  title,
  reason,
  dueOn: dueOn?.toString() ?? null,
  url,
  handOnUrl: handOnUrl ?? null,
  source,
})
