import { recordRead } from '#foundation/audit/index.ts'
import { type EnrollmentWithSteps, findEnrollment } from '#foundation/programmes/index.ts'
import { type Answer, notFound, type Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from './access.ts'

/** Works on a road and notes, before the answer is sent, that an assessor reads what belongs to the municipality. */
export async function onRoad(
  ctx: Context,
  id: string | undefined,
  work: (road: EnrollmentWithSteps) => Promise<Answer>,
): Promise<Answer> {
  const road = await findEnrollment(ctx.db, id ?? '')
  return road ? withNote(ctx, road, await work(road)) : notFound()
}

/** A redirect shows nothing; everything else does. */
export function withNote(ctx: Context, road: { id: string; organizationId: string }, answer: Answer): Answer {
  if (answer.kind === 'redirect') return answer
  const { organizationId, id: enrollmentId } = road
  return { ...answer, notes: [...(answer.notes ?? []), ...notesOf(ctx, [{ organizationId, enrollmentId }])] }
}

/** For lists over several roads: an assessor who reads them leaves one note for each. */
export function notesOf(
  { actor, now }: Context,
  shown: readonly { organizationId: string; enrollmentId: string }[],
): Note[] {
  const read = new Map(
    shown
      .filter((one) => may.readsAsAssessor(actor, one))
      .map(({ organizationId, enrollmentId }) => [enrollmentId, { organizationId, subjectId: enrollmentId }]),
  )
  return read.size > 0 ? [recordRead(now, 'package.read', [...read.values()])] : []
}
