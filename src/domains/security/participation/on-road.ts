import { recordRead } from '#foundation/audit/index.ts'
import { type EnrollmentWithSteps, findEnrollment } from '#foundation/programmes/index.ts'
import { type Answer, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from './access.ts'
import { type Part, parts } from './side.ts'

/** The road, if whoever asks may see it and its programme has this part. */
export async function findRoadWith(ctx: Context, id: string, part: Part): Promise<EnrollmentWithSteps | undefined> {
  const road = await findEnrollment(ctx.db, id)
  const keys: readonly string[] = parts[part]
  return road?.steps.some(({ key }) => keys.includes(key)) ? road : undefined
}

/** Works on a road and notes, before the answer is sent, that an assessor reads what belongs to the municipality. */
export async function onRoad(
  ctx: Context,
  id: string,
  part: Part,
  work: (road: EnrollmentWithSteps) => Promise<Answer>,
): Promise<Answer> {
  const road = await findRoadWith(ctx, id, part)
  return road ? withNote(ctx, road, await work(road)) : notFound()
}

/** A redirect shows nothing; everything else does. */
export function withNote(ctx: Context, road: EnrollmentWithSteps, answer: Answer): Answer {
  if (answer.kind === 'redirect' || may.sideOf(ctx.actor, road) !== 'assessor') return answer
  const { organizationId, id } = road
  const note = recordRead(ctx.now, 'participation.read', { organizationId, subjectId: id })
  return { ...answer, notes: [...(answer.notes ?? []), note] }
}
