import { z } from 'zod'
import { type Answer, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { idSchema } from '#platform/http/parse.ts'
import type { Assessment, Question } from './assessment.ts'
import { controlIdSchema } from './schemas.ts'
import { findAssessment, findQuestion } from './queries.ts'
import { readNotes } from './read-note.ts'

export const readers =
  'Own chief executive, security officer, IT staff, data protection officer; the assessor while assigned'
export const one = z.object({ id: idSchema })
export const oneAnswer = one.extend({ controlId: controlIdSchema })

export const noSuchAssessment = 'Diese Prüfung gibt es nicht, oder sie gehört einer anderen Organisation.'
export const noSuchControl = 'Diese Frage gibt es in dieser Prüfung nicht.'

/** Finds through what the actor may see, and leaves a visitor's note with whatever is answered. */
export async function onAssessment(
  ctx: Context,
  id: string,
  work: (assessment: Assessment) => Promise<Answer>,
): Promise<Answer> {
  const assessment = await findAssessment(ctx.db, id)
  if (!assessment) return notFound(noSuchAssessment)
  const answer = await work(assessment)
  return { ...answer, notes: [...(answer.notes ?? []), ...readNotes(ctx, assessment)] }
}

/** The same for one question of it. */
export const onQuestion = (
  ctx: Context,
  { id, controlId }: { id: string; controlId: string },
  work: (assessment: Assessment, question: Question) => Promise<Answer>,
): Promise<Answer> =>
  onAssessment(ctx, id, async (assessment) => {
    const question = await findQuestion(ctx.db, assessment, controlId)
    return question ? work(assessment, question) : notFound(noSuchControl)
  })
