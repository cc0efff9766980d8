import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { findQuestion, isRunning, listAssessments } from '#domains/security/assessments/index.ts'
import type { Context } from '#platform/http/context.ts'

/** More open checks than anybody has. */
const most = 5

/** The question of this number in an open check of the municipality; null when none is named. */
export async function findControl(
  ctx: Context,
  organizationId: string,
  controlId: string | undefined,
): Promise<Outcome<{ assessmentId: string; id: string } | null>> {
  if (!controlId) return null
  const found = await listAssessments(ctx.db, { limit: 50, withoutClosed: true })
  const open = isRefusal(found)
    ? []
    : found.items.filter((one) => one.organizationId === organizationId && isRunning(one)).slice(0, most)
  for (const assessment of open) {
    const question = await findQuestion(ctx.db, assessment, controlId)
    if (question) return { assessmentId: assessment.id, id: question.id }
  }
  const message =
    open.length === 0
      ? 'Die Kommune hat zurzeit keine offene Prüfung. Bitte leer lassen.'
      : `In der offenen Prüfung der Kommune gibt es keine Frage „${controlId}“. Die Nummer steht dort über der Frage.`
  return refuse('Die Stichprobe ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [
    { path: 'controlId', message },
  ])
}
