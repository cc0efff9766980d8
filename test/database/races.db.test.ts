// Many at once. On PostgreSQL they really meet, over ten connections; the embedded database takes them one after the other and must answer the same.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ApiClient, Reply } from '../harness/clients.ts'
import { type TestHouse, hvb, isb, manager, test } from '../harness/house.ts'
import { onlyOnPostgres } from './own-database.ts'
import { townCount, townLines, townList } from './towns.ts'

const catalogFile = readFileSync(join(import.meta.dirname, '../fixtures/oscal/small-catalog-1.1.3.json'), 'utf8')

interface Items<Item> {
  items: Item[]
}

const times = <T>(count: number, work: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)))

/** How often each status came: `{ 200: 1, 428: 39 }`. */
const statuses = (replies: readonly { status: number }[]): Record<number, number> =>
  Object.fromEntries([...Map.groupBy(replies, ({ status }) => status)].map(([status, its]) => [status, its.length]))

/** A catalog of this test alone: the same controls under another title. */
async function importOwnCatalog(house: TestHouse, title: string): Promise<string> {
  const reply = await (await house.as(manager)).upload<{ id: string }>('/catalogs', titled(title))
  expect(reply.status).toBe(201)
  return reply.body.id
}

const titled = (title: string): string => catalogFile.replace('Kleiner Katalog der Amtsstube', title)

interface Check {
  jana: ApiClient
  martin: ApiClient
  /** Path of one question that nobody has answered. */
  answer: string
}

async function startCheck(house: TestHouse, title: string): Promise<Check> {
  const [jana, martin] = [await house.as(isb), await house.as(hvb)]
  const catalogId = await importOwnCatalog(house, title)
  const started = await jana.post<{ id: string }>('/assessments', {
    organizationId: await musterstadt(jana),
    catalogId,
  })
  const controls = await jana.get<Items<{ id: string }>>(`/catalogs/${catalogId}/controls`)
  return { jana, martin, answer: `/assessments/${started.body.id}/answers/${controls.body.items[0]?.id}` }
}

const musterstadt = async (jana: ApiClient): Promise<string> =>
  (await jana.get<{ actingFor: { id: string } }>('/me')).body.actingFor.id

const notes = async ({ jana, answer }: Check): Promise<string[]> =>
  (await jana.get<Items<{ note: string; version: number }>>(`${answer}/history?limit=200`)).body.items
    .toSorted((a, b) => a.version - b.version)
    .map(({ note, version }) => `${version}: ${note}`)

test('of 40 first answers to one question exactly one is saved, and 39 are told that there is one', async ({
  house,
}) => {
  const check = await startCheck(house, 'Rennen um die erste Antwort')
  const replies = await times(40, (at) =>
    (at % 2 ? check.jana : check.martin).put(check.answer, { answer: 'no', note: `Notiz ${at}` }),
  )
  expect(statuses(replies)).toEqual({ 200: 1, 428: 39 })
  const winner = replies.findIndex(({ status }) => status === 200)
  expect(await notes(check)).toEqual([`1: Notiz ${winner}`])
  const losers = replies.filter(({ status }) => status === 428)
  for (const { body } of losers)
    expect(body).toMatchObject({ version: 1, theirs: { note: `Notiz ${winner}`, version: 1 } })
})

test('of 40 changes of the same version exactly one is saved, and 39 are shown both sides', async ({ house }) => {
  const check = await startCheck(house, 'Rennen um die zweite Fassung')
  await check.jana.put(check.answer, { answer: 'no', note: 'zuerst' })
  const replies = await times(40, (at) =>
    (at % 2 ? check.jana : check.martin).put(check.answer, { answer: 'yes', note: `Notiz ${at}`, version: 1 }),
  )
  expect(statuses(replies)).toEqual({ 200: 1, 409: 39 })
  const winner = replies.findIndex(({ status }) => status === 200)
  expect(await notes(check)).toEqual(['1: zuerst', `2: Notiz ${winner}`])
  const losers = replies.flatMap(({ body }, at) => (at === winner ? [] : [{ body, at }]))
  for (const { body, at } of losers)
    expect(body).toMatchObject({ yours: { note: `Notiz ${at}` }, theirs: { note: `Notiz ${winner}` }, version: 2 })
})

