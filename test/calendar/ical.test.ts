// Feeds as calendar programs read them: by ical.js, and by a strict reader of our own.
import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { writeIcal } from '#platform/calendar/write-ical.ts'
import { packageRoot } from '#platform/config.ts'
import type { CalendarEntry, CalendarTime } from '#platform/portal/calendar-entry.ts'
import { eventsOf, plain, propertyIn, readStrictly } from './strict-ical.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  key: 'delegation-01940d1c-5c00-7a60-8000-3c4d5e6f7081',
  title: 'Letzter Tag für zwei Listen',
  url: '/pruefungen/1',
  time: { from: day('2026-11-23'), until: day('2026-11-23') },
  isCancelled: false,
  changedAt: instant('2026-11-21T08:15:00.123Z'),
  ...more,
})

const feed = (...entries: CalendarEntry[]): string =>
  writeIcal({ name: 'Lotsenwerk: Stadt Musterstadt', portal: 'https://lotsenwerk.example', entries })

const only = (text: string) => {
  const [event] = eventsOf(readStrictly(bytes(text)))
  if (!event) throw new Error('no event')
  return event
}

const readByOthers = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    if (!ICAL.TimezoneService.has('Europe/Berlin')) ICAL.TimezoneService.register(zone)
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

test('an entry of whole days ends before the day after its last one, and takes nobody away from work', () => {
  const event = only(feed(entry({ time: { from: day('2026-12-30'), until: day('2026-12-31') } })))
  expect(propertyIn(event, 'DTSTART')).toMatchObject({ parameters: { VALUE: 'DATE' }, value: '20261230' })
  expect(propertyIn(event, 'DTEND')).toMatchObject({ parameters: { VALUE: 'DATE' }, value: '20270101' })
  expect(propertyIn(event, 'TRANSP')?.value).toBe('TRANSPARENT')
  const [read] = readByOthers(feed(entry({ time: { from: day('2028-02-28'), until: day('2028-02-29') } })))
  expect([read?.startDate.toString(), read?.endDate.toString()]).toEqual(['2028-02-28', '2028-03-01'])
})

test('UID, SEQUENCE and LAST-MODIFIED follow from the entry alone, and a later change has a higher SEQUENCE', () => {
  const event = only(feed(entry()))
  expect(propertyIn(event, 'UID')?.value).toBe('delegation-01940d1c-5c00-7a60-8000-3c4d5e6f7081@kalender.lotsenwerk')
  expect(propertyIn(event, 'LAST-MODIFIED')?.value).toBe('20261121T081500Z')
  expect(propertyIn(event, 'DTSTAMP')?.value).toBe('20261121T081500Z')
  const later = only(feed(entry({ changedAt: instant('2026-11-21T08:15:01.123Z') })))
  expect(Number(propertyIn(later, 'SEQUENCE')?.value)).toBe(Number(propertyIn(event, 'SEQUENCE')?.value) + 1)
  expect(propertyIn(only(feed(entry({ changedAt: instant('2019-01-01T00:00:00Z') }))), 'SEQUENCE')?.value).toBe('0')
  expect(feed(entry())).toBe(feed(entry()))
})

test('what is cancelled stays in the feed and says so', () => {
  expect(propertyIn(only(feed(entry({ isCancelled: true }))), 'STATUS')?.value).toBe('CANCELLED')
  expect(propertyIn(only(feed(entry())), 'STATUS')?.value).toBe('CONFIRMED')
})

test.for([
  ['in winter', '2026-11-23T09:00:00Z', 'Europe/Berlin', '20261123T100000'],
  ['in summer', '2026-07-01T08:00:00Z', 'Europe/Berlin', '20260701T100000'],
  ['just before the clock is put forward', '2026-03-29T00:59:59Z', 'Europe/Berlin', '20260329T015959'],
  ['just after it', '2026-03-29T01:00:00Z', 'Europe/Berlin', '20260329T030000'],
  [
    'in the hour that comes twice, of which a local time cannot say which',
    '2026-10-25T00:30:00Z',
    undefined,
    '20261025T003000Z',
  ],
  ['and the second time', '2026-10-25T01:30:00Z', undefined, '20261025T013000Z'],
  ['after it', '2026-10-25T02:00:00Z', 'Europe/Berlin', '20261025T030000'],
] as const)('a time of day %s is the local one, and other programs find the same instant', ([, at, zone, value]) => {
  const text = feed(entry({ time: { from: instant(at), until: instant(at).add({ minutes: 90 }) } }))
  const start = propertyIn(only(text), 'DTSTART')
  expect([start?.parameters['TZID'], start?.value]).toEqual([zone, value])
  const [read] = readByOthers(text)
  expect(read?.startDate.toUnixTime()).toBe(instant(at).epochMilliseconds / 1000)
  expect(read?.endDate.toUnixTime()).toBe(instant(at).epochMilliseconds / 1000 + 90 * 60)
})

test('something without length has a begin only', () => {
  const at = instant('2026-11-23T09:00:00Z')
  const event = only(feed(entry({ time: { from: at, until: at } })))
  expect(propertyIn(event, 'DTEND')).toBeUndefined()
})

test('an empty calendar is one too, with its name and how often to look', () => {
  const calendar = readStrictly(bytes(feed()))
  expect(eventsOf(calendar)).toEqual([])
  expect(plain(calendar, 'X-WR-CALNAME')).toBe('Lotsenwerk: Stadt Musterstadt')
  expect(propertyIn(calendar, 'REFRESH-INTERVAL')).toMatchObject({ parameters: { VALUE: 'DURATION' }, value: 'PT1H' })
})

