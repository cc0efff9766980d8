import { identityCalendar, identityTasks } from '#foundation/identity/index.ts'
import { jobTasks } from '#foundation/jobs/index.ts'
import { mailTasks } from '#foundation/notifications/index.ts'
import { pageTasks } from '#domains/publishing/pages/index.ts'
import { assessmentCalendar, assessmentTasks } from '#domains/security/assessments/index.ts'
import {
  participationNeeds,
  participationRoadParts,
  participationTasks,
} from '#domains/security/participation/index.ts'
import type { NeedSource, RoadPart } from '#foundation/programmes/index.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import type { TaskSource } from '#platform/portal/task.ts'

/** Every module that has duties for people, in the order in which those without a day are shown. */
export const taskSources: readonly TaskSource[] = [
  assessmentTasks,
  participationTasks,
  identityTasks,
  pageTasks,
  mailTasks,
  jobTasks,
]

/** Every module that has dates. */
export const calendarSources: readonly CalendarSource[] = [assessmentCalendar, identityCalendar]

/** What a road's page shows of other modules, in this order. */
export const roadParts: readonly RoadPart[] = [...participationRoadParts]

/** What the cockpit says that municipalities lack. */
export const needSources: readonly NeedSource[] = [participationNeeds]
