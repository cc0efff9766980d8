/** The door of disclosure: what may be published of many without telling of one. */
export { type Coded, codedInWords, codeMean } from './coding.ts'
export { type Family, type Subject } from './cells.ts'
export { mayCompare, mayShowAnew } from './release.ts'
export { type Limits, type PublishedCell, publish, type Reason, usualLimits } from './suppress.ts'
