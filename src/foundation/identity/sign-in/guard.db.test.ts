// Guessing from many places at one account: the guesser learns nothing, and the owner is never turned away.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoPassword, isb, itStaff, openTestHouse, type TestHouse } from '../../../../test/harness/house.ts'
import { mailsTo } from '../../../../test/harness/mails.ts'
import { cookieHeader, cookiesOf, csrfIn, origin, postForm } from '../../../../test/http/raw-calls.ts'

// The tests have no socket, so the address is "unknown"; as a trusted proxy it may name others.
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(undefined, { trustedProxies: ['unknown'] })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(house.clock.now().add({ hours: 3 })))

let nextAddress = 1
const elsewhere = (): string => `10.1.${Math.floor(nextAddress / 250)}.${(nextAddress++ % 250) + 1}`

interface Guest {
  from: string
  cookies: Record<string, string>
}

const newGuest = (from = elsewhere()): Guest => ({ from, cookies: {} })

async function send(guest: Guest, path: string, fields: Record<string, string>) {
  const headers = { 'x-forwarded-for': guest.from, cookie: cookieHeader(guest.cookies) }
  const page = await house.app.request(`${origin}/anmeldung`, { headers })
  Object.assign(guest.cookies, cookiesOf(page))
  const sent = { ...fields, _csrf: csrfIn(await page.text()) }
  const response = await postForm(house.app, path, sent, { ...headers, cookie: cookieHeader(guest.cookies) })
  Object.assign(guest.cookies, cookiesOf(response))
  return { status: response.status, html: await response.text() }
}

const signIn = (guest: Guest, email: string, password: string) =>
  send(guest, '/anmeldung', { email, password, weiter: '/' })

const token = (html: string): string => /name="anmeldung" value="([^"]+)"/.exec(html)?.[1] ?? ''

const giveCode = (guest: Guest, html: string, code: string) =>
  send(guest, '/anmeldung/code', { anmeldung: token(html), art: 'mailedCode', weiter: '/', code })

const guess = async (email: string, times: number): Promise<void> => {
  for (let time = 0; time < times; time++) await signIn(newGuest(), email, `geraten ${time}`)
}

const mailedCode = async (email: string): Promise<string> => {
  const mail = (await mailsTo(house, email)).find(({ template }) => template === 'identity.signInCode')
  return String(mail?.data['code'] ?? '')
}

test('nineteen wrong guesses from as many places change nothing for anybody', async () => {
  await guess(isb, 19)
  expect((await signIn(newGuest(), isb, demoPassword)).status).toBe(303)
})

test('beyond that a new browser is asked for a mailed code, and the page is the same for a right, a wrong and an unknown one', async () => {
  await guess(isb, 20)
  await guess('niemand@nirgends.example', 20)
  const pages = await Promise.all([
    signIn(newGuest(), isb, demoPassword),
    signIn(newGuest(), isb, 'falsch'),
    signIn(newGuest(), 'niemand@nirgends.example', 'falsch'),
  ])
  const plain = pages.map(
    ({ status, html }) => `${status} ${html.replaceAll(/(name="(?:_csrf|anmeldung)" value=)"[^"]*"/g, '$1')}`,
  )
  expect(plain[0]).toContain('Code aus Ihrem Postfach')
  expect(new Set(plain).size).toBe(1)
  expect(await mailedCode(isb)).toMatch(/^\d{4} \d{4}$/)
  expect(await mailsTo(house, 'niemand@nirgends.example')).toEqual([])
})

test('the owner gets in with the mailed code, and from then on that browser is known', async () => {
  await guess(isb, 21)
  const owner = newGuest()
  const { html } = await signIn(owner, isb, demoPassword)
  const code = await mailedCode(isb)
  expect((await giveCode(owner, html, '0000 0000')).status).toBe(422)
  expect((await giveCode(owner, html, code)).status).toBe(303)
  expect(owner.cookies['lotsenwerk_session']).toMatch(/^[\w-]{27}$/)
  expect((await giveCode(newGuest(), html, code)).html).toContain('abgelaufen oder wurde zu oft versucht')
  delete owner.cookies['lotsenwerk_session']
  expect((await signIn(owner, isb, demoPassword)).status).toBe(303)
})

test('a code sent for a wrong password does not exist: none opens that step', async () => {
  await guess(itStaff, 21)
  const thief = newGuest()
  const { html } = await signIn(thief, itStaff, 'falsch')
  for (const code of ['', '00000000', '1234 5678', 'x']) expect((await giveCode(thief, html, code)).status).toBe(422)
  expect((await giveCode(thief, html, '87654321')).html).toContain('abgelaufen oder wurde zu oft versucht')
  expect(await mailedCode(itStaff)).toBe('')
})

test('in a browser that is known, nobody else’s guesses count, not even from the same address', async () => {
  const owner = newGuest()
  await signIn(owner, isb, demoPassword)
  delete owner.cookies['lotsenwerk_session']
  for (let time = 0; time < 6; time++) await signIn(newGuest(owner.from), isb, 'falsch')
  expect((await signIn(newGuest(owner.from), isb, demoPassword)).status).toBe(429)
  await guess(isb, 25)
  expect((await signIn(owner, isb, demoPassword)).status).toBe(303)
})

test('the mark of a known browser opens nothing by itself, and helps nobody with another account', async () => {
  const owner = newGuest()
  await signIn(owner, isb, demoPassword)
  const stolen: Guest = { from: elsewhere(), cookies: { lotsenwerk_device: owner.cookies['lotsenwerk_device'] ?? '' } }
  for (let time = 0; time < 10; time++) expect((await signIn(stolen, isb, 'falsch')).status).toBe(422)
  expect((await signIn(stolen, isb, demoPassword)).status).toBe(429)
  await guess(itStaff, 21)
  expect((await signIn({ ...stolen, cookies: { ...stolen.cookies } }, itStaff, demoPassword)).html).toContain(
    'Code aus Ihrem Postfach',
  )
})

test('it is over after an hour', async () => {
  await guess(isb, 22)
  expect((await signIn(newGuest(), isb, demoPassword)).status).toBe(200)
  house.clock.set(house.clock.now().add({ minutes: 61 }))
  expect((await signIn(newGuest(), isb, demoPassword)).status).toBe(303)
})

test('a clock that is set back does not make anybody wait for it', async () => {
  for (let time = 0; time < 7; time++) await signIn(newGuest('10.9.9.9'), isb, 'falsch')
  const ahead = house.clock.now()
  house.clock.set(ahead.subtract({ hours: 24 * 30 }))
  expect((await signIn(newGuest('10.9.9.9'), isb, demoPassword)).status).toBe(303)
  house.clock.set(ahead)
})
