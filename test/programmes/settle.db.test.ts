// What a list of all reads of a road equals what its steps say, recomputed slowly, after anything that can happen to them.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { manager, test, type TestHouse } from '../harness/house.ts'
import { type Listed, programmeId, type RoadJson } from './roads.ts'

interface Step {
  road: string
  key: string
  position: number
  phase: string
  duty: string
  acts: string
  days: number
  state: string
  since: string
  waiting_for: string | null
  missing: string
}

interface Standing {
  road: string
  current_step: string | null
  phase: string
  waiting_for: string | null
  missing: string
  days_needed: number
  completed_at: string | null
}

const letters: Record<string, string> = { open: 'o', inProgress: 'p', done: 'd', notNeeded: 'n' }

/** As anybody would do it with a pencil. */
function recomputed(steps: readonly Step[]): Standing {
  const inOrder = steps.toSorted((one, other) => one.position - other.position)
  const ahead = inOrder.filter(({ state }) => state === 'open' || state === 'inProgress')
  const [now] = ahead
  const latest = inOrder.map(({ since }) => since).toSorted()
  return {
    road: inOrder.map(({ state }) => letters[state]).join(''),
    current_step: now?.key ?? null,
    phase: now?.phase ?? (steps.length === 0 ? '' : 'completed'),
    waiting_for: now ? (now.waiting_for ?? now.acts) : null,
    missing: now ? now.missing || now.duty : '',
    days_needed: ahead.reduce((sum, { days }) => sum + days, 0),
    completed_at: now ? null : (latest.at(-1) ?? null),
  }
}

/** Of all roads of all programmes: what is written, and what should be. */
const compared = (house: TestHouse): Promise<{ written: [string, Standing][]; told: [string, Standing][] }> =>
  asOwner(house, async (db) => {
    const steps = await sql<Step>`
      select s.enrollment_id as road, s.step as key, d.position, d.phase_key as phase, d.duty, d.acts, d.typical_days as days, s.state,
             to_char(s.since at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as since, s.waiting_for, s.missing
        from programmes.enrollment_step s join programmes.step d on d.programme_id = s.programme_id and d.key = s.step`.execute(
      db,
    )
    const roads = await sql<Standing & { id: string }>`
      select id, road, current_step, phase, waiting_for, missing, days_needed,
             to_char(completed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as completed_at
        from programmes.enrollment order by id`.execute(db)
    return {
      written: roads.rows.map(({ id, ...standing }) => [id, standing]),
      told: roads.rows.map(({ id }) => [id, recomputed(steps.rows.filter(({ road }) => road === id))]),
    }
  })

const agree = async (house: TestHouse): Promise<void> => {
  const { written, told } = await compared(house)
  expect(written).toEqual(told)
}

/** The same numbers each time, so that a failure can be looked at again. */
function randomFrom(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed
  return (items) => {
    state = (state * 48_271) % 2_147_483_647
    const chosen = items[state % items.length]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
}

const states = ['done', 'done', 'done', 'inProgress', 'notNeeded', 'open'] as const
const details = [
  {},
  {},
  { waitingFor: null },
  { waitingFor: 'organization' },
  { waitingFor: 'contractor', missing: 'Noch ein Blatt' },
  { waitingFor: 'cooperative', missing: '' },
  { missing: 'Eine Unterschrift' },
] as const

test('the roads of the story say what their steps say, all of them', async ({ house }) => {
  const { written } = await compared(house)
  expect(written.length).toBeGreaterThan(6)
  await agree(house)
})

test('after three hundred steps in any order, some refused, every road still does', async ({ house }) => {
  const torsten = await house.as(manager)
  const roads = (await torsten.get<Listed<RoadJson>>('/enrollments?limit=200')).body.items
  const pick = randomFrom(20_261_122)
  const replies = new Map<number, number>()
  for (let count = 0; count < 300; count++) {
    const road = pick(roads)
    const reply = await torsten.put(`/enrollments/${road.id}/steps/${pick(road.steps).step}`, {
      state: pick(states),
      ...pick(details),
    })
    replies.set(reply.status, (replies.get(reply.status) ?? 0) + 1)
    if (count % 60 === 59) await agree(house)
  }
  expect(new Set(replies.keys())).toEqual(new Set([200, 422]))
  expect(replies.get(200)).toBeGreaterThan(50)
})

test('other durations, duties, places, new steps and removed ones reach every road at once', async ({ house }) => {
  const torsten = await house.as(manager)
  const path = `/programmes/${await programmeId(house, 'sicherkommunal')}`
  for (const [method, at, body, status] of [
    ['PATCH', '/steps/report', { typicalDays: 40, duty: 'Bericht übergeben', acts: 'cooperative' }, 200],
    ['PATCH', '/steps/scans', { phaseKey: 'preparation', after: 'preparation' }, 200],
    [
      'POST',
      '/steps',
      { key: 'thanks', phaseKey: 'entry', after: null, title: 'Dank', duty: 'Danken', acts: 'ministry' },
      201,
    ],
    ['PUT', '/phases/scan', { title: 'Scan', after: 'entry' }, 200],
    ['DELETE', '/steps/thanks', undefined, 200],
  ] as const) {
    const reply = await torsten.call(method, path + at, body)
    expect([method, at, reply.status]).toEqual([method, at, status])
    await agree(house)
  }
})

test('a road all of whose steps are over is completed with the last of them, and begins again when one is taken back', async ({
  house,
}) => {
  const torsten = await house.as(manager)
  const programme = await torsten.post<{ id: string }>('/programmes', {
    name: 'Zwei Schritte',
    phases: [
      {
        key: 'only',
        title: 'Alles',
        steps: ['one', 'two'].map((key) => ({ key, title: key, duty: key, acts: 'organization' })),
      },
    ],
  })
  const [{ organizationId } = { organizationId: '' }] = (await torsten.get<Listed<RoadJson>>('/enrollments')).body.items
  const road = await torsten.post<RoadJson>('/enrollments', { organizationId, programmeId: programme.body.id })
  for (const [step, state, phase] of [
    ['two', 'done', 'only'],
    ['one', 'done', 'completed'],
    ['two', 'open', 'only'],
    ['two', 'done', 'completed'],
  ] as const) {
    const reply = await torsten.put<RoadJson>(`/enrollments/${road.body.id}/steps/${step}`, { state })
    expect([step, state, reply.body.phase]).toEqual([step, state, phase])
    await agree(house)
  }
})

test('the comparison finds a road that says something else than its steps', async ({ house }) => {
  await asOwner(house, (db) =>
    sql`update programmes.enrollment set missing = 'Etwas anderes' where id = (select min(id::text)::uuid from programmes.enrollment)`.execute(
      db,
    ),
  )
  const { written, told } = await compared(house)
  expect(written.filter(([, standing], at) => JSON.stringify(standing) !== JSON.stringify(told[at]?.[1]))).toHaveLength(
    1,
  )
})
