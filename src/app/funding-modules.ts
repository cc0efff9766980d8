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

/** Mails that they send. */
export const mailsOfFunding: readonly MailTemplate[] = [...packageMails]

/** What they tell people about. */
export const kindsOfFunding: readonly NotificationKind[] = [
  ...Object.values(measureKindsTold),
  ...Object.values(packageKinds),
]

/** Work that is done after the deed or regularly. */
export const jobsOfFunding: readonly Job[] = [...measureJobs]

/** Every page of them. */
export const pagesOfFunding: readonly PageRoute[] = [
  ...offerPages,
  ...packagePages,
  ...decisionPages,
  ...packageItemPages,
  ...measureListPagesWith(measureSources),
  ...measureBoardPagesWith(measureSources),
  ...newMeasurePagesWith(measureSources),
  ...measureLoadPages,
  ...measureTemplatePages,
  ...measurePagesWith(measureSources),
  ...editMeasurePages,
]

/** Every operation of them. */
export const operationsOfFunding: readonly Operation[] = [
  ...offerOperations,
  ...packageOperations,
  ...measureOperationsWith(measureSources),
  ...measureProofOperations,
  ...measureTemplateOperations,
  ...measureWorkbookOperations,
  ...fundingOperations,
]
