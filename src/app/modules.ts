import { auditJobs, auditOperationsWith, auditPagesWith } from '#foundation/audit/index.ts'
import { ownDataPagesWith, privacyJobs, privacyOperations, privacyPages } from '#foundation/privacy/index.ts'
import { controlSearch } from '#foundation/catalogs/index.ts'
import { fileJobs, fileOperations, filePages } from '#foundation/files/index.ts'
import { consentOperations, consentPages, purposePages } from '#foundation/consents/index.ts'
import {
  actingForPages,
  assignmentOperations,
  assignmentPages,
  chooseActingFor,
  departureJobs,
  emailPages,
  type HandOver,
  identityKinds,
  identityMails,
  identityOperationsWith,
  invitationListPages,
  invitationOfferPages,
  invitationOperations,
  invitationPages,
  operationsOfDepartures,
  ownAccessOperations,
  ownAccessPages,
  pagesOfDepartures,
  passwordChangePages,
  passwordOperations,
  passwordResetPages,
  peopleMails,
  peopleOperations,
  peoplePages,
  peopleSearch,
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
  organizationSearch,
  successionOperations,
  successionPages,
} from '#foundation/organizations/index.ts'
import { assessmentSearch, handOverDelegations } from '#domains/security/assessments/index.ts'
import { helpPagesWith } from '#domains/publishing/help/index.ts'
import { newsDeskPages, newsFormPages, newsOperations, newsPages } from '#domains/publishing/news/index.ts'
import {
  barrierReportPages,
  pageDeskPages,
  pageKinds,
  pageMails,
  pageOperations,
  plainPagePages,
  reportBarrierPages,
} from '#domains/publishing/pages/index.ts'
import {
  calendarOperationsWith,
  calendarPagesWith,
  feedPagesWith,
  subscriptionOperations,
  subscriptionPages,
} from '#domains/insights/calendar/index.ts'
import { handbookSource, searchJobs, searchOperations, searchPages } from '#domains/insights/search/index.ts'
import { dutiesOf, dutyPages, portalOperationsWith } from '#domains/insights/portal/index.ts'
import { handOverMeasures, measureSearch } from '#foundation/measures/index.ts'
import { jobOperations, jobPages } from '#foundation/jobs/index.ts'
import {
  demoMailboxPages,
  digestJobs,
  inboxOperations,
  inboxPagesWith,
  letterheadPages,
  mailJobs,
  type MailTemplate,
  mailTemplatePages,
  type NotificationKind,
  notificationKinds,
  notificationMails,
  notificationOperations,
  notificationSettingsOperations,
  notificationSettingsPagesWith,
  outboxPages,
  unsubscribePagesWith,
} from '#foundation/notifications/index.ts'
import { systemClock } from '#platform/clock.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import { programmeSearch } from '#foundation/programmes/index.ts'
import type { SearchSource } from '#platform/portal/search-document.ts'
import { clearJobs } from '#platform/jobs/clear-jobs.ts'
import type { Job } from '#platform/jobs/job.ts'
import { storageOf } from '#platform/storage/storage.ts'
import { auditWords } from './audit-words.ts'
import { jobsOfChecks, kindsOfChecks, mailsOfChecks, operationsOfChecks, pagesOfChecks } from './check-modules.ts'
import { handbook } from './handbook.ts'
import { homePages } from './home-page.tsx'
import { operationsOfCatalogs, pagesOfCatalogs } from './catalog-modules.ts'
import {
  jobsOfFunding,
  kindsOfFunding,
  mailsOfFunding,
  operationsOfFunding,
  pagesOfFunding,
} from './funding-modules.ts'
import {
  jobsOfGuidance,
  kindsOfGuidance,
  mailsOfGuidance,
  operationsOfGuidance,
  pagesOfGuidance,
} from './guidance-modules.ts'
import {
  jobsOfProgrammes,
  kindsOfProgrammes,
  mailsOfProgrammes,
  operationsOfProgrammes,
  pagesOfProgrammes,
} from './programme-modules.ts'
import { calendarSources, taskSources } from './portal-parts.ts'

/** What modules do with the things somebody holds who leaves. */
const handOvers: readonly HandOver[] = [handOverDelegations, handOverMeasures]

