import type { Consequences, Seat } from './capacity-preview.ts'
import type { GroupMail } from './group-mail.ts'
import type { Invitation } from './invitation.ts'
import type { Material } from './material.ts'
import type { Statistics } from './statistics.ts'
import { freeInWords, lateInWords } from './capacity-words.ts'

const seatJson = ({ id, name, organization, position }: Seat) => ({ registrationId: id, name, organization, position })

export const previewJson = (capacity: number | null, consequences: Consequences) => ({
  capacity,
  taken: consequences.taken,
  free: consequences.free,
  promotion: consequences.by,
  movingUp: consequences.movingUp.map(seatJson),
  unseated: consequences.unseated.map(seatJson),
  message: [freeInWords(consequences), consequences.tooLate ? lateInWords(consequences.tooLate) : '']
    .filter((part) => part !== '')
    .join(' '),
})

export const groupMailJson = ({ id, audience, subject, text, sentAt, recipients }: GroupMail) => ({
  id,
  audience,
  subject,
  text,
  sentAt: sentAt.toString(),
  recipients,
})

export const invitationJson = ({ id, organizationId, usesLeft, expiresAt, revokedAt, createdAt }: Invitation) => ({
  id,
  organizationId,
  usesLeft,
  expiresAt: expiresAt?.toString() ?? null,
  revokedAt: revokedAt?.toString() ?? null,
  createdAt: createdAt.toString(),
})

export const statisticsJson = ({ lines, events, neverRegistered }: Statistics) => ({
  events,
  neverRegistered,
  items: lines.map(({ id, name, registrations, seats, datesAttended, certificates }) => ({
    organizationId: id,
    name,
    registrations,
    seats,
    datesAttended,
    certificates,
  })),
})

export const materialJson = ({ id, title, url, fileName, forEverybody, addedAt }: Material) => ({
  id,
  title,
  url,
  fileName,
  forEverybody,
  addedAt: addedAt.toString(),
})
