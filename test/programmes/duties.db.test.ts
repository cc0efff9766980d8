// What programmes bring into duties, calendar, search and inbox: whoever is waited for learns it, and nobody twice.
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { assessor, elbaue, everything, hvb, isb, manager, observer, test, type TestHouse } from '../harness/house.ts'
import { dutiesOf, type TaskJson } from '../portal/duties.ts'
import { guide, roadThere, secondManager } from './roads.ts'

const stepsOf = async (house: TestHouse, email: string): Promise<TaskJson[]> =>
  (await dutiesOf(house, email)).filter(({ source }) => source === 'foundation/programmes')

interface ProgrammeJson {
  id: string
  key: string
  deadline: string
  phases: { steps: { key: string; typicalDays: number }[] }[]
}

const programmeOf = async (house: TestHouse, key: string): Promise<ProgrammeJson> => {
  const { body } = await (await house.as(manager)).get<{ items: ProgrammeJson[] }>('/programmes')
  const found = body.items.find((one) => one.key === key)
  if (!found) throw new Error(`no programme ${key}`)
  return found
}

/** Sets steps of a road one after the other. */
async function set(house: TestHouse, email: string, road: string, steps: Record<string, object>): Promise<void> {
  const client = await house.as(email)
  for (const [step, body] of Object.entries(steps))
    expect([step, (await client.put(`/enrollments/${road}/steps/${step}`, body)).status]).toEqual([step, 200])
}

const inboxOf = async (house: TestHouse, email: string): Promise<string> => {
  await house.services.worker.runDue()
  return (await (await house.signedIn(email)).get('/postfach')).text
}

test('a municipality finds what is missing, why, what follows, and the last day on which the rest still fits', async ({
  house,
}) => {
  const road = await roadThere(house, 'sicherkommunal', 'Musterstadt')
  const { deadline, phases } = await programmeOf(house, 'sicherkommunal')
  // The report itself is told by whoever keeps reports (test/participation): what comes next is told here.
  await set(house, manager, road.id, { report: { state: 'done' } })
  const ahead = new Set(['execution', 'acceptance', 'settlement'])
  const steps = phases.flatMap((phase) => phase.steps)
  const days = steps.filter(({ key }) => ahead.has(key)).reduce((sum, { typicalDays }) => sum + typicalDays, 0)
  const [duty, ...more] = await stepsOf(house, isb)
  expect(more).toEqual([])
  expect(duty).toMatchObject({
    title: 'Maßnahmenpaket entscheiden',
    url: `/teilnahmen/${road.id}`,
    dueOn: Temporal.PlainDate.from(deadline).subtract({ days }).toString(),
  })
  expect(duty?.reason).toMatch(
    /^„Maßnahmenpaket“ in SicherKOMMUNAL · wartet seit \d\d\.\d\d\.\d{4} · danach „Durchführung“$/,
  )
  expect((await (await house.signedIn(isb)).get(duty?.url ?? '')).text).toContain('Maßnahmenpaket entscheiden')
  await set(house, manager, road.id, { report: { state: 'inProgress' } })
})

test('without a deadline there is no last day, and what another side has to do is no duty of the municipality', async ({
  house,
}) => {
  const titles = (await stepsOf(house, elbaue)).map(({ title, dueOn }) => ({ title, isDated: dueOn !== null }))
  expect(titles).not.toContainEqual(expect.objectContaining({ title: 'Workshop durchführen' }))
  const lotsen = await roadThere(house, 'digital-lotsen', 'Elbaue')
  const duty = (await stepsOf(house, elbaue)).find(({ url }) => url.endsWith(lotsen.id))
  expect(duty).toMatchObject({ dueOn: null, title: lotsen.missing })
})

