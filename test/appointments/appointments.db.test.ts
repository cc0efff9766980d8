// Dates between both sides: proposed, chosen, given back, moved, cancelled, held.
import { expect } from 'vitest'
import { assessor, elbaue, everything, hvb, isb, manager, observer, test } from '../harness/house.ts'
import { type AppointmentJson, at, confirmed, falk, openVisit, proposed, roadOf, slot } from './cast.ts'

test('the assessor offers times, the municipality chooses one, and the road says who waits for whom', async ({
  house,
}) => {
  await openVisit(house)
  const [felix, jana] = [await house.as(assessor), await house.as(isb)]
  const offered = await proposed(house, {
    step: 'onSite',
    title: 'Prüfung vor Ort',
    proposals: [slot(house, 40, '09:00', '12:00'), slot(house, 41, '09:00', '12:00')],
  })
  const visit = async () => (await roadOf(felix, 'Stadt Musterstadt')).steps.find(({ step }) => step === 'onSite')
  expect(await visit()).toMatchObject({
    state: 'open',
    waitingFor: 'organization',
    missing: 'Termin vor Ort bestätigen',
  })
  const chosen = await jana.post<AppointmentJson>(`/appointments/${offered.id}/confirmation`, {
    proposalId: offered.proposals[1]?.id,
  })
  expect(chosen.body).toMatchObject({ state: 'confirmed', startsAt: at(house, 41, '09:00'), proposals: [], version: 2 })
  expect(chosen.body.participants.map(({ name }) => name)).toEqual(['Jana Wiesner'])
  expect(await visit()).toMatchObject({
    state: 'inProgress',
    waitingFor: 'contractor',
    onDay: at(house, 41, '09:00').slice(0, 10),
  })
  const again = await jana.post(`/appointments/${offered.id}/confirmation`, { proposalId: offered.proposals[0]?.id })
  expect([again.status, again.body['title']]).toEqual([422, 'Dieser Termin ist bestätigt. Auszuwählen gibt es nichts.'])
})

test('who may propose, answer and look is what the page of access says', async ({ house }) => {
  const felix = await house.as(assessor)
  const road = await roadOf(felix, 'Stadt Musterstadt')
  const wish = {
    enrollmentId: road.id,
    step: 'other',
    title: 'Gespräch',
    proposals: [slot(house, 50, '09:00', '10:00')],
  }
  for (const [email, status] of [
    [isb, 403],
    [elbaue, 404],
    [falk, 404],
    [observer, 404],
    [everything, 404],
  ] as const)
    expect([email, (await (await house.as(email)).post('/appointments', wish)).status]).toEqual([email, status])
  const offered = await proposed(house, { proposals: [slot(house, 51, '09:00', '10:00')] })
  const proposalId = offered.proposals[0]?.id
  for (const [email, status] of [
    [elbaue, 404],
    [falk, 404],
    [manager, 422],
    [assessor, 422],
  ] as const)
    expect([
      email,
      (await (await house.as(email)).post(`/appointments/${offered.id}/confirmation`, { proposalId })).status,
    ]).toEqual([email, status])
  expect(
    (await (await house.as(manager)).post(`/appointments/${offered.id}/declination`, { reason: 'x' })).status,
  ).toBe(403)
  expect(
    (await (await house.as(isb)).patch(`/appointments/${offered.id}`, { version: 1, title: 'Anders' })).status,
  ).toBe(403)
  expect((await (await house.as(isb)).post(`/appointments/${offered.id}/held`)).status).toBe(403)
})

test('the municipality declines with suggestions of its own, and the assessor takes one of them', async ({ house }) => {
  const [felix, jana] = [await house.as(assessor), await house.as(isb)]
  const offered = await proposed(house, { proposals: [slot(house, 60, '09:00', '10:00')] })
  const path = `/appointments/${offered.id}`
  expect((await jana.post(`${path}/declination`, { reason: '' })).status).toBe(422)
  const declined = await jana.post<AppointmentJson>(`${path}/declination`, {
    reason: 'Da tagt der Stadtrat.',
    suggestions: [slot(house, 61, '13:00', '14:00')],
  })
  expect(declined.body).toMatchObject({ state: 'declined', reason: 'Da tagt der Stadtrat.', startsAt: null })
  expect(declined.body.proposals).toMatchObject([{ side: 'organization', startsAt: at(house, 61, '13:00') }])
  expect((await jana.post(`${path}/confirmation`, { proposalId: declined.body.proposals[0]?.id })).status).toBe(422)
  const old = await felix.post(`${path}/confirmation`, { proposalId: offered.proposals[0]?.id })
  expect(old.status).toBe(422)
  const taken = await felix.post<AppointmentJson>(`${path}/confirmation`, {
    proposalId: declined.body.proposals[0]?.id,
  })
  expect(taken.body).toMatchObject({ state: 'confirmed', startsAt: at(house, 61, '13:00'), reason: '' })
})

