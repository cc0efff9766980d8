// Every page as its main role: axe finds nothing, nothing scrolls sideways down to 320 pixels, headings begin with one h1.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isb, manager } from '../harness/house.ts'
import { open, scrollsSideways, setStage, signIn, type Stage, violations } from './chromium.ts'

let stage: Stage
let browser: Browser
let base: string

beforeAll(async () => {
  stage = await setStage()
  ;({ browser, base } = stage)
})

afterAll(() => stage.strike())

interface Visit {
  name: string
  email?: string
  /** Goes to the page from the start page; by default straight to `path`. */
  path: string
  after?: (page: Awaited<ReturnType<typeof open>>['page']) => Promise<void>
}

const firstCheck: Visit['after'] = async (page) => {
  await page.locator('table a').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

const visits: Visit[] = [
  { name: 'the public start page', path: '/' },
  { name: 'the sign-in', path: '/anmeldung' },
  {
    name: 'a refused sign-in',
    path: '/anmeldung',
    after: (page) => page.getByRole('button', { name: 'Anmelden' }).click(),
  },
  { name: 'a page that is not there', path: '/gibt-es-nicht' },
  { name: 'the start page of the security officer', email: isb, path: '/' },
  { name: 'the list of checks', email: isb, path: '/pruefungen' },
  { name: 'beginning a check', email: isb, path: '/pruefungen/neu' },
  {
    name: 'a refused beginning',
    email: isb,
    path: '/pruefungen/neu',
    after: (page) => page.getByRole('button', { name: 'Prüfung beginnen' }).click(),
  },
  { name: 'the state of a check', email: isb, path: '/pruefungen', after: firstCheck },
  {
    name: 'a list of questions',
    email: isb,
    path: '/pruefungen',
    after: async (page) => {
      await page.locator('table a').first().click()
      await page.getByRole('link', { name: 'Nächste offene Frage' }).click()
      await page.locator('li[data-current]').waitFor()
    },
  },
  {
    name: 'one question with its history',
    email: isb,
    path: '/pruefungen',
    after: async (page) => {
      await page.locator('table a').first().click()
      await page.getByRole('link', { name: 'Mit Nein beantwortet' }).click()
      await page.getByRole('link', { name: 'Verlauf und alle Angaben' }).click()
      await page.getByRole('heading', { name: 'Verlauf' }).waitFor()
    },
  },
  { name: 'an empty list', email: 'navigator@elbaue.example', path: '/pruefungen' },
  { name: 'the catalogs', email: manager, path: '/kataloge' },
  { name: 'one catalog', email: manager, path: '/kataloge', after: firstCheck },
  { name: 'the organizations', email: manager, path: '/organisationen' },
  {
    name: 'a refused import',
    email: manager,
    path: '/organisationen',
    after: (page) => page.getByRole('button', { name: 'Liste einlesen' }).click(),
  },
]

for (const { name, email, path, after } of visits)
  test(`${name} can be used by everybody`, async () => {
    const person = await open(browser)
    if (email) await signIn(person, base, email)
    await person.page.goto(base + path)
    await after?.(person.page)
    await person.page.waitForLoadState('networkidle')
    expect(await violations(person.page)).toEqual([])
    expect(await person.page.locator('h1').count()).toBe(1)
    for (const width of [1280, 390, 320]) {
      await person.page.setViewportSize({ width, height: 800 })
      expect(await scrollsSideways(person.page), `${width} pixels wide`).toBe(false)
    }
    expect(await violations(person.page)).toEqual([])
    expect(person.complaints).toEqual([])
    await person.context.close()
  })
