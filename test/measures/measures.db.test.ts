import { describe, expect } from 'vitest'
import { assessor, elbaue, everything, hvb, isb, itStaff, manager, test } from '../harness/house.ts'
import { add, history, type MeasureJson } from './cast.ts'

describe('a measure', () => {
  test('goes from the proposal to its proof, and each step stands in its way with reason and person', async ({
    house,
  }) => {
    const jana = await house.as(isb)
    const made = await add(jana, { title: 'Notfallkarten', costCents: 12_000, dueOn: '2099-01-31' })
    expect(made).toMatchObject({ state: 'proposed', version: 1, costCents: 12_000, dueOn: '2099-01-31' })
    const to = (state: string, more: Record<string, unknown> = {}) =>
      jana.patch<MeasureJson>(`/measures/${made.id}`, { state, ...more })
    expect((await to('decided')).body).toMatchObject({ state: 'decided', version: 2 })
    expect((await to('decided')).body).toMatchObject({ state: 'decided', version: 2 })
    expect((await to('started')).status).toBe(200)
    expect((await to('done')).status).toBe(200)
    const withoutProof = await to('proven')
    expect(withoutProof.status).toBe(422)
    expect(withoutProof.body).toMatchObject({ errors: [{ path: 'proof' }] })
    const proven = await to('proven', { proofNote: 'Liegen an jedem Platz.' })
    expect(proven.body).toMatchObject({ state: 'proven' })
    expect(proven.body.checkOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect((await history(jana, made.id)).map(({ from, to: next }) => [from, next])).toEqual([
      [null, 'proposed'],
      ['proposed', 'decided'],
      ['decided', 'started'],
      ['started', 'done'],
      ['done', 'proven'],
    ])
  })

  test('goes back and is dropped with a reason only', async ({ house }) => {
    const jana = await house.as(isb)
    const { id } = await add(jana, { state: 'decided' })
    const dropped = await jana.patch(`/measures/${id}`, { state: 'dropped' })
    expect(dropped.status).toBe(422)
    expect(dropped.body).toMatchObject({ errors: [{ path: 'reason', message: 'Bitte sagen Sie, warum.' }] })
    expect((await jana.patch(`/measures/${id}`, { state: 'dropped', reason: 'Kommt mit dem Umzug.' })).status).toBe(200)
    const skipped = await jana.patch(`/measures/${id}`, { state: 'done' })
    expect(skipped.status).toBe(422)
    expect(skipped.body).toMatchObject({ title: expect.stringContaining('verworfen') })
    expect((await jana.patch(`/measures/${id}`, { state: 'proposed', reason: 'Der Umzug fällt aus.' })).status).toBe(
      200,
    )
    expect((await history(jana, id)).at(-1)).toMatchObject({ from: 'dropped', reason: 'Der Umzug fällt aus.' })
  })

  test('that somebody changed meanwhile is not written over: both versions come back', async ({ house }) => {
    const [jana, it] = [await house.as(isb), await house.as(itStaff)]
    const made = await add(jana, { title: 'Zwei zugleich' })
    expect((await it.patch(`/measures/${made.id}`, { title: 'Zwei zugleich, IT', version: 1 })).status).toBe(200)
    const late = await jana.patch(`/measures/${made.id}`, { title: 'Zwei zugleich, ISB', version: 1 })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({
      version: 2,
      yours: { title: 'Zwei zugleich, ISB' },
      theirs: { title: 'Zwei zugleich, IT' },
    })
    expect((await jana.get<MeasureJson>(`/measures/${made.id}`)).body.title).toBe('Zwei zugleich, IT')
  })

  test('belongs to its organization: others neither see it nor learn that it is there', async ({ house }) => {
    const made = await add(await house.as(isb))
    for (const email of [elbaue, everything, manager]) {
      const other = await house.as(email)
      expect((await other.get(`/measures/${made.id}`)).status).toBe(404)
      expect((await other.patch(`/measures/${made.id}`, { state: 'decided' })).status).toBe(404)
      expect((await other.get(`/measures/${made.id}/history`)).status).toBe(404)
    }
  })
})

describe('those who only propose', () => {
  test('the assessor proposes and reads while assigned, and changes nothing', async ({ house }) => {
    const [felix, jana] = [await house.as(assessor), await house.as(isb)]
    const { organizationId } = await add(jana)
    const made = await add(felix, { organizationId, title: 'Vom Prüfhaus', description: 'Bitte lesen.' })
    expect(made).toMatchObject({ state: 'proposed', description: 'Bitte lesen.' })
    expect((await felix.patch(`/measures/${made.id}`, { title: 'Anders' })).status).toBe(403)
    expect((await felix.post('/measures', { organizationId, title: 'Sofort', state: 'decided' })).status).toBe(403)
    expect((await jana.patch(`/measures/${made.id}`, { state: 'decided' })).status).toBe(200)
  })

  test('the guide proposes where they look after, and sees of it what the programme sees', async ({ house }) => {
    const [lotse, navigator] = [await house.as('lotse@verbund.example'), await house.as(elbaue)]
    const { organizationId } = await add(navigator)
    const made = await add(lotse, { organizationId, title: 'Vom Lotsen', description: 'Nur für Elbaue.' })
    expect(made).toMatchObject({ title: 'Vom Lotsen', description: null, sources: null })
    const theirs = (await navigator.get<MeasureJson>(`/measures/${made.id}`)).body
    expect(theirs.description).toBe('Nur für Elbaue.')
    const foreign = await lotse.post('/measures', {
      organizationId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fff',
      title: 'Woanders',
    })
    expect(foreign.status).toBe(404)
  })
})

describe('the programme that pays', () => {
  test('sees title, kind, cost, days and state, and no description, owner, source, proof or history', async ({
    house,
  }) => {
    const [jana, torsten] = [await house.as(isb), await house.as(manager)]
    const programmes = (await jana.get<{ items: { id: string; key: string }[] }>('/programmes')).body.items
    const programmeId = programmes.find(({ key }) => key === 'sicherkommunal')?.id
    const made = await add(jana, {
      title: 'Penetrationstest von außen',
      kind: 'penetrationTest',
      programmeId,
      costCents: 680_000,
      description: 'Die Firewall am Bauhof ist alt.',
      sources: [{ type: 'agenda', id: 'ziel-4', label: 'Ziel 4' }],
    })
    await jana.patch(`/measures/${made.id}`, { state: 'decided' })
    const seen = (await torsten.get<MeasureJson>(`/measures/${made.id}`)).body
    expect(seen).toMatchObject({ title: made.title, costCents: 680_000, state: 'decided', programmeId })
    expect([seen.description, seen.sources, seen.ownerId, seen.effortDays]).toEqual([null, null, null, null])
    expect(await history(torsten, made.id)).toEqual([])
    expect((await torsten.patch(`/measures/${made.id}`, { title: 'Anders' })).status).toBe(403)
    const own = await add(jana, { title: 'Nur Musterstadt' })
    expect((await torsten.get(`/measures/${own.id}`)).status).toBe(404)
  })

  test('is one that the municipality takes part in', async ({ house }) => {
    const jana = await house.as(isb)
    const refused = await jana.post('/measures', {
      title: 'Fremd',
      programmeId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fff',
    })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ errors: [{ path: 'programmeId' }] })
  })
})

