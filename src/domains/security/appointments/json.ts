import type { Appointment, Slot } from './appointment.ts'

// Field by field: a column that nobody names never leaves.

const slotJson = ({ startsAt, endsAt, place, videoUrl }: Slot) => ({
  startsAt: startsAt.toString(),
  endsAt: endsAt.toString(),
  place,
  videoUrl,
})

export const appointmentJson = (appointment: Appointment) => ({
  id: appointment.id,
  enrollmentId: appointment.enrollmentId,
  organizationId: appointment.organizationId,
  organizationName: appointment.organizationName,
  programmeId: appointment.programmeId,
  programmeName: appointment.programmeName,
  step: appointment.step,
  title: appointment.title,
  note: appointment.note,
  state: appointment.state,
  assessor: appointment.assessor && { id: appointment.assessor.id, name: appointment.assessor.name },
  participants: appointment.participants.map(({ id, name, attended }) => ({ id, name, attended })),
  travelMinutesBefore: appointment.minutesBefore,
  travelMinutesAfter: appointment.minutesAfter,
  startsAt: appointment.chosen?.startsAt.toString() ?? null,
  endsAt: appointment.chosen?.endsAt.toString() ?? null,
  place: appointment.chosen?.place ?? '',
  videoUrl: appointment.chosen?.videoUrl ?? '',
  proposals: appointment.proposals.map((proposal) => ({
    id: proposal.id,
    side: proposal.side,
    ...slotJson(proposal),
  })),
  reason: appointment.reason,
  kickoffId: appointment.kickoffId,
  attended: appointment.attended,
  version: appointment.version,
  changedAt: appointment.changedAt.toString(),
})
