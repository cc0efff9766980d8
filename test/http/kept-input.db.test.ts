// A session that ends while somebody writes loses nothing: what was typed waits behind the sign-in.
import { expect } from 'vitest'
import { createApp } from '#app/create-app.ts'
import { openServer } from '#platform/db/database.ts'
import type { Browser, Page } from '../harness/clients.ts'
import { demoPassword, isb, itStaff, manager, test, type TestHouse } from '../harness/house.ts'
import { type AnswerJson, smallCatalog, startCheck } from './checks.ts'
import { formsOf, formTo, readable } from './html.ts'
import { cookieHeader, openSession, origin, postForm } from './raw-calls.ts'

const note = 'Erste Zeile\n\n  „Zweite“ mit "geraden" & <spitzen> Zeichen\nÄÖÜ äöü ß € 😀 \\ \' ; = %41 +\tEnde'

interface Typing {
  browser: Browser
  path: string
  /** What the page's own form would send, with the note typed into it. */
  typed: Record<string, string>
  saved(): Promise<AnswerJson>
}

async function typing(house: TestHouse, title: string): Promise<Typing> {
  const { id } = await startCheck(house, isb, title)
  const browser = await house.signedIn(isb)
  const page = await browser.get(`/pruefungen/${id}/fragen?liste=AKT&frage=AKT.0`)
  const path = `/pruefungen/${id}/fragen/AKT.0/antwort`
  const { _csrf: _, ...fields } = formTo(page.html, path).fields
  const jana = await house.as(isb)
  return {
    browser,
    path,
    typed: { ...fields, answer: 'no', note },
    saved: async () => (await jana.get<AnswerJson>(`/assessments/${id}/answers/AKT.0`)).body,
  }
}

const later = ({ clock }: TestHouse): void => clock.set(clock.now().add({ minutes: 31 }))

function signInAgain(browser: Browser, page: Page, given: Record<string, string>): Promise<Page> {
  const { _csrf: _, ...fields } = formTo(page.html, '/anmeldung').fields
  return browser.post('/anmeldung', { ...fields, email: isb, password: demoPassword, ...given })
}

test('the form comes back after the sign-in, and one click saves it', async ({ house }) => {
  const { browser, path, typed, saved } = await typing(house, 'Unterbrochen')
  later(house)
  const asked = await browser.post(path, typed)
  expect(asked.status).toBe(401)
  expect(readable(asked.html)).toContain('Ihre Sitzung war beendet, Ihre Eingabe ist noch da')
  expect(formTo(asked.html, '/anmeldung').fields).toMatchObject({
    weiter: path,
    'entwurf.note': note,
    'entwurf.answer': 'no',
  })
  const back = await signInAgain(browser, asked, {})
  expect(readable(back.html)).toContain('Gespeichert ist sie noch nicht.')
  expect((await saved()).version).toBeUndefined()
  const { _csrf: _, ...waiting } = formTo(back.html, path).fields
  expect(waiting).toEqual(typed)
  const done = await browser.post(path, waiting)
  expect([done.status, done.url.split('#')[1]]).toEqual([200, 'frage-AKT.0'])
  expect(await saved()).toMatchObject({ answer: 'no', note, version: 1 })
})

test('it survives a wrong password and a missing one', async ({ house }) => {
  const { browser, path, typed, saved } = await typing(house, 'Vertippt')
  later(house)
  const asked = await browser.post(path, typed)
  const wrong = await signInAgain(browser, asked, { password: 'falsch' })
  expect([wrong.status, wrong.text.includes('Ihre Eingabe von vorhin ist gesichert.')]).toEqual([422, true])
  const missing = await signInAgain(browser, wrong, { password: '' })
  expect(missing.status).toBe(422)
  const back = await signInAgain(browser, missing, {})
  await browser.post(path, formTo(back.html, path).fields)
  expect((await saved()).note).toBe(note)
})

test('it never carries the password along, nor the old mark of the form', async ({ house }) => {
  const { browser, path, typed } = await typing(house, 'Ohne Passwort')
  later(house)
  const asked = await browser.post(path, typed)
  expect(Object.keys(formTo(asked.html, '/anmeldung').fields)).not.toContain('entwurf._csrf')
  const back = await signInAgain(browser, asked, {})
  expect(formsOf(back.html).flatMap(({ fields }) => Object.keys(fields))).not.toContain('password')
  expect(back.html).not.toContain(demoPassword)
})

