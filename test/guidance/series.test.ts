import { execFileSync } from 'node:child_process'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { packageRoot } from '#platform/config.ts'
import { datesOfSeries, type Series, type SeriesRule } from '#domains/guidance/events/event/series.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

const rule = (more: Partial<SeriesRule> = {}): SeriesRule => ({
  pattern: 'monthly',
  weekday: 5,
  nth: 1,
  from: day('2027-01-01'),
  until: day('2027-12-31'),
  time: Temporal.PlainTime.from('09:00'),
  minutes: 60,
  holidays: 'move',
  ...more,
})

const made = (more: Partial<SeriesRule> = {}): Series => {
  const series = datesOfSeries(rule(more))
  if (isRefusal(series)) throw new Error(series.refused)
  return series
}

const refused = (more: Partial<SeriesRule>): string => {
  const series = datesOfSeries(rule(more))
  return isRefusal(series) ? series.refused : 'not refused'
}

const days = ({ dates }: Series): string[] => dates.map((date) => date.day.toString().slice(5))

test('the first Friday of each month of 2027, holidays a week later', () => {
  const series = made()
  expect(days(series)).toEqual(['01-08', '02-05', '03-05', '04-02', '05-07', '06-04', '07-02', '08-06', '09-03', '10-01', '11-05', '12-03']) // prettier-ignore
  expect(series.dates.map(({ startsAt }) => startsAt.toString().slice(11, 13))).toEqual(['08', '08', '08', '07', '07', '07', '07', '07', '07', '07', '08', '08']) // prettier-ignore
  expect(series.dates[0]?.movedFrom).toEqual({ day: day('2027-01-01'), holiday: 'Neujahr' })
  expect(series.dates.slice(1).every(({ movedFrom }) => movedFrom === null)).toBe(true)
  expect(series.gaps).toEqual([])
})

test('the last Friday of March 2027 is Good Friday: moved, left out or kept, as the rule says', () => {
  const march = { nth: 5, from: day('2027-03-01'), until: day('2027-04-30') }
  expect(days(made(march))).toEqual(['04-02', '04-30'])
  expect(made({ ...march, holidays: 'skip' })).toMatchObject({
    dates: [{ movedFrom: null }],
    gaps: [{ reason: 'Karfreitag' }],
  })
  expect(days(made({ ...march, holidays: 'keep' }))).toEqual(['03-26', '04-30'])
})

test('a weekly date on a holiday does not go where the next one is already', () => {
  const easter = { pattern: 'weekly' as const, from: day('2027-03-19'), until: day('2027-04-09') }
  expect(days(made(easter))).toEqual(['03-19', '04-02', '04-09'])
  expect(made(easter).gaps[0]?.reason).toBe('Karfreitag; am 02.04.2027 ist schon der nächste Termin')
  expect(days(made({ ...easter, pattern: 'twoWeeks', from: day('2027-03-12') }))).toEqual(['03-12', '04-02', '04-09'])
})

test('two holidays in a row move it twice', () => {
  // 24 and 31 December are none; Friday 25 December 2026 is, and so is Friday 1 January 2027.
  const christmas = { nth: 4, from: day('2026-12-01'), until: day('2026-12-31') }
  expect(made(christmas).dates.map((date) => date.day.toString())).toEqual(['2027-01-08'])
})

test('in the nights in which clocks are changed local times stay, and a time that is none is refused with its day', () => {
  const sundays = { pattern: 'weekly' as const, weekday: 7, holidays: 'keep' as const }
  const spring = { ...sundays, from: day('2027-03-21'), until: day('2027-04-04') }
  expect(made(spring).dates.map(({ startsAt }) => startsAt.toString())).toEqual([
    '2027-03-21T08:00:00Z',
    '2027-03-28T07:00:00Z',
    '2027-04-04T07:00:00Z',
  ])
  const early = Temporal.PlainTime.from('02:30')
  expect(refused({ ...spring, time: early })).toMatch(/^28\.03\.2027: 02:30 Uhr gibt es in dieser Nacht nicht/)
  const autumn = { ...sundays, from: day('2027-10-24'), until: day('2027-11-07') }
  expect(made(autumn).dates.map(({ startsAt }) => startsAt.toString())).toEqual([
    '2027-10-24T07:00:00Z',
    '2027-10-31T08:00:00Z',
    '2027-11-07T08:00:00Z',
  ])
  expect(refused({ ...autumn, time: early })).toMatch(/^31\.10\.2027: 02:30 Uhr gibt es in dieser Nacht zweimal/)
  // Reformation Day is the same Sunday.
  expect(made({ ...autumn, holidays: 'skip' }).gaps).toMatchObject([{ reason: 'Reformationstag' }])
})

test('a rule without dates, with too many, or with an impossible weekday is refused with the field', () => {
  expect(refused({ from: day('2027-01-02'), until: day('2027-01-31') })).toBe('In dieser Zeit liegt kein solcher Tag.')
  expect(refused({ pattern: 'weekly', until: day('2030-01-01') })).toBe('Das wären mehr als 60 Termine.')
  expect(datesOfSeries(rule({ weekday: 8, nth: 0 }))).toMatchObject({ errors: [{ path: 'weekday' }, { path: 'nth' }] })
  expect(datesOfSeries(rule({ until: day('2026-12-31') }))).toMatchObject({ errors: [{ path: 'until' }] })
})

const elsewhere = `
  import { Temporal } from 'temporal-polyfill'
  import { datesOfSeries } from '#domains/guidance/events/event/series.ts'
  const day = (text) => Temporal.PlainDate.from(text)
  const series = datesOfSeries({ pattern: 'monthly', weekday: 5, nth: 1, from: day('2027-01-01'), until: day('2027-12-31'),
    time: Temporal.PlainTime.from('09:00'), minutes: 60, holidays: 'move' })
  process.stdout.write(JSON.stringify(series.dates.map(({ startsAt, endsAt }) => [startsAt.toString(), endsAt.toString()])))`

test.for(['UTC', 'Europe/Berlin', 'America/New_York'])('a machine in %s finds the same instants', (zone) => {
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', elsewhere], {
    cwd: packageRoot,
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })
  expect(JSON.parse(told)).toEqual(made().dates.map(({ startsAt, endsAt }) => [startsAt.toString(), endsAt.toString()]))
})
