// Filters, counts, orders and parts of the cockpit, held against a slow and obvious look at every single road.
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { manager, test, type TestHouse } from '../harness/house.ts'
import { allItems, manyRoads, programmeId } from './roads.ts'

interface Road {
  id: string
  organizationId: string
  organizationName: string
  state: string
  beganAt: string
  steps: { step: string; state: string; since: string; waitingFor: string | null; missing: string }[]
}

interface Row {
  enrollmentId: string
  organization: { id: string; name: string; county: string | null }
  waitingFor: string | null
  waitingSince: string | null
  missing: string
  pressure: string
  daysNeeded: number
  lastContactOn: string | null
  guide: { id: string } | null
}

interface Programme {
  deadline: string
  phases: { key: string; steps: { key: string; typicalDays: number }[] }[]
}

interface Place {
  id: string
  name: string
  county: string | null
  kind: string
}

const isOver = ({ state }: { state: string }): boolean => state === 'done' || state === 'notNeeded'

/** Everything that the cockpit knows of a road, found out step by step. */
async function slowly(house: TestHouse, id: string) {
  const torsten = await house.as(manager)
  const { body: programme } = await torsten.get<Programme>(`/programmes/${id}`)
  const places = new Map((await allItems<Place>(torsten, '/organizations')).map((place) => [place.id, place]))
  const today = localDay(house.clock.now())
  const left = today.until(Temporal.PlainDate.from(programme.deadline)).days
  const phaseOf = new Map(programme.phases.flatMap(({ key, steps }) => steps.map((step) => [step.key, key] as const)))
  const daysOf = new Map(programme.phases.flatMap(({ steps }) => steps.map((step) => [step.key, step.typicalDays])))
  const roads = await allItems<Road>(torsten, `/enrollments?programmeId=${id}`)
  const talks = await allItems<Talk>(torsten, `/contact-entries?programmeId=${id}`)
  const lastTalk = (place: string) =>
    talks
      .filter(({ organizationId, kind }) => organizationId === place && kind !== 'note')
      .map(({ onDay }) => onDay)
      .toSorted()
      .at(-1)
  const spokenOn = ({ organizationId, beganAt }: Road) =>
    lastTalk(organizationId) ?? localDay(Temporal.Instant.from(beganAt))
  return roads.map((road) => {
    const ahead = road.steps.filter((step) => !isOver(step))
    const now = ahead[0]
    const behind = now ? road.steps.slice(0, road.steps.indexOf(now)) : road.steps
    const since =
      [...behind, ...(now ? [now] : [])]
        .map((step) => step.since)
        .toSorted()
        .at(-1) ?? ''
    const needed = ahead.reduce((sum, { step }) => sum + (daysOf.get(step) ?? 0), 0)
    const place = places.get(road.organizationId)
    return {
      id: road.id,
      name: place?.name ?? '',
      county: place?.county ?? null,
      isOpen: now !== undefined,
      phase: now ? phaseOf.get(now.step) : 'completed',
      waitingFor: now?.waitingFor ?? null,
      waitingDays: now ? localDay(Temporal.Instant.from(since)).until(today).days : 0,
      isAdmitted: road.steps.some((step) => step.step === 'admission' && isOver(step)),
      silentDays: Temporal.PlainDate.from(spokenOn(road)).until(today).days,
      pressure: !now ? 'none' : left < needed ? 'endangered' : left < needed * 1.33 ? 'tight' : 'onTrack',
    }
  })
}

interface Talk {
  organizationId: string
  kind: string
  onDay: string
}

type Slow = Awaited<ReturnType<typeof slowly>>[number]

const filters: [query: string, fits: (road: Slow) => boolean][] = [
  ['', ({ isOpen }) => isOpen],
  ['phase=all', () => true],
  ['phase=completed', ({ isOpen }) => !isOpen],
  ['phase=onSite', ({ phase }) => phase === 'onSite'],
  ['phase=nonsense', () => false],
  ['waitingFor=organization', ({ waitingFor }) => waitingFor === 'organization'],
  ['waitingFor=cooperative&phase=entry', ({ waitingFor, phase }) => waitingFor === 'cooperative' && phase === 'entry'],
  ['county=Landkreis%20Doppelort&phase=all', ({ county }) => county === 'Landkreis Doppelort'],
  ['county=Landkreis', () => false],
  ['search=doppel&phase=all', ({ name }) => name === 'Stadt Doppelort'],
  ['search=oppel&phase=all', () => false],
  ['search=weiler%201&phase=all', ({ name }) => /Weiler 1/.test(name)],
  ['pressure=endangered', ({ pressure }) => pressure === 'endangered'],
  ['pressure=tight', ({ pressure }) => pressure === 'tight'],
  ['pressure=onTrack', ({ pressure }) => pressure === 'onTrack'],
  ['pressure=late', () => false],
  ['need=waitsForOrganization', ({ waitingFor, waitingDays }) => waitingFor === 'organization' && waitingDays > 7],
  ['need=waitsForContractor', ({ waitingFor, waitingDays }) => waitingFor === 'contractor' && waitingDays > 7],
  ['need=waitsForUs', ({ waitingFor, waitingDays }) => waitingFor === 'cooperative' && waitingDays > 7],
  ['need=notAdmitted', ({ isOpen, isAdmitted }) => isOpen && !isAdmitted],
  ['need=withoutContact', ({ isOpen, silentDays }) => isOpen && silentDays > 28],
  ['need=somethingElse', () => false],
  ['state=withdrawn', () => false],
]

