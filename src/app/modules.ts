import { auditJobs, auditOperationsWith, auditPagesWith } from '#foundation/audit/index.ts'
import { catalogOperations, catalogPages } from '#foundation/catalogs/index.ts'
import { identityOperations } from '#foundation/identity/index.ts'
import { organizationOperations, organizationPages } from '#foundation/organizations/index.ts'
import {
  assessmentOperations,
  assessmentPages,
  overviewPages,
  questionPages,
  singleQuestionPages,
} from '#domains/security/assessments/index.ts'
import { jobOperations, jobPages } from '#foundation/jobs/index.ts'
import {
  demoMailboxPages,
  letterheadPages,
  mailJobs,
  type MailTemplate,
  mailTemplatePages,
  notificationOperations,
  outboxPages,
} from '#foundation/notifications/index.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import { clearJobs } from '#platform/jobs/clear-jobs.ts'
import type { Job } from '#platform/jobs/job.ts'
import { auditWords } from './audit-words.ts'
import { homePages } from './home-page.tsx'

/** Mails that modules send; the office may word them differently. */
export const mailTemplates: readonly MailTemplate[] = []

/** Work that is done after the deed or regularly. */
export const jobs: readonly Job[] = [...auditJobs]

const withoutMachines = { smtp: undefined, mailbox: undefined, sender: '', portal: '', templates: [] }
const jobTitles = new Map([...jobs, ...mailJobs(withoutMachines), clearJobs].map(({ name, title }) => [name, title]))

/** The house in one view: every page and every operation there is. A module that is not named here does not exist. */
export const pages: readonly PageRoute[] = [
  ...homePages,
  ...assessmentPages,
  ...questionPages,
  ...singleQuestionPages,
  ...overviewPages,
  ...catalogPages,
  ...organizationPages,
  ...auditPagesWith(auditWords),
  ...outboxPages(mailTemplates),
  ...mailTemplatePages(mailTemplates),
  ...letterheadPages,
  ...demoMailboxPages,
  ...jobPages(jobTitles),
]

export const operations: readonly Operation[] = [
  ...identityOperations,
  ...organizationOperations,
  ...catalogOperations,
  ...assessmentOperations,
  ...notificationOperations(mailTemplates),
  ...jobOperations,
  ...auditOperationsWith(auditWords),
]
