// Chromium as people use it: by mouse, by keyboard, without a script; and axe on what they see.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { demoPassword } from '../harness/house.ts'
import { build, killAll, removeFolder, serve, type Settings } from '../operations/built-product.ts'
import { toldFolder } from '../operations/told-folder.ts'

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface Stage {
  browser: Browser
  /** Address of the built product on a folder of its own with the demo story. */
  base: string
  settings: Settings
  strike(): Promise<void>
}

export async function setStage(rest: Settings = {}): Promise<Stage> {
  build()
  const folder = toldFolder()
  const settings = { LOTSENWERK_DATA: folder, ...rest }
  const server = serve(settings)
  const browser = await launch()
  const strike = async (): Promise<void> => {
    await browser.close()
    await server.stop()
    killAll()
    removeFolder(folder)
  }
  return { browser, base: await server.address, settings, strike }
}

export interface Person {
  page: Page
  context: BrowserContext
  /** What the browser complained about: script errors, refused resources. */
  complaints: string[]
}

/** A browser of one's own. Answers of 4xx and of maintenance that a test provokes are no complaint, everything else is. */
export async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text())) complaints.push(message.text())
  })
  return { page, context, complaints }
}

export async function signIn(person: Person, base: string, email: string): Promise<void> {
  await sendPassword(person, base, { email, password: demoPassword })
  await person.page.waitForURL(`${base}/`)
}

/** As far as a password alone leads. */
export async function sendPassword(
  { page }: Person,
  base: string,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.goto(`${base}/anmeldung`)
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill(email)
  await page.getByLabel('Passwort').fill(password)
  await page.getByRole('button', { name: 'Anmelden' }).click()
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const options = JSON.stringify({ runOnly: tags, resultTypes: ['violations'] })

/** Violations of WCAG 2.2 A and AA and of best practice, as short lines. axe stays in the page for its next width. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const found = await page.evaluate<Violation[]>(`axe.run(${options}).then(({ violations }) => violations)`)
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

type Violation = Pick<AxeResults['violations'][number], 'id' | 'nodes'>

export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** What several elements call themselves: axe takes it for a fault only where it misleads a label. */
export const doubleIds = (page: Page): Promise<string[]> =>
  page.evaluate(
    '[...document.querySelectorAll("[id]")].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)',
  )

/** Presses Tab until the link or button with these words has the focus; a person would do the same. */
export async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate<string>('document.activeElement?.innerText ?? ""')
    if (focused.includes(words)) return
  }
  throw new Error(`„${words}“ is not reachable by Tab`)
}

export async function tabUntil(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await page.locator(`${selector}:focus`).count()) return
  }
  throw new Error(`${selector} is not reachable by Tab`)
}
