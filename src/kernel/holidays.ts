import { Temporal } from 'temporal-polyfill'

const cache = new Map<number, ReadonlyMap<string, string>>()

/** Name of the public holiday of Saxony-Anhalt on this day (FeiertG LSA, § 2); undefined on all others. */
export function holidayOn(day: Temporal.PlainDate): string | undefined {
  const known = cache.get(day.year) ?? holidaysOf(day.year)
  cache.set(day.year, known)
  return known.get(day.toString())
}

/** "Samstag", "Sonntag" or the name of the holiday: why an office is closed; undefined on working days. */
export const closedOn = (day: Temporal.PlainDate): string | undefined =>
  holidayOn(day) ?? (day.dayOfWeek > 5 ? (day.dayOfWeek === 6 ? 'Samstag' : 'Sonntag') : undefined)

function holidaysOf(year: number): ReadonlyMap<string, string> {
  const easter = easterSunday(year)
  const fixed = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day })
  const days: readonly [Temporal.PlainDate, string][] = [
    [fixed(1, 1), 'Neujahr'],
    [fixed(1, 6), 'Heilige Drei Könige'],
    [easter.subtract({ days: 2 }), 'Karfreitag'],
    [easter.add({ days: 1 }), 'Ostermontag'],
    [fixed(5, 1), 'Tag der Arbeit'],
    [easter.add({ days: 39 }), 'Christi Himmelfahrt'],
    [easter.add({ days: 50 }), 'Pfingstmontag'],
    [fixed(10, 3), 'Tag der Deutschen Einheit'],
    [fixed(10, 31), 'Reformationstag'],
    [fixed(12, 25), '1. Weihnachtstag'],
    [fixed(12, 26), '2. Weihnachtstag'],
  ]
  return new Map(days.map(([day, name]) => [day.toString(), name]))
}

/** By the rule of Gauss as Lichtenberg completed it: valid for every year of the Gregorian calendar. */
export function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100)
  const moonShift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25)
  const sunShift = 2 - Math.floor((3 * century + 3) / 4)
  const cycle = year % 19
  const moon = (19 * cycle + moonShift) % 30
  const correction = Math.floor((moon + Math.floor(cycle / 11)) / 29)
  const fullMoon = 21 + moon - correction
  const firstSunday = 7 - ((((year + Math.floor(year / 4) + sunShift) % 7) + 7) % 7)
  const march = fullMoon + 7 - ((((fullMoon - firstSunday) % 7) + 7) % 7)
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: march - 1 })
}
