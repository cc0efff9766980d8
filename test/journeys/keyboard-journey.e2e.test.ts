// By keyboard alone: an invitation is accepted, a second factor set up and used.
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailPost, newestMailTo, startMailServer } from '../harness/mail-server.ts'
import { open, type Person, setStage, signIn, type Stage, tabTo, tabUntil, violations } from './chromium.ts'

const nora = 'nora@musterstadt.example'
const password = 'drei Eimer voll Elbwasser'

let stage: Stage
let post: MailPost
let person: Person
let page: Page
let secret = ''

beforeAll(async () => {
  post = await startMailServer()
  stage = await setStage({ SMTP_URL: post.url, LOTSENWERK_TEST_CLOCK: '1' })
  person = await open(stage.browser)
  ;({ page } = person)
})

afterAll(async () => {
  await stage.strike()
  await post.stop()
})

/** What has the focus shows it. */
async function typeInto(name: string, text: string): Promise<void> {
  const field = `[name="${name}"]`
  await tabUntil(page, field)
  expect(await page.locator(`${field}:focus-visible`).count(), name).toBe(1)
  await page.keyboard.type(text)
}

/** Enter on a button or link, and the page that follows. */
async function enter(words: string): Promise<void> {
  await tabTo(page, words)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

const heading = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()

const newCode = async (minutes: number): Promise<string> => {
  const now = new Date(Date.now() + minutes * 60_000)
  await fetch(`${stage.base}/api/v1/test/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: now.toISOString() }),
  })
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })
}

test('an invitation is accepted by keyboard', async () => {
  const sabine = await open(stage.browser)
  await signIn(sabine, stage.base, 'amt@musterstadt.example')
  await sabine.page.goto(`${stage.base}/einladungen`)
  await sabine.page.getByLabel('Name', { exact: true }).fill('Nora Neumann')
  await sabine.page.getByLabel('Dienstliche E-Mail-Adresse').fill(nora)
  await sabine.page.getByLabel('IT', { exact: true }).check()
  await sabine.page.getByRole('button', { name: 'Einladung verschicken' }).click()
  await sabine.page.getByRole('status').filter({ hasText: 'ist unterwegs' }).waitFor()
  await fetch(`${stage.base}/api/v1/test/jobs`, { method: 'POST' })

  const [path] = /\/einladung\/\S+/.exec(newestMailTo(post, nora)) ?? []
  await page.goto(stage.base + path)
  await typeInto('newPassword', password)
  await typeInto('newPasswordAgain', password)
  await enter('Einladung annehmen')
  expect(await heading()).toBe('Anmelden')
  await typeInto('email', nora)
  await typeInto('password', password)
  await enter('Anmelden')
  expect(await heading()).toBe('Guten Tag, Nora Neumann')
})

test('the second factor is set up by keyboard, with the secret in letters', async () => {
  await tabTo(page, 'Nora Neumann')
  await page.keyboard.press('Enter')
  await enter('Mein Zugang')
  await enter('Zweiten Faktor einrichten')
  await typeInto('password', password)
  await enter('Einrichtung beginnen')
  secret = (await page.locator('main code').innerText()).replaceAll(/\s/g, '')
  await typeInto('code', await newCode(0))
  await enter('Zweiten Faktor einschalten')
  expect(await heading()).toBe('Der zweite Faktor ist eingeschaltet')
  expect(await page.locator('main li code').count()).toBeGreaterThan(5)
  expect(await violations(page)).toEqual([])
  await enter('Ich habe die Codes')
  expect(await heading()).toBe('Mein Zugang')
})

test('and asked for at the next sign-in', async () => {
  await person.context.clearCookies()
  await page.goto(`${stage.base}/anmeldung`)
  await typeInto('email', nora)
  await typeInto('password', password)
  await enter('Anmelden')
  expect(await heading()).toBe('Code aus Ihrer App')
  expect(await violations(page)).toEqual([])
  await typeInto('code', await newCode(1))
  await enter('Anmelden')
  expect(await heading()).toBe('Guten Tag, Nora Neumann')
  expect(person.complaints).toEqual([])
})
