// The journey of the money: a package that the mayor decides, a workshop that is delivered and accepted with a reservation, the contractor's
// invoice, two people who settle it, the last days of the year, and the proof of use.
import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword, hvb, isb, manager } from '../harness/house.ts'
import { ubl } from '../invoices/xml.ts'
import { open, type Person, setStage, signIn, type Stage } from './chromium.ts'

const office = 'auftrag@pruefhaus.example'
const manager2 = 'programm2@verbund.example'
const town = 'Stadt Musterstadt'
const service = 'Workshop Notfallvorsorge'
const struck = 'Penetrationstest von außen'
const people = new Map<string, Person>()
/** Whose sessions ended, because time went on. */
const earlier: [string, Person][] = []
let stage: Stage
let lastDay: Temporal.PlainDate

beforeAll(async () => {
  stage = await setStage({ LOTSENWERK_TEST_CLOCK: '1' })
})

afterAll(async () => stage.strike())

/** The page of somebody at a browser of their own, signed in. */
async function at(email: string): Promise<Page> {
  const known = people.get(email)
  if (known) return known.page
  const person = await open(stage.browser)
  people.set(email, person)
  await signIn(person, stage.base, email)
  return person.page
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()])
}

const follow = async (page: Page, name: string | RegExp): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('main').getByRole('link', { name }).first().click()])
}

const load = async (page: Page, name: string | RegExp): Promise<string> => {
  const [download]: [Download, void] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('link', { name }).first().click(),
  ])
  return readFileSync(await download.path(), 'latin1')
}

const shown = (page: Page): Promise<string> => page.getByRole('main').innerText()

/** The page of the programme, as its leaders open it. */
async function openProgramme(email = manager): Promise<Page> {
  const page = await at(email)
  await page.goto(`${stage.base}/programme-im-verbund`)
  await follow(page, 'SicherKOMMUNAL')
  return page
}

async function openRoad(email: string): Promise<Page> {
  const page = await at(email)
  await page.goto(`${stage.base}/teilnahmen`)
  await follow(page, 'SicherKOMMUNAL')
  return page
}

/** What is free in the budget of the town, as its page says. */
async function free(): Promise<string> {
  const page = await openRoad(isb)
  await page.goto(`${page.url()}/budget`)
  const words = await shown(page)
  return /noch frei\s*([\d.]+)/.exec(words)?.[1] ?? words
}

/** Of the order about the service, as the leaders of the programme see it. */
async function openOrder(): Promise<Page> {
  const page = await openProgramme()
  await page.goto(`${page.url()}/auftraege`)
  const row = page.getByRole('row').filter({ hasText: town }).filter({ hasText: service })
  await Promise.all([page.waitForEvent('load'), row.getByRole('link', { name: service }).click()])
  return page
}

test('the security officer finds a package within the budget, with a reason at every measure, and lays it before the mayor', async () => {
  expect(await free()).toBe('13.900')
  const page = await openRoad(isb)
  await page.goto(`${page.url()}/massnahmenpaket`)
  const words = await shown(page)
  expect(words).toMatch(/dieses Paket\s*12\.600/)
  expect(words).toMatch(/danach noch frei\s*1\.300/)
  const rows = await page.getByRole('table').first().getByRole('row').allInnerTexts()
  const reasons = rows.slice(1, -1).filter((row) => /schließt|von Ihnen hinzugefügt/.test(row))
  expect(reasons).toHaveLength(rows.length - 2)
  expect(words).toContain('Frühester Termin')
  await press(page, 'Martin Köhler vorlegen')
  expect(await shown(page)).toContain('Es entscheidet Martin Köhler')
})

test('before the report is accepted the page says so; the mayor accepts it', async () => {
  const page = await openRoad(hvb)
  const road = page.url()
  await page.goto(`${road}/massnahmenpaket/entscheidung`)
  expect(await shown(page)).toContain('Zuerst ist „Bericht“ dran.')
  await page.goto(`${road}/berichte`)
  await follow(page, 'Entwurf 2')
  await page.getByLabel(/Passwort/).fill(demoPassword)
  await press(page, 'Bericht abnehmen')
})

