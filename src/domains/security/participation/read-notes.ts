import { recordRead } from '#foundation/audit/index.ts'
import type { Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from './access.ts'

/** For lists over several roads: an assessor who reads them leaves one note for each. */
export function notesOfReading(
  { actor, now }: Context,
  shown: readonly { organizationId: string; enrollmentId: string }[],
): Note[] {
  const read = new Map(
    shown
      .filter((one) => may.sideOf(actor, one) === 'assessor')
      .map(({ organizationId, enrollmentId }) => [enrollmentId, { organizationId, subjectId: enrollmentId }]),
  )
  return read.size > 0 ? [recordRead(now, 'participation.read', [...read.values()])] : []
}
