// Calendar files from elsewhere: the samples of other programs, and what our own forms write.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { type IcsReading, mostIcsDates, readIcs } from '#domains/guidance/events/ics/read-ics.ts'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'

const samples = sharedData('ical')
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ics'))
    .toSorted()

const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:eins', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join(
    '\r\n',
  )

const read = (text: string): IcsReading => {
  const reading = readIcs(text)
  if (isRefusal(reading)) throw new Error(reading.refused)
  return reading
}

const starts = (text: string): string[] => read(text).dates.map(({ startsAt }) => startsAt.toString())

const refusal = (text: string): string => {
  const reading = readIcs(text)
  return isRefusal(reading) ? reading.refused : 'not refused'
}

const friday = ['DTSTART;TZID=Europe/Berlin:20270205T090000', 'DTEND;TZID=Europe/Berlin:20270205T103000']

test.skipIf(!samples)(`each sample file is read or refused in German with its line; ${needsSharedData('ical')}`, () => {
  const files = filesIn(samples ?? '')
  expect(files.length).toBeGreaterThanOrEqual(46)
  for (const file of files) {
    const reading = readIcs(readFileSync(join(samples ?? '', file), 'utf8'))
    if (isRefusal(reading))
      expect([file, reading.refused]).toEqual([file, expect.stringMatching(/^Zeile \d+: [A-ZÄÖÜ„].*\.$/)])
    else expect(reading.dates.length, file).toBeGreaterThan(0)
  }
})

test.skipIf(!samples)(`samples whose dates are known; ${needsSharedData('ical')}`, () => {
  const sample = (name: string): string => readFileSync(join(samples ?? '', 'samples', name), 'utf8')
  expect(starts(sample('rdate_exdate.ics'))).toEqual([
    '2024-06-09T03:00:00Z',
    '2024-06-10T03:00:00Z',
    '2024-06-12T03:00:00Z',
  ])
  expect(starts(sample('recur_instances_finite.ics'))).toContain('2012-10-02T17:00:00Z')
  expect(refusal(sample('blank_line_mid.ics'))).toBe('Zeile 3: Hier steht eine leere Zeile mitten im Kalender.')
  expect(refusal(sample('timezone_from_file.ics'))).toBe(
    'Zeile 14: Die Zeitzone „Nowhere/Middle“ ist hier nicht bekannt.',
  )
  expect(refusal(sample('daily_recur.ics'))).toMatch(/^Zeile 28: Die Wiederholung hat kein Ende/)
  expect(refusal(sample('multiple_rrules.ics'))).toMatch(/mehrere Wiederholungen/)
  expect(refusal(sample('day_long_recur_yearly.ics'))).toMatch(/ganztägig/)
})

test('a date has its place and topic in one line, and its zone is the one it names', () => {
  const text = calendar(...friday, String.raw`SUMMARY:Strategie\, Teil 1\nmit Übung`, 'LOCATION:Rathaus\\; Saal 1')
  expect(read(text).dates).toMatchObject([{ topic: 'Strategie, Teil 1 mit Übung', place: 'Rathaus; Saal 1', line: 3 }])
  expect(starts(text)).toEqual(['2027-02-05T08:00:00Z'])
  expect(starts(calendar('DTSTART:20270705T090000', 'DTEND:20270705T100000'))).toEqual(['2027-07-05T07:00:00Z'])
  expect(starts(calendar('DTSTART:20270705T090000Z', 'DURATION:PT45M'))).toEqual(['2027-07-05T09:00:00Z'])
  expect(starts(calendar('DTSTART;TZID=W. Europe Standard Time:20270705T090000', 'DURATION:PT1H'))).toEqual([
    '2027-07-05T07:00:00Z',
  ])
  expect(
    starts(calendar('DTSTART;TZID="/elsewhere.example/2026/Europe/Berlin":20270705T090000', 'DURATION:PT1H')),
  ).toEqual(['2027-07-05T07:00:00Z'])
})

test('a date without an end has an hour, and says so', () => {
  expect(read(calendar('DTSTART:20270705T090000'))).toMatchObject({
    dates: [{ endsAt: expect.anything() }],
    notes: ['Zeile 3: Ein Termin hat kein Ende; angenommen ist eine Stunde.'],
  })
})

