// Everything about courses and advice in one view: what modules.ts spreads.
import {
  calendarFileOperations,
  calendarFilePages,
  eventJobs,
  eventKinds,
  eventMails,
  eventOperations,
  placeOperations,
  seriesOperations,
} from '#domains/guidance/events/index.ts'
  attendanceOperations,
  attendancePages,
  certificateCheckPages,
  certificateOperations,
  certificatePages,
  checkInPages,
  codePages,
  eventOperations,
  feedbackOperations,
  feedbackPages,
  feedbackResultPages,
  placeOperations,
} from '#domains/guidance/events/index.ts'
import { kickoffKinds } from '#domains/security/participation/index.ts'
import type { MailTemplate, NotificationKind } from '#foundation/notifications/index.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import type { Job } from '#platform/jobs/job.ts'

export const pagesOfGuidance: readonly PageRoute[] = [...calendarFilePages]
export const pagesOfGuidance: readonly PageRoute[] = [
  ...attendancePages,
  ...codePages,
  ...checkInPages,
  ...certificatePages,
  ...certificateCheckPages,
  ...feedbackPages,
  ...feedbackResultPages,
]

export const operationsOfGuidance: readonly Operation[] = [
  ...eventOperations,
  ...placeOperations,
  ...seriesOperations,
  ...calendarFileOperations,
  ...attendanceOperations,
  ...certificateOperations,
  ...feedbackOperations,
]

export const jobsOfGuidance: readonly Job[] = [...eventJobs]

export const mailsOfGuidance: readonly MailTemplate[] = [...eventMails]

export const kindsOfGuidance: readonly NotificationKind[] = Object.values(eventKinds)
export const kindsOfGuidance: readonly NotificationKind[] = [...Object.values(kickoffKinds)]
