import type { AnswerValue } from '#kernel/scale.ts'
import type { Answer } from './assessment.ts'

/** As long as a note may be that somebody types. */
const longestNote = 10_000

/** A row of a workbook, as far as somebody filled it in. */
export interface FilledRow {
  row: number
  /** Id of the control. */
  key: string
  answer: AnswerValue | null
  /** What stands in the column of answers, where that is no answer. */
  unknownAnswer: string | null
  note: string
}

export interface ImportedAnswer {
  controlId: string
  answer: AnswerValue
  note: string
}

/** An answer of the workbook where there is another one already: it is shown, and nothing is overwritten. */
export interface Difference {
  /** Row of the sheet. */
  row: number
  controlId: string
  yours: { answer: AnswerValue; note: string }
  theirs: Pick<Answer, 'answer' | 'level' | 'target' | 'note' | 'version'>
}

export interface Ignored {
  row: number
  controlId: string
  reason: string
}

export interface ImportPlan {
  /** Rows in which something was filled in. */
  total: number
  write: ImportedAnswer[]
  unchanged: number
  differing: Difference[]
  ignored: Ignored[]
}

/** What an import would do: first answers are written, the same ones stay, others are shown, what is no answer is named. */
export function planImport(rows: readonly FilledRow[], there: ReadonlyMap<string, Answer>): ImportPlan {
  const plan: ImportPlan = { total: 0, write: [], unchanged: 0, differing: [], ignored: [] }
  for (const filled of rows) {
    const { row, key: controlId, answer, note } = filled
    if (answer === null && filled.unknownAnswer === null && note === '') continue
    plan.total++
    const reason = whyIgnored(filled)
    const theirs = there.get(controlId)
    if (reason !== undefined || answer === null) plan.ignored.push({ row, controlId, reason: reason ?? '' })
    else if (!theirs) plan.write.push({ controlId, answer, note })
    // An empty cell says nothing about the note that is there.
    else if (theirs.answer === answer && (note === '' || note === theirs.note)) plan.unchanged++
    else plan.differing.push({ row, controlId, yours: { answer, note }, theirs })
  }
  return plan
}

function whyIgnored({ answer, unknownAnswer, note }: FilledRow): string | undefined {
  if (unknownAnswer !== null)
    return `„${unknownAnswer.slice(0, 40)}“ ist keine Antwort. Möglich sind Ja, Nein und Nicht relevant.`
  if (answer === null) return 'Die Notiz steht ohne Antwort da. Bitte beantworten Sie die Frage.'
  return note.length > longestNote
    ? `Die Notiz ist länger als ${longestNote / 1000}.000 Zeichen. Bitte kürzen Sie sie.`
    : undefined
}