describe('several at once', () => {
  test('change all or none, with a sentence for each that cannot', async ({ house }) => {
    const jana = await house.as(isb)
    const [first, second] = [await add(jana, { title: 'Eins', state: 'decided' }), await add(jana, { title: 'Zwei' })]
    const ids = [first.id, second.id]
    const refused = await jana.patch('/measures', { ids, state: 'started' })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({
      errors: [{ path: `measure-${second.id}`, message: expect.stringContaining('Zwei') }],
    })
    expect((await jana.get<MeasureJson>(`/measures/${first.id}`)).body.state).toBe('decided')
    await jana.patch(`/measures/${second.id}`, { state: 'decided' })
    const done = await jana.patch('/measures', { ids, state: 'started', dueOn: '2099-05-01' })
    expect(done.body).toEqual({ changed: 2 })
    for (const id of ids)
      expect((await jana.get<MeasureJson>(`/measures/${id}`)).body).toMatchObject({
        state: 'started',
        dueOn: '2099-05-01',
      })
    expect((await history(jana, first.id)).at(-1)).toMatchObject({ from: 'decided', to: 'started' })
  })

  test('belong to one organization: one of another is one that is not there', async ({ house }) => {
    const [jana, navigator] = [await house.as(isb), await house.as(elbaue)]
    const [own, foreign] = [await add(jana), await add(navigator)]
    const refused = await jana.patch('/measures', { ids: [own.id, foreign.id], dueOn: '2099-01-01' })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ errors: [{ path: 'ids' }] })
    expect((await navigator.get<MeasureJson>(`/measures/${foreign.id}`)).body.dueOn).toBe(null)
  })
})

describe('templates', () => {
  test('hold what the giver wrote for others, are adopted by others, and can be taken back', async ({ house }) => {
    const [jana, anke] = [await house.as(isb), await house.as(everything)]
    const made = await add(jana, { title: 'Übung', description: 'Unser Server heißt MUS-01.', costCents: 5000 })
    const offered = await jana.post<{ id: string; giver: { name: string } }>('/measure-templates', {
      title: 'Rücksicherung üben',
      kind: 'template',
      description: 'Ein Server, ein Vormittag.',
      measureId: made.id,
    })
    expect(offered.status).toBe(201)
    const found = await anke.get<{ items: { id: string; description: string }[] }>('/measure-templates?q=Rücksicherung')
    expect(JSON.stringify(found.body)).not.toContain('MUS-01')
    expect(found.body.items.map(({ id }) => id)).toContain(offered.body.id)
    const adopted = await add(anke, { title: undefined, kind: undefined, templateId: offered.body.id })
    expect(adopted).toMatchObject({
      title: 'Rücksicherung üben',
      kind: 'template',
      description: 'Ein Server, ein Vormittag.',
    })
    expect((await anke.post(`/measure-templates/${offered.body.id}/withdrawal`)).status).toBe(403)
    expect((await jana.post(`/measure-templates/${offered.body.id}/withdrawal`)).status).toBe(200)
    expect((await anke.post('/measures', { templateId: offered.body.id })).status).toBe(422)
    expect((await anke.get<MeasureJson>(`/measures/${adopted.id}`)).status).toBe(200)
  })
})

test('the head decides as everybody else of the own staff', async ({ house }) => {
  const made = await add(await house.as(isb))
  expect((await (await house.as(hvb)).patch(`/measures/${made.id}`, { state: 'decided' })).status).toBe(200)
})
