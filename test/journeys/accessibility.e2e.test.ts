// Every page as its main role: axe finds nothing, nothing scrolls sideways down to 320 pixels, headings begin with one h1.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../harness/house.ts'
import { type MailPost, newestMailTo, startMailServer } from '../harness/mail-server.ts'
import { command } from '../operations/built-product.ts'
import { appointmentVisits } from './appointment-visits.ts'
import { calendarVisits } from './calendar-visits.ts'
import { contactVisits } from './contact-visits.ts'
import { checkVisits } from './check-visits.ts'
import { open, type Person, scrollsSideways, sendPassword, setStage, type Stage, violations } from './chromium.ts'
import { declarationVisits } from './declaration-visits.ts'
import { cockpitVisits } from './cockpit-visits.ts'
import { invoiceVisits } from './invoice-visits.ts'
import { measureVisits } from './measure-visits.ts'
import { deliveryVisits } from './delivery-visits.ts'
import { operationVisits } from './operation-visits.ts'
import { organizationVisits } from './organization-visits.ts'
import { searchVisits } from './search-visits.ts'
import { fundingVisits } from './funding-visits.ts'
import { loadVisits } from './load-visits.ts'
import { ownAccessVisits, peopleVisits } from './people-visits.ts'
import { inboxVisits } from './inbox-visits.ts'
import { proofVisits } from './proof-visits.ts'
import { packageVisits } from './package-visits.ts'
import { participationVisits } from './participation-visits.ts'
import { portalVisits } from './portal-visits.ts'
import { programmeVisits } from './programme-visits.ts'
import { publishingVisits } from './publishing-visits.ts'
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

test('a page with faults is found out, at the first look and at the next', async () => {
  const { page, context } = await open(browser)
  await page.setContent('<div style="width:2000px"><button></button></div>')
  for (let looks = 0; looks < 2; looks++)
    expect(await violations(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^button-name: button$/)]))
  expect(await scrollsSideways(page)).toBe(true)
  await context.close()
})

for (const visit of [
  ...calendarVisits,
  ...checkVisits,
  ...peopleVisits,
  ...ownAccessVisits,
  ...organizationVisits,
  ...inboxVisits,
  ...portalVisits,
  ...publishingVisits,
  ...searchVisits,
  ...contactVisits,
  ...declarationVisits,
  ...loadVisits,
  ...fundingVisits,
  ...programmeVisits,
  // They end with the portal closed.
  ...cockpitVisits,
  ...appointmentVisits,
  ...participationVisits,
  ...proofVisits,
  ...invoiceVisits,
  ...packageVisits,
  ...measureVisits,
  ...deliveryVisits,
  ...operationVisits,
])
  test(`${visit.name} can be used by everybody`, async () => {
    const person = await personFor(visit)
    const { page, complaints } = person
    complaints.length = 0
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(base + visit.path)
    await visit.after?.(page, helpers())
    expect(await page.locator('h1').allInnerTexts()).toHaveLength(1)
    if (visit.heading) expect(await page.locator('h1').innerText()).toMatch(visit.heading)
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await scrollsSideways(page), `${width} pixels wide`).toBe(false)
      expect(await violations(page), `${width} pixels wide`).toEqual([])
    }
    expect(complaints).toEqual([])
    if (visit.email === undefined) await person.context.close()
  })
