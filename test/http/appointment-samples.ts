// Sample calls of appointments: each on a date of its own, so that their order does not matter.
import { asOwner } from '../access/as-owner.ts'
import { at, confirmed, proposed, roadOf, slot } from '../appointments/cast.ts'
import { assessor, isb, manager, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

export async function appointmentSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const torsten = await house.as(manager)
  const [town, small] = [await roadOf(torsten, 'Stadt Musterstadt'), await roadOf(torsten, 'Verbandsgemeinde Elbaue')]
  const programmes = (await torsten.get<{ items: { id: string; key: string }[] }>('/programmes')).body.items
  const programmeId = programmes.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
  const on = (day: number) => ({ proposals: [slot(house, day, '09:00', '10:00')] })
  const time = slot(house, 190, '09:00', '10:00')
  await torsten.put(`/enrollments/${small.id}/steps/kickoff`, { state: 'open' })
  const [chosen, moved, cancelled] = [
    await confirmed(house, on(181)),
    await confirmed(house, on(182)),
    await confirmed(house, on(183)),
  ]
  const [offered, declined] = [await proposed(house, on(184)), await proposed(house, on(185))]
  const kickoff = await torsten.post<{ id: string }>(`/programmes/${programmeId}/kickoffs`, {
    title: 'Auftakt',
    time,
    enrollmentIds: [small.id],
  })
  return {
    listAppointments: { query: 'limit=10' },
    getAppointment: { of: chosen.id },
    proposeAppointment: {
      email: assessor,
      body: {
        enrollmentId: town.id,
        step: 'other',
        title: 'Probe',
        proposals: [
          slot(house, 186, '09:00', '10:00'),
          {
            startsAt: at(house, 187, '09:00'),
            endsAt: at(house, 187, '10:00'),
            videoUrl: 'https://video.example/probe',
          },
        ],
      },
    },
    changeAppointment: {
      of: moved.id,
      email: assessor,
      body: { version: moved.version, time: slot(house, 188, '09:00', '10:00') },
    },
    confirmAppointment: { of: offered.id, email: isb, body: { proposalId: offered.proposals[0]?.id } },
    declineAppointment: {
      of: declined.id,
      body: { reason: 'Ratssitzung', suggestions: [slot(house, 189, '09:00', '10:00')] },
    },
    cancelAppointment: { of: cancelled.id, body: { reason: 'Krankheit' } },
    holdAppointment: { of: await over(house), email: assessor, body: { attendedIds: [] } },
    planKickoff: { of: programmeId, email: manager, body: { title: 'Auftakt', time, enrollmentIds: [small.id] } },
    recordKickoffAttendance: {
      of: programmeId,
      part: await begun(house, kickoff.body.id),
      email: manager,
      body: { attended: [small.id] },
    },
  }
}

/** A confirmed date, written back to yesterday: nothing is offered in the past. */
async function over(house: TestHouse): Promise<string> {
  const { id } = await confirmed(house, { proposals: [slot(house, 191, '09:00', '10:00')] })
  await intoThePast(house, 'id', id)
  return id
}

async function begun(house: TestHouse, kickoffId: string): Promise<string> {
  await intoThePast(house, 'kickoff_id', kickoffId)
  return kickoffId
}

const intoThePast = async (house: TestHouse, column: 'id' | 'kickoff_id', value: string): Promise<void> => {
  const [begin, end] = [at(house, -1, '09:00'), at(house, -1, '10:00')]
  await asOwner(house, (db) =>
    db
      .updateTable('appointments.appointment')
      .set({ starts_at: begin, ends_at: end, away_from: begin, away_until: end })
      .where(column, '=', value)
      .execute(),
  )
}
