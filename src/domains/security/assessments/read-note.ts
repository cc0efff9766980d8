import { recordRead } from '#foundation/audit/index.ts'
import type { Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from './access.ts'
import type { Assessment } from './assessment.ts'

/** An assessor who reads leaves a note before the page is sent; the municipality can see it. */
export function readNotes({ actor, now }: Context, ...shown: Assessment[]): Note[] {
  const foreign = shown.filter((assessment) => may.isVisitor(actor, assessment))
  const entries = foreign.map(({ id, organizationId }) => ({ organizationId, subjectId: id }))
  return entries.length > 0 ? [recordRead(now, 'assessment.read', entries)] : []
}
