import { placeInWords } from '../event/event.ts'
import type { ToldDate, Untold } from './untold.ts'

/** Under which every mail and file of an event has its dates; another than that of the subscribed calendar, which counts its changes otherwise. */
export const uidOf = (eventId: string): string => `kurs-${eventId}@termine.lotsenwerk`

/** A date as calendars have it. */
export function calendarDate(
  title: string,
  date: Pick<ToldDate, 'topic' | 'place' | 'isOnline'> & { videoUrl: string | null },
): { title: string; place: string; description: string } {
  return {
    title: date.topic === '' ? title : `${title}: ${date.topic}`,
    place: [placeInWords(date), date.videoUrl ?? ''].filter((part) => part !== '').join(', '),
    description: '',
  }
}

/** All dates that are held as one message; undefined where none is. */
export function packageMessage(
  {
    eventId,
    sequence,
    decidedAt,
    title,
    dates,
  }: Pick<Untold, 'eventId' | 'sequence' | 'decidedAt' | 'title' | 'dates'>,
  method: 'REQUEST' | 'CANCEL',
  path: string,
) {
  const held = dates
    .filter(({ isCancelled }) => !isCancelled)
    .map((date) => ({ startsAt: date.startsAt, endsAt: date.endsAt, ...calendarDate(title, date) }))
  const [first] = held
  if (!first) return undefined
  return {
    method,
    uid: uidOf(eventId),
    sequence,
    at: decidedAt.toString(),
    ...first,
    path,
    ...(held.length > 1 ? { dates: held } : {}),
  }
}
