// Chromium as people use it: by mouse, by keyboard, without a script; and axe on what they see.
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { demoPassword } from '../harness/house.ts'
import { build, killAll, newFolder, removeFolder, serve } from '../operations/built-product.ts'

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
  /** Address of the built product on a fresh folder with the demo story. */
  base: string
  strike(): Promise<void>
}

export async function setStage(): Promise<Stage> {
  build()
  const folder = newFolder()
  const server = serve({ LOTSENWERK_DATA: folder })
  const browser = await launch()
  const strike = async (): Promise<void> => {
    await browser.close()
    await server.stop()
    killAll()
    removeFolder(folder)
  }
  return { browser, base: await server.address, strike }
}

export interface Person {
  page: Page
  context: BrowserContext
  /** What the browser complained about: script errors, refused resources. */
  complaints: string[]
}

/** A browser of one's own. Answers of 4xx that a test provokes are no complaint, everything else is. */
export async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
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

/** Violations of WCAG 2.2 A and AA and of best practice, as short lines. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
