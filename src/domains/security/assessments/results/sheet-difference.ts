import { type Answer, type Question } from '../assessment.ts'
import { type SheetAnswer, saysTheSame } from './answer-sheet.ts'

export interface Difference {
  question: Question
  /** What the table says. */
  row: SheetAnswer
  /** What counts today; null where nothing was said. */
  now: Answer | null
  /** Somebody has answered since the table was made. */
  isConflict: boolean
}

export interface Differences {
  changes: Difference[]
  conflicts: Difference[]
  unchanged: number
  /** Ids in the table that this check does not have. */
  unknown: string[]
}

/**
 * What a table changes. A row that says what stood there when the table was made was not edited, whatever has happened since; one
 * that was edited while somebody else answered is a conflict.
 */
export function differences(
  rows: readonly SheetAnswer[],
  questions: readonly Question[],
  versionOf: (controlId: string, version: number) => Answer | null,
): Differences {
  const known = new Map(questions.map((question) => [question.id, question]))
  const found: Differences = { changes: [], conflicts: [], unchanged: 0, unknown: [] }
  for (const row of rows) {
    const question = known.get(row.controlId)
    if (!question) {
      found.unknown.push(row.controlId)
      continue
    }
    const now = question.answer
    const base = row.version === null ? null : versionOf(row.controlId, row.version)
    if (saysTheSame(row, now) || saysTheSame(row, base)) found.unchanged += 1
    else if ((now?.version ?? null) === row.version) found.changes.push({ question, row, now, isConflict: false })
    else found.conflicts.push({ question, row, now, isConflict: true })
  }
  return found
}