test.for([
  ['every day, four times', 'FREQ=DAILY;COUNT=4', ['02-05', '02-06', '02-07', '02-08']],
  ['every second week', 'FREQ=WEEKLY;INTERVAL=2;COUNT=3', ['02-05', '02-19', '03-05']],
  ['two days each week', 'FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20270215T230000Z', ['02-05', '02-08', '02-12', '02-15']],
  ['the first Friday of each month', 'FREQ=MONTHLY;BYDAY=1FR;COUNT=4', ['02-05', '03-05', '04-02', '05-07']],
  ['the last Friday of each month', 'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270430', ['02-26', '03-26', '04-30']],
  ['the same day of each month', 'FREQ=MONTHLY;COUNT=3', ['02-05', '03-05', '04-05']],
] as const)('%s is taken one by one, by the clock on the wall', ([, rule, days]) => {
  const found = starts(calendar(...friday, `RRULE:${rule}`))
  expect(found.map((at) => at.slice(5, 10))).toEqual(days)
  const summer = '2027-03-28'
  expect(found.every((at) => at.slice(11, 13) === (at.slice(0, 10) >= summer ? '07' : '08'))).toBe(true)
})

test.for([
  ['no end', 'FREQ=WEEKLY', /^Zeile 7: Die Wiederholung hat kein Ende/],
  ['every year', 'FREQ=YEARLY;COUNT=2', /^Zeile 7: Gelesen werden tägliche/],
  ['a word that is not read', 'FREQ=MONTHLY;BYSETPOS=1;COUNT=2', /^Zeile 7: .*BYSETPOS/],
  ['a number that is none', 'FREQ=DAILY;COUNT=viele', /^Zeile 7: .*keine Zahl/],
  ['too many dates', 'FREQ=DAILY;COUNT=500', /mehr als 60 Termine/],
] as const)('a rule with %s is refused with its line', ([, rule, sentence]) => {
  expect(refusal(calendar(...friday, `RRULE:${rule}`))).toMatch(sentence)
})

test('what is taken out, added or moved within a series is so', () => {
  const zone = 'TZID=Europe/Berlin'
  const text = [
    'BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:reihe', ...friday, 'RRULE:FREQ=WEEKLY;COUNT=4', `EXDATE;${zone}:20270212T090000`, `RDATE;${zone}:20270305T100000`, 'END:VEVENT',
    'BEGIN:VEVENT', 'UID:reihe', `RECURRENCE-ID;${zone}:20270219T090000`, `DTSTART;${zone}:20270220T110000`, 'DURATION:PT1H', 'END:VEVENT', 'END:VCALENDAR',
  ].join('\n') // prettier-ignore
  expect(starts(text)).toEqual([
    '2027-02-05T08:00:00Z',
    '2027-02-20T10:00:00Z',
    '2027-02-26T08:00:00Z',
    '2027-03-05T09:00:00Z',
  ])
})

test.for([
  ['an empty file', '', 'In der Datei steht kein Kalender.'],
  ['a table', 'Datum;Ort\n1.2.2027;Saal\n', 'Zeile 1: Die Angaben bei Datum sind nicht vollständig.'],
  ['a page', '<html></html>', 'Zeile 1: Das ist keine Zeile eines Kalenders.'],
  ['something that does not end', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n', 'Zeile 2: VEVENT beginnt hier und endet nicht.'],
  [
    'something that ends otherwise',
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO\n',
    'Zeile 3: Hier endet VTODO, offen ist aber VEVENT.',
  ],
  ['a calendar without dates', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'Zeile 1: In diesem Kalender steht kein Termin.'],
  [
    'a day that is none',
    calendar('DTSTART:20270231T090000', 'DURATION:PT1H'),
    'Zeile 5: „20270231T090000“ bei DTSTART gibt es im Kalender nicht.',
  ],
  [
    'an end before the begin',
    calendar('DTSTART:20270205T090000', 'DTEND:20270205T080000'),
    'Zeile 6: Der Termin endet, bevor er beginnt.',
  ],
] as const)('%s is refused with a sentence', ([, text, sentence]) => {
  expect(refusal(text)).toBe(sentence)
})

test('a file with more dates than an event can have is refused', () => {
  const many = Array.from({ length: mostIcsDates + 1 }, (_, at) => ['BEGIN:VEVENT', `UID:${at}`, `DTSTART:20270205T09${String(at % 60).padStart(2, '0')}00Z`, 'DURATION:PT1H', 'END:VEVENT'].join('\n')) // prettier-ignore
  expect(refusal(['BEGIN:VCALENDAR', ...many, 'END:VCALENDAR'].join('\n'))).toMatch(/mehr als 60 Termine/)
})

test('no text at all makes it throw', () => {
  const piece = fc.constantFrom('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'END:VCALENDAR', 'DTSTART:20270205T090000', 'RRULE:FREQ=DAILY;COUNT=3', 'DTSTART;TZID=X:99999999', ' mehr', '', 'EXDATE:;', 'DURATION:-P1D', 'RECURRENCE-ID:x') // prettier-ignore
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 20 }), (lines) => {
      expect(readIcs(lines.join('\n'))).toBeDefined()
    }),
  )
})
