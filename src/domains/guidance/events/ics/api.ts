import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { findEvent } from '../event/queries.ts'
import { calendarFile } from '../web/calendar-file.ts'
import { addReadDates } from './add-read-dates.ts'
import { icsUploadLimit, prepareIcs } from './prepare-ics.ts'

const tag = 'Events'
const params = z.object({ id: idSchema })

const readOut = z
  .object({
    dates: z.array(
      z.object({
        startsAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        place: z.string(),
        topic: z.string(),
        line: z.int().meta({ description: 'Where in the file it begins' }),
      }),
    ),
    notes: z.array(z.string()).meta({ description: 'What was not taken or was completed, with the line, in German' }),
    added: z.int().meta({ description: 'How many are new at the event; 0 for a dry run' }),
  })
  .meta({ id: 'ReadEventDates' })

const overtaken: ProblemAnswer = {
  kind: 'problem',
  status: 409,
  type: 'seitdem-geaendert',
  title: 'Inzwischen hat jemand anderes diese Veranstaltung geändert. Gespeichert ist nichts.',
  refusal: { refused: 'overtaken' },
}

/** Dates of an event from and as a calendar file. */
export const calendarFileOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/events/{id}/calendar.ics',
    id: 'getEventCalendar',
    title: 'die Termine einer Veranstaltung als Kalenderdatei (ICS)',
    summary: 'All dates that are held, under one UID; with the video link for those with a seat',
    who: 'Everybody what is published, organizers their drafts',
    tag,
    params,
    reply: { status: 200, description: 'iCalendar', isFile: true },
    work: async (ctx, { params: { id }, request: { portal } }) => {
      const event = await findEvent(ctx.db, id)
      return event ? calendarFile(event, portal) : notFound('Diese Veranstaltung gibt es nicht.')
    },
  }),
  operation({
    method: 'post',
    path: '/events/{id}/dates/import',
    id: 'importEventDates',
    title: 'Termine aus einer Kalenderdatei übernehmen (ICS)',
    summary: 'Adds the dates of a calendar file; repeated ones one by one; what is there at the same time stays',
    who: 'Guides and programme managers of the cooperative',
    tag,
    params,
    query: z.object({
      dryRun: z.enum(['0', '1']).default('0').meta({ description: '1: only shows the dates of the file' }),
    }),
    upload: 'iCalendar (.ics), at most 1 MB and 60 dates',
    bodyLimit: icsUploadLimit,
    guard: may.organize,
    prepare: prepareIcs,
    problems: { 403: 'Only organizers', 409: 'Changed meanwhile', 413: 'Over 1 MB', 422: 'No calendar; with the line' },
    reply: {
      status: 200,
      description: 'The dates of the file',
      schema: readOut,
      example: {
        dates: [
          {
            startsAt: '2027-02-05T08:00:00Z',
            endsAt: '2027-02-05T09:00:00Z',
            place: 'Musterstadt, Rathaus',
            topic: 'Digitales Frühstück',
            line: 14,
          },
        ],
        notes: [],
        added: 1,
      },
    },
    work: async (ctx, { params: { id }, query: { dryRun } }, { reading }) => {
      const event = await findEvent(ctx.db, id)
      if (!event) return notFound()
      if (isRefusal(reading)) return unprocessable(reading)
      const done = dryRun === '1' ? { added: 0 } : await addReadDates(ctx, event, reading.dates)
      if (isRefusal(done)) return unprocessable(done)
      if (done === 'overtaken') return overtaken
      const dates = reading.dates.map(({ startsAt, endsAt, ...rest }) => ({
        startsAt: startsAt.toString(),
        endsAt: endsAt.toString(),
        ...rest,
      }))
      return json({ dates, notes: reading.notes, added: done.added })
    },
  }),
]
