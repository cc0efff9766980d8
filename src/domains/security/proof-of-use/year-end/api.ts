import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listQuery } from '#platform/http/parse.ts'
import { letterExample, reminderExample, yearEndExample } from '../examples.ts'
import { onLed } from '../web/on-programme.ts'
import { draftReminders } from './draft-reminders.ts'
import { filtered } from './filter.ts'
import { letterJson, reminderJson, yearEndJson } from './json.ts'
import { loadYearEnd } from './load-year-end.ts'
import { listReminders } from './queries.ts'
import { remind } from './remind.ts'
import { reminderIn, reminderList, reminderPreview, reminderResult, yearEndOut, yearEndQuery } from './schemas.ts'

const tag = 'Jahresende'
const who = 'Who leads the programme'
const problems = { 403: 'Only who leads the programme' }
const params = z.object({ id: idSchema })

/** What is missing before the last day of a programme, and reminding those who must act. */
export const yearEndOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/programmes/{id}/year-end',
    id: 'getYearEnd',
    title: 'zeigen, was bis zur Frist eines Programms noch fehlt',
    summary:
      'What is missing until the deadline, the most urgent first, with who must act; sums are of all, items of one page',
    who,
    tag,
    params,
    problems,
    query: yearEndQuery,
    reply: {
      status: 200,
      description: 'Countdown, sums and one page of items',
      schema: yearEndOut,
      example: yearEndExample,
    },
    work: (ctx, { params: { id }, query: { limit, cursor, ...filter } }) =>
      onLed(ctx, id, async (programme) => {
        const after = decodeCursor(cursor, ['integer'])
        if (isRefusal(after)) return unprocessable(after)
        const from = Math.max(0, Number(after?.[0] ?? 0))
        const yearEnd = await loadYearEnd(ctx, programme)
        const matching = filtered(yearEnd.items, filter)
        const next = matching.length > from + limit ? encodeCursor([from + limit]) : null
        return json(yearEndJson(yearEnd, { shown: matching.slice(from, from + limit), next }))
      }),
  }),
  operation({
    method: 'get',
    path: '/programmes/{id}/year-end/reminders',
    id: 'listYearEndReminders',
    title: 'gesendete Erinnerungen eines Programms auflisten',
    summary: 'Who was reminded when, the last first',
    who,
    tag,
    params,
    problems,
    query: listQuery,
    reply: {
      status: 200,
      description: 'One page of reminders',
      schema: reminderList,
      example: { items: [reminderExample], next: null },
    },
    work: (ctx, { params: { id }, query }) =>
      onLed(ctx, id, async () => {
        const found = await listReminders(ctx.db, id, query)
        return isRefusal(found)
          ? unprocessable(found)
          : json({ items: found.items.map(reminderJson), next: found.next })
      }),
  }),
  operation({
    method: 'post',
    path: '/programmes/{id}/year-end/reminder-previews',
    id: 'previewYearEndReminders',
    title: 'zeigen, wer woran erinnert würde',
    summary: 'Who would get which mail; nothing is sent',
    who,
    tag,
    params,
    problems,
    body: reminderIn,
    bodyExample: { acts: 'contractor', personIds: [], again: false },
    reply: {
      status: 200,
      description: 'As it would go out now',
      schema: reminderPreview,
      example: { letters: [letterExample], unreached: [] },
    },
    work: (ctx, { params: { id }, body: { personIds, again: _, ...filter } }) =>
      onLed(ctx, id, async (programme) => {
        const { letters, unreached } = await draftReminders(ctx, await loadYearEnd(ctx, programme), filter)
        return json({
          letters: letters
            .filter(({ personId }) => personIds.length === 0 || personIds.includes(personId))
            .map(letterJson),
          unreached: [...new Set(unreached.map(({ actsName }) => actsName))],
        })
      }),
  }),
  operation({
    method: 'post',
    path: '/programmes/{id}/year-end/reminders',
    id: 'sendYearEndReminders',
    title: 'alle erinnern, die vor der Frist noch etwas tun müssen',
    summary: 'One mail to each who must act, with all that waits for them; not twice on the same day unless `again`',
    who,
    tag,
    params,
    problems,
    body: reminderIn,
    bodyExample: { acts: 'contractor', personIds: [], again: false },
    reply: {
      status: 201,
      description: 'Who gets a mail, and who was left out',
      schema: reminderResult,
      example: { sent: [letterExample], spared: [] },
    },
    work: (ctx, { params: { id }, body: { personIds, again, ...filter } }) =>
      onLed(ctx, id, async (programme) => {
        const done = await remind(ctx, await loadYearEnd(ctx, programme), { filter, personIds, again })
        return isRefusal(done)
          ? unprocessable(done)
          : json({ sent: done.sent.map(letterJson), spared: done.spared.map(letterJson) }, 201)
      }),
  }),
]
