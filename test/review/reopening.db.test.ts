// What both sides have signed is opened by both sides only.
import { expect } from 'vitest'
import { assessor, isb, itStaff, test } from '../harness/house.ts'
import { castOf, signAs, signedOff, stateOf, toldTo } from './cast.ts'

interface Reopening {
  id: string
  reason: string
  agreed: boolean | null
  askedSide: string
  decidedBy: { name: string } | null
}

const reason = 'Frage TEL.1 gehört noch beantwortet.'

test('one side asks with a reason, the other agrees: both signatures are set aside and answers come again', async ({
  house,
}) => {
  const cast = await signedOff(house, 'Wieder auf')
  const { path, jana, martin, arne } = cast
  const asked = await jana.post<Reopening>(`${path}/reopenings`, { reason })
  expect([asked.status, asked.body.askedSide, asked.body.agreed]).toEqual([201, 'organization', null])
  expect(await toldTo(house, arne)).toContain('Dazu braucht es Ihre Zustimmung')
  const agreement = `${path}/reopenings/${asked.body.id}/agreement`
  for (const own of [jana, martin]) expect((await own.post(agreement)).status).toBe(403)
  expect(await stateOf(cast)).toBe('signedOff')
  const agreed = await arne.post<Reopening>(agreement)
  expect([agreed.status, agreed.body.agreed, agreed.body.decidedBy?.name]).toEqual([200, true, 'Felix Arendt'])
  expect([await stateOf(cast), await toldTo(house, jana)]).toEqual(['open', expect.stringContaining('wieder offen')])
  const signOffs = await jana.get<{ items: { withdrawnAt: string | null }[] }>(`${path}/sign-offs`)
  expect(signOffs.body.items.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([false, false])
  expect((await jana.put(`${path}/answers/TEL.1`, { answer: 'yes' })).status).toBe(200)
  expect((await signAs(martin, cast, 'organization')).status).toBe(201)
  expect((await signAs(arne, cast, 'assessor')).body.state).toBe('signedOff')
})

test('the other side declines: both signatures stand, and one may ask again', async ({ house }) => {
  const cast = await signedOff(house, 'Bleibt zu')
  const { path, jana, arne } = cast
  const { id } = (await arne.post<Reopening>(`${path}/reopenings`, { reason })).body
  expect((await jana.post(`${path}/reopenings`, { reason })).status).toBe(422)
  expect((await jana.post<Reopening>(`${path}/reopenings/${id}/refusal`)).body.agreed).toBe(false)
  expect([await stateOf(cast), await toldTo(house, arne)]).toEqual(['signedOff', expect.stringContaining('abgelehnt')])
  expect((await jana.post(`${path}/reopenings/${id}/agreement`)).status).toBe(422)
  expect((await jana.post(`${path}/reopenings`, { reason })).status).toBe(201)
})

test('what is not signed off, has no reason, or is asked by somebody who may not sign is refused', async ({
  house,
}) => {
  const open = await castOf(house, 'Noch offen')
  expect((await open.jana.post(`${open.path}/reopenings`, { reason })).status).toBe(422)
  const cast = await signedOff(house, 'Ohne Grund')
  expect((await cast.jana.post(`${cast.path}/reopenings`, { reason: ' ' })).status).toBe(422)
  expect((await cast.tobias.post(`${cast.path}/reopenings`, { reason })).status).toBe(403)
  expect((await cast.jana.post(`${cast.path}/reopenings/${cast.id}/agreement`)).status).toBe(404)
})

test('a check that has a next wave stays as it was signed', async ({ house }) => {
  const cast = await signedOff(house, 'Nächster Durchgang')
  const { path, jana, arne } = cast
  const { id } = (await jana.post<Reopening>(`${path}/reopenings`, { reason })).body
  const check = (await jana.get<{ organizationId: string; catalogId: string }>(path)).body
  const next = await jana.post('/assessments', { organizationId: check.organizationId, catalogId: check.catalogId })
  expect(next.status).toBe(201)
  const late = await arne.post<{ title: string }>(`${path}/reopenings/${id}/agreement`)
  expect([late.status, late.body.title]).toEqual([422, expect.stringContaining('schon einen neuen Durchgang')])
  expect(await stateOf(cast)).toBe('signedOff')
})

test('on pages: asked, agreed, and told in the history', async ({ house }) => {
  const cast = await signedOff(house, 'Seiten wieder auf')
  const [jana, arne, tobias] = [
    await house.signedIn(isb),
    await house.signedIn(assessor),
    await house.signedIn(itStaff),
  ]
  const page = `${cast.page}/abnahme`
  expect((await tobias.get(page)).text).toContain('Darum bitten können andere')
  await jana.get(page)
  const empty = await jana.post(`${cast.page}/wiederoeffnung`, { reason: '' })
  expect([empty.status, empty.text.includes('Bitte nennen Sie den Grund.')]).toEqual([422, true])
  expect((await jana.post(`${cast.page}/wiederoeffnung`, { reason })).text).toContain(
    'Darüber entscheidet die andere Seite.',
  )
  const asked = await arne.get(page)
  expect(asked.text).toContain(reason)
  const action = /action="([^"]+zustimmung)"/.exec(asked.html)?.[1] ?? ''
  const opened = await arne.post(action, {})
  expect(opened.text).toMatch(/In Arbeit.*Verlauf.*Wiederöffnung zugestimmt/)
  expect(await stateOf(cast)).toBe('open')
})
