// The journey of programmes: a town declares interest in public, signs on paper, is admitted; another chooses a date and hands in what is asked
// for; a third accepts its report; the programme manager sees all of it in the cockpit.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword, everything, hvb, manager } from '../harness/house.ts'
import { open, type Person, setStage, signIn, type Stage } from './chromium.ts'

const town = 'Ringelwerder'
const people = new Map<string, Person>()
let stage: Stage

beforeAll(async () => {
  stage = await setStage()
})

afterAll(async () => stage.strike())

/** The page of somebody at a browser of their own, signed in; of a stranger without an address. */
async function at(email = ''): Promise<Page> {
  const known = people.get(email)
  if (known) return known.page
  const person = await open(stage.browser)
  people.set(email, person)
  if (email !== '') await signIn(person, stage.base, email)
  return person.page
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()])
}

const follow = async (page: Page, name: string | RegExp): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('main').getByRole('link', { name }).first().click()])
}

const shown = (page: Page): Promise<string> => page.getByRole('main').innerText()
const pdf = {
  name: 'unterschrieben.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
}

async function openProgramme(): Promise<Page> {
  const page = await at(manager)
  await page.goto(`${stage.base}/programme-im-verbund`)
  await follow(page, 'SicherKOMMUNAL')
  return page
}

/** From the cockpit to the road of a municipality. */
async function openRoad(name: string): Promise<Page> {
  const page = await openProgramme()
  await follow(page, 'Alle Kommunen im Überblick')
  await page.getByLabel('Kommune', { exact: true }).fill(name)
  await press(page, 'Anzeigen')
  await follow(page, new RegExp(name))
  return page
}

test('a stranger finds the programme and declares the interest of a town', async () => {
  const page = await at()
  await page.goto(`${stage.base}/mitmachen/sicherkommunal`)
  const option = page.getByLabel('Kommune', { exact: false }).first().locator('option', { hasText: town })
  if ((await option.count()) === 0) {
    await page.getByLabel('Anfang des Namens Ihrer Kommune').fill(town)
    await press(page, 'Kommune suchen')
  }
  await page.locator('select[name="organizationId"]').selectOption({ label: await optionOf(page) })
  await page.getByLabel('Ihr Name').fill('Petra Vogt')
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill('vorzimmer@ringelwerder.example')
  await press(page, 'Interesse erklären')
  expect(await shown(page)).toContain('Interesse')
})

const optionOf = async (page: Page): Promise<string> =>
  (await page.locator('select[name="organizationId"] option', { hasText: town }).first().innerText()).trim()

test('the programme manager takes it in, files the signed paper and admits the town', async () => {
  const page = await openProgramme()
  await page.goto(`${page.url()}/interessen`)
  expect(await shown(page)).toContain('Petra Vogt')
  await press(page, 'In das Programm aufnehmen')
  const road = await openRoad(town)
  expect(await shown(road)).toContain('Teilnahmeerklärung unterschreiben')
  await road.goto(`${road.url()}/erklaerung`)
  await road.getByLabel('Wer unterschrieben hat').fill('Bürgermeister Hagen Voss')
  await road.getByLabel('Am', { exact: true }).fill(await road.evaluate('new Date().toISOString().slice(0, 10)'))
  await road.getByLabel('Das unterschriebene Papier').setInputFiles(pdf)
  await press(road, 'Papier ablegen')
  await press(road, new RegExp(`${town} zulassen`))
  await openRoad(town)
  expect(await shown(road)).toContain('Unterlagen und Ansprechpersonen nennen')
})

test('a town chooses one of the dates offered and says what it has and what not', async () => {
  const page = await at(everything)
  await page.goto(`${stage.base}/teilnahmen`)
  await follow(page, 'SicherKOMMUNAL')
  const road = page.url()
  await page.goto(`${road}/termine`)
  await follow(page, 'Gespräch zur Vorbereitung')
  await page.getByRole('radio').first().check()
  await press(page, 'Zeitpunkt bestätigen')
  expect(await shown(page)).toContain('bestätigt')
  await page.goto(`${road}/unterlagen`)
  const unanswered = await page.getByRole('button', { name: 'Gibt es bei uns nicht' }).count()
  for (let left = unanswered; left > 0; left -= 1) await press(page, 'Gibt es bei uns nicht')
  expect(await page.getByRole('button', { name: 'Gibt es bei uns nicht' }).count()).toBe(0)
})

test('the head accepts the report by signature, and the road goes on to the package', async () => {
  const page = await at(hvb)
  await page.goto(`${stage.base}/teilnahmen`)
  await follow(page, 'SicherKOMMUNAL')
  const road = page.url()
  await page.goto(`${road}/berichte`)
  await follow(page, 'Entwurf 2')
  await page.getByLabel(/Passwort/).fill(demoPassword)
  await press(page, 'Bericht abnehmen')
  await page.goto(road)
  expect(await shown(page)).toContain('Maßnahmenpaket entscheiden')
})

test('a mistake on the way is told, not made: what comes later cannot be done before', async () => {
  const page = await openRoad(town)
  await page.goto(`${page.url()}/schritte/settlement`)
  await page.getByRole('radio', { name: 'erledigt' }).check()
  await press(page, /speichern|setzen/i)
  expect(await shown(page)).toContain('noch nicht an der Reihe')
})

test('nobody’s browser complained on the way', () => {
  for (const [email, { complaints }] of people) expect([email, complaints]).toEqual([email, []])
})
