import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'

/** Nobody answers, judges or signs from here to the end of the transaction; what comes back is the state of this moment. */
export async function holdStill({ db }: Context, assessment: Assessment): Promise<Assessment> {
  const { rows } = await sql<Pick<Assessment, 'inReviewAt' | 'signedOffAt' | 'closed'>>`
    select in_review_at as "inReviewAt", signed_off_at as "signedOffAt", closed_why as closed from security.hold_still(${assessment.id}::uuid)`.execute(
    db,
  )
  const [state] = rows
  if (!state) throw new Error('only those who may sign hold a check still')
  return { ...assessment, ...state }
}
