// How long a session lasts, and what its cookies are like.
import { describe, expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { demoPassword, isb, openTestHouse, test, type TestHouse } from '../harness/house.ts'
import { cookieHeader, cookiesOf, csrfIn, openSession, origin, postForm } from './raw-calls.ts'

const pass = ({ clock }: TestHouse, time: { minutes?: number; hours?: number; seconds?: number }): void =>
  clock.set(clock.now().add(time))

const isIn = async ({ app }: TestHouse, cookie: string): Promise<boolean> =>
  (await app.request(`${origin}/pruefungen`, { headers: { cookie } })).status === 200

describe('a session', () => {
  test('ends after 30 minutes without a request, and each request begins them anew', async ({ house }) => {
    const { cookie } = await openSession(house.app, isb, demoPassword)
    for (let round = 0; round < 4; round++) {
      pass(house, { minutes: 29 })
      expect(await isIn(house, cookie)).toBe(true)
    }
    pass(house, { minutes: 30, seconds: 1 })
    expect(await isIn(house, cookie)).toBe(false)
    expect(await isIn(house, cookie)).toBe(false)
  })

  test('ends after twelve hours, however busy one is', async ({ house }) => {
    const { cookie } = await openSession(house.app, isb, demoPassword)
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      pass(house, { minutes: 20 })
      expect([minutes, await isIn(house, cookie)]).toEqual([minutes, true])
    }
    pass(house, { minutes: 20, seconds: 1 })
    expect(await isIn(house, cookie)).toBe(false)
  })

  test('that is over leads to the sign-in and back, and the API says so', async ({ house }) => {
    const { cookie } = await openSession(house.app, isb, demoPassword)
    pass(house, { minutes: 31 })
    const page = await house.app.request(`${origin}/kataloge`, { headers: { cookie } })
    expect([page.status, page.headers.get('location')]).toEqual([303, '/anmeldung?weiter=%2Fkataloge'])
    const api = await house.app.request(`${origin}/api/v1/me`, { headers: { cookie } })
    expect([api.status, await api.json()]).toMatchObject([
      401,
      { title: 'Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.' },
    ])
  })

  test('is ended on the server by signing out: the old cookie is worth nothing', async ({ house }) => {
    const { cookie, csrf } = await openSession(house.app, isb, demoPassword)
    const other = await openSession(house.app, isb, demoPassword)
    const out = await postForm(house.app, '/abmeldung', { _csrf: csrf }, { cookie })
    expect([out.status, out.headers.get('location')]).toEqual([303, '/anmeldung'])
    expect(cookiesOf(out)['lotsenwerk_session']).toBe('')
    expect(await isIn(house, cookie)).toBe(false)
    expect(await isIn(house, other.cookie)).toBe(true)
    const page = await house.app.request(`${origin}/anmeldung`, { headers: { cookie: cookieHeader(cookiesOf(out)) } })
    expect(await page.text()).toContain('Sie sind abgemeldet.')
  })

  test('is not ended by a sign-out that another site or a stale form sends', async ({ house }) => {
    const { cookie, csrf } = await openSession(house.app, isb, demoPassword)
    await postForm(house.app, '/abmeldung', { _csrf: csrf }, { cookie, 'sec-fetch-site': 'cross-site' })
    await postForm(house.app, '/abmeldung', { _csrf: 'geraten' }, { cookie })
    await postForm(house.app, '/abmeldung', {}, { cookie })
    expect((await house.app.request(`${origin}/abmeldung`, { headers: { cookie } })).status).toBe(404)
    expect(await isIn(house, cookie)).toBe(true)
  })

  test('is always a new one: what a browser brought along is not taken over', async ({ house }) => {
    const planted = 'lotsenwerk_session=von-aussen-gesetzt-0000000000'
    const page = await house.app.request(`${origin}/anmeldung`)
    const fields = { _csrf: csrfIn(await page.text()), email: isb, password: demoPassword }
    const signedIn = await postForm(house.app, '/anmeldung', fields, { cookie: cookieHeader(cookiesOf(page)) })
    const secret = cookiesOf(signedIn)['lotsenwerk_session'] ?? ''
    expect(secret).not.toBe('')
    expect(await isIn(house, planted)).toBe(false)
    const again = await openSession(house.app, isb, demoPassword)
    expect(again.cookies['lotsenwerk_session']).not.toBe(secret)
  })
})

test('a session is stored as a hash only', async ({ house }) => {
  const { cookies } = await openSession(house.app, isb, demoPassword)
  const stored = await asOwner(house, (db) => db.selectFrom('identity.session').select('token_hash').execute())
  expect(stored.length).toBeGreaterThan(0)
  for (const { token_hash } of stored) expect(token_hash).toMatch(/^[0-9a-f]{64}$/)
  expect(stored.map(({ token_hash }) => token_hash)).not.toContain(cookies['lotsenwerk_session'])
})

async function cookieLines(house: TestHouse): Promise<string[]> {
  const page = await house.app.request(`${origin}/anmeldung`)
  const fields = { _csrf: csrfIn(await page.text()), email: isb, password: demoPassword }
  const signedIn = await postForm(house.app, '/anmeldung', fields, { cookie: cookieHeader(cookiesOf(page)) })
  const cookie = cookieHeader({ ...cookiesOf(page), ...cookiesOf(signedIn) })
  const start = await house.app.request(`${origin}/`, { headers: { cookie } })
  const out = await postForm(house.app, '/abmeldung', { _csrf: csrfIn(await start.text()) }, { cookie })
  return [page, signedIn, out].flatMap(({ headers }) => headers.getSetCookie())
}

describe('every cookie', () => {
  test('is out of reach of scripts and of posts from other sites', async ({ house }) => {
    const lines = await cookieLines(house)
    expect(lines.map((line) => line.split('=')[0])).toEqual([
      'lotsenwerk_visit',
      'lotsenwerk_session',
      'lotsenwerk_device',
      'lotsenwerk_session',
      'lotsenwerk_flash',
    ])
    for (const line of lines.filter((set) => !/max-age=0/i.test(set))) {
      expect(line).toMatch(/; HttpOnly(;|$)/)
      expect(line).toMatch(/; SameSite=Lax(;|$)/)
      expect(line).toMatch(/; Path=\/(;|$)/)
      // Only the mark of a known browser outlives it; it opens nothing by itself.
      expect(line).not.toMatch(line.startsWith('lotsenwerk_device') ? /; Domain=/i : /; (Domain|Max-Age|Expires)=/i)
    }
  })

  test('is Secure and bound to the very host where the address is https', async () => {
    const house = await openTestHouse(undefined, { baseUrl: 'https://portal.verbund.example' })
    const lines = await cookieLines(house)
    await house.close()
    expect(lines).toHaveLength(5)
    for (const line of lines) {
      expect(line).toMatch(/^__Host-lotsenwerk_/)
      expect(line).toMatch(/; Secure(;|$)/)
      expect(line).toMatch(/; Path=\/(;|$)/)
      expect(line).not.toMatch(/; Domain=/i)
    }
  })
})
