import { Temporal } from 'temporal-polyfill'
import { localZone } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { IcsProperty } from './content-lines.ts'

/** A time on the wall and where the wall is; `isDay`: only the day is said. */
export interface IcsTime {
  wall: Temporal.PlainDateTime
  zone: string
  isDay: boolean
}

export const instantOf = ({ wall, zone }: IcsTime): Temporal.Instant => wall.toZonedDateTime(zone).toInstant()

/** Outlook calls ours so. */
const otherNames: Record<string, string> = {
  'W. Europe Standard Time': localZone,
  'Central Europe Standard Time': localZone,
  'Romance Standard Time': localZone,
  UTC: 'UTC',
  GMT: 'UTC',
  '(GMT +01:00)': '+01:00',
}

/** A name that the machine knows; some programs put their own before it. */
export function zoneOf(name: string): string | undefined {
  const candidates = [otherNames[name], name, /[A-Za-z_]+\/[A-Za-z_]+$/.exec(name)?.[0]]
  return candidates.find((candidate) => candidate !== undefined && isZone(candidate))
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

const written = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/

/** One value of a property of times. Without a zone it is the local one. */
export function timeOf(
  value: string,
  { parameters, name }: Pick<IcsProperty, 'parameters' | 'name'>,
): Outcome<IcsTime> {
  const [, year, month, day, hour, minute, second, utc] = written.exec(value.trim()) ?? []
  const said = parameters['TZID']
  const zone = utc === 'Z' ? 'UTC' : said === undefined ? localZone : zoneOf(said)
  if (year === undefined) return refuse(`„${value.slice(0, 40)}“ bei ${name} ist kein Zeitpunkt.`)
  if (zone === undefined) return refuse(`Die Zeitzone „${said ?? ''}“ ist hier nicht bekannt.`)
  try {
    const time = { hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Math.min(Number(second ?? 0), 59) }
    const wall = Temporal.PlainDateTime.from(
      { year: Number(year), month: Number(month), day: Number(day), ...time },
      { overflow: 'reject' },
    )
    return { wall, zone, isDay: hour === undefined }
  } catch {
    return refuse(`„${value}“ bei ${name} gibt es im Kalender nicht.`)
  }
}

/** A length such as PT1H30M; undefined where it is none, or goes back. */
export function lengthOf(value: string): Temporal.Duration | undefined {
  try {
    const length = Temporal.Duration.from(value.trim())
    return length.sign > 0 ? length : undefined
  } catch {
    return undefined
  }
}
