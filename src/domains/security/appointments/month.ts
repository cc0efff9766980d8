import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import type { AppointmentState } from './appointment.ts'

/** One date in the month view of a programme. */
export interface MonthDate {
  id: string
  enrollmentId: string
  organizationName: string
  title: string
  state: AppointmentState
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/** The first dates of a day, and how many there are. */
export interface DayDates {
  day: Temporal.PlainDate
  dates: readonly MonthDate[]
  total: number
}

const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 })

/** The weeks that the month of this day touches, each from Monday to Sunday. */
export function weeksOf(day: Temporal.PlainDate): Temporal.PlainDate[][] {
  const last = day.with({ day: 1 }).add({ months: 1 }).subtract({ days: 1 })
  const weeks: Temporal.PlainDate[][] = []
  for (
    let monday = mondayOf(day.with({ day: 1 }));
    Temporal.PlainDate.compare(monday, last) <= 0;
    monday = monday.add({ days: 7 })
  )
    weeks.push(Array.from({ length: 7 }, (_, at) => monday.add({ days: at })))
  return weeks
}

/** The week in which the day lies. */
export const weekOf = (day: Temporal.PlainDate): Temporal.PlainDate[] =>
  Array.from({ length: 7 }, (_, at) => mondayOf(day).add({ days: at }))

/** Every day asked for, with its dates or none. */
export function byDay(
  days: readonly Temporal.PlainDate[],
  found: readonly (MonthDate & { total: number })[],
): Map<string, DayDates> {
  const dates = Map.groupBy(found, ({ startsAt }) => localDay(startsAt).toString())
  return new Map(
    days.map((day) => {
      const own = dates.get(day.toString()) ?? []
      return [day.toString(), { day, dates: own, total: own[0]?.total ?? 0 }]
    }),
  )
}
