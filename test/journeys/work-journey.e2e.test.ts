// The work on a check by several people: lists given to a colleague, twenty answers by keyboard, evidence, a comment that names somebody,
// many questions set aside at once, and the way back from each.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isb, manager } from '../harness/house.ts'
import { open, type Person, scrollsSideways, setStage, signIn, type Stage, violations } from './chromium.ts'

const office = 'amt@musterstadt.example'
const title = 'Fragen für die Reise'
const perList = 22
const lists = ['Poststelle', 'Bauhof', 'Bibliothek', 'Bad']

/** Four lists of 22 questions each. */
const catalogFile = (): Buffer => {
  const small = join(import.meta.dirname, '../fixtures/oscal/small-catalog-1.1.3.json')
  const { catalog } = JSON.parse(readFileSync(small, 'utf8')) as {
    catalog: Record<string, unknown> & { metadata: object }
  }
  const { params: _params, ...rest } = catalog
  const groups = lists.map((name, list) => ({
    id: `R${list}`,
    title: name,
    controls: Array.from({ length: perList }, (_, at) => ({
      id: `R${list}.${at + 1}`,
      title: `${name}: Frage ${at + 1}`,
    })),
  }))
  return Buffer.from(JSON.stringify({ catalog: { ...rest, metadata: { ...catalog.metadata, title }, groups } }))
}

let stage: Stage
let browser: Browser
let base: string
let check: string

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

const focused = (page: Page): Promise<string> =>
  page.evaluate(`document.activeElement?.closest('li[id]')?.id ?? document.activeElement?.textContent?.trim() ?? ''`)

