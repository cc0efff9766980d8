// A page as its main role: axe finds nothing, nothing scrolls sideways down to 320 pixels, headings begin with one h1.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../harness/house.ts'
import { type MailPost, newestMailTo, startMailServer } from '../harness/mail-server.ts'
import { command } from '../operations/built-product.ts'
import {
  doubleIds,
  open,
  type Person,
  scrollsSideways,
  sendPassword,
  setStage,
  type Stage,
  violations,
} from './chromium.ts'
import type { Helpers, Visit } from './visit.ts'

let stage: Stage
let browser: Browser
let base: string
let post: MailPost
const people = new Map<string, Person>()

beforeAll(async () => {
  post = await startMailServer()
  stage = await setStage({ SMTP_URL: post.url, LOTSENWERK_TEST_CLOCK: '1' })
  ;({ browser, base } = stage)
})

afterAll(async () => {
  await stage.strike()
  await post.stop()
})

/** Whoever signed in once stays at their browser; strangers get a fresh one each time. */
async function personFor({ email }: Visit): Promise<Person> {
  const there = email === undefined ? undefined : people.get(email)
  if (there) return there
  const person = await open(browser)
  if (email === undefined) return person
  await sendPassword(person, base, { email, password: demoPassword })
  await person.page.waitForURL(/\/(handeln-fuer)?$/)
  people.set(email, person)
  return person
}

const helpers = (): Helpers => ({
  base,
  post,
  linkTo: async (email) => {
    await fetch(`${base}/api/v1/test/jobs`, { method: 'POST' })
    const link = /http:\/\/[^/\s]+(\/\S+\/\S+)/.exec(newestMailTo(post, email))?.[1]
    if (link === undefined) throw new Error(`no link in the newest mail to ${email}`)
    return base + link
  },
  operator: async (...args) => {
    const { code, stderr } = await command(stage.settings, args)
    if (code !== 0) throw new Error(stderr)
  },
})

/** A page with faults is found out, at the first look and at the next. */
export const findsFaults = (): void =>
  test('a page with faults is found out, at the first look and at the next', async () => {
    const { page, context } = await open(browser)
    await page.setContent('<div style="width:2000px" id="a"><button id="a"></button></div>')
    expect(await doubleIds(page)).toEqual(['a'])
    for (let looks = 0; looks < 2; looks++)
      expect(await violations(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^button-name: button$/)]))
    expect(await scrollsSideways(page)).toBe(true)
    await context.close()
  })

/** Each of these pages, in this order: some leave behind what the next one shows. */
export function usableByEverybody(visits: readonly Visit[]): void {
  for (const visit of visits)
    test(`${visit.name} can be used by everybody`, async () => {
      const person = await personFor(visit)
      const { page, complaints } = person
      complaints.length = 0
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(base + visit.path)
      await visit.after?.(page, helpers())
      expect(await page.locator('h1').allInnerTexts()).toHaveLength(1)
      if (visit.heading) expect(await page.locator('h1').innerText()).toMatch(visit.heading)
      expect(await doubleIds(page)).toEqual([])
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await scrollsSideways(page), `${width} pixels wide`).toBe(false)
        expect(await violations(page), `${width} pixels wide`).toEqual([])
      }
      expect(complaints).toEqual([])
      if (visit.email === undefined) await person.context.close()
    })
}
