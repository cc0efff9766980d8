// Everything about programmes in one view: what modules.ts spreads.
import {
  admissionPages,
  agreementOperations,
  agreementPages,
  declarationJobs,
  declarationKinds,
  declarationMails,
  declarationOperations,
  declarationPages,
  interestOperations,
  interestPages,
  joinPages,
  newAgreementPages,
} from '#foundation/declarations/index.ts'
import {
  campaignPages,
  contactLogOperations,
  contactLogPages,
  documentOperations,
  endingPages,
  enrollmentOperations,
  navigatorOperations,
  navigatorPages,
  outreachOperations,
  outreachPages,
  ownRoadPages,
  phasePages,
  programmeDetailPages,
  programmeFactPages,
  programmeJobs,
  programmeKinds,
  programmeMails,
  programmeOperations,
  programmePages,
  reportPages,
  roadHistoryPages,
  roadPagesWith,
  roadStepPages,
  staffOperations,
  staffPages,
  stageOperations,
  stagePages,
  stepDefinitionPages,
  stepOperations,
  wantedDocumentPages,
  withdrawalOperations,
} from '#foundation/programmes/index.ts'
import {
  appointmentJobs,
  appointmentKinds,
  appointmentMails,
  appointmentOperations,
  appointmentPages,
  changeAppointmentPages,
  kickoffOperations,
  kickoffPages,
  monthPages,
  proposePages,
  singleAppointmentPages,
  travelPages,
} from '#domains/security/appointments/index.ts'
import type { MailTemplate, NotificationKind } from '#foundation/notifications/index.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import type { Job } from '#platform/jobs/job.ts'
import { roadParts } from './portal-parts.ts'

/** Mails that they send. */
export const mailsOfProgrammes: readonly MailTemplate[] = [...programmeMails, ...declarationMails, ...appointmentMails]

/** What they tell people about. */
export const kindsOfProgrammes: readonly NotificationKind[] = [
  ...Object.values(programmeKinds),
  ...Object.values(declarationKinds),
  ...Object.values(appointmentKinds),
]

/** Work that is done after the deed or regularly. */
export const jobsOfProgrammes: readonly Job[] = [...programmeJobs, ...declarationJobs, ...appointmentJobs]

/** Every page of them. */
export const pagesOfProgrammes: readonly PageRoute[] = [
  ...outreachPages,
  ...campaignPages,
  ...reportPages,
  ...contactLogPages,
  ...navigatorPages,
  ...endingPages,
  ...programmePages,
  ...programmeFactPages,
  ...programmeDetailPages,
  ...phasePages,
  ...stepDefinitionPages,
  ...wantedDocumentPages,
  ...stagePages,
  ...staffPages,
  ...ownRoadPages,
  ...roadPagesWith(roadParts),
  ...roadStepPages,
  ...roadHistoryPages,
  ...joinPages,
  ...interestPages,
  ...admissionPages,
  ...declarationPages,
  ...agreementPages,
  ...newAgreementPages,
  ...appointmentPages,
  ...proposePages,
  ...singleAppointmentPages,
  ...changeAppointmentPages,
  ...travelPages,
  ...monthPages,
  ...kickoffPages,
]

/** Every operation of them. */
export const operationsOfProgrammes: readonly Operation[] = [
  ...programmeOperations,
  ...stepOperations,
  ...documentOperations,
  ...stageOperations,
  ...staffOperations,
  ...enrollmentOperations,
  ...withdrawalOperations,
  ...navigatorOperations,
  ...contactLogOperations,
  ...outreachOperations,
  ...interestOperations,
  ...declarationOperations,
  ...agreementOperations,
  ...appointmentOperations,
  ...kickoffOperations,
]
