import type { Event } from './event/event.ts'
import { noSeats, type SeatCounts } from './event/queries.ts'
import { decisionInWords, whyInSentences } from './places/reasons.ts'
import type { Decision, Registration } from './places/registration.ts'

// Field by field: a column that nobody names never leaves.

export const eventJson = (event: Event, counts: SeatCounts = noSeats) => ({
  id: event.id,
  kind: event.kind,
  title: event.title,
  run: event.run,
  lineId: event.lineId,
  previousId: event.previousId,
  nextId: event.nextId,
  lead: event.lead,
  outcomes: event.outcomes,
  speakers: event.speakers,
  targetGroup: event.targetGroup,
  costRule: event.costRule,
  accessibility: event.accessibility,
  contactId: event.contactId,
  capacity: event.capacity,
  seatsTaken: event.seatsTaken,
  confirmed: counts.confirmed,
  offered: counts.offered,
  waiting: counts.waiting,
  perOrganization: event.perOrganization,
  populationQuota: event.populationQuota?.map(({ upTo, seats }) => ({ upTo, seats })) ?? null,
  prerequisiteId: event.prerequisiteId,
  programmeId: event.programmeId,
  needsDeclaration: event.needsDeclaration,
  needsApproval: event.needsApproval,
  promotion: event.promotion,
  offerHours: event.offerHours,
  offerStopHours: event.offerStopHours,
  opensAt: event.opensAt?.toString() ?? null,
  closesAt: event.closesAt?.toString() ?? null,
  passPercent: event.passPercent,
  startsAt: event.startsAt?.toString() ?? null,
  endsAt: event.endsAt?.toString() ?? null,
  published: event.publishedAt !== null,
  cancelledAt: event.cancelledAt?.toString() ?? null,
  cancelReason: event.cancelReason,
  version: event.version,
  dates: event.dates.map((date) => ({
    id: date.id,
    startsAt: date.startsAt.toString(),
    endsAt: date.endsAt.toString(),
    place: date.place,
    topic: date.topic,
    isOnline: date.isOnline,
    videoUrl: date.videoUrl,
    cancelledAt: date.cancelledAt?.toString() ?? null,
  })),
})

export const registrationJson = (registration: Registration, event: Event) => ({
  id: registration.id,
  eventId: registration.eventId,
  state: registration.state,
  position: registration.position,
  rank: registration.ahead === null ? null : registration.ahead + 1,
  reason: whyInSentences(registration, event).join(' '),
  offerUntil: registration.offerUntil?.toString() ?? null,
  person: { id: registration.personId, name: registration.name, email: registration.guestEmail || null },
  organization: registration.organizationId
    ? { id: registration.organizationId, name: registration.organization }
    : null,
  note: registration.note,
  registeredAt: registration.registeredAt.toString(),
})

export const decisionJson = (decision: Decision) => ({
  seq: decision.seq,
  registrationId: decision.registrationId,
  what: decision.what,
  text: decisionInWords(decision),
  at: decision.at.toString(),
})
