// Signing in by password: what it tells, what it keeps, how often it may be tried.
import { createHook } from 'node:async_hooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test as plain } from 'vitest'
import { isWaiting, signIn } from '#foundation/identity/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { demoPassword, isb, itStaff, openTestHouse, type TestHouse } from '../harness/house.ts'
import { formTo } from './html.ts'
import { cookieHeader, cookiesOf, csrfIn, origin, postForm } from './raw-calls.ts'

const wrong = 'E-Mail-Adresse oder Passwort stimmen nicht.'

// The tests have no socket, so the address is "unknown"; as a trusted proxy it may name others.
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(undefined, { trustedProxies: ['unknown'] })
})
afterAll(() => house.close())
// Many guesses at one account within an hour would ask for a mailed code: that is another file's matter (sign-in/guard).
beforeEach(() => house.clock.set(house.clock.now().add({ hours: 2 })))

interface Attempt {
  email?: string
  password?: string
  from: string
  weiter?: string
}

async function attempt({ email = isb, password = 'falsch', from, weiter = '/' }: Attempt) {
  const headers = { 'x-forwarded-for': from }
  const page = await house.app.request(`${origin}/anmeldung`, { headers })
  const fields = { _csrf: csrfIn(await page.text()), email, password, weiter }
  const response = await postForm(house.app, '/anmeldung', fields, {
    ...headers,
    cookie: cookieHeader(cookiesOf(page)),
  })
  return { response, status: response.status, html: await response.text() }
}

let nextAddress = 1
const newAddress = (): string => `10.0.0.${nextAddress++}`

describe('a sign-in', () => {
  plain('that is right leads on and opens a session', async () => {
    const { response } = await attempt({ password: demoPassword, from: newAddress(), weiter: '/pruefungen?ab=1' })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/pruefungen?ab=1'])
    expect(cookiesOf(response)['lotsenwerk_session']).toMatch(/^[\w-]{27}$/)
  })

  plain('takes the address in any spelling', async () => {
    const from = newAddress()
    expect((await attempt({ email: '  ISB@Musterstadt.Example ', password: demoPassword, from })).status).toBe(303)
  })

  plain('that is wrong does not tell which part was, keeps the address and never the password', async () => {
    const from = newAddress()
    const known = await attempt({ from, password: 'geheim-aber-falsch' })
    const unknown = await attempt({ from, email: 'niemand@nirgends.example', password: 'geheim-aber-falsch' })
    for (const [{ status, html }, email] of [
      [known, isb],
      [unknown, 'niemand@nirgends.example'],
    ] as const) {
      expect(status).toBe(422)
      expect(html).toContain(wrong)
      expect(formTo(html, '/anmeldung').fields).toMatchObject({ email, password: '' })
      expect(html).not.toContain('geheim-aber-falsch')
    }
    const masked = (html: string, email: string) =>
      html.replaceAll(email, '').replaceAll(/name="_csrf" value="[^"]*"/g, '')
    expect(masked(known.html, isb)).toBe(masked(unknown.html, 'niemand@nirgends.example'))
  })

  plain('that lacks something names the field and counts as no attempt', async () => {
    const from = newAddress()
    for (let count = 0; count < 7; count++) {
      const { status, html } = await attempt({ email: ' ', password: '', from })
      expect(status).toBe(422)
      expect(html).toContain('href="#feld-email"')
      expect(html).toContain('href="#feld-password"')
    }
  })

  plain('with signs that no database can hold is simply wrong', async () => {
    for (const email of ['a\0b@musterstadt.example', '\0', 'x'.repeat(5000), '💥@💥', "' or 1=1 --"])
      expect([email, (await attempt({ email, from: newAddress() })).status]).toEqual([email, 422])
    expect((await attempt({ password: `${demoPassword}\0`, from: newAddress() })).status).toBe(422)
  })

  plain('costs one password hash, whether or not anybody has the address', async () => {
    const hashes = async (email: string): Promise<number> => {
      let count = 0
      const hook = createHook({ init: (_id, type) => void (/ARGON2|SCRYPT/i.test(type) && (count += 1)) }).enable()
      await attempt({ email, from: newAddress() })
      hook.disable()
      return count
    }
    await hashes('erster@nirgends.example') // makes the hash that strangers are checked against
    expect([await hashes(isb), await hashes('niemand@nirgends.example'), await hashes('keine adresse')]).toEqual([
      1, 1, 1,
    ])
  })
})

