// One person, two organizations: in the browser she is asked for whom she acts, and every page says so.
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { placeNamed } from '../access/standings.ts'
import { isb, test, type TestHouse } from '../harness/house.ts'

const springer = 'springer@verbund.example'

const places = (house: TestHouse) =>
  asOwner(house, async (db) => ({
    musterstadt: await placeNamed(db, 'Stadt Musterstadt'),
    kleinweiler: await placeNamed(db, 'Gemeinde Kleinweiler'),
  }))

test('after the sign-in somebody with two organizations is asked for whom, with what they are there', async ({
  house,
}) => {
  const nele = house.browser()
  const asked = await nele.signIn(springer, 'lotsenwerk-demo')
  expect(asked.text).toContain('Für wen handeln Sie?')
  expect(asked.text).toContain('Für Gemeinde Kleinweiler handeln')
  expect(asked.text).toContain('Für Stadt Musterstadt handeln')
  const { kleinweiler } = await places(house)
  const start = await nele.post('/handeln-fuer', { organization: kleinweiler, weiter: '/pruefungen' })
  expect(start.text).toContain('Sie handeln für Gemeinde Kleinweiler · IT')
  expect(start.text).toContain('Sie handeln jetzt für Gemeinde Kleinweiler.')
})

test('no page breaks without the choice: it leads there and back, and a form that was sent is kept', async ({
  house,
}) => {
  const nele = house.browser()
  await nele.signIn(springer, 'lotsenwerk-demo')
  const asked = await nele.get('/pruefungen/neu')
  expect(asked.text).toContain('Für wen handeln Sie?')
  expect(asked.html).toContain('name="weiter" value="/pruefungen/neu"')
  const kept = await nele.post('/pruefungen', { catalogId: 'ein Katalog' })
  expect(kept.status).toBe(422)
  expect(kept.html).toContain('name="entwurf.catalogId" value="ein Katalog"')
  const { musterstadt } = await places(house)
  const resumed = await nele.post('/handeln-fuer', {
    organization: musterstadt,
    weiter: '/pruefungen',
    'entwurf.catalogId': 'ein Katalog',
  })
  expect(resumed.text).toContain('Für Stadt Musterstadt speichern')
  expect(resumed.html).toContain('name="catalogId" value="ein Katalog"')
})

test('the last choice stands first at the next sign-in, and is not taken for granted', async ({ house }) => {
  const { musterstadt } = await places(house)
  const nele = house.browser()
  await nele.signIn(springer, 'lotsenwerk-demo')
  await nele.post('/handeln-fuer', { organization: musterstadt })
  const again = house.browser()
  const asked = await again.signIn(springer, 'lotsenwerk-demo')
  expect(asked.text).toContain('Für wen handeln Sie?')
  expect(asked.text.indexOf('Für Stadt Musterstadt')).toBeLessThan(asked.text.indexOf('Für Gemeinde Kleinweiler'))
  expect(asked.text).toContain('zuletzt gewählt')
})

test('a foreign organization cannot be chosen', async ({ house }) => {
  const elbaue = await asOwner(house, (db) => placeNamed(db, 'Verbandsgemeinde Elbaue'))
  const nele = house.browser()
  await nele.signIn(springer, 'lotsenwerk-demo')
  for (const organization of [elbaue, '', 'musterstadt']) {
    const refused = await nele.post('/handeln-fuer', { organization })
    expect([refused.status, refused.text.includes('Für diese Organisation haben Sie keine Aufgabe')]).toEqual([
      422,
      true,
    ])
  }
})

test('a form opened for one organization is not saved for another that was chosen in another tab', async ({
  house,
}) => {
  const { musterstadt, kleinweiler } = await places(house)
  const nele = house.browser()
  await nele.signIn(springer, 'lotsenwerk-demo')
  await nele.post('/handeln-fuer', { organization: musterstadt })
  await nele.post('/handeln-fuer', { organization: kleinweiler })
  const stopped = await nele.post('/pruefungen', { catalogId: 'ein Katalog', _fuer: musterstadt })
  expect(stopped.status).toBe(422)
  expect(stopped.text).toContain('Ihre Eingabe ist noch nicht gespeichert')
})

test('what leads away from us after the choice is not followed', async ({ house }) => {
  const { musterstadt } = await places(house)
  const nele = house.browser()
  await nele.signIn(springer, 'lotsenwerk-demo')
  const page = await nele.get('/handeln-fuer?weiter=//evil.example/')
  expect(page.html).toContain('name="weiter" value="/"')
  expect((await nele.post('/handeln-fuer', { organization: musterstadt, weiter: 'https://evil.example' })).url).toBe(
    '/',
  )
})

test('somebody with one organization is never asked', async ({ house }) => {
  const jana = house.browser()
  expect((await jana.signIn(isb, 'lotsenwerk-demo')).text).toContain('Sie handeln für Stadt Musterstadt')
})