const hostile = [
  '<script>alert(1)</script> & "so"',
  'Zeile eins\r\nDTSTART:20000101\r\nEND:VEVENT',
  'Zeile\nzwei\rdrei\u2028vier\u0085fünf',
  String.raw`Komma, Semikolon; Rückstrich \ und \n wörtlich`,
  '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(30),
  'Ü'.repeat(500),
  'a'.repeat(75),
  'Steuer\u0000\u0007\u001B\u007Fzeichen',
  'Halb \uD83D und \uDE00',
  ':;="TZID',
  '',
]

/** What may be left of a text: line ends are one, and what no calendar can hold is gone. */
const kept = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    // oxlint-disable-next-line no-control-regex -- these are what is left out
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '')

test.for(hostile)('a title, description and place of %j come out as they went in, for both readers', (text) => {
  const written = feed(entry({ title: text, description: text || undefined, place: text || undefined }))
  const event = only(written)
  expect(plain(event, 'SUMMARY')).toBe(kept(text))
  expect(plain(event, 'LOCATION') ?? '').toBe(kept(text))
  const [read] = readByOthers(written)
  expect(read?.summary).toBe(kept(text))
  expect(read?.description ?? '').toBe(kept(text))
})

test('any text at all makes a calendar that both read alike', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (a, b) => {
        const written = feed(entry({ title: a, description: b || undefined }))
        const event = only(written)
        expect(plain(event, 'SUMMARY')).toBe(kept(a))
        expect(plain(event, 'DESCRIPTION') ?? '').toBe(kept(b))
        expect(readByOthers(written)[0]?.summary).toBe(kept(a))
      },
    ),
  )
})

test('any time at all is the same instant for other programs', () => {
  const [begin, end] = ['2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z'].map(
    (at) => instant(at).epochMilliseconds / 1000,
  )
  fc.assert(
    fc.property(
      fc.integer({ min: begin ?? 0, max: end ?? 0 }),
      fc.integer({ min: 1, max: 100_000 }),
      (from, length) => {
        const at = (second: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(second * 1000)
        const time: CalendarTime = { from: at(from), until: at(from + length) }
        const [read] = readByOthers(feed(entry({ time })))
        expect([read?.startDate.toUnixTime(), read?.endDate.toUnixTime()]).toEqual([from, from + length])
      },
    ),
  )
})

test('the strict reader refuses what the standard refuses', () => {
  const good = feed(entry())
  const bad: [RegExp, string][] = [
    [/CRLF|CR or LF/, good.replaceAll('\r\n', '\n')],
    [/octets/, feed(entry()).replace('SUMMARY:', `SUMMARY:${'x'.repeat(80)}`)],
    [/not escaped/, good.replace('SUMMARY:', 'SUMMARY:a,b')],
    [/no VTIMEZONE/, good.replace('DTSTART;VALUE=DATE:20261123', 'DTSTART;TZID=Europe/Paris:20261123T100000')],
    [/floats/, good.replace('DTSTART;VALUE=DATE:20261123', 'DTSTART:20261123T100000')],
    [/ends nothing/, good.replace('END:VEVENT', 'END:VTODO')],
    [/two events/, feed(entry(), entry())],
    [/ends before/, good.replace('DTEND;VALUE=DATE:20261124', 'DTEND;VALUE=DATE:20261123')],
  ]
  for (const [fault, text] of bad) expect(() => readStrictly(bytes(text))).toThrow(fault)
})

const writeElsewhere = `
  import { Temporal } from 'temporal-polyfill'
  import { writeIcal } from '#platform/calendar/write-ical.ts'
  const entries = []
  for (const at of ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-12-31T23:30:00Z'])
    entries.push({ key: at, title: 'ä, b', url: '/x', time: { from: Temporal.Instant.from(at), until: Temporal.Instant.from(at).add({ hours: 3 }) }, isCancelled: false, changedAt: Temporal.Instant.from(at) })
  for (const day of ['2026-03-29', '2026-10-25', '2026-12-31'])
    entries.push({ key: day, title: 'ganz', url: '/x', time: { from: Temporal.PlainDate.from(day), until: Temporal.PlainDate.from(day) }, isCancelled: false, changedAt: Temporal.Instant.from('2026-01-01T00:00:00Z') })
  process.stdout.write(writeIcal({ name: 'Überall', portal: 'https://x.example', entries }))`

test('a machine in another time zone writes the same bytes', () => {
  const written = ['UTC', 'Europe/Berlin', 'America/New_York'].map((zone) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', writeElsewhere], {
      cwd: packageRoot,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  )
  expect(eventsOf(readStrictly(bytes(written[0] ?? '')))).toHaveLength(8)
  expect(written[1]).toBe(written[0])
  expect(written[2]).toBe(written[0])
})

test('any moment of change is the one that Temporal says', () => {
  const [begin, end] = ['0001-01-01T00:00:00Z', '2087-12-31T23:59:59Z'].map((at) => instant(at).epochMilliseconds)
  fc.assert(
    fc.property(fc.integer({ min: begin ?? 0, max: end ?? 0 }), (milliseconds) => {
      const changedAt = Temporal.Instant.fromEpochMilliseconds(milliseconds)
      const expected = changedAt.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()
      const event = only(feed(entry({ changedAt })))
      expect(propertyIn(event, 'LAST-MODIFIED')?.value).toBe(expected.replaceAll(/[-:]/g, ''))
    }),
  )
})
