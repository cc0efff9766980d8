/** The door of programmes: what the cooperative runs, who takes part, and where each municipality stands. */
export {
  completed,
  parties,
  type Party,
  partyInWords,
  type Programme,
  type Stage,
  type StepDefinition,
  type WantedDocument,
} from './programme.ts'
export { currentStep, outOfOrder, possibleSteps, type RoadStep, stateInWords, type StepState } from './road.ts'
export { type Enrollment, type EnrollmentWithSteps, type Pressure, pressureInWords, pressureOf } from './enrollment.ts'
export { type Need, type NeedSource, type RoadPart } from './road-part.ts'
export { findProgramme, findProgrammeByKey, listProgrammes } from './queries.ts'
export { releaseStage } from './release-stage.ts'
export { nameStaff } from './name-staff.ts'
export { addProgramme } from './add-programme.ts'
export { newProgramme, type NewProgramme } from './schemas.ts'
export { findEnrollment, findRoad, listEnrollments } from './enrollments/queries.ts'
export { enroll } from './enrollments/enroll.ts'
export { setStep, type StepWish } from './enrollments/set-step.ts'
export { type LoadReport, loadRoads, type ToldRoad, type ToldStep } from './enrollments/load-roads.ts'
export { settleStep } from './enrollments/settle-step.ts'
export { noteChange } from './enrollments/note-change.ts'
export { may as mayTakePart, takesPart } from './access.ts'
export { contactPart } from './contact-log/web/contact-part.ts'
export { navigatorPart } from './navigators/web/navigator-part.ts'
export { endingPart } from './withdrawal/web/ending-part.ts'
export { followUpTasks } from './contact-log/tasks.ts'
export { contactLogPages } from './contact-log/web/contacts.tsx'
export { contactLogOperations } from './contact-log/api.ts'
export { writeContactEntry } from './contact-log/write-contact-entry.ts'
export { beginCampaign } from './outreach/begin-campaign.ts'
export { outreachPages } from './outreach/web/outreach.tsx'
export { campaignPages } from './outreach/web/campaign.tsx'
export { outreachOperations } from './outreach/api.ts'
export { endingPages } from './withdrawal/web/ending.tsx'
export { withdrawalOperations } from './withdrawal/api.ts'
export { nameNavigator } from './navigators/name-navigator.ts'
export { navigatorPages } from './navigators/web/navigator.tsx'
export { navigatorOperations } from './navigators/api.ts'
export { reportPages } from './report/web/report.tsx'
export { programmeKinds } from './notifications.ts'
export { programmeRoutes } from './routes.ts'
export { programmeOperations } from './api.ts'
export { enrollmentOperations } from './enrollments/api.ts'
export { programmeWords } from './audit-words.ts'
