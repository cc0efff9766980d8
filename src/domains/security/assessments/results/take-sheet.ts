import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { whileOpen } from '../access.ts'
import type { Assessment } from '../assessment.ts'
import { type AnswerOutcome, giveAnswer } from '../give-answer.ts'
import { listQuestions } from '../queries.ts'
import { readAnswerRows, type SheetAnswer } from './answer-sheet.ts'
import { listThoseVersions } from './queries.ts'
import { differences, type Difference, type Differences } from './sheet-difference.ts'

/** More than any catalog may have (the importer's limit). */
const all = 20_000

/** What a table would change; nothing is written. */
export async function compareSheet(
  ctx: Context,
  assessment: Assessment,
  table: readonly string[][],
): Promise<Outcome<Differences>> {
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const rows = readAnswerRows(table, assessment.scale)
  return isRefusal(rows) ? rows : compareRows(ctx, assessment, rows)
}

/** The same for rows that were read before. */
export async function compareRows(
  { db }: Context,
  assessment: Assessment,
  rows: readonly SheetAnswer[],
): Promise<Outcome<Differences>> {
  const questions = await listQuestions(db, assessment, { selection: 'alle', limit: all })
  const versions = await listThoseVersions(db, assessment.id, rows)
  const found = differences(rows, questions, (controlId, version) => versions.get(`${version} ${controlId}`) ?? null)
  const [first] = found.unknown
  if (first === undefined) return found
  return refuse(
    `Die Tabelle gehört zu einer anderen Prüfung: ${found.unknown.length === 1 ? 'Eine Kennung gibt' : `${found.unknown.length} Kennungen gibt`} es hier nicht, zum Beispiel „${first.slice(0, 60)}“. Gespeichert wurde nichts.`,
    [{ path: 'file', message: 'Bitte laden Sie die Tabelle dieser Prüfung herunter und füllen Sie sie aus.' }],
  )
}

/** What the person decided about a conflict, knowing this version of the other side. */
export interface Decision {
  keep: 'mine' | 'theirs'
  seen: number | null
}

/** Conflicts that are decided become changes or go; a decision about a version that is no longer the last one is asked again. */
export function decide(found: Differences, decisionOn: (controlId: string) => Decision | undefined): Differences {
  const changes = [...found.changes]
  const conflicts: Difference[] = []
  for (const conflict of found.conflicts) {
    const decision = decisionOn(conflict.question.id)
    const version = conflict.now?.version ?? null
    if (!decision || decision.seen !== version) conflicts.push(conflict)
    else if (decision.keep === 'mine')
      changes.push({ ...conflict, row: { ...conflict.row, version }, isConflict: false })
  }
  return { ...found, changes, conflicts }
}

/**
 * Gives the answers of a table by the rules of every answer. Those that somebody else has changed meanwhile come back as conflicts;
 * the others are saved.
 */
export async function takeRows(
  ctx: Context,
  assessment: Assessment,
  wanted: readonly Difference[],
): Promise<Outcome<{ saved: number; conflicts: Difference[] }>> {
  let saved = 0
  const conflicts: Difference[] = []
  for (const difference of wanted) {
    const outcome = await giveRow(ctx, assessment, difference)
    if ('refusal' in outcome) return outcome.refusal
    if ('saved' in outcome) saved += 1
    else conflicts.push({ ...difference, now: 'unseen' in outcome ? outcome.unseen : outcome.theirs, isConflict: true })
  }
  return { saved, conflicts }
}

const giveRow = (ctx: Context, assessment: Assessment, { question, row }: Difference): Promise<AnswerOutcome> =>
  giveAnswer(ctx, assessment, question, {
    ...(row.level === null ? { answer: row.answer } : { level: row.level, target: row.target ?? 0 }),
    note: row.note,
    version: row.version ?? undefined,
  })
