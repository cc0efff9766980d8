// Cross-site request forgery: what did not come from our own form is not done.
import { describe, expect } from 'vitest'
import { demoPassword, isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { startCheck } from './checks.ts'
import { formTo, readable } from './html.ts'
import { cookieHeader, cookiesOf, csrfIn, openSession, origin, postForm } from './raw-calls.ts'

interface Target {
  path: string
  isAnswered(): Promise<boolean>
}

async function target(house: TestHouse, title: string): Promise<Target> {
  const { id } = await startCheck(house, isb, title)
  const jana = await house.as(isb)
  return {
    path: `/pruefungen/${id}/fragen/AKT.0/antwort`,
    isAnswered: async () => (await jana.get(`/assessments/${id}/answers/AKT.0`)).status === 200,
  }
}

const answer = { answer: 'yes', version: '' }

describe('a form post', () => {
  test('with the token of its own session is executed', async ({ house }) => {
    const { path, isAnswered } = await target(house, 'Eigen')
    const { cookie, csrf } = await openSession(house.app, isb, demoPassword)
    expect((await postForm(house.app, path, { ...answer, _csrf: csrf }, { cookie })).status).toBe(303)
    expect(await isAnswered()).toBe(true)
  })

  test('without a token, with an invented one or with that of another session is not executed', async ({ house }) => {
    const { path, isAnswered } = await target(house, 'Falsches Zeichen')
    const { cookie } = await openSession(house.app, isb, demoPassword)
    const [tobias, janaElsewhere] = [
      await openSession(house.app, itStaff, demoPassword),
      await openSession(house.app, isb, demoPassword),
    ]
    const visit = await house.app.request(`${origin}/anmeldung`)
    const beforeSignIn = csrfIn(await visit.text())
    for (const mark of ['', 'x', beforeSignIn, tobias.csrf, janaElsewhere.csrf]) {
      const reply = await postForm(house.app, path, { ...answer, _csrf: mark }, { cookie })
      expect(reply.status).toBe(200)
      const html = await reply.text()
      expect(readable(html)).toContain('Gespeichert ist sie noch nicht.')
      expect(formTo(html, path).fields).toMatchObject({ answer: 'yes' })
    }
    expect((await postForm(house.app, path, answer, { cookie })).status).toBe(200)
    expect(await isAnswered()).toBe(false)
  })

  test('that a browser says came from elsewhere is refused, even with the right token', async ({ house }) => {
    const { path, isAnswered } = await target(house, 'Fremde Seite')
    const { cookie, csrf } = await openSession(house.app, isb, demoPassword)
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'http://127.0.0.1:3001' },
      { origin: 'null' },
    ]
    for (const headers of foreign) {
      const reply = await postForm(house.app, path, { ...answer, _csrf: csrf }, { cookie, ...headers })
      expect([headers, reply.status]).toEqual([headers, 403])
      expect(await reply.text()).toContain('Diese Eingabe kam von einer fremden Seite und wurde nicht ausgeführt.')
    }
    expect(await isAnswered()).toBe(false)
    const own = { cookie, origin: 'http://127.0.0.1:3000' }
    expect((await postForm(house.app, path, { ...answer, _csrf: csrf }, own)).status).toBe(303)
  })

  test('from elsewhere into a browser that is signed out is not kept for the next sign-in either', async ({
    house,
  }) => {
    const { path } = await target(house, 'Untergeschoben')
    const reply = await postForm(
      house.app,
      path,
      { ...answer, note: 'untergeschoben' },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect(reply.status).toBe(403)
    expect(await reply.text()).not.toContain('untergeschoben')
  })

  test('to the sign-in needs the token of this visit, so that nobody is signed in as somebody else', async ({
    house,
  }) => {
    const page = await house.app.request(`${origin}/anmeldung`)
    const [cookie, _csrf] = [cookieHeader(cookiesOf(page)), csrfIn(await page.text())]
    const fields = { email: isb, password: demoPassword }
    for (const [given, headers] of [
      [fields, { cookie }],
      [{ ...fields, _csrf: 'x' }, { cookie }],
      [{ ...fields, _csrf }, {}],
      [
        { ...fields, _csrf },
        { cookie, 'sec-fetch-site': 'cross-site' },
      ],
    ] as [Record<string, string>, Record<string, string>][]) {
      const reply = await postForm(house.app, '/anmeldung', given, headers)
      expect([reply.status, cookiesOf(reply)['lotsenwerk_session']]).toEqual([422, undefined])
      expect(readable(await reply.text())).toContain('Diese Seite war zu lange offen.')
    }
    expect((await postForm(house.app, '/anmeldung', { ...fields, _csrf }, { cookie })).status).toBe(303)
  })
})

