// What the tests of the cockpit share: the programme of the demo, and more municipalities on their roads.
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { findProgramme, loadRoads, type StepState, type ToldRoad } from '#foundation/programmes/index.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { ApiClient, Reply } from '../harness/clients.ts'
import { manager, type TestHouse } from '../harness/house.ts'

interface Listed {
  items: { id: string; key: string }[]
}

export async function programmeId(house: TestHouse, key = 'sicherkommunal'): Promise<string> {
  const torsten = await house.as(manager)
  const { body } = await torsten.get<Listed>('/programmes')
  return body.items.find((programme) => programme.key === key)?.id ?? ''
}

const letters: Record<string, StepState> = { d: 'done', p: 'inProgress', n: 'notNeeded', o: 'open' }
const roads = [
  'dddndooooooooo',
  'ddpooooooooooo',
  'ddddoooooooooo',
  'dddddddddpoooo',
  'dddddddddddddd',
  'dddddddddddddp',
  'dooooooooooooo',
]
const parties = ['organization', 'contractor', 'cooperative', null] as const

/** So many municipalities more, some without a road, two in one county with one name; on all kinds of places. */
export async function manyRoads(house: TestHouse, count: number): Promise<void> {
  const torsten = await house.as(manager)
  const { body: me } = await torsten.get<{ person: { id: string }; actingFor: { id: string } }>('/me')
  const programme = await programmeId(house)
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const { status, body } = await torsten.post<{ id: string }>('/organizations', {
      name: at < 2 ? 'Stadt Doppelort' : `Gemeinde Weiler ${at}`,
      kind: at === 3 ? 'county' : 'unitaryMunicipality',
      county: at < 2 ? 'Landkreis Doppelort' : `Landkreis ${at % 4}`,
    })
    expect(status).toBe(201)
    ids.push(body.id)
  }
  const now = house.clock.now()
  await unitOfWork(
    house.services.database,
    { as: { personId: me.person.id, actingFor: me.actingFor.id }, now, mode: 'read write' },
    async (db) => {
      const found = await findProgramme(db, programme)
      if (!found) throw new Error('no programme')
      const actor = {
        personId: me.person.id,
        name: '',
        email: manager,
        actingFor: { id: me.actingFor.id, name: '', kind: 'cooperative' },
        roles: ['programmeManager'],
        organizations: [],
      }
      const told: ToldRoad[] = ids.slice(0, count - 5).map((organizationId, at) => {
        const road = roads[at % roads.length] ?? ''
        const current = road.split('').findIndex((letter) => letter === 'o' || letter === 'p')
        return {
          organizationId,
          beganAt: now.subtract({ hours: 24 * (40 + at) }).toString(),
          steps: road.split('').flatMap((letter, place) => {
            const step = found.steps[place]
            if (!step || (letter === 'o' && place !== current)) return []
            const daysAgo = place === current ? at % 19 : 20 + at
            return [
              {
                key: step.key,
                state: letters[letter] ?? 'open',
                since: now.subtract({ hours: 24 * daysAgo }).toString(),
                onDay: letter === 'd' ? localDay(now).subtract({ days: daysAgo }).toString() : null,
                waitingFor: place === current ? (parties[at % parties.length] ?? null) : null,
                missing: '',
                note: '',
              },
            ]
          }),
        }
      })
      await loadRoads({ actor, db, now }, found, told)
    },
  )
}

/** All parts of a list, one after the other. */
export async function allItems<Item>(client: ApiClient, path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
    const reply: Reply<{ items: Item[]; next: string | null }> = await client.get(`${path}${more}`)
    expect([path, reply.status]).toEqual([path, 200])
    items.push(...reply.body.items)
    cursor = reply.body.next
  }
  return items
}