test('those who lead find what waits for the cooperative, the oldest first, without admissions; guides and others do not', async ({
  house,
}) => {
  const duties = await stepsOf(house, manager)
  expect(duties.length).toBeGreaterThan(0)
  expect(duties.every(({ dueOn, reason }) => dueOn === null && !reason.startsWith('„Zulassung“'))).toBe(true)
  const since = duties.map(({ reason }) => /(\d\d)\.(\d\d)\.(\d{4})/.exec(reason)?.slice(1).toReversed().join('-'))
  expect(since).toEqual(since.toSorted((a = '', b = '') => (a < b ? -1 : 1)))
  const auental = await roadThere(house, 'prozessmanagement', 'Auental')
  expect(duties.map(({ url }) => url)).toContain(`/teilnahmen/${auental.id}`)
  expect((await stepsOf(house, secondManager)).length).toBe(duties.length)
  for (const email of [guide, observer]) expect([email, await stepsOf(house, email)]).toEqual([email, []])
  const page = await (await house.as(manager)).get<{ items: TaskJson[]; total: number }>('/tasks?limit=1')
  expect(page.body.items).toHaveLength(1)
  expect(page.body.total).toBeGreaterThanOrEqual(duties.length)
})

test('whoever checks finds the steps of assigned municipalities, but not the visit for which dates are offered', async ({
  house,
}) => {
  const road = await roadThere(house, 'sicherkommunal', 'Musterstadt')
  expect((await stepsOf(house, assessor)).map(({ url }) => url)).not.toContain(`/teilnahmen/${road.id}`)
  await set(house, manager, road.id, {
    report: { state: 'inProgress', waitingFor: 'contractor', missing: 'Bericht ändern' },
  })
  expect((await stepsOf(house, isb)).map(({ url }) => url)).not.toContain(`/teilnahmen/${road.id}`)
  // What the test house owes of the report is told by whoever keeps reports.
  expect(await stepsOf(house, assessor)).toEqual([])
  const open = { state: 'open', waitingFor: null, missing: '' }
  await set(house, manager, road.id, { report: open, scans: open, spotChecks: open, policyReview: open, onSite: open })
  expect(await stepsOf(house, assessor)).toEqual([])
  const done = { state: 'done' }
  await set(house, manager, road.id, { onSite: done, policyReview: done, spotChecks: done, scans: done })
})

test('when the turn passes to a municipality its head and its security officer are told once, and only if it is still so', async ({
  house,
}) => {
  const road = await roadThere(house, 'sicherkommunal', 'Musterstadt')
  const words = 'Stadt Musterstadt ist in „SicherKOMMUNAL“ an der Reihe: Zwischenstand bestätigen.'
  const asked = { state: 'inProgress', waitingFor: 'organization', missing: 'Zwischenstand bestätigen' }
  await set(house, assessor, road.id, { report: asked })
  await set(house, assessor, road.id, { report: { ...asked, note: 'Bitte bis Freitag.' } })
  for (const email of [isb, hvb]) expect((await inboxOf(house, email)).split(words)).toHaveLength(2)
  for (const email of [assessor, manager, everything]) expect(await inboxOf(house, email)).not.toContain(words)
  await set(house, manager, road.id, { report: { state: 'inProgress', waitingFor: null, missing: '' } })
  await set(house, manager, road.id, { report: { ...asked, missing: 'Nur kurz gefragt' } })
  await set(house, manager, road.id, { report: { state: 'inProgress', waitingFor: null, missing: '' } })
  expect(await inboxOf(house, isb)).not.toContain('Nur kurz gefragt')
})

test('passing the turn on keeps to the twelve queries of an operation', async ({ house }) => {
  const road = await roadThere(house, 'sicherkommunal', 'Elbaue')
  const units: number[] = []
  house.services.database.observe = (queries) => void units.push(queries - 2)
  await set(house, manager, road.id, {
    execution: { state: 'inProgress', waitingFor: 'organization', missing: 'Ort nennen' },
  })
  house.services.database.observe = undefined
  expect(units.slice(1).reduce((sum, queries) => sum + queries, 0)).toBeLessThanOrEqual(12)
  expect((await stepsOf(house, elbaue)).map(({ title }) => title)).toContain('Ort nennen')
})

