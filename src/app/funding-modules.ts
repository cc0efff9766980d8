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
import { fundingOperations } from '#domains/security/funding/index.ts'
import { accountListPages, accountPages, bookingPages, fundingOperations } from '#domains/security/funding/index.ts'
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
import { fundingOperations } from '#domains/security/funding/index.ts'
import { type Signable, signatureOperationsWith } from '#foundation/signatures/index.ts'
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
  invoicePages,
  ownInvoicePages,
  paymentOperations,
  paymentPages,
} from '#domains/security/invoices/index.ts'
import { type Signable, signatureOperationsWith } from '#foundation/signatures/index.ts'
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
import type { MailTemplate, NotificationKind } from '#foundation/notifications/index.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import type { Job } from '#platform/jobs/job.ts'
import { measureSources } from './measure-sources.ts'

/** What POST /signatures signs. */
const signables: readonly Signable[] = [signableAcceptance]

/** Mails that they send. */
export const mailsOfFunding: readonly MailTemplate[] = [...deliveryMails]

/** What they tell people about. */
export const kindsOfFunding: readonly NotificationKind[] = Object.values(measureKindsTold)
export const mailsOfFunding: readonly MailTemplate[] = [...packageMails]

/** What they tell people about. */
export const kindsOfFunding: readonly NotificationKind[] = Object.values(packageKinds)

/** Work that is done after the deed or regularly. */
export const jobsOfFunding: readonly Job[] = [...measureJobs]

/** Every page of them. */
export const pagesOfFunding: readonly PageRoute[] = [
  ...measureListPagesWith(measureSources),
  ...measureBoardPagesWith(measureSources),
  ...newMeasurePagesWith(measureSources),
  ...measureLoadPages,
  ...measureTemplatePages,
  ...measurePagesWith(measureSources),
  ...editMeasurePages,
]
export const pagesOfFunding: readonly PageRoute[] = [...accountPages, ...bookingPages, ...accountListPages]

/** Every operation of them. */
export const operationsOfFunding: readonly Operation[] = [
  ...measureOperationsWith(measureSources),
  ...measureProofOperations,
  ...measureTemplateOperations,
  ...measureWorkbookOperations,
  ...fundingOperations,
export const kindsOfFunding: readonly NotificationKind[] = Object.values(deliveryKinds)

/** Work that is done after the deed or regularly. */
export const jobsOfFunding: readonly Job[] = [...deliveryJobs]

/** Every page of them. */
export const pagesOfFunding: readonly PageRoute[] = [
  ...ownOrderPages,
  ...programmeOrderPages,
  ...orderPages,
  ...acceptancePages,
]

/** Every operation of them. */
export const operationsOfFunding: readonly Operation[] = [
  ...fundingOperations,
  ...orderOperations,
  ...deliveryOperations,
  ...acceptanceOperations,
  ...signatureOperationsWith(signables),
export const mailsOfFunding: readonly MailTemplate[] = [...invoiceMails]
export const mailsOfFunding: readonly MailTemplate[] = [...deliveryMails, ...invoiceMails, ...proofMails]

/** What they tell people about. */
export const kindsOfFunding: readonly NotificationKind[] = [
  ...Object.values(deliveryKinds),
  ...Object.values(invoiceKinds),
]

/** Work that is done after the deed or regularly. */
export const jobsOfFunding: readonly Job[] = [...invoiceJobs]

/** Every page of them. */
export const pagesOfFunding: readonly PageRoute[] = [...invoicePages, ...paymentPages, ...ownInvoicePages]
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
  ...invoiceOperations,
  ...paymentOperations,
  ...yearEndOperations,
  ...proofOperations,
  ...ownProofOperations,
  ...invoiceOperations,
  ...paymentOperations,
  ...orderOperations,
  ...deliveryOperations,
  ...acceptanceOperations,
  ...signatureOperationsWith(signables),
  ...offerPages,
  ...packagePages,
  ...decisionPages,
  ...packageItemPages,
]

/** Every operation of them. */
export const operationsOfFunding: readonly Operation[] = [
  ...fundingOperations,
  ...offerOperations,
  ...packageOperations,
]
