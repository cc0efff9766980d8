import { sql } from 'kysely'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { whileOpen } from '../access.ts'
import type { Assessment, Question } from '../assessment.ts'
import { whoSignsWaits } from '../give-answer.ts'

type Declined = Pick<Question, 'id' | 'topKey'>

/** Nothing is proposed for this question any more, until somebody takes that back. Done twice it is done once. */
export async function declineProposal(
  ctx: Context,
  assessment: Assessment,
  { id, topKey }: Declined,
): Promise<Outcome<true>> {
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const written = await whoSignsWaits(ctx, assessment, () =>
    sql`
      insert into security.declined_proposal (organization_id, assessment_id, catalog_id, control_id, top_key, declined_by, declined_at)
      values (${assessment.organizationId}::uuid, ${assessment.id}::uuid, ${assessment.catalogId}::uuid, ${id}, ${topKey},
              ${ctx.actor.personId}::uuid, ${ctx.now.toString()}::timestamptz)
      on conflict do nothing
      returning control_id`.execute(ctx.db),
  )
  if (isRefusal(written)) return written
  if (written.rows.length > 0) await note(ctx, assessment, 'proposal.declined', id)
  return true
}

/** It is proposed again. */
export async function resumeProposal(ctx: Context, assessment: Assessment, { id }: Declined): Promise<Outcome<true>> {
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const { rows } = await sql`
    delete from security.declined_proposal where assessment_id = ${assessment.id}::uuid and control_id = ${id}
    returning control_id`.execute(ctx.db)
  if (rows.length > 0) await note(ctx, assessment, 'proposal.resumed', id)
  return true
}

const note = (
  ctx: Context,
  { id, organizationId }: Assessment,
  event: 'proposal.declined' | 'proposal.resumed',
  controlId: string,
): Promise<void> => record(ctx, event, { organizationId, subjectId: id, data: { controlId } })
