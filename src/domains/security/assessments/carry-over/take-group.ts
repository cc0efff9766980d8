import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { whileOpen } from '../access.ts'
import type { Assessment } from '../assessment.ts'
import { whoSignsWaits } from '../give-answer.ts'
import type { Many } from '../work/answer-many.ts'
import { carriedNote } from './carried-note.ts'
import { linkSources, type Sourced, voicesBehind } from './link-sources.ts'
import { loadProposals, type ProposedQuestion } from './load-proposals.ts'

/** What may be taken together: an answer is proposed, nobody has declined it, and nothing is there, not even unconfirmed. */
export const isTakenTogether = ({ answer, question }: ProposedQuestion): boolean =>
  answer !== null && !question.isDeclined && !question.unconfirmed

/**
 * Takes every proposed answer of a list at once. Nobody has looked at each of them, so they are unconfirmed: none counts before somebody
 * says that it holds. Whoever answers one of them at the same moment keeps the own answer.
 */
export async function takeGroup(ctx: Context, assessment: Assessment, topKey: string): Promise<Outcome<Many>> {
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const proposals = (await loadProposals(ctx.db, assessment)).open.filter(
    (proposal) => proposal.question.topKey === topKey && isTakenTogether(proposal),
  )
  const wanted = proposals.map(({ question, voices, answer }) => {
    const behind = voicesBehind(voices, answer ?? '')
    return { question, voices: behind, answer, note: carriedNote(behind), version: (question.version ?? 0) + 1 }
  })
  const written = await whoSignsWaits(ctx, assessment, () => append(ctx, assessment, wanted))
  if (isRefusal(written)) return written
  const taken = wanted.filter(({ question }) => written.includes(question.id))
  if (taken.length === 0)
    return refuse('Geändert ist nichts: In dieser Liste ist keine Antwort mehr vorgeschlagen, die noch fehlt.')
  await linkSources(
    ctx,
    assessment,
    taken.map(({ question, voices, version }): Sourced => {
      return { controlId: question.id, topKey: question.topKey, version, voices }
    }),
  )
  await record(ctx, 'answers.carriedOver', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { count: taken.length },
  })
  return { controlIds: taken.map(({ question }) => question.id), answeredAt: ctx.now }
}

type Wanted = Pick<ProposedQuestion, 'question' | 'answer'> & { note: string; version: number }

async function append(
  { db, actor, now }: Context,
  assessment: Assessment,
  wanted: readonly Wanted[],
): Promise<string[]> {
  const rows = wanted.map(({ question, answer, note, version }) => ({
    control_id: question.id,
    top_key: question.topKey,
    version,
    answer,
    note,
  }))
  const { rows: written } = await sql<{ control_id: string }>`
    insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, note, unconfirmed,
                                 answered_by, answered_at)
    select ${assessment.organizationId}::uuid, ${assessment.id}::uuid, ${assessment.catalogId}::uuid, r.control_id, r.top_key, r.version,
           r.answer, r.note, true, ${actor.personId}::uuid, ${now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(control_id text, top_key text, version integer, answer text, note text)
    on conflict do nothing
    returning control_id`.execute(db)
  return written.map(({ control_id }) => control_id)
}
