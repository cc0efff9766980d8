import { recordRead } from '#foundation/audit/index.ts'
import type { Answer, Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Measure } from './measure.ts'

/** That somebody from outside reads what stands in measures; the organization sees it. */
export function notesOfReading({ actor, now }: Context, measures: readonly Measure[]): Note[] {
  const read = measures
    .filter(({ detail, organizationId }) => detail !== null && organizationId !== actor.actingFor?.id)
    .map(({ organizationId, id }) => ({ organizationId, subjectId: id }))
  return read.length > 0 ? [recordRead(now, 'measure.read', read)] : []
}

/** A redirect shows nothing; everything else does. */
export const withNote = (ctx: Context, measure: Measure, answer: Answer): Answer =>
  answer.kind === 'redirect'
    ? answer
    : { ...answer, notes: [...(answer.notes ?? []), ...notesOfReading(ctx, [measure])] }
