import { auditJobs, auditOperationsWith, auditPagesWith } from '#foundation/audit/index.ts'
import { ownDataPagesWith, privacyJobs, privacyOperations, privacyPages } from '#foundation/privacy/index.ts'
import {
  catalogDetailPages,
  catalogOperations,
  catalogPages,
  controlListPages,
  controlPages,
  shippedCatalogOperations,
  shippedCatalogPages,
} from '#foundation/catalogs/index.ts'
import { fileJobs, fileOperations, filePages } from '#foundation/files/index.ts'
import { identityOperationsWith } from '#foundation/identity/index.ts'
import {
  actingForPages,
  assignmentOperations,
  assignmentPages,
  departureJobs,
  emailPages,
  type HandOver,
  identityMails,
  invitationListPages,
  invitationOfferPages,
  invitationOperations,
  invitationPages,
  ownAccessOperations,
  operationsOfDepartures,
  ownAccessPages,
  pagesOfDepartures,
  passwordChangePages,
  passwordOperations,
  passwordResetPages,
  peopleMails,
  peopleOperations,
  peoplePages,
  personPages,
  readerPages,
  replacementJobs,
  replacementMails,
  replacementOperations,
  replacementPages,
  secondFactorOperations,
  secondFactorPages,
  substitutionOperations,
  substitutionPages,
  tokenPages,
} from '#foundation/identity/index.ts'
import {
  contactOperations,
  contactPages,
  factsPages,
  historyOperations,
  historyPages,
  organizationDetailPages,
  organizationOperations,
  organizationPages,
  successionOperations,
  successionPages,
} from '#foundation/organizations/index.ts'
import {
  answerImportOperations,
  assessmentOperations,
  assessmentPages,
  commentOperations,
  commentPages,
  delegationJobs,
  delegationMails,
  delegationOperations,
  delegationPages,
  evidenceJobs,
  evidenceMails,
  evidenceOperations,
  evidencePages,
  handOverDelegations,
  manyPages,
  overviewPages,
  printPages,
  questionPages,
  reopeningOperations,
  reviewMails,
  reviewOperations,
  reviewPages,
  signOffJobs,
  signOffMails,
  signOffOperations,
  signOffPages,
  signOffWayBackPages,
  resultFilePages,
  resultOperations,
  resultPages,
  sheetPages,
  singleQuestionPages,
  workbookPages,
  undoPages,
  workOperations,
} from '#domains/security/assessments/index.ts'
import { dutiesOf, dutyPages, portalOperationsWith } from '#domains/insights/portal/index.ts'
import { jobOperations, jobPages } from '#foundation/jobs/index.ts'
import {
  demoMailboxPages,
  letterheadPages,
  mailJobs,
  type MailTemplate,
  mailTemplatePages,
  notificationMails,
  notificationOperations,
  outboxPages,
} from '#foundation/notifications/index.ts'
import { systemClock } from '#platform/clock.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import { clearJobs } from '#platform/jobs/clear-jobs.ts'
import type { Job } from '#platform/jobs/job.ts'
import { storageOf } from '#platform/storage/storage.ts'
import { auditWords } from './audit-words.ts'
import { homePages } from './home-page.tsx'
import { taskSources } from './portal-parts.ts'

/** What modules do with the things somebody holds who leaves. */
const handOvers: readonly HandOver[] = [handOverDelegations]

/** Mails that modules send; the office may word them differently. */
export const mailTemplates: readonly MailTemplate[] = [
  ...identityMails,
  ...peopleMails,
  ...replacementMails,
  ...notificationMails,
  ...delegationMails,
  ...evidenceMails,
  ...reviewMails,
  ...signOffMails,
]

/** Work that is done after the deed or regularly. */
export const jobs: readonly Job[] = [
  ...departureJobs,
  ...replacementJobs,
  ...auditJobs,
  ...privacyJobs,
  ...delegationJobs,
  ...evidenceJobs,
  ...signOffJobs,
]

const withoutStorage = storageOf({ dataFolder: '' }, systemClock)
const withoutMachines = { smtp: undefined, mailbox: undefined, sender: '', portal: '', templates: [] }
const jobTitles = new Map(
  [...jobs, ...mailJobs(withoutMachines), ...fileJobs(withoutStorage), clearJobs].map(({ name, title }) => [
    name,
    title,
  ]),
)

/** The house in one view: every page and every operation there is. A module that is not named here does not exist. */
export const pages: readonly PageRoute[] = [
  ...homePages,
  ...dutyPages(taskSources),
  ...assessmentPages,
  ...workbookPages,
  ...questionPages,
  ...singleQuestionPages,
  ...overviewPages,
  ...reviewPages,
  ...signOffPages,
  ...signOffWayBackPages,
  ...resultPages,
  ...resultFilePages,
  ...sheetPages,
  ...delegationPages,
  ...evidencePages,
  ...commentPages,
  ...undoPages,
  ...manyPages,
  ...printPages,
  ...catalogPages,
  ...shippedCatalogPages,
  ...controlListPages,
  ...controlPages,
  ...catalogDetailPages,
  ...organizationPages,
  ...factsPages,
  ...organizationDetailPages,
  ...contactPages,
  ...successionPages,
  ...historyPages,
  ...actingForPages,
  ...peoplePages,
  ...personPages,
  ...pagesOfDepartures(handOvers),
  ...replacementPages,
  ...substitutionPages,
  ...readerPages,
  ...assignmentPages,
  ...invitationPages,
  ...invitationListPages,
  ...invitationOfferPages,
  ...passwordResetPages,
  ...passwordChangePages,
  ...emailPages,
  ...ownAccessPages,
  ...tokenPages,
  ...secondFactorPages,
  ...auditPagesWith(auditWords),
  ...filePages,
  ...privacyPages,
  ...ownDataPagesWith(auditWords, new Map(mailTemplates.map(({ name, title }) => [name, title]))),
  ...outboxPages(mailTemplates),
  ...mailTemplatePages(mailTemplates),
  ...letterheadPages,
  ...demoMailboxPages,
  ...jobPages(jobTitles),
]

export const operations: readonly Operation[] = [
  ...identityOperationsWith(dutiesOf(taskSources)),
  ...portalOperationsWith(taskSources),
  ...peopleOperations,
  ...substitutionOperations,
  ...assignmentOperations,
  ...operationsOfDepartures(handOvers),
  ...replacementOperations,
  ...invitationOperations,
  ...passwordOperations,
  ...ownAccessOperations,
  ...secondFactorOperations,
  ...organizationOperations,
  ...contactOperations,
  ...successionOperations,
  ...historyOperations,
  ...catalogOperations,
  ...shippedCatalogOperations,
  ...answerImportOperations,
  ...assessmentOperations,
  ...reviewOperations,
  ...signOffOperations,
  ...reopeningOperations,
  ...resultOperations,
  ...delegationOperations,
  ...evidenceOperations,
  ...commentOperations,
  ...workOperations,
  ...notificationOperations(mailTemplates),
  ...jobOperations,
  ...auditOperationsWith(auditWords),
  ...fileOperations,
  ...privacyOperations,
]
