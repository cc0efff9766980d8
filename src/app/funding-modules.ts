// Everything about measures and money in one view: what modules.ts spreads.
import {
  editMeasurePages,
  measureBoardPagesWith,
  measureJobs,
  measureKindsTold,
  measureListPagesWith,
  measureLoadPages,
  measureOperationsWith,
  measurePagesWith,
  measureProofOperations,
  measureTemplateOperations,
  measureTemplatePages,
  measureWorkbookOperations,
  newMeasurePagesWith,
} from '#foundation/measures/index.ts'
import type { MailTemplate, NotificationKind } from '#foundation/notifications/index.ts'
import { type Signable, signatureOperationsWith } from '#foundation/signatures/index.ts'
import {
  acceptanceOperations,
  acceptancePages,
  deliveryJobs,
  deliveryKinds,
  deliveryMails,
  deliveryOperations,
  orderOperations,
  orderPages,
  ownOrderPages,
  programmeOrderPages,
  signableAcceptance,
} from '#domains/security/deliveries/index.ts'
import { accountListPages, accountPages, bookingPages, fundingOperations } from '#domains/security/funding/index.ts'
import {
  invoiceJobs,
  invoiceKinds,
  invoiceMails,
  invoiceOperations,
  invoicePages,
  ownInvoicePages,
  paymentOperations,
  paymentPages,
} from '#domains/security/invoices/index.ts'
import {
  decisionPages,
  offerOperations,
  offerPages,
  packageItemPages,
  packageKinds,
  packageMails,
  packageOperations,
  packagePages,
} from '#domains/security/packages/index.ts'
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
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import type { Job } from '#platform/jobs/job.ts'
import { measureSources } from './measure-sources.ts'

/** What POST /signatures signs. */
const signables: readonly Signable[] = [signableAcceptance]

/** Mails that they send. */
export const mailsOfFunding: readonly MailTemplate[] = [
  ...packageMails,
  ...deliveryMails,
  ...invoiceMails,
  ...proofMails,
]

/** What they tell people about. */
export const kindsOfFunding: readonly NotificationKind[] = [
  ...Object.values(measureKindsTold),
  ...Object.values(packageKinds),
  ...Object.values(deliveryKinds),
  ...Object.values(invoiceKinds),
]

/** Work that is done after the deed or regularly. */
export const jobsOfFunding: readonly Job[] = [...measureJobs, ...deliveryJobs, ...invoiceJobs]

/** Every page of them. */
export const pagesOfFunding: readonly PageRoute[] = [
  ...measureListPagesWith(measureSources),
  ...measureBoardPagesWith(measureSources),
  ...newMeasurePagesWith(measureSources),
  ...measureLoadPages,
  ...measureTemplatePages,
  ...measurePagesWith(measureSources),
  ...editMeasurePages,
  ...accountPages,
  ...bookingPages,
  ...accountListPages,
  ...offerPages,
  ...packagePages,
  ...decisionPages,
  ...packageItemPages,
  ...ownOrderPages,
  ...programmeOrderPages,
  ...orderPages,
  ...acceptancePages,
  ...invoicePages,
  ...paymentPages,
  ...ownInvoicePages,
  ...yearEndPages,
  ...reminderPages,
  ...proofPages,
  ...narrativePages,
  ...ownProofPages,
]

/** Every operation of them. */
export const operationsOfFunding: readonly Operation[] = [
  ...measureOperationsWith(measureSources),
  ...measureProofOperations,
  ...measureTemplateOperations,
  ...measureWorkbookOperations,
  ...fundingOperations,
  ...offerOperations,
  ...packageOperations,
  ...orderOperations,
  ...deliveryOperations,
  ...acceptanceOperations,
  ...signatureOperationsWith(signables),
  ...invoiceOperations,
  ...paymentOperations,
  ...yearEndOperations,
  ...proofOperations,
  ...ownProofOperations,
]