test(
  'every filter shows exactly the roads that a look at each single one gives',
  { timeout: 120_000 },
  async ({ house }) => {
    const id = await programmeId(house)
    await manyRoads(house, 61)
    const torsten = await house.as(manager)
    const roads = await slowly(house, id)
    expect(roads.length).toBeGreaterThan(55)
    for (const [query, fits] of filters) {
      const rows = await allItems<Row>(torsten, `/programmes/${id}/cockpit?${query}`)
      expect([query, rows.map(({ enrollmentId }) => enrollmentId).toSorted()]).toEqual([
        query,
        roads
          .filter(fits)
          .map((road) => road.id)
          .toSorted(),
      ])
    }
  },
)

test('the counts are the lengths of the lists that they lead to', async ({ house }) => {
  const id = await programmeId(house)
  const torsten = await house.as(manager)
  const { body: summary } = await torsten.get<{
    active: number
    open: number
    completed: number
    endangered: number
    outside: number
    phases: { key: string; count: number }[]
    waitingFor: { key: string; count: number }[]
    needs: { key: string; sentence: string; count: number }[]
  }>(`/programmes/${id}/cockpit/summary`)
  const counted = async (query: string) => (await allItems<Row>(torsten, `/programmes/${id}/cockpit?${query}`)).length
  expect(summary.active).toBe(await counted('phase=all'))
  expect(summary.open).toBe(await counted(''))
  expect(summary.completed).toBe(await counted('phase=completed'))
  expect(summary.endangered).toBe(await counted('pressure=endangered'))
  for (const { key, count } of summary.phases) expect([key, count]).toEqual([key, await counted(`phase=${key}`)])
  for (const { key, count } of summary.waitingFor)
    expect([key, count]).toEqual([key, await counted(`waitingFor=${key}`)])
  expect(summary.needs.length).toBeGreaterThan(3)
  for (const { key, count, sentence } of summary.needs) {
    expect([key, count]).toEqual([key, await counted(`need=${key}`)])
    expect(sentence).toMatch(new RegExp(`^${count} `))
  }
  const municipal = new Set(['county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality'])
  const places = await allItems<Place>(torsten, '/organizations')
  expect(summary.outside).toBe(places.filter(({ kind }) => municipal.has(kind)).length - summary.active)
})

test('two towns of one name in one county are two rows, told apart by their ids', async ({ house }) => {
  const id = await programmeId(house)
  const torsten = await house.as(manager)
  const rows = await allItems<Row>(torsten, `/programmes/${id}/cockpit?county=Landkreis%20Doppelort&phase=all`)
  expect(rows.map(({ organization }) => organization.name)).toEqual(['Stadt Doppelort', 'Stadt Doppelort'])
  expect(new Set(rows.map(({ organization }) => organization.id)).size).toBe(2)
})

const value: Record<string, (row: Row) => string | number> = {
  pressure: ({ daysNeeded }) => -daysNeeded,
  waiting: ({ waitingSince }) => waitingSince ?? '9999',
  contact: ({ lastContactOn }) => lastContactOn ?? '',
}

test('in every order and both directions the parts are complete, without doubles, and in order', async ({ house }) => {
  const id = await programmeId(house)
  const torsten = await house.as(manager)
  const all = await allItems<Row>(torsten, `/programmes/${id}/cockpit?phase=all`)
  for (const order of ['pressure', 'waiting', 'name', 'phase', 'contact']) {
    const once = await allItems<Row>(torsten, `/programmes/${id}/cockpit?phase=all&order=${order}&limit=7`)
    const back = await allItems<Row>(
      torsten,
      `/programmes/${id}/cockpit?phase=all&order=${order}&reversed=true&limit=11`,
    )
    const ids = once.map(({ enrollmentId }) => enrollmentId)
    expect([order, new Set(ids).size]).toEqual([order, all.length])
    expect([order, back.map(({ enrollmentId }) => enrollmentId).toReversed()]).toEqual([order, ids])
    const of = value[order]
    if (of) {
      const values = once.map(of)
      expect([order, values]).toEqual([order, values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))])
    }
  }
})

test('a cursor of another order, or a broken one, is refused with a sentence and not with a fault', async ({
  house,
}) => {
  const id = await programmeId(house)
  const torsten = await house.as(manager)
  const { body } = await torsten.get<{ next: string }>(`/programmes/${id}/cockpit?limit=1`)
  const cursors = [
    body.next,
    'x',
    Buffer.from('["2026-99-99T00:00:00Z","01940d1c-5c00-7a60-8000-6b5c6d7e8fff"]').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
  ]
  for (const cursor of cursors) {
    const reply = await torsten.get(`/programmes/${id}/cockpit?order=waiting&cursor=${cursor}`)
    expect([cursor, reply.status]).toEqual([cursor, 422])
  }
})

test(
  'hostile addresses of the page show something or refuse, and never fail',
  { timeout: 60_000 },
  async ({ house }) => {
    const id = await programmeId(house)
    const torsten = await house.signedIn(manager)
    const hostile = ['%00', "'%3B--", '%F0%9F%98%80', '__proto__', 'x'.repeat(3000), '%ED%A0%80', '-1', '../..', '%25']
    const names = [
      'suche',
      'phase',
      'wartet',
      'kreis',
      'betreuung',
      'frist',
      'fehlt',
      'stand',
      'ordnung',
      'anzahl',
      'nr',
      'ab',
    ]
    for (const name of names)
      for (const text of hostile) {
        const { status } = await torsten.get(`/programme-im-verbund/${id}/cockpit?${name}=${text}`)
        expect([name, text, [200, 422].includes(status)]).toEqual([name, text, true])
      }
  },
)
