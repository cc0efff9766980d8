// Roads and people of the demo for tests of appointments.
import { Temporal } from 'temporal-polyfill'
import type { ApiClient } from '../harness/clients.ts'
import { assessor, isb, manager, type TestHouse } from '../harness/house.ts'

export const falk = 'pruefung@pruefhaus.example'

export interface AppointmentJson {
  id: string
  enrollmentId: string
  state: string
  step: string
  startsAt: string | null
  place: string
  reason: string
  version: number
  proposals: { id: string; side: string; startsAt: string; endsAt: string }[]
  participants: { id: string; name: string; attended: boolean | null }[]
  warnings: { number: number; message: string }[]
}

interface Listed<Item> {
  items: Item[]
}

export interface RoadJson {
  id: string
  organizationId: string
  organizationName: string
  steps: { step: string; state: string; waitingFor: string | null; missing: string; onDay: string | null }[]
}

export async function roadOf(client: ApiClient, organization: string, programme = 'SicherKOMMUNAL'): Promise<RoadJson> {
  const { body } = await client.get<Listed<RoadJson & { programmeName: string }>>('/enrollments?limit=200')
  const road = body.items.find((one) => one.organizationName === organization && one.programmeName === programme)
  if (!road) throw new Error(`no road of ${organization}`)
  return road
}

/** A working day so far ahead, at this local time; two years and a bit are never reached. */
export const at = (house: TestHouse, days: number, time: string): string => {
  const day = house.clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days })
  return day
    .toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString()
}

export const slot = (house: TestHouse, days: number, from: string, until: string, place = 'Rathaus, Raum 1') => ({
  startsAt: at(house, days, from),
  endsAt: at(house, days, until),
  place,
})

export async function proposed(
  house: TestHouse,
  wish: Record<string, unknown> = {},
  email = assessor,
): Promise<AppointmentJson> {
  const client = await house.as(email)
  const road = await roadOf(client, 'Stadt Musterstadt')
  const { status, body, text } = await client.post<AppointmentJson>('/appointments', {
    enrollmentId: road.id,
    step: 'other',
    title: 'Gespräch',
    proposals: [slot(house, 30, '09:00', '11:00')],
    ...wish,
  })
  if (status !== 201) throw new Error(text)
  return body
}

/** Proposed by the assessor, chosen by Jana. */
export async function confirmed(house: TestHouse, wish: Record<string, unknown> = {}): Promise<AppointmentJson> {
  const appointment = await proposed(house, wish)
  const jana = await house.as(isb)
  const done = await jana.post<AppointmentJson>(`/appointments/${appointment.id}/confirmation`, {
    proposalId: appointment.proposals[0]?.id,
  })
  if (done.status !== 200) throw new Error(done.text)
  return done.body
}

/** Musterstadt's visit is not done yet: set back by the programme manager, so that dates move its road. */
export async function openVisit(house: TestHouse): Promise<RoadJson> {
  const torsten = await house.as(manager)
  const road = await roadOf(torsten, 'Stadt Musterstadt')
  for (const step of ['report', 'scans', 'spotChecks', 'policyReview', 'onSite'])
    await torsten.put(`/enrollments/${road.id}/steps/${step}`, { state: 'open' })
  return roadOf(torsten, 'Stadt Musterstadt')
}
