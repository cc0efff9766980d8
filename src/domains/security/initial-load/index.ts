/** The door of the initial load: a running programme comes in from one workbook, and goes out in the same form. */
export { initialLoadOperations } from './api.ts'
export { initialLoadPages } from './web/load-pages.tsx'
export { initialLoadFilePages } from './web/file-pages.ts'
export { initialLoadWords } from './audit-words.ts'
export { compareWorkbook, keepWorkbook } from './check-workbook.ts'
export { bringIn } from './carry-out.ts'
export { keepMapping } from './map-columns.ts'
export type { Mapping } from './workbook/table.ts'
