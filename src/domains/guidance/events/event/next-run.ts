import type { Temporal } from 'temporal-polyfill'
import { localZone } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { DateInput } from '../schemas.ts'
import { addEvent } from './add-event.ts'
import { inputOf } from './change-event.ts'
import type { Event } from './event.ts'
import { listRuns } from './queries.ts'

/**
 * The next run of a course as a draft, with everything but the links: its first date is on `firstDay`, the others follow at the same distance
 * and the same local time of day.
 */
export async function addNextRun(
  ctx: Context,
  event: Event,
  firstDay: Temporal.PlainDate,
): Promise<Outcome<{ id: string }>> {
  const runs = await listRuns(ctx.db, event.lineId)
  const last = runs.at(-1)
  if (!last) return refuse('Diesen Kurs gibt es nicht mehr.')
  const { opensAt: _, closesAt: __, ...facts } = inputOf(event)
  const input = {
    ...facts,
    opensAt: null,
    closesAt: null,
    capacity: event.capacity,
    published: false,
    dates: shiftedDates(event, firstDay),
  }
  return addEvent(ctx, input, { lineId: event.lineId, run: last.run + 1, previousId: event.id })
}

/** The same thing once more, on its own: a copy of a course belongs to no line. */
export const copyEvent = (
  ctx: Context,
  event: Event,
  firstDay: Temporal.PlainDate,
): Promise<Outcome<{ id: string }>> => {
  const { opensAt: _, closesAt: __, ...facts } = inputOf(event)
  return addEvent(ctx, {
    ...facts,
    opensAt: null,
    closesAt: null,
    capacity: event.capacity,
    published: false,
    dates: shiftedDates(event, firstDay),
  })
}

export function shiftedDates({ dates }: Pick<Event, 'dates'>, firstDay: Temporal.PlainDate): DateInput[] {
  const [first] = dates
  if (!first) return []
  const days = first.startsAt.toZonedDateTimeISO(localZone).toPlainDate().until(firstDay).days
  const shifted = (moment: Temporal.Instant): string =>
    moment.toZonedDateTimeISO(localZone).add({ days }).toInstant().toString()
  return dates.map(({ startsAt, endsAt, place, topic, isOnline }) => ({
    startsAt: shifted(startsAt),
    endsAt: shifted(endsAt),
    place,
    topic,
    isOnline,
  }))
}
