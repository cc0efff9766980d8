import { sql } from 'kysely'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { attempt } from '#platform/db/attempt.ts'
import type { Context } from '#platform/http/context.ts'
import { type Answer, type Assessment, given, type Question } from '../assessment.ts'
import { movedMeanwhile, signed } from '../give-answer.ts'
import { findAnswer } from '../queries.ts'
import { untilSignedOff } from '../sign-off/frozen.ts'
import { findStanding } from './queries.ts'
import type { Standing, Verdict } from './review.ts'
import { tellOfDispute } from './tell-sides.ts'

export interface GivenVerdict {
  verdict: Verdict
  remark?: string | undefined
  /** The version of the answer the assessor has seen, null for none; left out: the one that counts. */
  answerVersion?: number | null | undefined
}

export type VerdictOutcome =
  | { saved: Standing }
  /** The municipality has answered anew meanwhile; nothing is written. */
  | { answeredAnew: Answer | null }

/** Appends a verdict to the versions; it is about the version of the answer that the assessor saw. */
export async function giveVerdict(
  ctx: Context,
  assessment: Assessment,
  question: Question,
  { verdict, remark = '', answerVersion }: GivenVerdict,
): Promise<Outcome<VerdictOutcome>> {
  const open = untilSignedOff(assessment)
  if (isRefusal(open)) return open
  const before = await findStanding(ctx.db, assessment.id, question.id)
  const wrong = hindrance(verdict, remark, question, before)
  if (wrong) return wrong
  const now = question.answer?.version ?? null
  if (answerVersion !== undefined && answerVersion !== now) return { answeredAnew: question.answer }
  if (before && isRepeat(ctx, before, verdict, remark)) return { saved: before }
  const rows = await attempt(ctx.db, signed, () => insert(ctx, assessment, question, { verdict, remark, now }))
  if (rows === null)
    return (
      (await movedMeanwhile(ctx.db, assessment.id)) ??
      refuse(
        'Für das Prüfhaus ist die Prüfung schon unterschrieben, und das Urteil gehört zu dem, was unterschrieben ist. Gespeichert wurde nichts. Wer unterschrieben hat, kann die Unterschrift auf der Seite „Abnahme“ zurücknehmen.',
      )
    )
  const [version] = rows
  if (version === undefined) return { answeredAnew: (await findAnswer(ctx.db, assessment.id, question.id)) ?? null }
  await record(ctx, 'answer.reviewed', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { controlId: question.id, version, verdict },
  })
  if (verdict === 'disputed') await tellOfDispute(ctx, { assessment, question }, question.answer)
  return {
    saved: {
      controlId: question.id,
      topKey: question.topKey,
      version,
      verdict,
      remark,
      answerVersion: now,
      reviewedBy: ctx.actor.personId,
      reviewedAt: ctx.now,
      changedSince: false,
    },
  }
}

function hindrance(
  verdict: Verdict,
  remark: string,
  { answer }: Question,
  before: Standing | undefined,
): Refusal | undefined {
  if (verdict === 'confirmed' && !given(answer))
    return refuse(
      answer?.unconfirmed
        ? 'Diese Antwort ist nur übernommen, und die Kommune hat noch nicht gesagt, dass sie weiter gilt. Bestätigen lässt sie sich danach.'
        : 'Diese Frage ist noch nicht beantwortet. Bestätigen lässt sich erst eine Antwort.',
      [{ path: 'verdict', message: 'Möglich sind Strittig und Hinweis.' }],
    )
  if (verdict === 'comment' && before?.verdict === 'disputed')
    return refuse(
      'Ihr Einwand steht noch: Er bleibt sichtbar, bis die Antwort bestätigt ist. Gespeichert wurde nichts.',
      [{ path: 'verdict', message: 'Bitte bestätigen, den Einwand erneuern oder unten dazu schreiben.' }],
    )
  if (verdict !== 'confirmed' && remark === '')
    return refuse('Das Urteil ist noch nicht gespeichert. Bitte sagen Sie, worum es geht.', [
      {
        path: 'remark',
        message: verdict === 'disputed' ? 'Was sehen Sie anders, und woran?' : 'Was möchten Sie der Kommune sagen?',
      },
    ])
  return undefined
}

/** A second click, or a form sent again after a lost connection. */
const isRepeat = ({ actor }: Context, before: Standing, verdict: Verdict, remark: string): boolean =>
  before.reviewedBy === actor.personId && before.verdict === verdict && before.remark === remark && !before.changedSince

interface Judgement {
  verdict: Verdict
  remark: string
  /** The version of the answer it is about. */
  now: number | null
}

/** No row: the answer changed in this moment. Two verdicts at once get two versions. */
async function insert(
  ctx: Context,
  assessment: Assessment,
  { id, topKey }: Question,
  { verdict, remark, now }: Judgement,
): Promise<number[]> {
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await sql<{ version: number | null; fits: boolean }>`
      with there as (
        select (select max(a.version) from security.answer a where a.assessment_id = ${assessment.id}::uuid and a.control_id = ${id})
                 is not distinct from ${now}::integer as fits),
      written as (
        insert into security.review (organization_id, assessment_id, catalog_id, control_id, top_key, version, verdict, remark, answer_version,
                                     reviewed_by, reviewed_at)
        select ${assessment.organizationId}::uuid, ${assessment.id}::uuid, ${assessment.catalogId}::uuid, ${id}, ${topKey},
               (select coalesce(max(r.version), 0) + 1 from security.review r
                 where r.assessment_id = ${assessment.id}::uuid and r.control_id = ${id}),
               ${verdict}, ${remark}, ${now}::integer, ${ctx.actor.personId}::uuid, ${ctx.now.toString()}::timestamptz
          from there where there.fits
        on conflict do nothing
        returning version)
      select (select version from written) as version, fits from there`.execute(ctx.db)
    const [row] = rows
    if (!row?.fits) return []
    if (row.version !== null) return [row.version]
  }
  throw new Error('a verdict was overtaken twenty times')
}
