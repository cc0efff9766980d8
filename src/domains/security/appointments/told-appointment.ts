import { Temporal } from 'temporal-polyfill'
import { startOfDay } from '#kernel/local-day.ts'
import { exactMomentAt } from '#kernel/local-moment.ts'
import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import type { AppointmentState, AppointmentStep } from './appointment.ts'
import { furthestDays, longestHours } from './slot-rules.ts'

/** What a workbook can say of a date; one for which other times are asked for has none. */
export type ToldState = Exclude<AppointmentState, 'declined'>

/** Local times as HH:MM: no beginning is the whole day, an end on the day after bears `nextDay`. */
export interface ToldTime {
  day: string
  from: string
  until: string
}

/** A date in the words of a workbook: chosen, or one of the times that are offered. */
export interface ToldDate extends ToldTime {
  id: string
  organizationId: string
  step: AppointmentStep
  title: string
  /** Place, link to a video meeting, or both. */
  place: string
  state: ToldState
  note: string
  /** A workbook brought it in, and nobody has decided about it in the portal: a workbook may tell it anew. */
  isOpen: boolean
}

/** A date as it is to be. */
export interface ToldAppointment extends Pick<ToldDate, 'organizationId' | 'step' | 'title' | 'state' | 'note'> {
  /** Null for one that is not there yet. */
  id: string | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  place: string
  videoUrl: string
}

export const nextDay = ' (Folgetag)'

/** Where a date has a beginning and no end, as in calendar programs. */
export function hourAfter(from: string): string {
  const begin = Temporal.PlainTime.from(from)
  const end = begin.add({ hours: 1 })
  return `${end.toString({ smallestUnit: 'minute' })}${Temporal.PlainTime.compare(end, begin) < 0 ? nextDay : ''}`
}

/** The instants of a told time; refused with `from`, `until` or `day` where there are none. */
export function momentsOf(
  { day, from, until }: ToldTime,
  today: Temporal.PlainDate,
): Outcome<{ startsAt: Temporal.Instant; endsAt: Temporal.Instant }> {
  const date = Temporal.PlainDate.from(day)
  if (today.until(date).days > furthestDays) return at('day', 'Dieser Tag liegt mehr als zwei Jahre voraus.')
  if (from === '') return { startsAt: startOfDay(date), endsAt: startOfDay(date.add({ days: 1 })) }
  const startsAt = exactMomentAt(date, Temporal.PlainTime.from(from))
  if (isRefusal(startsAt)) return at('from', startsAt.refused)
  const isNext = until.endsWith(nextDay)
  const endsAt = exactMomentAt(
    isNext ? date.add({ days: 1 }) : date,
    Temporal.PlainTime.from(isNext ? until.slice(0, -nextDay.length) : until),
  )
  if (isRefusal(endsAt)) return at('until', endsAt.refused)
  const hours = startsAt.until(endsAt).total('hours')
  if (hours <= 0) return at('until', 'Der Termin endet, bevor er beginnt.')
  if (hours > longestHours)
    return at('until', `Ein Termin dauert höchstens ${longestHours} Stunden. Für mehrere Tage gibt es mehrere Zeilen.`)
  return { startsAt, endsAt }
}

const at = (path: string, message: string) => refuse(message, [{ path, message }])

/** "Rathaus, https://video.example/raum" is a place and a link. */
export function placeOf(text: string): { place: string; videoUrl: string } {
  const [, place, videoUrl] = /^(.*?)(?:,?\s*)(https:\/\/\S+)$/s.exec(text) ?? []
  const url = videoUrl === undefined ? null : URL.parse(videoUrl)
  const isLink = url !== null && url.username === '' && url.password === '' && (videoUrl ?? '').length <= 500
  return isLink ? { place: place ?? '', videoUrl: videoUrl ?? '' } : { place: text, videoUrl: '' }
}
