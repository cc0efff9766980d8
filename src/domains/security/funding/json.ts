import { type Account, unreleased } from './accounts/account.ts'
import type { Entry } from './entries/entry.ts'

// Field by field: a column that nobody names never leaves.

export const accountJson = (account: Account) => ({
  organizationId: account.organizationId,
  organizationName: account.organizationName,
  programmeId: account.programmeId,
  programmeName: account.programmeName,
  enrollmentId: account.enrollmentId,
  stage1Cents: account.stage1,
  totalCents: account.total,
  releasedCents: account.released,
  unreleasedCents: unreleased(account),
  remainingCents: account.remaining,
  plannedCents: account.planned,
  committedCents: account.committed,
  deliveredCents: account.delivered,
  acceptedCents: account.accepted,
  invoicedCents: account.invoiced,
  settledCents: account.settled,
  deadline: account.deadline,
  entries: account.entries,
})

export const entryJson = (entry: Entry) => ({
  id: entry.id,
  number: entry.number,
  from: entry.from,
  to: entry.to,
  amountCents: entry.amountCents,
  orderId: entry.orderId,
  orderReference: entry.orderReference,
  orderTitle: entry.orderTitle,
  stageNumber: entry.stageNumber,
  reason: entry.reason,
  origin: entry.origin,
  correctsId: entry.correctsId,
  correctedCents: entry.corrected,
  at: entry.at.toString(),
  by: entry.personId === null ? null : { id: entry.personId, name: entry.personName },
})
