// Every list has `limit` and `cursor`: walking its pages gives the whole list, once.
import { describe, expect } from 'vitest'
import type { ApiClient } from '../harness/clients.ts'
import { isb, manager, test, type TestHouse } from '../harness/house.ts'
import { importCatalog, smallCatalog, startCheck, storyCheck } from './checks.ts'

interface Part {
  items: Record<string, unknown>[]
  next: string | null
}

async function walk(client: ApiClient, path: string, limit: number): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < 100; pages++) {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { status, body, text } = await client.get<Part>(
      `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${query}`,
    )
    if (status !== 200) throw new Error(text)
    items.push(...body.items)
    expect(body.items.length).toBeLessThanOrEqual(limit)
    expect(cursor === null || body.items.length > 0).toBe(true)
    if (body.next === null) return items
    expect(body.items).toHaveLength(limit)
    cursor = body.next
  }
  throw new Error('the list does not end')
}

const names = ['Ähre', 'Ahr', 'Ähre', 'Zoo', 'Aachen', 'Öd', 'Oda', '"Quote"', 'straße', 'Strasse', 'Ähre']

/** Lists with several rows, equal sort keys among them. */
async function fill(house: TestHouse): Promise<{ client: ApiClient; lists: string[] }> {
  const cooperative = await house.as(manager)
  for (const name of names) await cooperative.post('/organizations', { name, kind: 'association' })
  const client = await house.as(isb)
  for (const title of ['Blättern A', 'Blättern B', 'Blättern C']) await startCheck(house, isb, title)
  const twin = smallCatalog('Zwilling')
  await importCatalog(house, twin)
  await importCatalog(house, twin.replace('"1.0"', '"1.1"'))
  const story = await storyCheck(client)
  const { id } = await startCheck(house, isb, 'Lange Geschichte')
  for (let version = 0; version < 7; version++)
    await client.put(`/assessments/${id}/answers/AKT.0`, { answer: 'yes', ...(version ? { version } : {}) })
  const lists = [
    '/organizations',
    '/organizations?search=a',
    '/organizations?kind=association',
    '/catalogs',
    `/catalogs/${story.catalogId}/controls`,
    '/assessments',
    `/assessments/${id}/answers/AKT.0/history`,
  ]
  return { client, lists }
}

let filled: ReturnType<typeof fill> | undefined
const filledOnce = (house: TestHouse) => (filled ??= fill(house))

describe('every list', () => {
  test('walked in pages of one, two and three is the whole list in its order, without duplicates', async ({
    house,
  }) => {
    const { client, lists } = await filledOnce(house)
    for (const list of lists) {
      const whole = await walk(client, list, 200)
      expect([list, whole.length > 3]).toEqual([list, true])
      expect(new Set(whole.map((item) => JSON.stringify(item))).size).toBe(whole.length)
      for (const limit of [1, 2, 3]) expect([list, await walk(client, list, limit)]).toEqual([list, whole])
    }
  })

  test('refuses a cursor that is not its own, whatever it holds', async ({ house }) => {
    const { client, lists } = await filledOnce(house)
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const cursors = [
      'x',
      '%00',
      encoded(null),
      encoded([]),
      encoded(['a']),
      encoded(['a', 'keine-kennung']),
      encoded(['a\0', '01940d1c-5c00-7a60-8000-000000000000']),
      encoded([1.5]),
      encoded([9_999_999_999]),
      encoded([true, {}]),
    ]
    for (const list of lists)
      for (const cursor of cursors) {
        const reply = await client.get(`${list}${list.includes('?') ? '&' : '?'}cursor=${cursor}`)
        expect([list, cursor, reply.status]).toEqual([list, cursor, 422])
        expect(reply.body['title']).toBe(
          'Diese Fortsetzung passt nicht zu dieser Liste. Bitte ohne cursor von vorn beginnen.',
        )
      }
  })

  test('has a limit of 1 to 200 and names it', async ({ house }) => {
    const { client, lists } = await filledOnce(house)
    for (const list of lists)
      for (const limit of ['0', '-1', '201', '9999', '1.5', 'viele', '', 'NaN']) {
        const reply = await client.get(`${list}${list.includes('?') ? '&' : '?'}limit=${limit}`)
        expect([list, limit, reply.status]).toEqual([list, limit, 422])
        expect(reply.body['errors']).toMatchObject([{ path: 'limit' }])
      }
  })
})

test('organizations stand in German order, the same names beside each other', async ({ house }) => {
  const { client } = await filledOnce(house)
  const listed = await walk(client, '/organizations?kind=association', 200)
  const order = ['Aachen', 'Ahr', 'Ähre', 'Ähre', 'Ähre', 'Öd', 'Oda', '"Quote"', 'straße', 'Strasse', 'Zoo']
  expect(listed.map(({ name }) => name)).toEqual(order)
})

test('the pages of the portal go on where the list ends, and refuse a foreign place in it', async ({ house }) => {
  const browser = await house.signedIn(isb)
  for (const path of ['/pruefungen', '/kataloge', '/organisationen']) {
    const refused = await browser.get(`${path}?ab=quatsch`)
    expect([path, refused.status]).toEqual([path, 422])
    expect(refused.text).toContain('Diese Fortsetzung passt nicht zu dieser Liste')
  }
  const { id } = await storyCheck(await house.as(isb))
  for (const place of ['quatsch', '-1', '1.5', '99999999999999999999', '%00'])
    expect([place, (await browser.get(`/pruefungen/${id}/fragen?ab=${place}`)).status]).toEqual([place, 200])
})