describe('the API with the cookie of a session', () => {
  const put = (house: TestHouse, path: string, headers: Record<string, string>) =>
    house.app.request(`${origin}/api/v1${path}`, {
      method: 'PUT',
      body: JSON.stringify({ answer: 'yes' }),
      headers: { 'content-type': 'application/json', host: '127.0.0.1:3000', ...headers },
    })

  test('writes only with the form mark in the header Lotsenwerk-Csrf', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Insel')
    const path = `/assessments/${id}/answers/AKT.0`
    const { cookie, csrf } = await openSession(house.app, isb, demoPassword)
    const other = await openSession(house.app, itStaff, demoPassword)
    const refused: Record<string, string>[] = [
      { cookie },
      { cookie, 'lotsenwerk-csrf': 'x' },
      { cookie, 'lotsenwerk-csrf': other.csrf },
      { cookie, 'lotsenwerk-csrf': csrf, 'sec-fetch-site': 'cross-site' },
      { cookie, 'lotsenwerk-csrf': csrf, origin: 'https://evil.example' },
    ]
    for (const headers of refused) expect((await put(house, path, headers)).status).toBe(403)
    expect((await (await house.as(isb)).get(path)).status).toBe(404)
    expect((await put(house, path, { cookie, 'lotsenwerk-csrf': csrf })).status).toBe(200)
  })

  test('reads without it, and no other site may read the answer', async ({ house }) => {
    const { cookie } = await openSession(house.app, isb, demoPassword)
    const reply = await house.app.request(`${origin}/api/v1/me`, {
      headers: { cookie, origin: 'https://evil.example' },
    })
    expect(reply.status).toBe(200)
    expect(reply.headers.get('access-control-allow-origin')).toBeNull()
    expect(reply.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

describe('the sentence for the next page', () => {
  test('is shown once', async ({ house }) => {
    const browser = await house.signedIn(isb)
    await browser.get('/pruefungen/neu')
    const out = await browser.post('/abmeldung', {})
    expect(out.text).toContain('Sie sind abgemeldet.')
    expect((await browser.get('/anmeldung')).text).not.toContain('Sie sind abgemeldet.')
  })

  test('is signed: a forged or altered one is not shown', async ({ house }) => {
    const { cookie, csrf } = await openSession(house.app, isb, demoPassword)
    const genuine =
      cookiesOf(await postForm(house.app, '/abmeldung', { _csrf: csrf }, { cookie }))['lotsenwerk_flash'] ?? ''
    const words = (text: string) => Buffer.from(text).toString('base64url')
    const shown = async (flash: string) =>
      await (
        await house.app.request(`${origin}/anmeldung`, { headers: { cookie: `lotsenwerk_flash=${flash}` } })
      ).text()
    expect(await shown(genuine)).toContain('Sie sind abgemeldet.')
    const mark = genuine.split('.')[1]
    for (const forged of [
      words('Rufen Sie an'),
      `${words('Rufen Sie an')}.`,
      `${words('Rufen Sie an')}.${mark}`,
      '.',
      'a.b.c',
    ])
      expect(await shown(forged)).not.toMatch(/Rufen Sie an|kern-alert/)
  })
})
