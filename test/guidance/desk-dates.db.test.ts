// Many dates at once: what a rule or a calendar file gives is looked at first, then taken over as if it had been typed.
import { describe, expect } from 'vitest'
import type { Browser, Page } from '../harness/clients.ts'
import { elbaue, test } from '../harness/house.ts'
import { Desk, guide } from './desk.ts'

const rule = {
  pattern: 'monthly',
  weekday: '5',
  nth: '1',
  from: '2027-01-01',
  until: '2027-04-30',
  time: '09:00',
  end: '10:30',
  holidays: 'move',
  place: 'Musterstadt, Rathaus',
  topic: 'Digitales Frühstück',
  link: '',
}

const address = (event: string, more: Partial<typeof rule> = {}): string =>
  `/kursverwaltung/${event}/termine/regel?${new URLSearchParams({ ...rule, ...more }).toString()}`

/** Presses the button of the preview: sends what the page hides in its form. */
async function take(browser: Browser, event: string, page: Page): Promise<Page> {
  const form = /<form[^>]*action="[^"]*\/termine"[^>]*>[\s\S]*?<\/form>/.exec(page.html)?.[0] ?? ''
  const fields = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return browser.post(
    `/kursverwaltung/${event}/termine`,
    Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')])),
  )
}

const calendar = (...lines: string[]): string => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const entry = (...lines: string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']

describe('dates of a rule', () => {
  test('are shown with what was moved and why before anything is kept, and then taken over beside the others', async ({
    house,
  }) => {
    const desk = await Desk.open(house)
    const browser = await house.signedIn(guide)
    const dates = await browser.get(`/kursverwaltung/${desk.event}/termine`)
    expect(dates.text).toContain('Termine nach einer Regel')
    const page = await browser.get(address(desk.event))
    expect(page.text).toContain('Verschoben vom 01.01.2027: Neujahr')
    expect(page.text).toContain('Fr, 08.01.2027, 09:00 bis 10:30 Uhr')
    expect((await desk.read()).dates).toHaveLength(1)
    expect((await take(browser, desk.event, page)).text).toContain('Termine gespeichert')
    const kept = (await desk.read()).dates.map(({ startsAt }) => startsAt)
    expect(kept).toHaveLength(5)
    expect(kept).toContain('2027-01-08T08:00:00Z')
    expect(kept).toContain('2027-04-02T07:00:00Z')
    const again = await browser.get(address(desk.event))
    expect(again.text).toContain('Alle diese Termine stehen schon da')
  })

  test('name the days that fall out, and what is wrong at its field', async ({ house }) => {
    const desk = await Desk.open(house)
    const browser = await house.signedIn(guide)
    const skipped = await browser.get(address(desk.event, { holidays: 'skip' }))
    expect(skipped.text).toContain('Kein Termin an diesen Tagen Fr, 01.01.2027: Neujahr')
    const wrong = await browser.get(address(desk.event, { until: '', end: '08:00' }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Bis: Das Ende liegt nach dem Beginn.')
    expect(wrong.text).toContain('Letzter Tag: ')
    expect(wrong.html).toContain('Digitales Frühstück')
    const turned = await browser.get(address(desk.event, { until: '2026-12-01' }))
    expect(turned.text).toContain('Der letzte Tag liegt nach dem ersten.')
    const many = await browser.get(address(desk.event, { pattern: 'weekly', until: '2028-12-31' }))
    expect(many.text).toContain('Das wären mehr als 60 Termine.')
  })

  test('that overlap another date are refused at the date, and everything stays to be mended', async ({ house }) => {
    const startsAt = '2027-02-05T08:30:00Z'
    const desk = await Desk.open(house, { dates: [{ startsAt, endsAt: '2027-02-05T12:00:00Z', place: 'Saal' }] })
    const browser = await house.signedIn(guide)
    const page = await take(browser, desk.event, await browser.get(address(desk.event)))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Diese Zeit überschneidet sich mit einem anderen Termin.')
    expect(page.html).toContain('2027-03-05')
    expect((await desk.read()).dates).toHaveLength(1)
  })

  test('are never more than an event may have, together with those that are there', async ({ house }) => {
    const desk = await Desk.open(house)
    const browser = await house.signedIn(guide)
    const most = { pattern: 'weekly', until: '2028-02-20', holidays: 'keep' }
    const page = await browser.get(address(desk.event, most))
    expect(page.text).toContain('Eine Veranstaltung hat höchstens 60 Termine.')
    expect(page.html).not.toContain('name="day1"')
  })
})

test('a date over midnight stays one when others are added', async ({ house }) => {
  const dates = [{ startsAt: '2027-05-21T20:00:00Z', endsAt: '2027-05-21T23:00:00Z', place: 'Saal' }]
  const desk = await Desk.open(house, { dates })
  const browser = await house.signedIn(guide)
  await take(browser, desk.event, await browser.get(address(desk.event)))
  const last = (await desk.read()).dates.at(-1)
  expect(last).toMatchObject({ startsAt: dates[0]?.startsAt, endsAt: dates[0]?.endsAt })
})

describe('dates of a calendar file', () => {
  const file = calendar(
    ...entry('UID:1', 'SUMMARY:Frühstück', 'DTSTART:20270210T080000Z', 'DTEND:20270210T090000Z', 'LOCATION:Rathaus'),
    ...entry('UID:2', 'SUMMARY:Klausur', 'DTSTART;VALUE=DATE:20270211'),
  )

  test('are shown with the lines of what could not be taken, and then taken over', async ({ house }) => {
    const desk = await Desk.open(house)
    const browser = await house.signedIn(guide)
    await browser.get(`/kursverwaltung/${desk.event}/termine/datei`)
    const page = await browser.upload(`/kursverwaltung/${desk.event}/termine/datei`, file, 'kurs.ics')
    expect(page.text).toContain('Mi, 10.02.2027, 09:00 bis 10:00 Uhr')
    expect(page.text).toContain('Rathaus, Frühstück')
    expect(page.text).toMatch(/Zeile \d+: „Klausur“ ist ganztägig/)
    expect((await desk.read()).dates).toHaveLength(1)
    expect((await take(browser, desk.event, page)).text).toContain('Termine gespeichert')
    expect((await desk.read()).dates.map(({ startsAt }) => startsAt)).toContain('2027-02-10T08:00:00Z')
  })

  test('that is none is refused with the reason', async ({ house }) => {
    const desk = await Desk.open(house)
    const browser = await house.signedIn(guide)
    await browser.get(`/kursverwaltung/${desk.event}/termine/datei`)
    const path = `/kursverwaltung/${desk.event}/termine/datei`
    const wrong = await browser.upload(path, 'Liebe Leute, Freitag um neun.', 'kurs.ics')
    expect(wrong.status).toBe(422)
    const broken = await browser.upload(path, calendar(...entry('UID:1', 'DTSTART:20271399T080000Z')), 'kurs.ics')
    expect(broken.text).toMatch(/Zeile \d+/)
    expect((await desk.read()).dates).toHaveLength(1)
  })

  test('are read for organizers only', async ({ house }) => {
    const desk = await Desk.open(house)
    const navigator = await house.signedIn(elbaue)
    expect((await navigator.get(`/kursverwaltung/${desk.event}/termine/datei`)).status).toBe(403)
    expect((await navigator.get(address(desk.event))).status).toBe(403)
  })
})
