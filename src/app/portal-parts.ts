import { declarationNeeds, declarationPart, declarationTasks } from '#foundation/declarations/index.ts'
import { identityCalendar, identityTasks } from '#foundation/identity/index.ts'
import { measureCalendar, measureTasks } from '#foundation/measures/index.ts'
import { jobTasks } from '#foundation/jobs/index.ts'
import { mailTasks } from '#foundation/notifications/index.ts'
import { eventCalendar, eventTasks } from '#domains/guidance/events/index.ts'
import { pageTasks } from '#domains/publishing/pages/index.ts'
import {
  appointmentCalendar,
  appointmentNeeds,
  appointmentsOfRoad,
  appointmentTasks,
  stepDates,
} from '#domains/security/appointments/index.ts'
import { invoiceNeeds, invoiceTasks } from '#domains/security/invoices/index.ts'
import { assessmentCalendar, assessmentTasks } from '#domains/security/assessments/index.ts'
import {
  deliveriesAsk,
  deliveryCalendar,
  deliveryNeeds,
  deliveryPart,
  deliveryTasks,
} from '#domains/security/deliveries/index.ts'
import {
  contactPart,
  endingPart,
  followUpTasks,
  navigatorPart,
  type NeedSource,
  programmeCalendarWith,
  programmeTasksWith,
  type RoadPart,
  type ToldElsewhere,
} from '#foundation/programmes/index.ts'
import {
  participationAsks,
  participationNeeds,
  participationRoadParts,
  participationTasks,
} from '#domains/security/participation/index.ts'
import { budgetPart, fundingNeeds } from '#domains/security/funding/index.ts'
import { proofCalendar, proofOfRoad, proofTasks } from '#domains/security/proof-of-use/index.ts'
import {
  packageAsks,
  packageCalendar,
  packageNeeds,
  packagePart,
  packageTasks,
} from '#domains/security/packages/index.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import type { TaskSource } from '#platform/portal/task.ts'

/** What other modules say of the steps of programmes, so that nothing is said twice. */
const toldElsewhere: ToldElsewhere = {
  duties: [stepDates.duty, participationAsks, packageAsks, deliveriesAsk],
  date: stepDates.date,
}

/** Every module that has duties for people, in the order in which those without a day are shown. */
export const taskSources: readonly TaskSource[] = [
  assessmentTasks,
  identityTasks,
  declarationTasks,
  followUpTasks,
  appointmentTasks,
  eventTasks,
  participationTasks,
  measureTasks,
  packageTasks,
  deliveryTasks,
  invoiceTasks,
  proofTasks,
  programmeTasksWith(toldElsewhere),
  pageTasks,
  mailTasks,
  jobTasks,
]

/** What several municipalities lack before the deadline. */
export const needSources: readonly NeedSource[] = [
  declarationNeeds,
  appointmentNeeds,
  participationNeeds,
  fundingNeeds,
  packageNeeds,
  deliveryNeeds,
  invoiceNeeds,
]

/** Every module that has dates. */
export const calendarSources: readonly CalendarSource[] = [
  assessmentCalendar,
  identityCalendar,
  appointmentCalendar,
  eventCalendar,
  proofCalendar,
  measureCalendar,
  deliveryCalendar,
  packageCalendar,
  programmeCalendarWith(toldElsewhere),
]

/** What modules keep for a road, in the order of its page. */
export const roadParts: readonly RoadPart[] = [
  declarationPart,
  navigatorPart,
  appointmentsOfRoad,
  ...participationRoadParts,
  packagePart,
  deliveryPart,
  budgetPart,
  proofOfRoad,
  contactPart,
  endingPart,
]
