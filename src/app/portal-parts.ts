import { identityCalendar, identityTasks } from '#foundation/identity/index.ts'
import { jobTasks } from '#foundation/jobs/index.ts'
import { mailTasks } from '#foundation/notifications/index.ts'
import { pageTasks } from '#domains/publishing/pages/index.ts'
import {
  appointmentCalendar,
  appointmentNeeds,
  appointmentsOfRoad,
  appointmentTasks,
} from '#domains/security/appointments/index.ts'
import { assessmentCalendar, assessmentTasks } from '#domains/security/assessments/index.ts'
import type { NeedSource, RoadPart } from '#foundation/programmes/index.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import type { TaskSource } from '#platform/portal/task.ts'

/** Every module that has duties for people, in the order in which those without a day are shown. */
export const taskSources: readonly TaskSource[] = [
  appointmentTasks,
  assessmentTasks,
  identityTasks,
  pageTasks,
  mailTasks,
  jobTasks,
]

/** Every module that has dates. */
export const calendarSources: readonly CalendarSource[] = [appointmentCalendar, assessmentCalendar, identityCalendar]

/** What modules keep for a road, in the order of its page. */
export const roadParts: readonly RoadPart[] = [appointmentsOfRoad]

/** What several municipalities may lack before the deadline. */
export const needSources: readonly NeedSource[] = [appointmentNeeds]
