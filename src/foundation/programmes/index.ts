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
export { type RoadCare, tendRoads } from './enrollments/tend-roads.ts'
export { settleStep } from './enrollments/settle-step.ts'
export { noteChange } from './enrollments/note-change.ts'
export { may as mayTakePart, takesPart } from './access.ts'
export { programmeRoutes } from './routes.ts'
export { programmeOperations } from './api.ts'
export { enrollmentOperations } from './enrollments/api.ts'
export { programmeWords } from './audit-words.ts'
