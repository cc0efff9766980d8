import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { changeEvent, type ChangeOutcome } from '../event/change-event.ts'
import type { Event, EventDate } from '../event/event.ts'
import type { DateInput } from '../schemas.ts'
import type { IcsDate } from './read-ics.ts'

/** As somebody would have typed them; what is there at the same time already stays as it is. */
export function datesWithRead({ dates }: Pick<Event, 'dates'>, read: readonly IcsDate[]): DateInput[] {
  const added = newOnes(dates, read)
  return [
    ...dates.map(({ id, startsAt, endsAt, place, topic, isOnline }) => ({
      id,
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
      place,
      topic,
      isOnline,
    })),
    ...added.map(({ startsAt, endsAt, place, topic }) => ({
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
      place,
      topic,
    })),
  ]
}

const newOnes = (known: readonly EventDate[], read: readonly IcsDate[]): IcsDate[] =>
  read.filter(({ startsAt }) => !known.some((date) => date.startsAt.equals(startsAt)))

/** Dates of a calendar file beside those that are there. Returns how many are new. */
export async function addReadDates(
  ctx: Context,
  event: Event,
  read: readonly IcsDate[],
): Promise<Outcome<{ added: number } | Extract<ChangeOutcome, 'overtaken'>>> {
  const added = newOnes(event.dates, read).length
  if (added === 0) return { added }
  const done = await changeEvent(ctx, event, { dates: datesWithRead(event, read), version: event.version })
  if (isRefusal(done)) return done
  return done === 'overtaken' ? done : { added }
}