describe('attempts', () => {
  plain('beyond the fifth for one account from one address are 429 with the time to wait', async () => {
    const from = newAddress()
    for (let count = 0; count < 5; count++) expect((await attempt({ from })).status).toBe(422)
    const sixth = await attempt({ from, password: demoPassword })
    expect(sixth.status).toBe(429)
    const seconds = Number(sixth.response.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(14 * 60)
    expect(seconds).toBeLessThanOrEqual(15 * 60)
    expect(sixth.html).toContain('Bitte versuchen Sie es in 15 Minuten noch einmal.')
    expect(formTo(sixth.html, '/anmeldung').fields['email']).toBe(isb)
    expect(cookiesOf(sixth.response)['lotsenwerk_session']).toBeUndefined()
  })

  plain('of others go on: another account from there, the same account from elsewhere', async () => {
    const from = newAddress()
    for (let count = 0; count < 6; count++) await attempt({ from })
    expect((await attempt({ from, email: itStaff, password: demoPassword })).status).toBe(303)
    expect((await attempt({ from: newAddress(), password: demoPassword })).status).toBe(303)
  })

  plain('are forgiven after a success', async () => {
    const from = newAddress()
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 4; count++) expect((await attempt({ from })).status).toBe(422)
      expect((await attempt({ from, password: demoPassword })).status).toBe(303)
    }
  })

  plain('pass with the window of 15 minutes, and not a minute before', async () => {
    const from = newAddress()
    for (let count = 0; count < 6; count++) await attempt({ from })
    house.clock.set(house.clock.now().add({ minutes: 14 }))
    expect((await attempt({ from, password: demoPassword })).status).toBe(429)
    house.clock.set(house.clock.now().add({ minutes: 1 }))
    expect((await attempt({ from, password: demoPassword })).status).toBe(303)
  })

  plain('under another spelling of the address count for the same account', async () => {
    const from = newAddress()
    for (const email of [isb, isb.toUpperCase(), ` ${isb}`, `${isb} `, 'Isb@musterstadt.example'])
      expect((await attempt({ from, email })).status).toBe(422)
    expect((await attempt({ from, email: isb })).status).toBe(429)
  })

  plain('of one address on ever other accounts end at sixty', async () => {
    const address = newAddress()
    const tried = await Promise.all(
      Array.from({ length: 62 }, (_, at) =>
        signIn(house.services.database, house.clock, { email: `nr${at}@nirgends.example`, password: 'x', address }),
      ),
    )
    expect([tried.filter((one) => isRefusal(one)).length, tried.filter((one) => isWaiting(one)).length]).toEqual([
      60, 2,
    ])
  })

  plain('cannot be spread by inventing addresses: only trusted proxies are believed', async () => {
    const strict = await openTestHouse()
    const statuses = []
    for (let count = 0; count < 6; count++) {
      const page = await strict.app.request(`${origin}/anmeldung`)
      const fields = { _csrf: csrfIn(await page.text()), email: isb, password: 'falsch' }
      const headers = { cookie: cookieHeader(cookiesOf(page)), 'x-forwarded-for': `10.9.9.${count}` }
      statuses.push((await postForm(strict.app, '/anmeldung', fields, headers)).status)
    }
    await strict.close()
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
  })
})

describe('where the sign-in leads', () => {
  const foreign = [
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    'https://evil.example',
    'https:evil.example',
    '///evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    '/\0',
    '',
  ]

  plain.each(foreign)('is never another site: %j', async (weiter) => {
    const { response } = await attempt({ password: demoPassword, from: newAddress(), weiter })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    const page = await house.app.request(`${origin}/anmeldung?${new URLSearchParams({ weiter })}`)
    expect(formTo(await page.text(), '/anmeldung').fields['weiter']).toBe('/')
  })

  plain('is the page that was asked for, with its query', async () => {
    const asked = await house.app.request(`${origin}/kataloge?ab=x&y=ä`)
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      `/anmeldung?weiter=${encodeURIComponent('/kataloge?ab=x&y=%C3%A4')}`,
    ])
  })
})
