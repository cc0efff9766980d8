// What each role finds on the pages: only ways it can use, and reasons where it may not.
import { describe, expect } from 'vitest'
import { assessor, elbaue, everything, hvb, isb, itStaff, manager, observer, test } from '../harness/house.ts'
import { countRows } from './rows.ts'
import { importCatalog, smallCatalog, storyCheck } from './checks.ts'
import { formsOf, linksOf, readable } from './html.ts'

const admin = 'admin@verbund.example'
const officeHead = 'amt@musterstadt.example'
const others = [
  isb,
  hvb,
  itStaff,
  elbaue,
  everything,
  assessor,
  observer,
  admin,
  officeHead,
  'redaktion@verbund.example',
]

const navigation = (html: string): string[] =>
  linksOf(/<nav[^>]*id="navigation"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? html.slice(0, html.indexOf('<main')))

describe('the navigation', () => {
  test('shows "Prüfungen" to those who answer or assess, to whom lists can be delegated, and to nobody else', async ({
    house,
  }) => {
    const found: Record<string, boolean> = {}
    for (const email of [isb, hvb, itStaff, elbaue, everything, assessor, observer, manager, admin, officeHead])
      found[email] = navigation((await (await house.signedIn(email)).get('/')).html).includes('/pruefungen')
    expect(found).toEqual({
      [isb]: true,
      [hvb]: true,
      [itStaff]: true,
      [elbaue]: true,
      [everything]: true,
      [assessor]: true,
      [observer]: false,
      [manager]: false,
      [admin]: false,
      [officeHead]: true,
    })
  })

  test('names who is signed in, for whom and as what, on every page', async ({ house }) => {
    const browser = await house.signedIn(isb)
    for (const path of ['/', '/pruefungen', '/kataloge', '/organisationen', '/gibt-es-nicht'])
      expect(readable((await browser.get(path)).html)).toContain('Stadt Musterstadt · Informationssicherheit')
  })
})

describe('checks', () => {
  test('are an empty list for the observer, the programme manager and the office head, also at the address itself', async ({
    house,
  }) => {
    const { id } = await storyCheck(await house.as(isb))
    for (const email of [observer, manager, officeHead, admin]) {
      const browser = await house.signedIn(email)
      const list = await browser.get('/pruefungen')
      expect([email, list.status]).toEqual([email, 200])
      expect(readable(list.html)).toContain('Noch keine Prüfung')
      expect(list.html).not.toContain('lw-table')
      expect((await browser.get(`/pruefungen/${id}`)).status).toBe(404)
    }
  })

  test('can be begun by own staff; others read who can do it for them', async ({ house }) => {
    const before = await countRows(house)
    for (const email of [observer, manager, officeHead, assessor]) {
      const browser = await house.signedIn(email)
      const page = await browser.get('/pruefungen/neu')
      expect(readable(page.html)).toContain('Das können andere für Sie tun')
      expect(formsOf(page.html).map(({ action }) => action)).not.toContain('/pruefungen')
      const { catalogId } = await storyCheck(await house.as(isb))
      const refused = await browser.post('/pruefungen', { catalogId })
      expect([email, refused.status]).toEqual([email, 403])
      expect(readable(refused.html)).toContain('Eine Prüfung beginnen können nur Verwaltungsleitung')
    }
    // What a sign-in leaves came, nothing else.
    const ours = (rows: Record<string, number>) => ({
      ...rows,
      'identity.session': 0,
      'audit.entry': 0,
      'audit.personal': 0,
      'identity.known_device': 0,
      'identity.sign_in_attempt': 0,
    })
    expect(ours(await countRows(house))).toEqual(ours(before))
  })

  test('are read by the assigned assessor, who cannot answer and is told why', async ({ house }) => {
    const { id } = await storyCheck(await house.as(isb))
    const browser = await house.signedIn(assessor)
    const page = await browser.get(`/pruefungen/${id}/fragen?auswahl=alle`)
    expect(page.status).toBe(200)
    expect(readable(page.html)).toContain('Antworten können nur Verwaltungsleitung')
    expect(page.html).toMatch(/<input[^>]*type="radio"[^>]*disabled/)
    expect(formsOf(page.html).filter(({ action }) => action.endsWith('/antwort'))).toEqual([])
    const refused = await browser.post(`/pruefungen/${id}/fragen/lw-start-01/antwort`, { answer: 'yes', version: '1' })
    expect([refused.status, readable(refused.html).includes('Antworten können nur')]).toEqual([403, true])
  })
})

describe('imports', () => {
  test('are offered to the programme manager; others neither see the forms nor get through', async ({ house }) => {
    const forms = async (email: string, path: string) =>
      formsOf((await (await house.signedIn(email)).get(path)).html).map(({ action }) => action)
    expect(await forms(manager, '/kataloge')).toContain('/kataloge/einlesen')
    expect(await forms(manager, '/organisationen')).toContain('/organisationen/einlesen')
    const before = await countRows(house)
    for (const email of others) {
      const browser = await house.signedIn(email)
      const catalogs = await browser.get('/kataloge')
      expect(formsOf(catalogs.html).map(({ action }) => action)).not.toContain('/kataloge/einlesen')
      const refused = await browser.upload('/kataloge/einlesen', smallCatalog('Verboten'), 'katalog.json')
      expect([email, refused.status]).toEqual([email, 403])
      expect(readable(refused.html)).toContain(
        'Kataloge einlesen können nur Programmleitung und Geschäftsstelle des Verbunds.',
      )
    }
    const rows = await countRows(house)
    expect(rows['catalogs.catalog']).toBe(before['catalogs.catalog'])
  })

  test('of organizations are refused likewise, except that the administrator may', async ({ house }) => {
    const list = 'ars;name;typ\n159999001;Amtsdorf;Einheitsgemeinde\n'
    for (const email of others.filter((each) => each !== admin)) {
      const browser = await house.signedIn(email)
      await browser.get('/organisationen')
      const refused = await browser.upload('/organisationen/einlesen', list, 'liste.csv')
      expect([email, refused.status]).toEqual([email, 403])
      expect(readable(refused.html)).toContain('Organisationen anlegen und ändern können nur Programmleitung')
    }
    const browser = await house.signedIn(admin)
    await browser.get('/organisationen')
    const done = await browser.upload('/organisationen/einlesen', list, 'liste.csv')
    expect([done.url, readable(done.html).includes('1 Zeilen gelesen: 1 neu')]).toEqual(['/organisationen', true])
  })
})

test('a stranger is led to the sign-in from every page but the first, and learns nothing about what exists', async ({
  house,
}) => {
  const { id } = await storyCheck(await house.as(isb))
  const catalogId = await importCatalog(house, smallCatalog('Für Fremde'))
  const browser = house.browser()
  expect(readable((await browser.get('/')).html)).toContain('Digital und sicher, gemeinsam')
  for (const path of ['/pruefungen', `/pruefungen/${id}`, '/pruefungen/x', `/kataloge/${catalogId}`, '/organisationen'])
    expect([path, (await browser.get(path)).url]).toEqual([path, `/anmeldung?weiter=${encodeURIComponent(path)}`])
  expect((await browser.get('/gibt-es-nicht')).status).toBe(404)
})
