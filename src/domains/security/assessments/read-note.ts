import { recordRead } from '#foundation/audit/index.ts'
import type { Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from './access.ts'
import type { Assessment } from './assessment.ts'

/** An assessor who reads leaves a note before the page is sent; the municipality can see it. */
export const readNotes = ({ actor, now }: Context, assessment: Assessment): Note[] =>
  may.isVisitor(actor, assessment)
    ? [recordRead(now, 'assessment.read', { organizationId: assessment.organizationId, subjectId: assessment.id })]
    : []