test('nobody is in two places at once, the way included; what touches only does not hinder', async ({ house }) => {
  const travel = { travelMinutesBefore: 60, travelMinutesAfter: 60 }
  await confirmed(house, { ...travel, proposals: [slot(house, 70, '10:00', '11:00')] })
  const jana = await house.as(isb)
  const near = await proposed(house, {
    ...travel,
    proposals: [slot(house, 70, '12:30', '13:00'), slot(house, 70, '14:00', '15:00')],
  })
  expect(near.warnings.map(({ number }) => number)).toContain(0)
  expect(near.warnings.map(({ message }) => message).join()).toContain('Sie sind am')
  const path = `/appointments/${near.id}/confirmation`
  const refused = await jana.post(path, { proposalId: near.proposals[0]?.id })
  expect([refused.status, refused.body['title']]).toEqual([422, expect.stringContaining('Bestätigt ist nichts')])
  expect((await jana.post(path, { proposalId: near.proposals[1]?.id })).status).toBe(200)
  const same = await proposed(house, { proposals: [slot(house, 70, '11:00', '12:00')] })
  const touching = await jana.post(`/appointments/${same.id}/confirmation`, { proposalId: same.proposals[0]?.id })
  expect(touching.status).toBe(422) // still on the way back until 12:00
})

test('a confirmed date is moved, given back, offered anew and cancelled, and calendars are told each time', async ({
  house,
}) => {
  const [felix, martin] = [await house.as(assessor), await house.as(hvb)]
  const one = await confirmed(house, { proposals: [slot(house, 80, '09:00', '10:00')] })
  const path = `/appointments/${one.id}`
  const moved = await felix.patch<AppointmentJson>(path, {
    version: one.version,
    time: slot(house, 80, '10:00', '11:00', 'Raum 2'),
  })
  expect(moved.body).toMatchObject({ state: 'confirmed', place: 'Raum 2', version: 3 })
  expect((await felix.patch(path, { version: 2, title: 'Zu spät' })).status).toBe(422)
  const back = await martin.post<AppointmentJson>(`${path}/declination`, { reason: 'Krankheit im Amt' })
  expect(back.body).toMatchObject({ state: 'declined', proposals: [] })
  const anew = await felix.patch<AppointmentJson>(path, {
    version: back.body.version,
    proposals: [slot(house, 81, '09:00', '10:00')],
  })
  expect(anew.body.state).toBe('proposed')
  const chosen = await martin.post<AppointmentJson>(`${path}/confirmation`, { proposalId: anew.body.proposals[0]?.id })
  expect(chosen.body.state).toBe('confirmed')
  const cancelled = await martin.post<AppointmentJson>(`${path}/cancellation`, { reason: 'Wahltag' })
  expect(cancelled.body).toMatchObject({ state: 'cancelled', reason: 'Wahltag' })
  expect((await felix.patch(path, { version: cancelled.body.version, title: 'Doch' })).status).toBe(422)
})

test('a visit is recorded once it has begun, with who came, and the step is done with it', async ({ house }) => {
  const road = await openVisit(house)
  const felix = await house.as(assessor)
  const one = await confirmed(house, { step: 'onSite', proposals: [slot(house, 1, '09:00', '10:00')] })
  const path = `/appointments/${one.id}/held`
  expect((await felix.post(path, {})).status).toBe(422)
  house.clock.set(house.clock.now().add({ hours: 48 }))
  const jana = one.participants[0]?.id
  expect((await felix.post(path, { attendedIds: [road.id] })).status).toBe(422)
  const held = await felix.post<AppointmentJson>(path, { attendedIds: [jana], stepDone: true })
  expect(held.body).toMatchObject({ state: 'held', participants: [{ id: jana, attended: true }] })
  const steps = (await roadOf(felix, 'Stadt Musterstadt')).steps
  expect(steps.find(({ step }) => step === 'onSite')).toMatchObject({ state: 'done', waitingFor: null })
  expect((await felix.post(path, {})).status).toBe(422)
})

test('times that are over, too long, backwards, twice or without a place are refused at their field', async ({
  house,
}) => {
  const felix = await house.as(assessor)
  const road = await roadOf(felix, 'Stadt Musterstadt')
  const post = (proposals: unknown[], more: object = {}) =>
    felix.post<{ errors: { path: string }[] }>('/appointments', {
      enrollmentId: road.id,
      step: 'other',
      title: 'X',
      proposals,
      ...more,
    })
  const paths = async (proposals: unknown[], more: object = {}) => {
    const { status, body } = await post(proposals, more)
    return [status, ...body.errors.map(({ path }) => path)]
  }
  expect(await paths([slot(house, -1, '09:00', '10:00')])).toEqual([422, 'proposals.0.startsAt'])
  expect(await paths([slot(house, 9, '10:00', '09:00')])).toEqual([422, 'proposals.0.startsAt'])
  expect(await paths([slot(house, 9, '05:00', '21:00')])).toEqual([422, 'proposals.0.startsAt'])
  expect(await paths([slot(house, 800, '09:00', '10:00')])).toEqual([422, 'proposals.0.startsAt'])
  expect(await paths([slot(house, 9, '09:00', '10:00'), slot(house, 9, '09:00', '10:00')])).toEqual([
    422,
    'proposals.1.startsAt',
  ])
  expect(await paths([slot(house, 9, '09:00', '10:00', '')])).toEqual([422, 'proposals.0.place'])
  expect(await paths([])).toEqual([422, 'proposals'])
  expect(await paths([{ ...slot(house, 9, '09:00', '10:00'), videoUrl: 'javascript:alert(1)' }])).toEqual([
    422,
    'proposals.0.videoUrl',
  ])
  expect(await paths([slot(house, 9, '09:00', '10:00')], { participantIds: [road.id] })).toEqual([
    422,
    'participantIds',
  ])
  expect(await paths([slot(house, 9, '09:00', '10:00')], { assessorId: road.id })).toEqual([422, 'assessorId'])
})
