/** The door of measures: what an organization does about gaps and aims; one list for the whole platform. */
export {
  kindInWords,
  type Measure,
  type MeasureKind,
  measureKinds,
  type MeasureSource,
  type MeasureState,
  measureStateInWords,
} from './measure.ts'
export { addMeasures, type MeasureWish } from './add-measures.ts'
export { moveMeasure } from './move-measure.ts'
export { findMeasure, listMeasures, type MeasureFilter } from './queries.ts'
export { measureRoutes } from './routes.ts'
export { measureWords } from './audit-words.ts'