test('what somebody of the municipality did itself is not told to it', async ({ house }) => {
  const road = await roadThere(house, 'sicherkommunal', 'Kleinweiler')
  expect(road.currentStep).toBe('preparation')
  await set(house, manager, road.id, { preparation: { state: 'open' }, kickoff: { state: 'open' } })
  expect(await inboxOf(house, everything)).toContain('ist in „SicherKOMMUNAL“ an der Reihe: Am Auftakt teilnehmen.')
  await set(house, everything, road.id, { kickoff: { state: 'done' } })
  expect((await roadThere(house, 'sicherkommunal', 'Kleinweiler')).waitingFor).toBe('organization')
  expect(await inboxOf(house, everything)).not.toContain('Unterlagen und Ansprechpersonen nennen')
})

interface Entry {
  key: string
  title: string
  from: string
  scope: string
  url: string
}

async function entriesOf(house: TestHouse, email: string, day: string): Promise<Entry[]> {
  const list = `/calendar-entries?from=${day}&until=${day}&limit=200`
  return (await (await house.as(email)).get<{ items: Entry[] }>(list)).body.items
}

test('the calendar has the deadline for those who take part or work in it, and the days of own steps', async ({
  house,
}) => {
  const { deadline, id } = await programmeOf(house, 'sicherkommunal')
  const road = await roadThere(house, 'sicherkommunal', 'Musterstadt')
  expect(await entriesOf(house, isb, deadline)).toContainEqual(
    expect.objectContaining({ key: `road-deadline-${road.id}`, scope: 'organization', url: `/teilnahmen/${road.id}` }),
  )
  for (const email of [manager, guide, assessor])
    expect([email, await entriesOf(house, email, deadline)]).toEqual([
      email,
      expect.arrayContaining([expect.objectContaining({ key: `programme-deadline-${id}`, scope: 'person' })]),
    ])
  for (const email of [observer])
    expect((await entriesOf(house, email, deadline)).filter(({ title }) => title.includes('SicherKOMMUNAL'))).toEqual(
      [],
    )
  const onDay = Temporal.PlainDate.from(deadline).subtract({ days: 3 }).toString()
  await set(house, manager, road.id, { acceptance: { state: 'open', onDay } })
  expect(await entriesOf(house, isb, onDay)).toContainEqual(
    expect.objectContaining({ key: `road-step-${road.id}-acceptance`, from: onDay }),
  )
  const ended = await (
    await house.as(manager)
  ).post(`/enrollments/${road.id}/withdrawal`, { reason: 'So beschlossen.' })
  expect(ended.status).toBe(200)
  expect((await entriesOf(house, isb, deadline)).map(({ key }) => key)).not.toContain(`road-deadline-${road.id}`)
  expect(await stepsOf(house, isb)).toEqual([])
})

test('the search finds a programme by name, by a step and by a typing error, a new one too, and drafts never', async ({
  house,
}) => {
  const found = async (email: string, q: string) => {
    await house.services.worker.runDue()
    const reply = await (
      await house.as(email)
    ).get<{ items: { title: string; url: string }[] }>(`/search?type=programme&q=${encodeURIComponent(q)}`)
    return reply.body.items.map(({ title }) => title)
  }
  for (const q of ['SicherKOMMUNAL', 'sicherkomunal', 'Stichproben', 'Prüfhaus'])
    expect([q, await found(isb, q)]).toEqual([q, ['SicherKOMMUNAL']])
  const client = await house.as(manager)
  const phases = [
    { key: 'eins', title: 'Eins', steps: [{ key: 'a', title: 'Zählerstand', duty: 'Ablesen', acts: 'organization' }] },
  ]
  const added = await client.post<{ id: string; state: string }>('/programmes', { name: 'Wasseruhren', phases })
  expect(added.status).toBe(201)
  expect(await found(observer, 'Zählerstand')).toEqual(added.body.state === 'draft' ? [] : ['Wasseruhren'])
})