describe('the work on a check', () => {
  test('the security officer begins it and gives three lists to a colleague', async () => {
    const { page: office1 } = await as(manager)
    await office1.goto(`${base}/kataloge`)
    await office1
      .getByLabel('Katalogdatei')
      .setInputFiles({ name: 'reise.json', mimeType: 'application/json', buffer: catalogFile() })
    await office1.getByRole('button', { name: 'Katalog einlesen' }).click()
    await office1.getByRole('heading', { level: 1, name: title }).waitFor()
    const { page, complaints } = await as(isb)
    await page.goto(`${base}/pruefungen/neu`)
    const option = page.locator('option').filter({ hasText: title })
    await page.getByLabel('Katalog').selectOption(await option.getAttribute('value'))
    await page.getByRole('button', { name: 'Prüfung beginnen' }).click()
    await page.waitForURL(/pruefungen\/[0-9a-f-]{36}$/)
    check = page.url()
    await page.getByRole('link', { name: 'Wer antwortet' }).click()
    await page
      .getByLabel('Wer')
      .selectOption({ label: (await page.locator('option', { hasText: 'Sabine Lenz' }).textContent()) ?? '' })
    for (const list of lists.slice(0, 3)) await page.getByLabel(list).check()
    await page.getByLabel('Hinweis für die Person').fill('Der Bauhof weiß Bescheid.')
    await page.getByRole('button', { name: 'Listen weitergeben' }).click()
    await page.getByRole('status').filter({ hasText: 'Sabine Lenz antwortet jetzt auf 3 Listen' }).waitFor()
    await page.goto(check)
    expect(await page.getByRole('row').filter({ hasText: 'Sabine Lenz' }).count()).toBe(3)
    expect(complaints).toEqual([])
  })

  test('the colleague answers twenty questions by keyboard alone, and each goes on to the next', async () => {
    const { page, complaints } = await as(office)
    await page.goto(`${check}/fragen?liste=R0`)
    expect(await page.getByText('Bad').count()).toBe(0)
    await page.locator('#frage-R0\\.1 input[type=radio]').first().focus()
    const keys = ['j', 'n', 'r', '1', '2', '3']
    for (let at = 1; at <= 20; at++) {
      expect(await focused(page)).toBe(`frage-R0.${at}`)
      await page.keyboard.press(keys[at % keys.length] ?? 'j')
    }
    expect(await focused(page)).toBe('frage-R0.21')
    await page
      .getByText(/^Gespeichert .*, Sie$/)
      .nth(19)
      .waitFor()
    // In the note the same keys are letters.
    await page.goto(`${check}/fragen?liste=R0&frage=R0.22`)
    await page.locator('#frage-R0\\.22 textarea').focus()
    await page.keyboard.type('jnr 123')
    expect(await page.locator('#frage-R0\\.22 textarea').inputValue()).toBe('jnr 123')
    expect(await page.locator('#frage-R0\\.22 input:checked').count()).toBe(0)
    await page.locator('#frage-R0\\.22 textarea').fill('')
    // Arrow keys choose without going on; Tab leaves the answer.
    await page.locator('#frage-R0\\.21 input[type=radio]').first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('frage-R0.21')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.waitForTimeout(1500)
    expect(await focused(page)).toBe('Nächste offene Frage')
    await page.goto(check)
    expect(await page.getByRole('row').filter({ hasText: 'Poststelle' }).innerText()).toContain('22 von 22')
    expect(complaints).toEqual([])
  })

  test('the answer just given is undone with one button, and once more brings it back', async () => {
    const { page } = await as(office)
    await page.goto(`${check}/fragen?liste=R1`)
    const question = page.locator('#frage-R1\\.1')
    await question.getByText('Ja', { exact: true }).click()
    await question.getByRole('button', { name: 'Rückgängig' }).click()
    await question.getByText(/^Noch offen, zurückgenommen/).waitFor()
    expect(await question.locator('input:checked').count()).toBe(0)
    await question.getByRole('button', { name: 'Rückgängig' }).click()
    await question.getByText(/^Gespeichert .*, Sie$/).waitFor()
    await page.reload()
    expect(await question.locator('input:checked').getAttribute('value')).toBe('yes')
  })

  test('evidence is refused with the reason and then taken, and a comment tells who is named', async () => {
    const { page, complaints } = await as(office)
    await page.goto(`${check}/fragen/R1.1`)
    await page.getByText('Nachweis ablegen').first().click()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'karte.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') })
    await page.getByLabel('Titel').fill('Plan vom Bauhof')
    await page.getByRole('button', { name: 'Nachweis ablegen' }).click()
    await page.getByRole('alert').filter({ hasText: 'Die Datei ist nicht gespeichert' }).waitFor()
    expect(await page.getByLabel('Titel').inputValue()).toBe('Plan vom Bauhof')
    expect(await violations(page)).toEqual([])
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Der Plan') })
    await page.getByRole('button', { name: 'Nachweis ablegen' }).click()
    await page.getByRole('status').filter({ hasText: 'Der Nachweis ist abgelegt.' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Plan vom Bauhof' }).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toBe('Der Plan')
    await page.getByLabel('Kommentar', { exact: false }).last().fill('@Jana Wiesner Reicht der Plan?')
    await page.getByRole('button', { name: 'Kommentar schreiben' }).click()
    await page.getByRole('status').filter({ hasText: 'Benachrichtigt: Jana Wiesner' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('the security officer sets a whole list aside with a reason, sees it, and undoes it', async () => {
    const { page, complaints } = await as(isb)
    await page.goto(`${check}/fragen?liste=R3`)
    await page.getByRole('link', { name: 'Offene zusammen als nicht relevant beantworten' }).click()
    expect(await page.locator('main').innerText()).toContain(`${perList} offene Fragen`)
    await page.getByLabel('Grund').fill('Das Bad ist seit Jahren geschlossen.')
    await page.getByRole('button', { name: 'Als nicht relevant beantworten' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: `${perList} Fragen sind als nicht relevant beantwortet` })
      .waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Rückgängig' }).first().click()
    await page
      .getByRole('status')
      .filter({ hasText: `${perList} Fragen stehen wieder so da wie vorher` })
      .waitFor()
    expect(complaints).toEqual([])
  })

  test('list, question and print version fit a phone and are free of barriers', async () => {
    const { page } = await as(isb, { viewport: { width: 390, height: 844 } })
    for (const path of [
      '/fragen?liste=R1',
      '/fragen/R1.1',
      '/druck?liste=R1',
      '/nicht-relevant?liste=R1',
      '/zustaendig',
    ]) {
      await page.goto(check + path)
      expect([path, await scrollsSideways(page), await violations(page)]).toEqual([path, false, []])
    }
  })
})
