/** The door of disclosure: what may be published of many without telling of one. */
export { type Coded, codedInWords, codeMean, intervalOf } from './coding.ts'
export { type Family, type Subject } from './cells.ts'
export { mayCompare, mayShowAnew, usualLimits } from './release.ts'
export { cellName, type PublishedCell, publish, type Reason } from './suppress.ts'
export { type BinaryRow, leavesOpen, leavesOpenBeside } from './binary.ts'
export type { Row } from './bounds.ts'
