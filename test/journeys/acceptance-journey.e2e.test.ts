// The journey of an acceptance: the contractor delivers, the mayor accepts with a reservation, the manager countersigns, the protocol is loaded.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword, hvb, manager } from '../harness/house.ts'
import { open, type Person, setStage, signIn, type Stage } from './chromium.ts'

const people = new Map<string, Person>()
const office = 'auftrag@pruefhaus.example'
const service = 'Schulung der Beschäftigten'
let stage: Stage

beforeAll(async () => {
  stage = await setStage()
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

const shown = (page: Page): Promise<string> => page.getByRole('main').innerText()

test('the office of the contractor reports the service with its list of attendance', async () => {
  const page = await at(office)
  await page.goto(`${stage.base}/auftraege`)
  await follow(page, service)
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

test('the manager countersigns, and the order is accepted', async () => {
  const page = await at(manager)
  await page.goto(`${stage.base}/aufgaben`)
  await follow(page, `Abnahme gegenzeichnen: ${service}`)
  await page.getByLabel(/^Ihr Passwort/).fill(demoPassword)
  await press(page, 'Gegenzeichnen und buchen')
  expect(await shown(page)).toContain('Der Betrag ist als abgenommen gebucht.')
  await follow(page, service)
  expect(await shown(page)).toContain('abgenommen')
})

test('both load the protocol with the reservation and both signatures; what was put right is noted', async () => {
  for (const email of [manager, hvb]) {
    const page = await at(email)
    if (email === hvb) await page.reload()
    else await page.goBack()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Protokoll als PDF' }).click(),
    ])
    const path = await download.path()
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  }
  const page = await at(hvb)
  await page.getByLabel('Behoben am').fill(new Date().toISOString().slice(0, 10))
  await press(page, 'Als behoben vermerken')
  expect(await shown(page)).toContain('behoben am')
})

test('the contractor reads that it is accepted, and what is reserved', async () => {
  const page = await at(office)
  await page.reload()
  const words = await shown(page)
  expect(words).toContain('Abnahme im Ganzen mit 1 Vorbehalt')
  expect(words).toContain('Die Unterlagen für die Intranetseite fehlen noch.')
})
