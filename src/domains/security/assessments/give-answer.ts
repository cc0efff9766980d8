import { sql } from 'kysely'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import type { AnswerValue, Given, Scale } from '#kernel/scale.ts'
import { record } from '#foundation/audit/index.ts'
import { attempt } from '#platform/db/attempt.ts'
import type { Context } from '#platform/http/context.ts'
import { answering, whileOpen } from './access.ts'
import { type Answer, type Assessment, checkPath, type Question } from './assessment.ts'
import { findAnswer, findAssessment } from './queries.ts'
import { tellOfNewAnswer } from './reviews/tell-sides.ts'

export interface GivenAnswer {
  /** Null takes the answer back: the question is open again. */
  answer?: AnswerValue | null | undefined
  /** Of catalogs in levels, both together. */
  level?: number | undefined
  target?: number | undefined
  /** Left out: the note stays as it is. */
  note?: string | undefined
  /** The version the person has seen; left out for the first answer. */
  version?: number | undefined
}

export type AnswerOutcome =
  | { saved: Answer }
  /** An answer is there, but the person did not say which one she has seen. */
  | { unseen: Answer }
  /** Somebody else was faster; nothing is written. `theirs` is null when there is no answer of that version at all. */
  | { theirs: Answer | null }
  /** It does not fit the scale, or somebody has signed. */
  | { refusal: Refusal }

/**
 * Appends a version. One statement compares and writes, and (assessment, control, version) is the key:
 * of two people who answer at once, one saves and the other is shown both sides.
 */
export async function giveAnswer(
  ctx: Context,
  assessment: Assessment,
  question: Pick<Question, 'id' | 'topKey' | 'title'>,
  wanted: GivenAnswer,
): Promise<AnswerOutcome> {
  const { id: controlId, topKey } = question
  const given = onScale(assessment.scale, wanted)
  if (isRefusal(given)) return { refusal: given }
  const open = whileOpen(assessment)
  if (isRefusal(open)) return { refusal: open }
  const inserted = await whoSignsWaits(ctx, assessment, () =>
    insert(ctx, assessment, { controlId, topKey }, given, wanted),
  )
  if (isRefusal(inserted)) return { refusal: inserted }
  const row = inserted[0]
  if (row) {
    await record(ctx, 'answer.given', {
      organizationId: assessment.organizationId,
      subjectId: assessment.id,
      data: { controlId, version: row.version },
      needs: answering,
    })
    await tellOfNewAnswer(ctx, { assessment, question }, row.version)
    const by = { answeredBy: ctx.actor.personId, answeredAt: ctx.now }
    return { saved: { ...given, ...row, unconfirmed: false, ...by } }
  }
  const theirs = await findAnswer(ctx.db, assessment.id, controlId)
  return wanted.version === undefined && theirs ? { unseen: theirs } : { theirs: theirs ?? null }
}

const notSaved = 'Die Antwort ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.'

/** What was said, if the catalog is answered so. Taking back (null) needs the version of what is taken back. */
export function onScale(scale: Scale, wanted: GivenAnswer): Outcome<Given> {
  if (wanted.answer === null && wanted.version !== undefined && wanted.level === undefined)
    return { answer: null, level: null, target: null }
  return scale === 'yesNoNotApplicable' ? inWords(wanted) : inLevels(wanted)
}

function inWords({ answer, level, target }: GivenAnswer): Outcome<Given> {
  if (level !== undefined || target !== undefined)
    return refuse(notSaved, [
      { path: 'level', message: 'Dieser Katalog kennt keine Stufen, nur Ja, Nein und Nicht relevant.' },
    ])
  return answer
    ? { answer, level: null, target: null }
    : refuse(notSaved, [{ path: 'answer', message: 'Bitte wählen Sie Ja, Nein oder Nicht relevant.' }])
}

function inLevels({ answer, level, target }: GivenAnswer): Outcome<Given> {
  if (answer === 'notApplicable' && level === undefined && target === undefined)
    return { answer, level: null, target: null }
  if (answer)
    return refuse(notSaved, [
      { path: 'answer', message: 'Dieser Katalog wird in Stufen beantwortet, oder mit Nicht relevant.' },
    ])
  if (level === undefined)
    return refuse(notSaved, [{ path: 'level', message: 'Bitte nennen Sie die erreichte Stufe und das Ziel.' }])
  if (target === undefined) return refuse(notSaved, [{ path: 'target', message: 'Bitte nennen Sie auch das Ziel.' }])
  return { answer: null, level, target }
}

/** Raised by the row itself where somebody signed in the same moment (0033), or moved the check (0078). */
export const signed = 'LW002'

/** Runs a write that the signature of somebody else may forbid at the last moment; then it is refused like any later one. */
export async function whoSignsWaits<T>(
  { db }: Pick<Context, 'db'>,
  { id, catalogTitle }: Assessment,
  write: () => Promise<T>,
): Promise<Outcome<T>> {
  return (
    (await attempt(db, signed, write)) ??
    (await movedMeanwhile(db, id)) ??
    refuse(
      `In diesem Augenblick wurde die Prüfung „${catalogTitle}“ unterschrieben. Ihre Eingabe ist noch da, aber nicht gespeichert. Bitte sprechen Sie mit der Person, die unterschrieben hat: Sie kann ihre Unterschrift zurücknehmen.`,
    )
  )
}

/** Why a row did not come in any more, where it was not a signature: the check was moved, or the move undone. */
export async function movedMeanwhile(db: Context['db'], id: string): Promise<Refusal | undefined> {
  const now = await findAssessment(db, id)
  const there = now?.closed === 'undone' ? now.migratedFrom : now?.migratedTo
  return now?.closed
    ? refuse(
        `In diesem Augenblick ${now.closed === 'moved' ? 'wurde die Prüfung in eine neue Fassung des Katalogs überführt' : 'wurde die Überführung zurückgenommen'}. Ihre Eingabe ist noch da, aber nicht gespeichert. Bitte geben Sie sie dort ein, wo es weitergeht: ${there ? checkPath(there) : '„Prüfungen“'}.`,
      )
    : undefined
}

const insert = async (
  ctx: Context,
  assessment: Assessment,
  { controlId, topKey }: { controlId: string; topKey: string },
  { answer, level, target }: Given,
  { note, version = 0 }: GivenAnswer,
): Promise<{ note: string; version: number }[]> =>
  (
    await sql<{ note: string; version: number }>`
    insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, level, target, note,
                                 answered_by, answered_at)
    select ${assessment.organizationId}::uuid, ${assessment.id}::uuid, ${assessment.catalogId}::uuid, ${controlId}, ${topKey},
           latest.version + 1, ${answer}, ${level}::smallint, ${target}::smallint, coalesce(${note ?? null}::text, latest.note),
           ${ctx.actor.personId}::uuid, ${ctx.now.toString()}::timestamptz
      from (select coalesce(max(a.version), 0) as version,
                   coalesce((array_agg(a.note order by a.version desc))[1], '') as note
              from security.answer a where a.assessment_id = ${assessment.id}::uuid and a.control_id = ${controlId}) latest
     where latest.version = ${version}
    on conflict do nothing
    returning version, note`.execute(ctx.db)
  ).rows
