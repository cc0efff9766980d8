// A package of dates as calendar programs read it: by ical.js, and by a small reader of our own that knows nothing of the writer.
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { datesOfSeries } from '#domains/guidance/events/event/series.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Invitation, type PackageDate, writeCalendarFile, writeItip } from '#platform/calendar/write-itip.ts'
import { type Component, eventsOf, propertyIn, readStrictly } from '../calendar/strict-ical.ts'

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)

/** The breakfast of 2027: each first Friday, holidays a week later. */
function breakfasts(): PackageDate[] {
  const series = datesOfSeries({
    pattern: 'monthly',
    weekday: 5,
    nth: 1,
    from: Temporal.PlainDate.from('2027-01-01'),
    until: Temporal.PlainDate.from('2027-12-31'),
    time: Temporal.PlainTime.from('09:00'),
    minutes: 60,
    holidays: 'move',
  })
  if (isRefusal(series)) throw new Error(series.refused)
  const rest = { title: 'Digitales Frühstück', place: 'online, https://video.example/frühstück', description: '' }
  return series.dates.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, ...rest }))
}

const invitation = (dates: readonly PackageDate[], more: Partial<Invitation> = {}): Invitation => {
  const [first] = dates
  if (!first) throw new Error('no date')
  return {
    method: 'REQUEST',
    uid: 'kurs-eins@termine.lotsenwerk',
    sequence: 0,
    at: instant('2026-11-22T10:00:00Z'),
    ...first,
    url: 'https://portal.example/kurse/eins',
    dates,
    organizer: { email: 'portal@verbund.example', name: 'Kommunalverbund Sachsen-Anhalt' },
    attendee: { email: 'jonas@elbaue.example', name: 'Jonas "Überlang" Timm' },
    ...more,
  }
}

interface Instance {
  start: string
  end: string
  place: string
  title: string
}

/** As programs do: each occurrence with what stands for it. */
function readByIcal(text: string): Instance[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    if (!ICAL.TimezoneService.has('Europe/Berlin')) ICAL.TimezoneService.register(zone)
  const [master] = calendar
    .getAllSubcomponents('vevent')
    .filter((one) => !one.hasProperty('recurrence-id'))
    .map((one) => new ICAL.Event(one))
  if (!master) return []
  const instances: Instance[] = []
  const iterator = master.iterator()
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { startDate, endDate, item } = master.getOccurrenceDetails(next)
    instances.push({ start: iso(startDate), end: iso(endDate), place: item.location, title: item.summary })
  }
  return instances
}

const iso = (time: { toUnixTime(): number }): string =>
  Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString()

