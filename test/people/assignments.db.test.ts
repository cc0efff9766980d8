// An assessor reads at a municipality from one local day to another; the municipality is told, sees who read, and may object.
import { expect } from 'vitest'
import { assessor, elbaue, hvb, isb, manager, test } from '../harness/house.ts'
import {
  answersSeen,
  dayFrom,
  elbaueName,
  halfPastMidnight,
  musterstadt,
  newsOf,
  office,
  personId,
  placeId,
} from './cast.ts'

interface Assignment {
  id: string
  from: string
  until: string
  objection: string | null
}

const pruefhaus = 'Prüfhaus GmbH'
const colleague = 'auftrag@pruefhaus.example'

test('the programme manager assigns, the town is told, and the day after the last nothing can be read', async ({
  house,
}) => {
  const torsten = await house.as(manager)
  const [town, contractor, petra] = [
    await placeId(house, musterstadt),
    await placeId(house, pruefhaus),
    await personId(house, colleague),
  ]
  const body = { personId: petra, organizationId: town, from: dayFrom(house, 2), until: dayFrom(house, 4) }
  const early = await torsten.post('/assignments', body)
  expect([early.status, early.text.includes('kann bei Stadt Musterstadt nicht prüfen')]).toEqual([422, true])
  expect((await torsten.post('/roles', { personId: petra, organizationId: contractor, role: 'assessor' })).status).toBe(
    201,
  )
  expect((await torsten.post('/assignments', body)).status).toBe(201)
  expect((await torsten.post('/assignments', body)).status).toBe(422)
  expect((await newsOf(house, hvb))[0]).toContain('Petra Hallmann darf')
  expect((await newsOf(house, isb))[0]).toContain('Sie können widersprechen')
  const [begins, ended] = [halfPastMidnight(house, 2), halfPastMidnight(house, 5)]
  const seen = async () => ({
    answers: await answersSeen(house, colleague, contractor, town),
    listed: (await (await house.as(colleague)).get<{ items: unknown[] }>('/assessments')).body.items.length,
  })
  house.clock.set(begins.subtract({ hours: 1 }))
  expect(await seen()).toEqual({ answers: 0, listed: 0 })
  house.clock.set(begins)
  expect(await seen()).toEqual({ answers: 17, listed: 1 })
  house.clock.set(ended.subtract({ hours: 1 }))
  expect(await seen()).toEqual({ answers: 17, listed: 1 })
  house.clock.set(ended)
  expect(await seen()).toEqual({ answers: 0, listed: 0 })
})

test('only the programme manager assigns, and neither to oneself nor to a colleague of the town or the cooperative', async ({
  house,
}) => {
  const town = await placeId(house, musterstadt)
  const days = { from: dayFrom(house, 0), until: dayFrom(house, 5) }
  const felix = await personId(house, assessor)
  for (const email of [isb, hvb, office, 'lotse@verbund.example', 'admin@verbund.example', assessor])
    expect([
      email,
      (await (await house.as(email)).post('/assignments', { personId: felix, organizationId: town, ...days })).status,
    ]).toEqual([email, 403])
  const torsten = await house.as(manager)
  for (const email of [manager, isb, 'programm2@verbund.example', elbaue]) {
    const refused = await torsten.post('/assignments', {
      personId: await personId(house, email),
      organizationId: town,
      ...days,
    })
    expect([email, refused.status]).toEqual([email, 422])
  }
  const wrong = await torsten.post('/assignments', {
    personId: felix,
    organizationId: await placeId(house, elbaueName),
    from: days.until,
    until: days.from,
  })
  expect(wrong.status).toBe(422)
  const ministry = await placeId(house, 'Ministerium für Digitales (Demo)')
  expect((await torsten.post('/assignments', { personId: felix, organizationId: ministry, ...days })).status).toBe(422)
})

test('the town sees who may read and who read, objects, and nothing is read any more', async ({ house }) => {
  const [town, contractor] = [await placeId(house, musterstadt), await placeId(house, pruefhaus)]
  const martin = await house.signedIn(hvb)
  const felix = await house.as(assessor)
  await felix.get('/assessments')
  const shown = await martin.get('/wer-darf-lesen')
  expect(shown.text).toContain('Felix Arendt')
  expect(shown.text).toContain('Prüfhaus GmbH')
  const list = await (
    await house.as(hvb)
  ).get<{ items: Assignment[] }>(`/assignments?organizationId=${town}&personId=${await personId(house, assessor)}`)
  const id = list.body.items[0]?.id ?? ''
  const empty = await martin.post(`/wer-darf-lesen/${id}/widersprechen`, { reason: '  ' })
  expect([empty.status, empty.text.includes('Bitte nennen Sie einen Grund.')]).toEqual([422, true])
  expect((await (await house.as(elbaue)).post(`/assignments/${id}/objections`, { reason: 'Nein' })).status).toBe(404)
  expect((await (await house.as(office)).post(`/assignments/${id}/objections`, { reason: 'Nein' })).status).toBe(403)
  expect(await answersSeen(house, assessor, contractor, town)).toBe(17)
  const done = await martin.post(`/wer-darf-lesen/${id}/widersprechen`, {
    reason: 'Herr Arendt hat uns selbst betreut.',
  })
  expect(done.text).toContain('kann bei Ihnen nichts mehr lesen')
  expect(done.text).toContain('Herr Arendt hat uns selbst betreut.')
  expect(await answersSeen(house, assessor, contractor, town)).toBe(0)
  expect((await felix.get<{ items: unknown[] }>('/assessments')).body.items).toEqual([])
  expect((await newsOf(house, manager))[0]).toContain('Stadt Musterstadt widerspricht')
  expect((await (await house.as(hvb)).post(`/assignments/${id}/objections`, { reason: 'Noch einmal' })).status).toBe(
    422,
  )
  expect((await (await house.signedIn(manager)).get('/zuweisungen')).text).toContain('Widerspruch: Herr Arendt')
})

test('the programme manager ends an assignment at once; others may not', async ({ house }) => {
  const torsten = await house.as(manager)
  const [town, felix] = [await placeId(house, elbaueName), await personId(house, assessor)]
  const made = await torsten.post<Assignment>('/assignments', {
    personId: felix,
    organizationId: town,
    from: dayFrom(house, 0),
    until: dayFrom(house, 9),
  })
  expect(made.status).toBe(201)
  expect((await (await house.as(assessor)).call('DELETE', `/assignments/${made.body.id}`)).status).toBe(403)
  expect((await (await house.as(isb)).call('DELETE', `/assignments/${made.body.id}`)).status).toBe(404)
  const ended = await torsten.call<Assignment>('DELETE', `/assignments/${made.body.id}`)
  expect([ended.status, ended.body.until]).toEqual([200, dayFrom(house, -1)])
  expect((await torsten.call('DELETE', `/assignments/${made.body.id}`)).status).toBe(422)
})
