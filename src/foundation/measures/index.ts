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
export { may as mayKeepMeasures } from './access.ts'
export { measureRoutes } from './routes.ts'
export { measureWords } from './audit-words.ts'
export { measureOperationsWith } from './api.ts'
export { measureProofOperations } from './proof-api.ts'
export { measureTemplateOperations } from './templates/api.ts'
export { type SourceKind, type ToldSource } from './source-kind.ts'
export { measureJobs } from './jobs.ts'
export { measureKinds as measureKindsTold } from './notifications.ts'
export { measureWorkbookOperations } from './workbook/api.ts'
export { measureListPagesWith } from './web/list.tsx'
export { measureBoardPagesWith } from './web/board.tsx'
export { newMeasurePagesWith } from './web/new.tsx'
export { measurePagesWith } from './web/measure.tsx'
export { editMeasurePages } from './web/edit.tsx'
export { measureLoadPages } from './workbook/web/load.tsx'
export { measureTemplatePages } from './templates/web/templates.tsx'
export { changeMeasure } from './change-measure.ts'
export { releaseTemplate } from './templates/release-template.ts'
export { measureSearch } from './search.ts'
export { measureTasks } from './tasks.ts'
export { measureCalendar } from './calendar.ts'
