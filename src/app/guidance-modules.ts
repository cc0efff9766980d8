// Everything about courses and advice in one view: what modules.ts spreads.
import {
  attendanceOperations,
  attendancePages,
  calendarFileOperations,
  calendarFilePages,
  certificateCheckPages,
  certificateOperations,
  certificatePages,
  checkInPages,
  codePages,
  courseListPages,
  coursePages,
  deskCapacityPages,
  deskDatePages,
  deskFactPages,
  deskFilePages,
  deskInvitationPages,
  deskMailPages,
  deskMails,
  deskManagePages,
  deskMaterialPages,
  deskOperations,
  deskPages,
  deskPeoplePages,
  deskPersonPages,
  deskStandingPages,
  deskStatisticsPages,
  deskTransferPages,
  eventJobs,
  eventKinds,
  eventMails,
  eventOperations,
  feedbackOperations,
  feedbackPages,
  feedbackResultPages,
  deskKinds,
  guestLinkPages,
  invitationLinkPages,
  materialOperations,
  offerLinkPages,
  ownPlaceOperations,
  ownPlacePages,
  placeDeedPages,
  placeOperations,
  registrationPages,
  seriesOperations,
} from '#domains/guidance/events/index.ts'
import { kickoffKinds } from '#domains/security/participation/index.ts'
import type { MailTemplate, NotificationKind } from '#foundation/notifications/index.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import type { Job } from '#platform/jobs/job.ts'

export const pagesOfGuidance: readonly PageRoute[] = [
  ...courseListPages,
  ...calendarFilePages,
  ...coursePages,
  ...registrationPages,
  ...ownPlacePages,
  ...placeDeedPages,
  ...checkInPages,
  ...feedbackPages,
  ...offerLinkPages,
  ...guestLinkPages,
  ...invitationLinkPages,
  ...certificateCheckPages,
  ...deskPages,
  ...deskStatisticsPages,
  ...deskFactPages,
  ...deskManagePages,
  ...deskDatePages,
  ...deskStandingPages,
  ...deskCapacityPages,
  ...deskPeoplePages,
  ...deskPersonPages,
  ...deskTransferPages,
  ...deskFilePages,
  ...deskInvitationPages,
  ...deskMailPages,
  ...deskMaterialPages,
  ...attendancePages,
  ...codePages,
  ...certificatePages,
  ...feedbackResultPages,
]

export const operationsOfGuidance: readonly Operation[] = [
  ...eventOperations,
  ...seriesOperations,
  ...placeOperations,
  ...ownPlaceOperations,
  ...deskOperations,
  ...materialOperations,
  ...calendarFileOperations,
  ...attendanceOperations,
  ...certificateOperations,
  ...feedbackOperations,
]

export const jobsOfGuidance: readonly Job[] = [...eventJobs]

export const mailsOfGuidance: readonly MailTemplate[] = [...eventMails, ...deskMails]

export const kindsOfGuidance: readonly NotificationKind[] = [
  ...Object.values(eventKinds),
  ...Object.values(deskKinds),
  ...Object.values(kickoffKinds),
]
