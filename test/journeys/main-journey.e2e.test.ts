// The journey of R1.1: lists and catalog in, a check begun and answered, two people on one question, the file for others, nothing for strangers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../fixtures/shared-data.ts'
import { elbaue, isb, itStaff, manager } from '../harness/house.ts'
import { open, type Person, setStage, signIn, type Stage, tabTo, tabUntil } from './chromium.ts'

const kernel = sharedData('oscal', 'BSI-Stand-der-Technik-Kernel-catalog.json')
const catalogFile = kernel ?? join(import.meta.dirname, '../fixtures/oscal/small-catalog-1.1.3.json')
const { catalog } = JSON.parse(readFileSync(catalogFile, 'utf8')) as { catalog: { metadata: { title: string } } }
const municipalities = sharedData('geo', 'kommunen-133.csv')

let stage: Stage
let browser: Browser
let base: string

beforeAll(async () => {
  stage = await setStage()
  ;({ browser, base } = stage)
})

afterAll(() => stage.strike())

const as = async (email: string, options = {}): Promise<Person> => {
  const person = await open(browser, options)
  await signIn(person, base, email)
  return person
}

describe('the journey', () => {
  test('the programme manager reads the list of municipalities in, twice without harm', async () => {
    const { page, complaints } = await as(manager)
    await page.getByRole('link', { name: 'Organisationen' }).first().click()
    const counties = async (): Promise<number> => {
      await page.getByLabel('Art').selectOption('county')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Filtern' }).click()])
      return page.getByRole('table').getByRole('rowheader').count()
    }
    const ofTheStory = await counties()
    for (const words of ['neu', 'schon alles da']) {
      await page.getByLabel('Liste der Kommunen').setInputFiles(municipalities ?? ownList())
      await page.getByRole('button', { name: 'Liste einlesen' }).click()
      await page.getByRole('status').filter({ hasText: words }).waitFor()
    }
    expect((await counties()) - ofTheStory).toBe(municipalities ? 11 : 1)
    expect(complaints).toEqual([])
  })

  test('and the catalog, where the same file stays the same catalog', async () => {
    const { page } = await as(manager)
    await page.goto(`${base}/kataloge`)
    await page.getByLabel('Katalogdatei').setInputFiles(catalogFile)
    await page.getByRole('button', { name: 'Katalog einlesen' }).click()
    await page.getByRole('heading', { level: 1, name: catalog.metadata.title }).waitFor()
    const first = page.url()
    expect(await page.locator('main').innerText()).toContain(`${kernel ? 901 : 4} Anforderungen`)
    await page.goto(`${base}/kataloge`)
    await page.getByLabel('Katalogdatei').setInputFiles(catalogFile)
    await page.getByRole('button', { name: 'Katalog einlesen' }).click()
    await page.getByRole('status').filter({ hasText: 'schon eingelesen' }).waitFor()
    expect(page.url()).toBe(first)
  })

  test('the security officer begins the check, reads the help and answers; each answer says that it is saved', async () => {
    const { page, complaints } = await as(isb)
    await page.goto(`${base}/pruefungen/neu`)
    const option = page.locator('option').filter({ hasText: catalog.metadata.title })
    await page.getByLabel('Katalog').selectOption(await option.getAttribute('value'))
    await page.getByRole('button', { name: 'Prüfung beginnen' }).click()
    await page.getByRole('link', { name: 'Nächste offene Frage' }).click()
    const question = page.locator('li[data-current]')
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor()
    await question.getByText('Nein', { exact: true }).click()
    await question.getByText(/^Gespeichert .*, Sie$/).waitFor()
    await question.getByLabel(/^Notiz/).fill('Liste liegt nur im Netzlaufwerk.')
    await question.getByLabel(/^Notiz/).blur()
    await page.waitForTimeout(300)
    await question.getByText(/^Gespeichert .*, Sie$/).waitFor()
    await page.reload()
    expect(await page.getByText('Liste liegt nur im Netzlaufwerk.').count()).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  })

  test('two people on one question see both sides, and nothing is lost', async () => {
    const [jana, tobias] = [await as(isb), await as(itStaff)]
    for (const { page } of [jana, tobias]) await openFirstQuestion(page)
    const id = await openedQuestion(jana.page)
    const [mine, his] = [jana.page.locator(id), tobias.page.locator(id)]
    await mine.getByText('Ja', { exact: true }).click()
    await mine.getByText(/^Gespeichert .*, Sie$/).waitFor()
    await his.getByText('Nicht relevant', { exact: true }).click()
    const conflict = tobias.page.getByRole('alert').filter({ hasText: 'Jana Wiesner' })
    await conflict.waitFor()
    expect(await conflict.innerText()).toContain('Nicht relevant')
    await conflict.getByRole('button', { name: 'Meine behalten' }).click()
    await his.getByText(/^Gespeichert .*, Sie$/).waitFor()
    await jana.page.reload()
    expect(await mine.innerText()).toContain('Tobias Brandt')
  })

  test('the open points leave as a POA&M, and Elbaue finds none of it', async () => {
    const { page } = await as(isb)
    await page.goto(`${base}/pruefungen`)
    await page.getByRole('link', { name: catalog.metadata.title }).click()
    const check = page.url()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Offene Punkte/ }).click(),
    ])
    const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, { 'poam-items': unknown[] }>
    expect(file['plan-of-action-and-milestones']?.['poam-items'].length).toBeGreaterThan(0)
    const { page: foreign } = await as(elbaue)
    for (const address of [check, `${check}/fragen`, `${check}/offene-punkte.json`])
      expect([address, (await foreign.goto(address))?.status()]).toEqual([address, 404])
  })

  test('the same by keyboard alone: sign in, find the next question, answer it', async () => {
    const { page } = await open(browser)
    await page.goto(`${base}/anmeldung`)
    await page.getByLabel('Dienstliche E-Mail-Adresse').focus()
    await page.keyboard.type('alles@kleinweiler.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('lotsenwerk-demo')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${base}/`)
    await tabTo(page, 'Weiter mit der nächsten offenen Frage')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/fragen/)
    const question = page.locator('li[data-current]')
    const number = await question.getAttribute('id')
    await tabUntil(page, `#${CSS(number ?? '')} input[type=radio]`)
    await page.keyboard.press('Space')
    await question.getByText(/^Gespeichert .*, Sie$/).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(600)
    await question.getByText(/^Gespeichert .*, Sie$/).waitFor()
    await page.reload()
    expect(await page.locator(`#${CSS(number ?? '')} input:checked`).getAttribute('value')).toBe('no')
  })

  test('without a script the plain form saves and leads back to its question', async () => {
    const { page } = await as(isb, { javaScriptEnabled: false })
    await page.goto(`${base}/pruefungen`)
    await page.getByRole('link', { name: 'Lotsenwerk-Startcheck' }).click()
    await page.getByRole('link', { name: 'Nächste offene Frage' }).click()
    const id = (await page.locator('li[data-current]').getAttribute('id')) ?? ''
    const question = page.locator(`#${CSS(id)}`)
    await question.getByText('Ja', { exact: true }).click()
    await question.getByLabel(/^Notiz/).fill('Ohne Skript geschrieben.')
    await question.getByRole('button', { name: 'Antwort speichern' }).click()
    await page.waitForURL(new RegExp(`#${id}$`))
    expect(await question.innerText()).toMatch(/Gespeichert \d\d:\d\d Uhr, Sie/)
    expect(await page.locator('main').innerText()).toContain('Ohne Skript geschrieben.')
  })
})

const CSS = (id: string): string => id.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`)

async function openFirstQuestion(page: Person['page']): Promise<void> {
  await page.goto(`${base}/pruefungen`)
  await page.getByRole('link', { name: catalog.metadata.title }).click()
  await page.locator('table a').last().click()
  await page.locator('li[data-current]').waitFor()
}

const openedQuestion = async (page: Person['page']): Promise<string> =>
  `#${CSS((await page.locator('li[data-current]').getAttribute('id')) ?? '')}`

function ownList(): { name: string; mimeType: string; buffer: Buffer } {
  const text =
    'ars;ags;name;typ;kreis;einwohner\r\n15081;;Nordaue;Landkreis;Nordaue;81000\r\n150810030;15081030;Lindental;Einheitsgemeinde;Nordaue;6750\r\n'
  return { name: 'kommunen.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
}
