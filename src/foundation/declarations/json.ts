import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import type { Admission } from './admissions/admission.ts'
import { type Agreement, agreementState } from './agreements/agreement.ts'
import type { Interest } from './interests/interest.ts'
import type { Declaration } from './signing/declaration.ts'

// Field by field: a column that nobody names never leaves.

export const interestJson = (interest: Interest) => ({
  id: interest.id,
  programmeId: interest.programmeId,
  municipality: interest.municipality && { id: interest.municipality.id, name: interest.municipality.name },
  municipalityName: interest.municipalityName,
  name: interest.name,
  function: interest.function,
  email: interest.email,
  phone: interest.phone,
  message: interest.message,
  receivedAt: interest.receivedAt.toString(),
  outcome: interest.outcome,
  enrollmentId: interest.enrollmentId,
  decidedAt: interest.decidedAt?.toString() ?? null,
  reason: interest.reason,
})

export const declarationJson = (declaration: Declaration) => ({
  id: declaration.id,
  textVersion: declaration.textVersion,
  contractor: declaration.contractor,
  attachments: declaration.attachments,
  way: declaration.way,
  signedBy: declaration.signerName,
  signedOn: declaration.signedOn,
  text: declaration.shown,
  sha256: declaration.shownSha256,
  fileId: declaration.fileId,
  withdrawnAt: declaration.withdrawnAt?.toString() ?? null,
  withdrawalReason: declaration.withdrawalReason,
})

export const admissionJson = (admission: Admission) => ({
  decision: admission.decision,
  decidedAt: admission.decidedAt.toString(),
  decidedBy: { id: admission.decidedBy, name: admission.decidedByName },
  reason: admission.reason,
})

export const agreementJson = (agreement: Agreement, now: Temporal.Instant) => ({
  id: agreement.id,
  enrollmentId: agreement.enrollmentId,
  organizationId: agreement.organizationId,
  organizationName: agreement.organizationName,
  programmeId: agreement.programmeId,
  kind: agreement.kind,
  state: agreementState(agreement, localDay(now)),
  contractor: agreement.contractor,
  targets: agreement.targets,
  timeWindow: agreement.timeWindow,
  systemsOwner: agreement.systemsOwner,
  validFrom: agreement.validFrom,
  validUntil: agreement.validUntil,
  way: agreement.way,
  signedBy: agreement.signerName,
  signedOn: agreement.signedOn,
  text: agreement.shown,
  sha256: agreement.shownSha256,
  fileId: agreement.fileId,
  ownerSignedOn: agreement.ownerSignedOn,
  revokedAt: agreement.revokedAt?.toString() ?? null,
  revocationReason: agreement.revocationReason,
})
