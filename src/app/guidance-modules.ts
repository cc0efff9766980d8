// Everything about courses and advice in one view: what modules.ts spreads.
import {
  deskMails,
  deskOperations,
  eventOperations,
  groupKind,
  materialOperations,
  deskPages,
  deskStatisticsPages,
  deskFactPages,
  deskManagePages,
  deskDatePages,
  deskStandingPages,
  deskCapacityPages,
  deskPeoplePages,
  deskPersonPages,
  deskTransferPages,
  deskFilePages,
  deskInvitationPages,
  deskMailPages,
  deskMaterialPages,
  placeOperations,
} from '#domains/guidance/events/index.ts'
import type { MailTemplate, NotificationKind } from '#foundation/notifications/index.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import type { Job } from '#platform/jobs/job.ts'

export const pagesOfGuidance: readonly PageRoute[] = [
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
]

export const operationsOfGuidance: readonly Operation[] = [
  ...eventOperations,
  ...placeOperations,
  ...deskOperations,
  ...materialOperations,
]

export const jobsOfGuidance: readonly Job[] = []

export const mailsOfGuidance: readonly MailTemplate[] = [...deskMails]

export const kindsOfGuidance: readonly NotificationKind[] = [groupKind]