test('the mayor strikes one measure, reads what is to be signed, and decides', async () => {
  const page = await at(hvb)
  await page.goto(`${stage.base}/aufgaben`)
  await follow(page, 'Über das Maßnahmenpaket entscheiden')
  if (!page.url().endsWith('/entscheidung')) await follow(page, 'Lesen und entscheiden')
  await page.getByLabel(new RegExp(`^${struck}`)).check()
  await press(page, 'Auswahl in den Text übernehmen')
  expect(await shown(page)).toContain('kostet das Paket')
  await page.getByLabel(/^Ihr Passwort/).fill(demoPassword)
  await press(page, 'Paket beschließen')
  const words = await shown(page)
  expect(words).toContain('beschlossen')
  expect(await free()).toBe('8.100')
})

test('the manager commissions it, and the contractor reports it with its list of attendance', async () => {
  await press(await openOrder(), 'Prüfhaus GmbH beauftragen')
  const page = await at(office)
  await page.goto(`${stage.base}/auftraege`)
  const row = page.getByRole('row').filter({ hasText: town }).filter({ hasText: service })
  await Promise.all([page.waitForEvent('load'), row.getByRole('link', { name: service }).click()])
  expect(await shown(page)).toContain('beauftragt')
  await page.getByLabel('Nachweis', { exact: true }).setInputFiles({
    name: 'anwesenheit.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  })
  await page.getByLabel('Anmerkung').fill('Zwei Gruppen, zusammen 31 Personen.')
  await press(page, 'Als erbracht melden')
  expect(await shown(page)).toContain('Jetzt entscheidet die Kommune')
})

test('the mayor finds it among the duties, accepts it with a reservation and signs', async () => {
  const page = await at(hvb)
  await page.goto(`${stage.base}/aufgaben`)
  await follow(page, `Leistung abnehmen: ${service}`)
  expect(await shown(page)).toContain('anwesenheit.pdf')
  await page.getByLabel('Vorbehalte').fill('Die Unterlagen für die Intranetseite fehlen noch.')
  await press(page, 'Abnahme vorbereiten')
  expect(await shown(page)).toContain('Vorbehalt 1: Die Unterlagen für die Intranetseite fehlen noch.')
  await page.getByLabel(/^Ihr Passwort/).fill(demoPassword)
  await press(page, 'Leistung abnehmen')
  expect(await shown(page)).toContain('Jetzt zeichnet der Verbund gegen.')
})

test('the manager countersigns; both load the protocol, and what was put right is noted', async () => {
  const page = await at(manager)
  await page.goto(`${stage.base}/aufgaben`)
  await follow(page, `Abnahme gegenzeichnen: ${service}`)
  await page.getByLabel(/^Ihr Passwort/).fill(demoPassword)
  await press(page, 'Gegenzeichnen und buchen')
  expect(await shown(page)).toContain('Der Betrag ist als abgenommen gebucht.')
  const mayor = await at(hvb)
  await mayor.reload()
  for (const reader of [page, mayor]) expect((await load(reader, 'Protokoll als PDF')).slice(0, 5)).toBe('%PDF-')
  await mayor.getByLabel('Behoben am').fill(await mayor.evaluate('new Date().toISOString().slice(0, 10)'))
  await press(mayor, 'Als behoben vermerken')
  expect(await shown(mayor)).toContain('behoben am')
})

test('the contractor reads that it is accepted, and hands in the invoice that the platform reads', async () => {
  const reference = /B-\d{4}-\d{4}/.exec(await shown(await openOrder()))?.[0] ?? ''
  const page = await at(office)
  await page.reload()
  expect(await shown(page)).toContain('Abnahme im Ganzen mit 1 Vorbehalt')
  await page.goto(`${stage.base}/rechnungen`)
  const wrong = ubl({
    number: 'PH-2001',
    lines: [{ name: service, net: 201_681 }],
    order: reference,
    issuedOn: Temporal.Now.plainDateISO().toString(),
  })
  const hand = async (xml: string): Promise<void> => {
    await page
      .getByLabel('XRechnung', { exact: true })
      .setInputFiles({ name: 'rechnung.xml', mimeType: 'application/xml', buffer: Buffer.from(xml) })
    await press(page, 'Rechnung einreichen')
  }
  await hand(wrong.replaceAll('15999-VERBUND-95', '15999-FREMD-00'))
  expect(await shown(page)).toContain('Leitweg-ID')
  await page.goto(`${stage.base}/rechnungen`)
  await hand(wrong)
  expect(await shown(page)).toContain('PH-2001')
})

test('one manager finds it matched and right, another one settles it; the first one cannot', async () => {
  const page = await openProgramme()
  await follow(page, 'Rechnungen und Zahlungen')
  await follow(page, 'PH-2001')
  expect(await shown(page)).toContain('passt')
  await press(page, 'Sachlich und rechnerisch richtig')
  const list = page.url().replace(/rechnungen\/.*$/, 'zahlungen')
  await page.goto(list)
  expect(await shown(page)).toContain('Das gibt jemand anderes frei')
  const second = await openProgramme(manager2)
  await second.goto(list)
  await press(second, 'Zur Zahlung freigeben')
  expect(await load(second, /Zahlungsliste \d+ \(CSV\)/)).toContain('2400,00')
  const page2 = await openRoad(isb)
  await page2.goto(`${page2.url()}/budget`)
  expect(await shown(page2)).toMatch(/abgerechnet\s*2\.400\s*€/)
})

test('on 28 December the cockpit counts the days and names the towns that still lack something, and each is written to once', async () => {
  lastDay = Temporal.PlainDate.from(
    /(\d{2})\.(\d{2})\.(\d{4}), 24 Uhr/
      .exec(await shown(await openProgramme()))
      ?.slice(1)
      .toReversed()
      .join('-') ?? '',
  )
  await setClock(lastDay.subtract({ days: 3 }))
  const page = await openProgramme()
  await follow(page, 'Was bis zur Frist noch fehlt')
  const words = await shown(page)
  expect(words).toMatch(/3\s+Tage bis/)
  expect(words).toMatch(/Kommunen fehlt noch etwas: .*Stadt Musterstadt/)
  expect(words).not.toContain(`${service}\tnicht`)
  await follow(page, 'Erinnern')
  await press(page, /erinnern|schicken|senden/i)
  expect(await shown(page)).toContain('werden erinnert: ')
  await follow(page, 'Erinnern')
  expect(await shown(page)).toContain('Auch wer heute schon erinnert wurde')
})

test('in January the proof of use is frozen with a hash, and adds up to what the books say', async () => {
  await setClock(lastDay.add({ days: 20 }))
  const later = await openProgramme()
  await follow(later, 'Verwendungsnachweis')
  const [, vouchers, books] =
    /zusammen ([\d.,]+)\s€\. In den Büchern abgerechnet: ([\d.,]+)\s€/.exec(await shown(later)) ?? []
  expect(vouchers).toBe(books)
  expect(await shown(later)).toContain('PH-2001')
  await later.getByText('Verwendungsnachweis', { exact: true }).last().click()
  await later.getByLabel('Warum gibt es eine weitere Version?').fill('Abschließender Nachweis')
  await press(later, 'Festschreiben')
  await later.getByText('Prüfsummen (SHA-256)').first().click()
  expect(await shown(later)).toMatch(/[0-9a-f]{64}/)
  expect((await load(later, 'PDF/A')).slice(0, 5)).toBe('%PDF-')
})

test('nobody’s browser complained on the way', () => {
  for (const [email, { complaints }] of [...earlier, ...people]) expect([email, complaints]).toEqual([email, []])
})

/** Morning of a day, on which everybody signs in again. */
async function setClock(day: Temporal.PlainDate): Promise<void> {
  const now = day.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '09:00' }).toInstant()
  const response = await fetch(`${stage.base}/api/v1/test/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: now.toString() }),
  })
  expect(response.ok).toBe(true)
  earlier.push(...people)
  people.clear()
}
