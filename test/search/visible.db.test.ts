// The rule of the search: it shows exactly what the person could open. All people of the demo, each document of the index.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { pages } from '#app/modules.ts'
import { nobody, operator, unitOfWork, worker } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { type TestHouse, test } from '../harness/house.ts'
import { within } from '../harness/work.ts'

interface Document {
  type: string
  id: string
  title: string
  url: string
}

const everything = (house: TestHouse): Promise<Document[]> =>
  asOwner(house, (db) =>
    db
      .selectFrom('search.document')
      .select(['type', 'id', 'title', 'url'])
      .where('build', '=', db.selectFrom('search.state').select('build'))
      .orderBy('type')
      .orderBy('id')
      .execute(),
  )

interface Seat {
  email: string
  actingFor: string
}

/** Everybody of the story, for each organization where they hold a role. */
const seats = (house: TestHouse): Promise<Seat[]> =>
  asOwner(house, (db) =>
    db
      .selectFrom('identity.role_grant as g')
      .innerJoin('identity.person as p', 'p.id', 'g.person_id')
      .select(['p.email', 'g.organization_id as actingFor'])
      .where('p.is_demo', '=', true)
      .distinct()
      .orderBy('p.email')
      .execute(),
  )

/** What they find of these when they search for the title. */
async function foundBy(
  house: TestHouse,
  { email, actingFor }: Seat,
  documents: readonly Document[],
): Promise<Set<string>> {
  const client = await house.as(email)
  const keys = new Set<string>()
  for (const { type, id, title } of documents) {
    const query = `q=${encodeURIComponent(title)}&type=${type}&limit=100`
    const headers = { 'Lotsenwerk-Acting-For': actingFor }
    const { body } = await client.get<{ items: Document[] }>(`/search?${query}`, headers)
    if (body.items.some((item) => item.id === id)) keys.add(`${type} ${id}`)
  }
  return keys
}

/** Pages of the handbook come with the help; where they are not there yet, nothing can be opened. */
const hasPage = ({ type }: Document): boolean =>
  type !== 'handbook' || pages.some(({ path }) => path.startsWith('/hilfe/handbuch/'))

/** Whoever pays for a measure reads its outline; found it is by those who read all of it. */
const isOutline = ({ type }: Document, html: string): boolean =>
  type === 'measure' && html.includes('id="angaben"') && !html.includes('id="nachweise"')

test('everybody finds what they can open, and can open what they find', async ({ house }) => {
  // Sections of the handbook are alike for everybody: a few of them stand for all.
  const documents = (await everything(house)).filter(({ type }, place) => type !== 'handbook' || place % 7 === 0)
  const places = await seats(house)
  expect(documents.length).toBeGreaterThan(60)
  expect(places.length).toBeGreaterThan(18)
  const wrong: string[] = []
  const opened = { yes: 0, no: 0 }
  for (const { email, actingFor } of places) {
    const found = await foundBy(house, { email, actingFor }, documents)
    const client = await house.signedIn(email)
    await client.get('/handeln-fuer')
    await client.post('/handeln-fuer', { organization: actingFor })
    for (const document of documents) {
      const isFound = found.has(`${document.type} ${document.id}`)
      if (!hasPage(document)) {
        if (!isFound) wrong.push(`${email} does not find ${document.type} ${document.title}`)
        continue
      }
      const { status, html } = await client.get(document.url)
      opened[status === 200 ? 'yes' : 'no'] += 1
      if (isOutline(document, html)) continue
      if ((status === 200) !== isFound)
        wrong.push(
          `${email}: ${document.type} „${document.title}“ is ${isFound ? '' : 'not '}found and answers ${status}`,
        )
    }
  }
  expect(wrong).toEqual([])
  expect(opened.yes).toBeGreaterThan(400)
  expect(opened.no).toBeGreaterThan(100)
}, 300_000)

test('whoever is nobody finds nothing: strangers, the command line, the worker', async ({ house }) => {
  for (const as of [nobody, operator])
    expect(
      await within(house, as, async ({ db }) => [
        (
          await sql`select * from search.find('{musterstadt}', '{organization}', '{organization}', 0, 5, 200)`.execute(
            db,
          )
        ).rows,
        await db.selectFrom('search.document').select('id').execute(),
      ]),
    ).toEqual([[], []])
  const asWorker = (table: 'search.document' | 'search.recent') =>
    unitOfWork(house.services.database, { as: worker, now: house.clock.now(), mode: 'read only' }, (db) =>
      db.selectFrom(table).selectAll().execute(),
    )
  await expect(asWorker('search.document')).rejects.toThrow('permission denied')
  await expect(asWorker('search.recent')).rejects.toThrow('permission denied')
})
