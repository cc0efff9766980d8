import { Temporal } from 'temporal-polyfill'
import { germanDay, longGermanDate } from '#kernel/local-day.ts'
import { addWorkingDays, lastStart } from '#kernel/working-days.ts'
import type { Offer } from '../offers/offer.ts'

export type Timed = Pick<Offer, 'workDays' | 'acceptanceDays'> & Partial<Pick<Offer, 'startsOn' | 'availableUntil'>>

const dayOf = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** The day on which it is accepted at the earliest, when it is decided today. */
export function earliestEnd(
  { workDays, acceptanceDays, startsOn }: Timed,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const begin = startsOn ? dayOf(startsOn).subtract({ days: 1 }) : today
  const from = Temporal.PlainDate.compare(begin, today) > 0 ? begin : today
  return addWorkingDays(from, workDays + acceptanceDays)
}

/** Why an offer comes too late; undefined when it is delivered and accepted before the deadline ends. */
export function lateReason(offer: Timed, today: Temporal.PlainDate, deadline: string | null): string | undefined {
  if (offer.availableUntil && offer.availableUntil < today.toString())
    return `Seit dem ${germanDay(dayOf(offer.availableUntil))} nicht mehr zu haben.`
  if (deadline === null) return undefined
  if (offer.startsOn && offer.startsOn > deadline)
    return `Frühester Termin: ${longGermanDate(dayOf(offer.startsOn))}, also nach der Frist.`
  const end = earliestEnd(offer, today)
  return end.toString() > deadline
    ? `Frühestens am ${longGermanDate(end)} fertig und abgenommen, also nach der Frist.`
    : undefined
}

/** The last day on which it can be decided so that it is accepted before the deadline; null where nothing presses. */
export function decideBy(
  { workDays, acceptanceDays, availableUntil }: Timed,
  deadline: string | null,
): Temporal.PlainDate | null {
  const days = [
    ...(deadline === null ? [] : [lastStart(dayOf(deadline), workDays + acceptanceDays)]),
    ...(availableUntil ? [dayOf(availableUntil)] : []),
  ]
  return days.toSorted((one, other) => Temporal.PlainDate.compare(one, other))[0] ?? null
}

/** What presses most in a package. */
export function mostPressing<One extends Timed>(
  items: readonly One[],
  deadline: string | null,
): { item: One; day: Temporal.PlainDate } | undefined {
  return items
    .flatMap((item) => {
      const day = item.workDays + item.acceptanceDays > 0 || item.availableUntil ? decideBy(item, deadline) : null
      return day ? [{ item, day }] : []
    })
    .reduce<{ item: One; day: Temporal.PlainDate } | undefined>(
      (first, one) => (first && Temporal.PlainDate.compare(first.day, one.day) <= 0 ? first : one),
      undefined,
    )
}
