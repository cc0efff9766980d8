import { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { atLine, type IcsComponent, type IcsProperty, plainText, readComponents } from './content-lines.ts'
import { expandRule } from './expand-rule.ts'
import { type IcsTime, instantOf, lengthOf, timeOf } from './ics-time.ts'

/** Larger is no list of dates of one event. */
export const icsLimit = 1024 * 1024
/** As many dates as one event can have. */
export const mostIcsDates = 60

/** A date as the form of dates takes it. */
export interface IcsDate {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  place: string
  topic: string
  /** Where in the file it begins. */
  line: number
}

export interface IcsReading {
  dates: IcsDate[]
  /** What was not taken or was completed, each with its line. */
  notes: string[]
}

/**
 * The dates of a calendar file, repeated ones one by one. Refused with the number of the line where the file is no calendar, and where none of its
 * dates can be taken; what cannot be taken beside others is noted.
 */
export function readIcs(text: string): Outcome<IcsReading> {
  const calendars = readComponents(text)
  if (isRefusal(calendars)) return calendars
  const [first] = calendars
  if (!first)
    return refuse('In der Datei steht kein Kalender.', [{ path: 'file', message: 'Es fehlt BEGIN:VCALENDAR.' }])
  const events = calendars.flatMap(({ components }) => components.filter(({ name }) => name === 'VEVENT'))
  if (events.length === 0) return atLine(first.line, 'In diesem Kalender steht kein Termin.')
  const notes: string[] = []
  const found = events.flatMap((event) => {
    const dates = datesOf(event, notes)
    if (!isRefusal(dates)) return dates
    notes.push(dates.refused)
    return []
  })
  if (found.length > mostIcsDates || notes.includes(tooMany))
    return refuse(`${tooMany} Bitte teilen Sie die Datei.`, [{ path: 'file', message: tooMany }])
  const dates = withoutReplaced(found).toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  if (dates.length === 0)
    return refuse(
      notes[0] ?? 'Darin ist kein Termin, der übernommen werden kann.',
      notes.map((message) => ({ path: 'file', message })),
    )
  return { dates: dates.map(({ uid: _, replaces: __, ...date }) => date), notes }
}

const tooMany = `Darin stehen mehr als ${mostIcsDates} Termine.`

interface Found extends IcsDate {
  uid: string
  /** The date of a series that this one stands for. */
  replaces: Temporal.Instant | null
}

const one = ({ properties }: IcsComponent, name: string): IcsProperty | undefined =>
  properties.find((property) => property.name === name)
const all = ({ properties }: IcsComponent, name: string): IcsProperty[] =>
  properties.filter((property) => property.name === name)

function datesOf(event: IcsComponent, notes: string[]): Outcome<Found[]> {
  const topic = words(event, 'SUMMARY')
  const called = topic === '' ? 'Ein Termin' : `„${topic}“`
  const start = beginOf(event, called)
  if (isRefusal(start)) return start
  const length = lengthIn(event, start)
  if (isRefusal(length)) return length
  if (length === null) notes.push(`Zeile ${event.line}: ${called} hat kein Ende; angenommen ist eine Stunde.`)
  const starts = startsOf(event, start)
  if (isRefusal(starts)) return starts
  const replaces = replacedBy(event)
  if (isRefusal(replaces)) return replaces
  const common = {
    topic,
    place: words(event, 'LOCATION'),
    line: event.line,
    uid: one(event, 'UID')?.value ?? '',
    replaces,
  }
  return starts.map((time) => ({
    ...common,
    startsAt: instantOf(time),
    endsAt: instantOf(time).add(length ?? { hours: 1 }),
  }))
}

const words = (event: IcsComponent, name: string): string => plainText(one(event, name)?.value ?? '').slice(0, 200)

/** Refused where nobody could come: called off, or without a time of day. */
function beginOf(event: IcsComponent, called: string): Outcome<IcsTime> {
  const begin = one(event, 'DTSTART')
  if (!begin) return atLine(event.line, `${called} hat keinen Beginn (DTSTART).`)
  const start = timeOf(begin.value, begin)
  if (isRefusal(start)) return atLine(begin.line, start.refused)
  if (one(event, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED')
    return atLine(event.line, `${called} ist abgesagt und nicht übernommen.`)
  return start.isDay || begin.parameters['VALUE'] === 'DATE'
    ? atLine(begin.line, `${called} ist ganztägig, ohne Uhrzeit. Bitte tragen Sie diesen Termin von Hand ein.`)
    : start
}

function replacedBy(event: IcsComponent): Outcome<Temporal.Instant | null> {
  const replaced = one(event, 'RECURRENCE-ID')
  if (!replaced) return null
  const time = timeOf(replaced.value, replaced)
  return isRefusal(time) ? atLine(replaced.line, time.refused) : instantOf(time)
}

/** Null where no end is said. */
function lengthIn(event: IcsComponent, start: IcsTime): Outcome<{ milliseconds: number } | null> {
  const [end, duration] = [one(event, 'DTEND'), one(event, 'DURATION')]
  const begin = instantOf(start)
  if (end) {
    const until = timeOf(end.value, end)
    if (isRefusal(until)) return atLine(end.line, until.refused)
    const milliseconds = instantOf(until).epochMilliseconds - begin.epochMilliseconds
    return milliseconds > 0 ? { milliseconds } : atLine(end.line, 'Der Termin endet, bevor er beginnt.')
  }
  if (!duration) return null
  const length = lengthOf(duration.value)
  if (!length) return atLine(duration.line, `„${duration.value.slice(0, 40)}“ ist keine Dauer.`)
  const until = start.wall.toZonedDateTime(start.zone).add(length).toInstant()
  return { milliseconds: until.epochMilliseconds - begin.epochMilliseconds }
}

/** By the rule and by what is added and taken away. */
function startsOf(event: IcsComponent, start: IcsTime): Outcome<IcsTime[]> {
  const [rule, second] = all(event, 'RRULE')
  if (second) return atLine(second.line, 'Ein Termin hat hier mehrere Wiederholungen; gelesen wird eine.')
  const regular = rule ? expandRule(rule.value, start, mostIcsDates) : [start]
  if (isRefusal(regular)) return rule ? atLine(rule.line, regular.refused) : regular
  if (regular.length > mostIcsDates) return refuse(tooMany)
  const added = timesIn(event, 'RDATE')
  const taken = timesIn(event, 'EXDATE')
  if (isRefusal(added)) return added
  if (isRefusal(taken)) return taken
  const isTaken = (time: IcsTime): boolean =>
    taken.some((gone) =>
      gone.isDay ? gone.wall.toPlainDate().equals(time.wall.toPlainDate()) : instantOf(gone).equals(instantOf(time)),
    )
  const times = new Map([...regular, ...added].map((time) => [instantOf(time).epochMilliseconds, time]))
  return [...times.values()].filter((time) => !isTaken(time))
}

function timesIn(event: IcsComponent, name: 'RDATE' | 'EXDATE'): Outcome<IcsTime[]> {
  const times: IcsTime[] = []
  for (const property of all(event, name))
    for (const value of property.value.split(',')) {
      const time = timeOf(value.split('/')[0] ?? '', property)
      if (isRefusal(time)) return atLine(property.line, time.refused)
      times.push(time)
    }
  return times
}

/** What stands for a date of its series takes its place. */
function withoutReplaced(found: readonly Found[]): Found[] {
  const replaced = new Set(found.flatMap(({ uid, replaces }) => (replaces ? [keyOf(uid, replaces)] : [])))
  return found.filter(({ uid, startsAt, replaces }) => replaces !== null || !replaced.has(keyOf(uid, startsAt)))
}

const keyOf = (uid: string, at: Temporal.Instant): string => `${at.epochMilliseconds} ${uid}`
