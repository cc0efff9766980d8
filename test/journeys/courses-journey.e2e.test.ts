// The journey of a course that fills fairly: two seats, one for each municipality; a list with reasons, a seat that goes on by an offer,
// attendance at the door, a certificate that strangers check, and a list that keeps its order in the next run.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decoded, type Part, readPart, readParts } from '#platform/mail/mime-part.ts'
import { elbaue, everything, hvb } from '../harness/house.ts'
import { type MailPost, startMailServer } from '../harness/mail-server.ts'
import { open, type Person, scrollsSideways, setStage, signIn, type Stage, violations } from './chromium.ts'

const guide = 'lotse@verbund.example'
const guest = { name: 'Rita Rad', email: 'rita@feuerwehr.example' }
const title = 'Stabsarbeit im Notfall'
const phone = { viewport: { width: 390, height: 844 } }
const today = Temporal.Now.plainDateISO('Europe/Berlin')
const days = Array.from({ length: 6 }, (_, week) => today.add({ days: 21 + week * 7 }))
const [firstDay = today] = days
const lastDay = days.at(-1) ?? today

const people = new Map<string, Person>()
/** Whose sessions ended, because time went on. */
const earlier: [string, Person][] = []
let stage: Stage
let post: MailPost
/** Addresses of the course: at the desk, and for everybody. */
let desk = ''
let course = ''
let colleague = ''
let number = ''

beforeAll(async () => {
  post = await startMailServer()
  stage = await setStage({ SMTP_URL: post.url, LOTSENWERK_TEST_CLOCK: '1' })
})

afterAll(async () => {
  await stage.strike()
  await post.stop()
})

/** A browser of one's own; who has no account stays a stranger. */
async function at(name: string, options = {}): Promise<Page> {
  const known = people.get(name)
  if (known) return known.page
  const person = await open(stage.browser, options)
  people.set(name, person)
  if (name.includes('@') && name !== guest.email) await signIn(person, stage.base, name)
  return person.page
}

/** The page of the course, as somebody opens it. */
async function openCourse(name: string): Promise<Page> {
  const page = await at(name)
  await page.goto(course)
  return page
}

async function openDesk(name = guide): Promise<Page> {
  const page = await at(name)
  await page.goto(desk)
  return page
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()])
}

const follow = async (page: Page, name: string | RegExp): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('main').getByRole('link', { name }).first().click()])
}

const shown = (page: Page): Promise<string> => page.getByRole('main').innerText()

