import { identityCalendar, identityTasks } from '#foundation/identity/index.ts'
import { jobTasks } from '#foundation/jobs/index.ts'
import { mailTasks } from '#foundation/notifications/index.ts'
import type { NeedSource } from '#foundation/programmes/index.ts'
import { pageTasks } from '#domains/publishing/pages/index.ts'
import { assessmentCalendar, assessmentTasks } from '#domains/security/assessments/index.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import type { TaskSource } from '#platform/portal/task.ts'

/** Every module that has duties for people, in the order in which those without a day are shown. */
export const taskSources: readonly TaskSource[] = [assessmentTasks, identityTasks, pageTasks, mailTasks, jobTasks]

/** Every module that knows what many municipalities lack before the deadline of a programme. */
export const needSources: readonly NeedSource[] = []

/** Every module that has dates. */
export const calendarSources: readonly CalendarSource[] = [assessmentCalendar, identityCalendar]