test('a colleague who answered meanwhile is not overwritten by it: both sides are shown', async ({ house }) => {
  const { browser, path, typed, saved } = await typing(house, 'Inzwischen')
  later(house)
  const asked = await browser.post(path, typed)
  const tobias = await house.as(itStaff)
  const api = path.replace('/pruefungen/', '/assessments/').replace('/fragen/', '/answers/').replace('/antwort', '')
  expect((await tobias.put(api, { answer: 'yes', note: 'Von Tobias' })).status).toBe(200)
  const back = await signInAgain(browser, asked, {})
  const conflict = await browser.post(path, formTo(back.html, path).fields)
  expect(conflict.status).toBe(409)
  expect((await saved()).note).toBe('Von Tobias')
})

test('after a sign-in as somebody else the access of that person counts', async ({ house }) => {
  const { browser, path, typed, saved } = await typing(house, 'Jemand anderes')
  later(house)
  const asked = await browser.post(path, typed)
  const back = await signInAgain(browser, asked, { email: manager })
  const whose = await browser.post(path, formTo(back.html, path).fields)
  expect([whose.status, readable(whose.html).includes('noch nicht gespeichert, aber noch da')]).toEqual([422, true])
  const organization = /name="organization" value="([^"]+)"/.exec(whose.html)?.[1] ?? ''
  const waiting = { ...formTo(whose.html, '/handeln-fuer').fields, organization }
  const resumed = await browser.post('/handeln-fuer', waiting)
  expect((await browser.post(path, formTo(resumed.html, path).fields)).status).toBe(404)
  expect((await saved()).version).toBeUndefined()
})

test('a file cannot be kept: the way leads back to the page where it is chosen again', async ({ house }) => {
  const { cookies } = await openSession(house.app, manager, demoPassword)
  later(house)
  const body = new FormData()
  body.set('file', new Blob([smallCatalog('Datei')]), 'katalog.json')
  const asked = async (referer?: string) => {
    const headers = { cookie: cookieHeader(cookies), ...(referer ? { referer } : {}) }
    const reply = await house.app.request(`${origin}/kataloge/einlesen`, { method: 'POST', body, headers })
    expect(reply.status).toBe(401)
    return formTo(await reply.text(), '/anmeldung').fields
  }
  expect(await asked(`${origin}/kataloge`)).toMatchObject({ weiter: '/kataloge' })
  expect(await asked()).toMatchObject({ weiter: '/' })
  expect(await asked('https://evil.example//evil.example/')).toMatchObject({ weiter: '/' })
})

test('while the database is away the input stays in the page, and one click sends it once more', async ({ house }) => {
  const { path, typed, saved } = await typing(house, 'Ohne Datenbank')
  const away = openServer('postgres://nobody@127.0.0.1:9/nothing', { stepDown: false })
  const broken = createApp({ ...house.services, database: away })
  const { cookie, csrf } = await openSession(house.app, isb, demoPassword)
  const reply = await postForm(broken, path, { ...typed, _csrf: csrf }, { cookie })
  const html = await reply.text()
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '30'])
  expect(readable(html)).toContain('Das Lotsenwerk ist gerade nicht erreichbar Gespeichert wurde nichts')
  const { _csrf: mark, ...kept } = formTo(html, path).fields
  expect([mark, kept]).toEqual([csrf, typed])
  expect((await saved()).version).toBeUndefined()
  expect((await postForm(house.app, path, { ...kept, _csrf: csrf }, { cookie })).status).toBe(303)
  expect(await saved()).toMatchObject({ note, version: 1 })

  const foreign = await postForm(broken, path, { ...typed, _csrf: 'x'.repeat(43) }, { cookie })
  expect([foreign.status, (await foreign.text()).includes('<form')]).toEqual([503, false])
  const secret = await postForm(broken, path, { password: demoPassword, _csrf: csrf }, { cookie })
  expect([secret.status, (await secret.text()).includes(demoPassword)]).toEqual([503, false])
  await away.close()
})