async function send(method: string, what: string, body: unknown): Promise<void> {
  const response = await fetch(`${stage.base}/api/v1/test/${what}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.ok).toBe(true)
}

/** The newest mail to somebody, after everything that is due has been sent. */
async function mailTo(email: string): Promise<string> {
  await send('POST', 'jobs', {})
  const newest = post.received[post.recipients.lastIndexOf(email)]
  if (newest === undefined) throw new Error(`no mail to ${email}`)
  return wordsOf(readPart(newest))
}

/** What a person reads of a mail, with or without dates attached. */
function wordsOf(part: Part): string {
  const [first] = readParts(part)
  return first ? wordsOf(first) : decoded(part)
}

const linkIn = (mail: string, path: string): string =>
  stage.base + (new RegExp(`(/${path}/[\\w-]+)`).exec(mail)?.[1] ?? '/nothing')

/** Morning of a day, on which everybody signs in again. */
async function setClock(day: Temporal.PlainDate): Promise<void> {
  const now = day.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '09:00' }).toInstant()
  await send('PUT', 'clock', { now: now.toString() })
  earlier.push(...people)
  people.clear()
}

/** Registers by the page of the course; `who` of those who may be chosen, otherwise oneself. */
async function register(name: string, who?: RegExp): Promise<string> {
  const page = await openCourse(name)
  await follow(page, /^(Zu dieser Veranstaltung anmelden|Jemanden anmelden)$/)
  if (who) {
    const option = page.getByLabel('Wer nimmt teil').getByRole('option').filter({ hasText: who }).first()
    colleague = await option.innerText()
    await page.getByLabel('Wer nimmt teil').selectOption({ label: colleague })
  }
  await press(page, 'Verbindlich anmelden')
  return shown(page)
}

const dayInWords = (day: Temporal.PlainDate): string =>
  day.toLocaleString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' })

test('the guide adds a course with six dates and two seats, one for each municipality, and publishes it', async () => {
  const page = await at(guide)
  await page.goto(`${stage.base}/kursverwaltung`)
  await follow(page, 'Veranstaltung anlegen')
  await page.getByRole('textbox', { name: 'Titel' }).fill(title)
  await page.getByLabel('Was man danach kann').fill('Einen Krisenstab einberufen\nEine Lage schriftlich führen')
  await page.getByLabel('Plätze insgesamt').fill('2')
  await press(page, 'Als Entwurf anlegen')
  for (const [index, day] of days.entries()) {
    if (index > 0) await press(page, 'Zeile für einen weiteren Termin')
    const row = page.getByRole('group', { name: `Termin ${index + 1}`, exact: true })
    await row.getByLabel('Tag').fill(day.toString())
    await row.getByLabel('Von').fill('09:00')
    await row.getByLabel('Bis').fill('12:00')
    await row.getByLabel('Ort').fill('Musterstadt, Rathaus')
  }
  await press(page, 'Termine speichern')
  expect(await shown(page)).toContain('Je Kommune ein Platz.')
  expect((await at('stranger')).url()).toBe('about:blank')
  await press(page, 'Jetzt veröffentlichen')
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''
  desk = `${stage.base}/kursverwaltung/${id}`
  course = `${stage.base}/kurse/${id}`
  const stranger = await openCourse('stranger')
  expect(await stranger.getByRole('heading', { level: 1 }).innerText()).toBe(title)
})

test('the head of administration takes a seat; a colleague of the same town waits and reads the rule', async () => {
  expect(await register(hvb, /Sie selbst/)).toContain('Sie haben einen Platz.')
  const words = await register(hvb, /^(?!.*Sie selbst)(?!Bitte)/)
  expect(words).toContain(`${colleague} steht auf der Warteliste, Nummer 1.`)
  expect(words).toContain('ein Platz je Kommune')
})

test('a guest takes the other seat by an invitation, without an account', async () => {
  const page = await openDesk()
  await follow(page, 'Einladungslinks für Gäste')
  await press(page, 'Link erstellen')
  const address = new URL(await page.getByRole('main').locator('code').innerText())
  const visitor = await at(guest.email)
  await visitor.goto(stage.base + address.pathname)
  await visitor.getByLabel('Name').fill(guest.name)
  await visitor.getByLabel('E-Mail').fill(guest.email)
  await press(visitor, 'Anmelden')
  expect(await mailTo(guest.email)).toContain('Sie haben einen Platz')
})

test('the navigator reads why there is no seat yet and who stands before; another town waits behind', async () => {
  await register(elbaue)
  const page = await openCourse(elbaue)
  const words = await shown(page)
  expect(words).toContain('Warum habe ich keinen Platz?')
  expect(words).toMatch(/Beide Plätze waren am .* vergeben\. Ihre Anmeldung kam am /)
  expect(words).toContain('Warteliste, Platz 2')
  expect(words).not.toContain(guest.name)
  expect(await mailTo(elbaue)).toContain('Nummer 2')
  expect(await register(everything)).toContain('Nummer 3')
})

test('the guest leaves by the link of the mail; the seat is offered past the town that has one already', async () => {
  const page = await at(guest.email)
  await page.goto(linkIn(await mailTo(guest.email), 'gastplaetze'))
  expect(await shown(page)).toContain(guest.name)
  await press(page, 'Abmelden')
  expect(await shown(page)).toContain('abgemeldet')
  expect(await mailTo(elbaue)).toContain('ist ein Platz frei, und Sie sind an der Reihe')
  expect(await mailTo(guest.email)).not.toContain('Platz bestätigt')
})

test('opening the link of the offer decides nothing; pressing the button does', async () => {
  const address = linkIn(await mailTo(elbaue), 'platzangebote')
  const page = await at('reader of the mails')
  for (const _ of [1, 2]) await page.goto(address)
  expect(await shown(await openCourse(elbaue))).toContain('Ein Platz ist für Sie reserviert')
  await press(page, 'Platz annehmen')
  expect(await shown(await openCourse(elbaue))).toContain('Der angebotene Platz ist angenommen.')
  await page.goto(address)
  expect(await shown(page)).toContain('Dieser Platz ist angenommen.')
  expect(await mailTo(elbaue)).toContain('Er gehört Ihnen.')
})

test('on the first morning the guide ticks off who comes, on a phone; the second date is not due yet', async () => {
  await setClock(firstDay)
  const page = await at(guide, phone)
  await recordDate(page, firstDay, ['Da', 'Da'])
  expect(await scrollsSideways(page)).toBe(false)
  expect(await violations(page)).toEqual([])
  await page.goto(desk)
  await follow(page, dayInWords(days[1] ?? firstDay))
  expect(await shown(page)).toContain('Noch nicht an der Reihe')
})

test('after the last date it was five of six for the navigator and four of six for the head of administration', async () => {
  await setClock(lastDay.add({ days: 1 }))
  const page = await at(guide, phone)
  for (const [index, day] of days.slice(1).entries())
    await recordDate(page, day, [index === 0 ? 'Gefehlt' : 'Da', index < 2 ? 'Gefehlt' : 'Da'])
  const words = await shown(page)
  expect(words).toMatch(/5 von 6 Terminen, 83,3\s%: bestanden/)
  expect(words).toMatch(/4 von 6 Terminen, 66,7\s%: nicht bestanden/)
})

test('only who passed gets a certificate; at the other name the desk says why not', async () => {
  const page = await openDesk()
  await follow(page, 'Zertifikate')
  await press(page, 'Allen ausstellen, die bestanden haben')
  expect(await shown(page)).toContain('Ein Zertifikat ausgestellt.')
  const without = page.getByRole('row').filter({ hasText: '4 von 6' })
  expect(await without.innerText()).toMatch(/nicht bestanden\s*keines/)
})

test('the navigator finds the certificate and takes it home; the head of administration reads why there is none', async () => {
  const page = await at(elbaue)
  await page.goto(`${stage.base}/anmeldungen`)
  const row = page.getByRole('row').filter({ hasText: title }).filter({ hasText: 'LW-' })
  number = /LW-\d{4}-\w{5}-\w{5}/.exec(await row.innerText())?.[0] ?? ''
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByText('Herunterladen').click()])
  expect(readFileSync(await download.path(), 'latin1').slice(0, 5)).toBe('%PDF-')
  const mayor = await openCourse(hvb)
  expect(await shown(mayor)).toMatch(/4 von 6 Terminen, 66,7\s%: nicht bestanden/)
})

test('a stranger checks the number and reads that it is valid; a wrong one is unknown', async () => {
  const page = await at('stranger')
  await page.goto(`${stage.base}/zertifikate/${number}`)
  expect(await shown(page)).toMatch(/gültig/i)
  expect(await shown(page)).toContain('5 von 6')
  await page.goto(`${stage.base}/zertifikate/LW-2026-00000-00000`)
  expect(await shown(page)).toContain('gibt es nicht')
})

test('whoever still waits goes into the next run, in the same order', async () => {
  const page = await openDesk()
  await follow(page, 'Noch einmal anbieten')
  await page.getByLabel('Erster Tag').fill(lastDay.add({ days: 28 }).toString())
  await press(page, 'Als Entwurf anlegen')
  await press(page, 'Termine speichern')
  await press(page, 'Jetzt veröffentlichen')
  const next = page.url().replace(/^.*([0-9a-f-]{36}).*$/, '$1')
  await page.goto(desk)
  await follow(page, 'Warteliste in einen anderen Durchgang')
  const going = await page.getByRole('region', { name: /^In / }).getByRole('listitem').allInnerTexts()
  expect(going.map((one) => one.split(', ')[1])).toEqual(['Stadt Musterstadt', 'Gemeinde Kleinweiler'])
  expect(going[0]).toContain(colleague)
  await press(page, '2 Personen übernehmen')
  expect(await shown(page)).toContain('2 Anmeldungen sind übernommen.')
  const waited = await at(everything)
  await waited.goto(`${stage.base}/kurse/${next}`)
  expect(await shown(waited)).toContain('Ein Platz ist für Sie reserviert')
  expect(await mailTo(everything)).toContain('Sie sind an der Reihe')
})

test('nobody’s browser complained on the way', () => {
  for (const [email, { complaints }] of [...earlier, ...people]) expect([email, complaints]).toEqual([email, []])
})

/** One tap for the navigator and one for the head of administration. */
async function recordDate(page: Page, day: Temporal.PlainDate, taps: [string, string]): Promise<void> {
  await page.goto(desk)
  await follow(page, dayInWords(day))
  for (const [index, who] of ['Elbaue', 'Musterstadt'].entries()) {
    const entry = page.getByRole('list', { name: 'Teilnehmende' }).getByRole('listitem').filter({ hasText: who })
    const tap = taps[index] ?? ''
    await Promise.all([page.waitForEvent('load'), entry.getByRole('button', { name: tap, exact: true }).click()])
  }
  expect(await shown(page)).toContain('2 von 2 erfasst')
}
