import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { may } from '../access.ts'
import { datesOfSeries, holidayRules, type Series, seriesPatterns, type SeriesRule } from './series.ts'

const daySchema = z.iso.date({ error: 'Bitte als Tag, zum Beispiel 2027-01-01.' })
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte als Uhrzeit, zum Beispiel 09:00.')

export const seriesIn = z
  .object({
    pattern: z.enum(seriesPatterns),
    weekday: z.int().min(1).max(7).meta({ description: 'Monday is 1' }),
    nth: z
      .int()
      .min(1)
      .max(5)
      .default(1)
      .meta({ description: 'Monthly: the first to fourth of its weekday, 5 for the last' }),
    from: daySchema,
    until: daySchema,
    time: clock.meta({ description: 'Local time, Europe/Berlin' }),
    minutes: z.int().min(1).max(960).default(60),
    holidays: z
      .enum(holidayRules)
      .default('move')
      .meta({ description: 'On a public holiday of Saxony-Anhalt: a week later, not at all, or nevertheless' }),
  })
  .strict()
  .meta({ id: 'EventSeriesRule' })

const seriesOut = z
  .object({
    dates: z.array(
      z.object({
        startsAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        movedFrom: z.iso.date().nullable(),
        reason: z.string().nullable().meta({ description: 'The holiday it was moved away from' }),
      }),
    ),
    gaps: z.array(z.object({ day: z.iso.date(), reason: z.string() })).meta({ description: 'Days without a date' }),
  })
  .meta({ id: 'EventSeries' })

/** As somebody types it. */
export const ruleOf = ({ from, until, time, ...rest }: z.infer<typeof seriesIn>): SeriesRule => ({
  ...rest,
  from: Temporal.PlainDate.from(from),
  until: Temporal.PlainDate.from(until),
  time: Temporal.PlainTime.from(time),
})

const seriesJson = ({ dates, gaps }: Series) => ({
  dates: dates.map(({ startsAt, endsAt, movedFrom }) => ({
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    movedFrom: movedFrom?.day.toString() ?? null,
    reason: movedFrom?.holiday ?? null,
  })),
  gaps: gaps.map(({ day, reason }) => ({ day: day.toString(), reason })),
})

/** Dates of a rule before anything is written: what the form of dates is filled with. */
export const seriesOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/event-series',
    id: 'previewEventRecurrence',
    title: 'die Termine einer Reihe berechnen',
    summary: 'The dates of a rule, with public holidays moved, left out or kept; nothing is written',
    who: 'Guides and programme managers of the cooperative',
    tag: 'Events',
    guard: may.organize,
    body: seriesIn,
    bodyExample: {
      pattern: 'monthly',
      weekday: 5,
      nth: 1,
      from: '2027-01-01',
      until: '2027-12-31',
      time: '09:00',
      minutes: 60,
      holidays: 'move',
    },
    problems: { 403: 'Only organizers', 422: 'No dates, too many, or a time that the clock does not show that day' },
    reply: {
      status: 200,
      description: 'The dates, the first one first',
      schema: seriesOut,
      example: {
        dates: [
          {
            startsAt: '2027-01-08T08:00:00Z',
            endsAt: '2027-01-08T09:00:00Z',
            movedFrom: '2027-01-01',
            reason: 'Neujahr',
          },
        ],
        gaps: [],
      },
    },
    work: async (_ctx, { body }) => {
      const series = datesOfSeries(ruleOf(body))
      return isRefusal(series) ? unprocessable(series) : json(seriesJson(series))
    },
  }),
]