test('sixteen writers who look and try again all get their turn: every note is in the history once', async ({
  house,
}) => {
  const check = await startCheck(house, 'Rennen mit Wiederholung')
  await check.jana.put(check.answer, { answer: 'no', note: 'zuerst' })
  await times(16, async (at) => {
    let version = 1
    for (;;) {
      const reply = await check.martin.put<{ version: number }>(check.answer, {
        answer: 'no',
        note: `Notiz ${at}`,
        version,
      })
      if (reply.status === 200) return
      expect(reply.status).toBe(409)
      version = reply.body.version
    }
  })
  const all = await notes(check)
  expect(all.map((line) => line.split(': ')[0])).toEqual(Array.from({ length: 17 }, (_, at) => String(at + 1)))
  expect(new Set(all.map((line) => line.split(': ')[1])).size).toBe(17)
})

test('of 20 who start the same check one gets it, and 19 are told that it runs', async ({ house }) => {
  const jana = await house.as(isb)
  const [organizationId, catalogId] = [await musterstadt(jana), await importOwnCatalog(house, 'Rennen um den Beginn')]
  const replies = await times(20, () => jana.post('/assessments', { organizationId, catalogId }))
  expect(statuses(replies)).toEqual({ 201: 1, 422: 19 })
  const list = await jana.get<Items<{ catalogId: string }>>('/assessments?limit=200')
  expect(list.body.items.filter((item) => item.catalogId === catalogId)).toHaveLength(1)
})

test('ten imports of the same file are one catalog, whole', async ({ house }) => {
  const ruth = await house.as(manager)
  const file = titled('Rennen um den Katalog')
  const replies = await times(10, () => ruth.upload<{ id: string; controlCount: number }>('/catalogs', file))
  expect(statuses(replies)).toEqual({ 200: 9, 201: 1 })
  expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
  const [{ id, controlCount } = { id: '', controlCount: -1 }] = replies.map(({ body }) => body)
  const controls = await ruth.get<Items<unknown>>(`/catalogs/${id}/controls?limit=200`)
  expect(controls.body.items).toHaveLength(controlCount)
})

interface Report {
  added: number
  changed: number
  unchanged: number
}

const sum = (replies: Reply<Report>[], key: keyof Report): number =>
  replies.reduce((total, { body }) => total + body[key], 0)

test('eight imports of one list, each in another order, add 133 once and wait for each other without a deadlock', async ({
  house,
}) => {
  const ruth = await house.as(manager)
  const lines = townLines()
  const replies = await times(8, (at) => {
    const turned = [...lines.slice(at * 16), ...lines.slice(0, at * 16)]
    return ruth.upload<Report>('/organizations/import', townList(at % 2 ? turned.toReversed() : turned))
  })
  expect(statuses(replies)).toEqual({ 200: 8 })
  expect([sum(replies, 'added'), sum(replies, 'changed'), sum(replies, 'unchanged')]).toEqual([
    townCount,
    0,
    7 * townCount,
  ])
  const changes = await times(6, (at) =>
    ruth.upload<Report>('/organizations/import', townList(at % 2 ? townLines(6000).toReversed() : townLines(6000))),
  )
  expect(statuses(changes)).toEqual({ 200: 6 })
  expect([sum(changes, 'added'), sum(changes, 'changed'), sum(changes, 'unchanged')]).toEqual([
    0,
    townCount,
    5 * townCount,
  ])
})

// The negative control: does this set-up show a lost update at all? One connection cannot lose one.
test.for(onlyOnPostgres)(
  'on %s a verb that reads first and writes then loses answers under the same load',
  async (_, { house }) => {
    const { pool } = house.services.database
    await pool.query('create schema naive; create table naive.answer (version integer not null, note text not null)')
    await pool.query(`insert into naive.answer values (1, 'zuerst')`)
    const clients = await times(8, () => pool.connect())
    const seen = await Promise.all(
      clients.map((client) => client.query<{ version: number }>('select version from naive.answer')),
    )
    expect(seen.map(({ rows }) => rows[0]?.version)).toEqual(Array.from({ length: 8 }, () => 1))
    const written = await times(
      8,
      (at) =>
        clients[at]?.query('update naive.answer set version = 2, note = $1', [`Notiz ${at}`]) ??
        Promise.reject(new Error('no client')),
    )
    for (const client of clients) client.release()
    expect(written.map(({ rowCount }) => rowCount)).toEqual(Array.from({ length: 8 }, () => 1)) // eight were told "saved"
    expect((await pool.query('select note from naive.answer')).rows).toHaveLength(1) // seven of them are lost
  },
)