/** Our own: local times are of Berlin, an RDATE repeats the first one, what names one stands for it. */
function readByHand(text: string): Instance[] {
  const events = eventsOf(readStrictly(new TextEncoder().encode(text)))
  const at = (event: Component, name: string): string[] =>
    event.properties
      .filter((one) => one.name === name)
      .map(({ value, parameters }) => {
        const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(value) ?? []
        const wall = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}`)
        return wall
          .toZonedDateTime(parameters['TZID'] ?? 'UTC')
          .toInstant()
          .toString()
      })
  const said = (event: Component, name: string): string =>
    (propertyIn(event, name)?.value ?? '').replaceAll(/\\([,;])/g, '$1')
  const [master, ...others] = events
  if (!master) return []
  const [start = '', end = ''] = [at(master, 'DTSTART')[0], at(master, 'DTEND')[0]]
  const length = instant(start).until(instant(end))
  return [...new Set([start, ...at(master, 'RDATE')])].map((begin) => {
    const own = others.find((one) => at(one, 'RECURRENCE-ID')[0] === begin)
    return {
      start: own ? (at(own, 'DTSTART')[0] ?? '') : begin,
      end: own ? (at(own, 'DTEND')[0] ?? '') : instant(begin).add(length).toString(),
      place: said(own ?? master, 'LOCATION'),
      title: said(own ?? master, 'SUMMARY'),
    }
  })
}

const expected = (dates: readonly PackageDate[]): Instance[] =>
  dates.map(({ startsAt, endsAt, place, title }) => ({
    start: startsAt.toString(),
    end: endsAt.toString(),
    place,
    title,
  }))

test('twelve breakfasts under one UID are twelve dates for both readers', () => {
  const dates = breakfasts()
  const text = writeItip(invitation(dates))
  expect(dates).toHaveLength(12)
  expect(readByHand(text)).toEqual(expected(dates))
  expect(readByIcal(text)).toEqual(expected(dates))
  expect(text.match(/^UID:/gm)).toHaveLength(1)
  expect(text.replaceAll('\r\n ', '').match(/^ATTENDEE;/gm)).toHaveLength(1)
})

test('dates of another length, place or topic stand for themselves, under the same UID', () => {
  const dates = breakfasts().map((date, at) => {
    if (at === 3) return { ...date, endsAt: date.startsAt.add({ minutes: 150 }) }
    if (at === 7) return { ...date, place: 'Elbaue, Bürgerhaus; Saal 2' }
    return at === 9 ? { ...date, title: 'Digitales Frühstück: Wahlen' } : date
  })
  const text = writeItip(invitation(dates, { sequence: 4 }))
  expect(readByHand(text)).toEqual(expected(dates))
  expect(readByIcal(text)).toEqual(expected(dates))
  const events = eventsOf(readStrictly(new TextEncoder().encode(text)))
  expect(events).toHaveLength(4)
  for (const event of events) {
    expect(propertyIn(event, 'UID')?.value).toBe('kurs-eins@termine.lotsenwerk')
    expect(propertyIn(event, 'SEQUENCE')?.value).toBe('4')
    expect(event.properties.filter(({ name }) => name === 'ATTENDEE')).toHaveLength(1)
  }
})

test('a date that is called off is left out, and taking all of it out keeps the UID', () => {
  const dates = breakfasts()
  const left = dates.toSpliced(5, 1)
  expect(readByIcal(writeItip(invitation(left, { sequence: 1 })))).toEqual(expected(left))
  const text = writeItip(invitation(left, { sequence: 2, method: 'CANCEL' }))
  const events = eventsOf(readStrictly(new TextEncoder().encode(text)))
  expect(events).toHaveLength(1)
  expect(text).toContain('METHOD:CANCEL\r\n')
  expect(propertyIn(events[0] ?? { name: '', properties: [], components: [] }, 'STATUS')?.value).toBe('CANCELLED')
  expect(text).toContain('UID:kurs-eins@termine.lotsenwerk\r\n')
})

test('dates in the hour that comes twice and across a change of clocks are the same instants for both', () => {
  const rest = { title: 'Nachts', place: '', description: '' }
  const dates = ['2027-10-30T00:30:00Z', '2027-10-31T00:30:00Z', '2027-10-31T23:30:00Z', '2028-03-25T22:30:00Z'].map(
    (at) => ({
      startsAt: instant(at),
      endsAt: instant(at).add({ hours: 4 }),
      ...rest,
    }),
  )
  const text = writeItip(invitation(dates))
  expect(readByIcal(text).map(({ start, end }) => [start, end])).toEqual(
    expected(dates).map(({ start, end }) => [start, end]),
  )
})

test('one date alone is written as before a package was possible', () => {
  const [first] = breakfasts()
  if (!first) throw new Error('no date')
  const alone = invitation([first])
  expect(writeItip(alone)).toBe(writeItip({ ...alone, dates: undefined }))
  expect(writeItip(alone)).not.toMatch(/RDATE|RECURRENCE-ID/)
})

test('the file for everybody invites nobody', () => {
  const text = writeCalendarFile(invitation(breakfasts()), false)
  expect(text).not.toMatch(/ATTENDEE|ORGANIZER|mailto:/)
  expect(readByIcal(text)).toHaveLength(12)
})