/** Mails that modules send; the office may word them differently. */
export const mailTemplates: readonly MailTemplate[] = [
  ...identityMails,
  ...peopleMails,
  ...replacementMails,
  ...notificationMails,
  ...mailsOfChecks,
  ...pageMails,
  ...mailsOfProgrammes,
  ...mailsOfFunding,
  ...mailsOfGuidance,
]

/** What modules tell people about; each person chooses by kind how it comes. */
export const kindsOfNotifications: readonly NotificationKind[] = [
  ...kindsOfChecks,
  ...Object.values(identityKinds),
  ...Object.values(notificationKinds),
  ...Object.values(pageKinds),
  ...kindsOfProgrammes,
  ...kindsOfFunding,
  ...kindsOfGuidance,
]

/** What can be found, in the order in which the areas stand on the page. */
export const searchSources: readonly SearchSource[] = [
  organizationSearch,
  peopleSearch,
  assessmentSearch,
  measureSearch,
  programmeSearch,
  controlSearch,
  handbookSource(),
]

/** Work that is done after the deed or regularly. */
export const jobs: readonly Job[] = [
  ...departureJobs,
  ...replacementJobs,
  ...auditJobs,
  ...privacyJobs,
  ...jobsOfChecks,
  ...searchJobs(searchSources),
  ...jobsOfProgrammes,
  ...jobsOfFunding,
  ...jobsOfGuidance,
]

/** What mails and kinds of notifications are called. */
const titles = new Map([
  ...mailTemplates.map(({ name, title }) => [name, title] as const),
  ...kindsOfNotifications.map(({ kind, title }) => [kind, title] as const),
])

const withoutStorage = storageOf({ dataFolder: '' }, systemClock)
const withoutMachines = { smtp: undefined, mailbox: undefined, sender: '', portal: '', templates: [] }
const jobTitles = new Map(
  [
    ...jobs,
    ...mailJobs(withoutMachines),
    ...digestJobs({ kinds: [], portal: '' }),
    ...fileJobs(withoutStorage),
    clearJobs,
  ].map(({ name, title }) => [name, title]),
)

/** The house in one view: every page and every operation there is. A module that is not named here does not exist. */
export const pages: readonly PageRoute[] = [
  ...homePages,
  ...calendarPagesWith(calendarSources),
  ...subscriptionPages,
  ...feedPagesWith(calendarSources),
  ...searchPages(searchSources),
  ...dutyPages(taskSources),
  ...pagesOfChecks,
  ...pagesOfCatalogs,
  ...organizationPages,
  ...factsPages,
  ...organizationDetailPages,
  ...contactPages,
  ...successionPages,
  ...consentPages,
  ...purposePages,
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
  ...ownDataPagesWith(auditWords, titles),
  ...outboxPages(mailTemplates),
  ...mailTemplatePages(mailTemplates),
  ...letterheadPages,
  ...notificationSettingsPagesWith(kindsOfNotifications),
  ...inboxPagesWith({ kinds: kindsOfNotifications, actFor: chooseActingFor }),
  ...unsubscribePagesWith(kindsOfNotifications),
  ...demoMailboxPages,
  ...jobPages(jobTitles),
  ...newsPages,
  ...newsDeskPages,
  ...newsFormPages,
  ...plainPagePages,
  ...pageDeskPages,
  ...reportBarrierPages,
  ...barrierReportPages,
  ...helpPagesWith(handbook),
  ...pagesOfProgrammes,
  ...pagesOfFunding,
  ...pagesOfGuidance,
]

export const operations: readonly Operation[] = [
  ...calendarOperationsWith(calendarSources),
  ...subscriptionOperations,
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
  ...consentOperations,
  ...operationsOfCatalogs,
  ...operationsOfChecks,
  ...inboxOperations,
  ...notificationSettingsOperations(kindsOfNotifications),
  ...notificationOperations(mailTemplates),
  ...jobOperations,
  ...auditOperationsWith(auditWords),
  ...fileOperations,
  ...privacyOperations,
  ...newsOperations,
  ...pageOperations,
  ...searchOperations(searchSources),
  ...operationsOfProgrammes,
  ...operationsOfFunding,
  ...operationsOfGuidance,
]
