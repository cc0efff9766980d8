import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment, Question } from '../assessment.ts'
import { type AnswerOutcome, giveAnswer } from '../give-answer.ts'
import { listVersions } from '../queries.ts'

/** Brings an earlier version back as a further one: nothing is overwritten, and who changed it meanwhile is shown both sides. */
export async function restoreAnswer(
  ctx: Context,
  assessment: Assessment,
  question: Pick<Question, 'id' | 'title' | 'topKey'>,
  { from, version }: { from: number; version: number },
): Promise<Outcome<AnswerOutcome>> {
  const [earlier] = await listVersions(ctx.db, assessment.id, question.id, 1, from + 1)
  if (earlier?.version !== from) return refuse('Diese Fassung gibt es nicht. Bitte sehen Sie im Verlauf nach.')
  const { answer, level, target, note } = earlier
  const given = level === null || target === null ? { answer } : { level, target }
  return giveAnswer(ctx, assessment, question, { ...given, note, version })
}
