// A whole year of a programme by the API: 133 municipalities, two managers, two assessors, everything in random order and at the same time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { runVerb } from '#app/operator.ts'
import { assign } from '#foundation/identity/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import { packageRoot } from '#platform/config.ts'
import { operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { ApiClient } from '../harness/clients.ts'
import { assessor, manager, test, type TestHouse } from '../harness/house.ts'

const managers = [manager, 'programm2@verbund.example']
const assessors = [assessor, 'pruefung@pruefhaus.example']
const towns = 133
const clients = 20
const months = 12
const deedsOfAMonth = 220

interface Step {
  key: string
  needs: string[]
  acts: string
  isOptional?: boolean
}
interface RoadJson {
  id: string
  state: string
  phase: string
  currentStep: string | null
  waitingFor: string | null
  steps: { step: string; state: string; waitingFor: string | null }[]
}

const story = JSON.parse(readFileSync(join(packageRoot, 'demo/programmes.json'), 'utf8')) as {
  programmes: { key: string; phases: { key: string; title: string; steps: Step[] }[]; stages: unknown[] }[]
}
const [template] = story.programmes
const definitions = (template?.phases ?? []).flatMap((phase) => phase.steps)
const phaseOf = new Map((template?.phases ?? []).flatMap((phase) => phase.steps.map(({ key }) => [key, phase.key])))

/** The same numbers each time, so that a failure can be looked at again (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(random: () => number, from: readonly T[]): T => {
  const chosen = from[Math.floor(random() * from.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

async function addTowns(house: TestHouse): Promise<string[]> {
  const lines = Array.from(
    { length: towns },
    (_, at) => `15990${String(at).padStart(4, '0')};;Jahresort ${at};Einheitsgemeinde;Landkreis Probe;${900 + at}`,
  )
  const imported = await (
    await house.as(manager)
  ).upload('/organizations/import', ['ars;ags;name;typ;kreis;einwohner', ...lines].join('\n'), 'orte.csv')
  expect(imported.status).toBe(200)
  return asOwner(house, async (db) => {
    const rows = await db
      .selectFrom('organizations.organization')
      .select('id')
      .where('name', 'like', 'Jahresort %')
      .execute()
    return rows.map(({ id }) => id)
  })
}

/** Both assessors everywhere for the whole year, as the operator does it. */
const assignEverywhere = (house: TestHouse, places: readonly string[], until: string): Promise<void> =>
  unitOfWork(house.services.database, { as: operator, now: house.clock.now(), mode: 'read write' }, async (db) => {
    const from = localDay(house.clock.now()).toString()
    const people = await db.selectFrom('identity.person').select('id').where('email', 'in', assessors).execute()
    for (const { id: personId } of people)
      for (const organizationId of places)
        await assign({ actor: null, db, now: house.clock.now() }, { personId, organizationId, from, until })
  })

/** What must hold of every road at every moment. */
function faultsOf({ steps: road, currentStep, phase, waitingFor }: RoadJson): string[] {
  const stateOf = new Map(road.map(({ step, state }) => [step, state]))
  const isOver = (key: string): boolean => ['done', 'notNeeded'].includes(stateOf.get(key) ?? '')
  const begun = definitions.filter(({ key }) => ['done', 'inProgress'].includes(stateOf.get(key) ?? ''))
  const current = definitions.find(({ key }) => !isOver(key))
  return [
    ...begun.flatMap(({ key, needs }) => needs.filter((need) => !isOver(need)).map((need) => `${key} before ${need}`)),
    ...road.flatMap(({ step, state }) =>
      state === 'notNeeded' && !definitions.find(({ key }) => key === step)?.isOptional
        ? [`${step} is not needed`]
        : [],
    ),
    ...(currentStep === (current?.key ?? null) ? [] : [`stands at ${currentStep}, not at ${current?.key}`]),
    ...(phase === (current ? phaseOf.get(current.key) : 'completed') ? [] : [`is in phase ${phase}`]),
    ...(waitingFor === (road.find(({ step }) => step === current?.key)?.waitingFor ?? null)
      ? []
      : [`waits for ${waitingFor}`]),
  ]
}

interface Year {
  house: TestHouse
  programmeId: string
  places: readonly string[]
  managers: ApiClient[]
  assessors: ApiClient[]
  roads: Set<string>
  /** Their municipalities. */
  enrolled: Set<string>
  /** How often each status came back. */
  told: Map<string, number>
  faults: string[]
}

const note = ({ told }: Year, what: string): void => {
  told.set(what, (told.get(what) ?? 0) + 1)
}

const states = ['inProgress', 'done', 'done', 'done', 'done', 'notNeeded', 'open'] as const

/** One deed of somebody: mostly a sensible next step, sometimes any step, sometimes leaving or coming back. */
async function act(year: Year, random: () => number): Promise<void> {
  const client = random() < 0.75 ? pick(random, year.managers) : pick(random, year.assessors)
  if (year.roads.size < towns && random() < 0.15) return enrollSomebody(year, random)
  const id = pick(random, [...year.roads])
  if (random() < 0.02) return leaveOrComeBack(year, id, random)
  const key = random() < 0.3 ? pick(random, definitions).key : await currentOf(year, id)
  const body = { state: pick(random, states), ...(random() < 0.2 ? { waitingFor: 'organization' } : {}) }
  const reply = await client.put<RoadJson>(`/enrollments/${id}/steps/${key}`, body)
  note(year, `step ${reply.status}`)
  if (reply.status === 200) year.faults.push(...faultsOf(reply.body).map((fault) => `${id}: ${fault}`))
  else if (![403, 422].includes(reply.status)) year.faults.push(`${key} to ${body.state}: ${reply.text}`)
}

async function currentOf({ managers: [first] }: Year, id: string): Promise<string> {
  const road = await first?.get<RoadJson>(`/enrollments/${id}`)
  return road?.body.currentStep ?? 'settlement'
}

async function enrollSomebody(year: Year, random: () => number): Promise<void> {
  // Mostly somebody who is not in yet; now and then one who is.
  const missing = year.places.filter((place) => !year.enrolled.has(place))
  const organizationId = pick(random, random() < 0.7 && missing.length > 0 ? missing : year.places)
  const body = { organizationId, programmeId: year.programmeId }
  const reply = await pick(random, year.managers).post<RoadJson>('/enrollments', body)
  note(year, `enroll ${reply.status}`)
  year.enrolled.add(organizationId)
  if (reply.status === 201) year.roads.add(reply.body.id)
  else if (reply.status !== 409) year.faults.push(`enroll: ${reply.text}`)
}

async function leaveOrComeBack(year: Year, id: string, random: () => number): Promise<void> {
  const deed = random() < 0.4 ? 'withdrawal' : 'reentry'
  const reply = await pick(random, year.managers).post(`/enrollments/${id}/${deed}`, { reason: 'So kam es.' })
  note(year, `${deed} ${reply.status}`)
  if (![200, 422].includes(reply.status)) year.faults.push(`${deed}: ${reply.text}`)
}

/** What the history adds up to is where the road stands: no change was lost, none came twice. */
const unbalanced = (house: TestHouse, programmeId: string): Promise<unknown[]> =>
  asOwner(house, async (db) => {
    const { rows } = await sql`
      with moves as (
        select enrollment_id, step, what as state, 1 as n from programmes.step_change
         where programme_id = ${programmeId}::uuid and step is not null and what <> 'detail'
        union all
        select enrollment_id, step, before, -1 from programmes.step_change
         where programme_id = ${programmeId}::uuid and step is not null and what <> 'detail'
        union all select enrollment_id, step, 'open', 1 from programmes.enrollment_step where programme_id = ${programmeId}::uuid
        union all select enrollment_id, step, state, -1 from programmes.enrollment_step where programme_id = ${programmeId}::uuid)
      select enrollment_id, step, state, sum(n) from moves group by 1, 2, 3 having sum(n) <> 0`.execute(db)
    return rows
  })

async function openYear(house: TestHouse): Promise<Year> {
  const places = await addTowns(house)
  const today = localDay(house.clock.now())
  const client = await house.as(manager)
  const programme = await client.post<{ id: string }>('/programmes', {
    name: 'Ein ganzes Jahr',
    startsOn: today.toString(),
    deadline: today.add({ months }).toString(),
    phases: template?.phases,
  })
  expect(programme.status).toBe(201)
  await assignEverywhere(house, places, today.add({ months: months + 1 }).toString())
  const roads = new Set<string>()
  const first = await client.post<RoadJson>('/enrollments', {
    organizationId: places[0],
    programmeId: programme.body.id,
  })
  roads.add(first.body.id)
  return {
    house,
    programmeId: programme.body.id,
    places,
    managers: [],
    assessors: [],
    roads,
    enrolled: new Set(places.slice(0, 1)),
    told: new Map(),
    faults: [],
  }
}

/** Tokens end within the year: each month has its own. */
const freshClients = (house: TestHouse, emails: readonly string[]): Promise<ApiClient[]> =>
  Promise.all(
    emails.map(async (email) => {
      const done = await runVerb(house.services, 'token create', { email })
      if (isRefusal(done)) throw new Error(done.refused)
      return new ApiClient(house.app, String(done.data['token']))
    }),
  )

const times = async (count: number, work: () => Promise<void>): Promise<void> => {
  for (let done = 0; done < count; done += 1) await work()
}

describe('with several connections', () => {
  test(
    'in a year of everybody at once no road ever comes out of order, and each one is what its history adds up to',
    { timeout: 600_000 },
    async ({ house }) => {
      const year = await openYear(house)
      const begin = house.clock.now()
      for (let month = 0; month < months; month += 1) {
        house.clock.set(begin.add({ hours: month * 30 * 24 }))
        year.managers = await freshClients(house, managers)
        year.assessors = await freshClients(house, assessors)
        await Promise.all(
          Array.from({ length: clients }, (_, at) => {
            const random = randomFrom(month * 1000 + at)
            return times(Math.ceil(deedsOfAMonth / clients), () => act(year, random))
          }),
        )
        expect(year.faults).toEqual([])
        expect(await unbalanced(house, year.programmeId)).toEqual([])
      }
      const listed = await year.managers[0]?.get<{ items: RoadJson[] }>(
        `/enrollments?programmeId=${year.programmeId}&limit=200`,
      )
      expect(listed?.body.items.length).toBe(year.roads.size)
      expect(year.roads.size).toBe(towns)
      expect(listed?.body.items.flatMap(faultsOf)).toEqual([])
      // A test that was only ever refused would prove nothing.
      expect(year.told.get('step 200')).toBeGreaterThan(600)
      for (const seen of ['step 403', 'step 422', 'enroll 409', 'withdrawal 200', 'reentry 200'])
        expect(year.told.get(seen), seen).toBeGreaterThan(0)
      house.clock.set(begin.add({ hours: 24 * 400 }))
      const [late] = await freshClients(house, managers)
      const open = listed?.body.items.find(({ currentStep }) => currentStep === 'settlement')
      const tooLate = await late?.put(`/enrollments/${open?.id}/steps/settlement`, { state: 'done' })
      expect([tooLate?.status, tooLate?.text]).toEqual([422, expect.stringContaining('möglich')])
    },
  )
})
