// Everything about measures and money in one view: what modules.ts spreads.
import {
  acceptanceOperations,
  deliveryJobs,
  deliveryKinds,
  deliveryMails,
  deliveryOperations,
  orderOperations,
  signableAcceptance,
} from '#domains/security/deliveries/index.ts'
import { fundingOperations } from '#domains/security/funding/index.ts'
import {
  narrativePages,
  ownProofOperations,
  ownProofPages,
  proofMails,
  proofOperations,
  proofPages,
  reminderPages,
  yearEndOperations,
  yearEndPages,
} from '#domains/security/proof-of-use/index.ts'
import {
  invoiceJobs,
  invoiceKinds,
  invoiceMails,
  invoiceOperations,
  paymentOperations,
} from '#domains/security/invoices/index.ts'
import { type Signable, signatureOperationsWith } from '#foundation/signatures/index.ts'
import type { MailTemplate, NotificationKind } from '#foundation/notifications/index.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import type { Job } from '#platform/jobs/job.ts'

/** What POST /signatures signs. */
const signables: readonly Signable[] = [signableAcceptance]

/** Mails that they send. */
export const mailsOfFunding: readonly MailTemplate[] = [...deliveryMails, ...invoiceMails, ...proofMails]

/** What they tell people about. */
export const kindsOfFunding: readonly NotificationKind[] = [
  ...Object.values(deliveryKinds),
  ...Object.values(invoiceKinds),
]

/** Work that is done after the deed or regularly. */
export const jobsOfFunding: readonly Job[] = [...deliveryJobs, ...invoiceJobs]

/** Every page of them. */
export const pagesOfFunding: readonly PageRoute[] = [
  ...yearEndPages,
  ...reminderPages,
  ...proofPages,
  ...narrativePages,
  ...ownProofPages,
]

/** Every operation of them. */
export const operationsOfFunding: readonly Operation[] = [
  ...fundingOperations,
  ...yearEndOperations,
  ...proofOperations,
  ...ownProofOperations,
  ...invoiceOperations,
  ...paymentOperations,
  ...orderOperations,
  ...deliveryOperations,
  ...acceptanceOperations,
  ...signatureOperationsWith(signables),
]
