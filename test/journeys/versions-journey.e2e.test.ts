// Answers that survive: the cooperative announces a new edition, a municipality moves its check, confirms, goes back and moves again; another
// one carries its answers from one check into the next.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { elbaue, manager } from '../harness/house.ts'
import { open, type Person, scrollsSideways, setStage, signIn, type Stage, violations } from './chromium.ts'

const kleinweiler = 'alles@kleinweiler.example'
const narrow = { viewport: { width: 390, height: 844 } }

let stage: Stage
let browser: Browser
let base: string
let before: string
let after: string

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

describe('a new edition of a catalog', () => {
  test('the programme manager sees what changes and announces it', async () => {
    const { page, complaints } = await as(manager)
    await page.goto(`${base}/kataloge/umstellungen`)
    await page.getByRole('link', { name: 'Umstellung ankündigen' }).first().click()
    for (const [label, edition] of [
      ['Bisherige Fassung', '0.9'],
      ['Neue Fassung', '1.0'],
    ] as const) {
      const select = page.getByLabel(label)
      const option = select.locator('option').filter({ hasText: `Lotsenwerk-Startcheck, Fassung ${edition}` })
      await select.selectOption(await option.first().getAttribute('value'))
    }
    await page.getByRole('button', { name: 'Ansehen, was sich ändert' }).click()
    await page.getByText('Bei 3 Anforderungen, die bleiben, hat sich der Text geändert').waitFor()
    await page.getByRole('link', { name: 'Texte nebeneinander ansehen' }).click()
    await page.getByText('24').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.goBack()
    await page.getByLabel('Hinweis').fill('Die neue Fassung fragt genauer nach der Sicherung.')
    await page.getByRole('button', { name: /ankündigen/i }).click()
    await page.getByRole('status').waitFor()
    expect(complaints).toEqual([])
  })

  test('the municipality is asked, sees what becomes of each answer, and moves its check', async () => {
    const { page, complaints } = await as(elbaue)
    await page.goto(`${base}/pruefungen`)
    await page.getByRole('link', { name: 'Lotsenwerk-Startcheck' }).click()
    before = page.url()
    await page.getByText('Die neue Fassung fragt genauer nach der Sicherung.').waitFor()
    await page.getByRole('link', { name: 'Ansehen und überführen' }).click()
    await page.getByText('14 Antworten ziehen um.').waitFor()
    await page.getByText('3 Antworten sind danach zu bestätigen').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Jetzt überführen' }).click()
    await page.getByRole('heading', { name: /Übernommen aus Fassung 0\.9/ }).waitFor()
    after = page.url()
    expect(after).not.toBe(before)
    await page.getByRole('link', { name: 'Zu bestätigen: 3' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('numbers that were swapped took no answer to a foreign requirement, and the history is there', async () => {
    const { page } = await as(elbaue)
    await page.goto(`${after}/fragen/lw-start-16`)
    await page.getByText('Schlüssel haben Herr Aust und der Hausmeister.').first().waitFor()
    expect(await page.getByText('Die Karte ist entworfen, aber noch nicht verteilt.').count()).toBe(0)
    await page.getByText('damals Nummer lw-start-19').waitFor()
    await page.goto(`${after}/fragen/lw-start-19`)
    await page.getByText('Die Karte ist entworfen, aber noch nicht verteilt.').first().waitFor()
    await page.goto(`${after}/fragen/lw-start-20`)
    await page.getByText('Reihenfolge nach einem Ausfall, gezeichnet').waitFor()
  })

  test('what is gone stays readable and goes as a note to a neighbour', async () => {
    const { page, complaints } = await as(elbaue, narrow)
    await page.goto(after)
    await page.getByRole('link', { name: 'Was entfallen, geändert und neu ist' }).click()
    await page.getByText('Liegen Faxe und Ausdrucke nie offen am Gerät').waitFor()
    expect(await scrollsSideways(page)).toBe(false)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Als Notiz übernehmen' }).first().click()
    await page.getByRole('status').filter({ hasText: 'steht jetzt als Notiz bei' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('undone after one of three was confirmed, the confirmation goes back too; moved again everything is there', async () => {
    const { page, complaints } = await as(elbaue)
    await page.goto(`${after}/fragen/lw-start-15`)
    await page.getByRole('button', { name: 'Gilt weiter' }).first().click()
    await page.getByRole('status').first().waitFor()
    await page.goto(after)
    await page.getByRole('link', { name: 'Zu bestätigen: 2' }).waitFor()
    await page.getByRole('button', { name: 'Überführung zurücknehmen' }).click()
    await page.getByRole('button', { name: 'Überführung zurücknehmen' }).click()
    await page.getByRole('status').filter({ hasText: 'zurückgenommen' }).waitFor()
    expect(page.url()).toBe(before)
    await page.goto(`${before}/fassung`)
    await page.getByRole('button', { name: 'Jetzt überführen' }).click()
    await page.getByRole('heading', { name: /Übernommen aus Fassung 0\.9/ }).waitFor()
    expect(page.url()).not.toBe(after)
    expect(complaints).toEqual([])
  })
})

describe('one answer for several frameworks', () => {
  test('answers of the Startcheck are proposals in the Basis-Check, taken one by one and by list, never by themselves', async () => {
    const { page, complaints } = await as(kleinweiler)
    await page.goto(`${base}/pruefungen`)
    await page.getByRole('link', { name: 'Basis-Check für kleine Verwaltungen' }).click()
    await page.getByRole('link', { name: 'Vorschläge aus anderen Prüfungen' }).click()
    await page.getByRole('heading', { name: 'Aus „Lotsenwerk-Startcheck“' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'IT-Administration' }).click()
    await page.getByText('Ein Vorschlag ist keine Antwort').waitFor()
    await page.getByText('Beide verlangen Gleichwertiges.').waitFor()
    expect(await violations(page)).toEqual([])
    const list = page.url()
    // Together: set aside to be confirmed, and back again.
    await page.getByRole('button', { name: 'Alle mit vorgeschlagener Antwort übernehmen' }).click()
    await page.getByRole('status').first().waitFor()
    await page.goto(list)
    await page.getByText('vorgemerkt, noch zu bestätigen').first().waitFor()
    // One by one: somebody has decided.
    await page.getByRole('button', { name: 'Übernehmen', exact: true }).first().click()
    await page.getByRole('status').first().waitFor()
    expect(await page.getByText('Beide verlangen Gleichwertiges.').count()).toBe(0)
    await page.goto(`${base}/pruefungen`)
    await page.getByRole('link', { name: 'Lotsenwerk-Startcheck', exact: true }).click()
    await page.goto(`${page.url()}/fragen/lw-start-11`)
    await page.getByRole('heading', { name: 'Verwendet in' }).waitFor()
    await page.getByText('Lotsenwerk-Basis-Check für kleine Verwaltungen').first().waitFor()
    expect(complaints).toEqual([])
  })

  test('one page shows what one answer is worth in three frameworks', async () => {
    const { page, complaints } = await as(kleinweiler, narrow)
    await page.goto(`${base}/pruefungen/rahmenwerke`)
    await page.getByRole('heading', { level: 1, name: 'Rahmenwerke nebeneinander' }).waitFor()
    expect(await scrollsSideways(page)).toBe(false)
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
