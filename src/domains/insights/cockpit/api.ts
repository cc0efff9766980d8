import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { assignGuide, type NeedSource, pressureOf, type Programme } from '#foundation/programmes/index.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { daysSince, daysUntil, workingDaysUntil } from './deadline.ts'
import { rowExample, summaryExample } from './examples.ts'
import { type Look, listRows } from './queries.ts'
import type { Row } from './row.ts'
import { cockpitList, cockpitQuery, cockpitSummary, guideAssignment } from './schemas.ts'
import { summarize } from './summary/queries.ts'
import { needLines } from './web/needs-list.ts'
import { onCockpit, onProgramme } from './web/on-cockpit.ts'

const tag = 'Cockpit'
const who = 'Who leads the programme or guides in it'
const problems = { 403: 'Only who leads the programme or guides in it' }
const params = z.object({ id: idSchema })

const rowJson = (row: Row, { programme, now }: Look) => {
  const today = localDay(now)
  return {
    enrollmentId: row.id,
    organization: { id: row.organizationId, name: row.name, kind: row.kind, county: row.county },
    state: row.state,
    road: row.road,
    phase: row.phase,
    currentStep: row.currentStep,
    waitingFor: row.waitingFor,
    waitingSince: row.waitingSince?.toString() ?? null,
    waitingDays: row.waitingSince && daysSince(localDay(row.waitingSince), today),
    missing: row.missing,
    daysNeeded: row.daysNeeded,
    pressure: pressureOf(row, daysUntil(today, programme.deadline)),
    guide: row.guideId === null ? null : { id: row.guideId, name: row.guideName ?? '' },
    lastContactOn: row.lastContactOn,
  }
}

const countsOf = (counts: ReadonlyMap<string, number>, keys: readonly string[]) =>
  keys.map((key) => ({ key, count: counts.get(key) ?? 0 }))

const phaseKeys = ({ phases }: Programme): string[] => phases.map(({ key }) => key)

const rowOperation = (sources: readonly NeedSource[]): Operation =>
  operation({
    method: 'get',
    path: '/programmes/{id}/cockpit',
    id: 'listCockpit',
    title: 'Kommunen eines Programms auflisten, die dringendsten zuerst',
    summary:
      'Where the municipalities of a programme stand, filtered and sorted; without a filter all open ones, the most pressing first',
    who,
    tag,
    params,
    problems,
    query: cockpitQuery,
    reply: {
      status: 200,
      description: 'One part of the table',
      schema: cockpitList,
      example: { items: [rowExample], next: null },
    },
    work: (ctx, { params: { id }, query: { limit, cursor, reversed, ...filter } }) =>
      onCockpit(ctx, id, sources, async (look) => {
        const found = await listRows(ctx.db, { ...filter, isReversed: reversed === 'true' }, look, { limit, cursor })
        return isRefusal(found)
          ? unprocessable(found)
          : json({ items: found.items.map((row) => rowJson(row, look)), next: found.next })
      }),
  })

const summaryOperation = (sources: readonly NeedSource[]): Operation =>
  operation({
    method: 'get',
    path: '/programmes/{id}/cockpit/summary',
    id: 'getCockpitSummary',
    title: 'zählen, wo alle stehen und was bis zur Frist fehlt',
    summary: 'How many stand where, the days that are left, and what is missing',
    who,
    tag,
    params,
    problems,
    reply: { status: 200, description: 'The counts', schema: cockpitSummary, example: summaryExample },
    work: (ctx, { params: { id } }) =>
      onCockpit(ctx, id, sources, async (look, needs) => {
        const { programme } = look
        const summary = await summarize(ctx.db, look)
        const today = localDay(ctx.now)
        return json({
          deadline: programme.deadline,
          daysLeft: daysUntil(today, programme.deadline),
          workingDaysLeft: workingDaysUntil(today, programme.deadline),
          active: summary.active,
          open: summary.open,
          completed: summary.completed,
          withdrawn: summary.withdrawn,
          outside: summary.outside,
          endangered: summary.endangered + summary.late,
          phases: countsOf(summary.phases, phaseKeys(programme)),
          waitingFor: countsOf(summary.waiting, [...summary.waiting.keys()]),
          needs: needLines(needs, summary).map(({ key, words, count }) => ({ key, sentence: words, count })),
        })
      }),
  })

const guideOperation: Operation = operation({
  method: 'post',
  path: '/programmes/{id}/cockpit/guide-assignments',
  id: 'assignGuide',
  title: 'sagen, wer Kommunen in einem Programm betreut',
  summary: 'Say who looks after these municipalities',
  who,
  tag,
  params,
  problems,
  body: guideAssignment,
  bodyExample: { enrollmentIds: [rowExample.enrollmentId], guideId: rowExample.guide.id },
  reply: {
    status: 200,
    description: 'How many have changed',
    schema: z.object({ changed: z.int() }),
    example: { changed: 1 },
  },
  work: (ctx, { params: { id }, body }) =>
    onProgramme(ctx, id, async (programme) => {
      const changed = await assignGuide(ctx, programme, body.enrollmentIds, body.guideId)
      return isRefusal(changed) ? unprocessable(changed) : json({ changed })
    }),
})

/** Rows and counts of a programme's working table, and who looks after whom. */
export const cockpitOperationsWith = (sources: readonly NeedSource[]): Operation[] => [
  rowOperation(sources),
  summaryOperation(sources),
  guideOperation,
]
