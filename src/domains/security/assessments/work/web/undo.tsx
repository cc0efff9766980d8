import { isRefusal } from '#kernel/outcome.ts'
import { type Answer as HttpAnswer, forbidden, notFound, redirect, unprocessable } from '#platform/http/answer.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { may } from '../../access.ts'
import { onAssessment, onQuestion } from '../../on-check.ts'
import { assessmentRoutes, questionAnchor, questionsHref } from '../../routes.ts'
import { ownPath, questionPage } from '../../web/question.tsx'
import { restoreAnswer } from '../restore-answer.ts'
import { restorationIn, undoIn } from '../schemas.ts'
import { undoAnswers } from '../undo-answers.ts'

const asked = ({ id = '', controlId = '' }: Record<string, string>) => ({ id, controlId })
const notUndone = 'Rückgängig gemacht ist noch nichts'

/** Back to what was before: the last answer, many at once, or an earlier version out of the history. */
export const undoPages: PageRoute[] = [
  submit(assessmentRoutes.undo, (ctx, { params, form }) =>
    onQuestion(ctx, asked(params), async (assessment, question) => {
      const allowed = may.answer(ctx.actor, assessment, question.topKey)
      if (isRefusal(allowed)) return forbidden(allowed)
      const wanted = parse(undoIn, { controlId: question.id, version: form['version'] }, notUndone)
      if (isRefusal(wanted)) return questionPage(ctx, { assessment, question }, { refusal: wanted })
      const undone = await undoAnswers(ctx, assessment, { controlId: question.id, version: wanted.version ?? 0 })
      const back = ownPath(form['zurueck'], assessment, question)
      if (isRefusal(undone)) return questionPage(ctx, { assessment, question }, { refusal: undone, back })
      return redirect(`${back}#${questionAnchor(question.id)}`, 'Die Frage steht wieder so da wie vorher.')
    }),
  ),
  submit(assessmentRoutes.restore, (ctx, { params, form }) =>
    onQuestion(ctx, asked(params), async (assessment, question) => {
      const allowed = may.answer(ctx.actor, assessment, question.topKey)
      if (isRefusal(allowed)) return forbidden(allowed)
      const found = { assessment, question }
      const wanted = parse(
        restorationIn,
        { from: form['from'], version: form['version'] },
        'Wiederhergestellt ist nichts',
      )
      if (isRefusal(wanted)) return questionPage(ctx, found, { refusal: wanted })
      const outcome = await restoreAnswer(ctx, assessment, question, wanted)
      if (isRefusal(outcome)) return questionPage(ctx, found, { refusal: outcome })
      if ('refusal' in outcome) return questionPage(ctx, found, { refusal: outcome.refusal })
      const back = ownPath(form['zurueck'], assessment, question)
      if ('saved' in outcome) return redirect(`${back}#verlauf`, 'Die frühere Fassung gilt wieder, als neue Fassung.')
      return questionPage(ctx, found, {
        refusal: {
          refused:
            'Wiederhergestellt ist nichts: Inzwischen hat jemand die Frage beantwortet. Der Verlauf zeigt, was jetzt gilt.',
        },
      })
    }),
  ),
  submit(assessmentRoutes.undoMany, (ctx, { params, form }) =>
    onAssessment(ctx, params['id'] ?? '', async (assessment): Promise<HttpAnswer> => {
      const allowed = may.answer(ctx.actor, assessment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const wanted = parse(undoIn, { answeredAt: form['am'] }, notUndone)
      if (isRefusal(wanted)) return unprocessable(wanted)
      if (wanted.answeredAt === undefined) return notFound()
      const undone = await undoAnswers(ctx, assessment, { answeredAt: wanted.answeredAt })
      if (isRefusal(undone)) return unprocessable(undone)
      return redirect(
        ownList(form['zurueck'], assessment.id),
        undone.length === 1
          ? '1 Frage steht wieder so da wie vorher.'
          : `${undone.length} Fragen stehen wieder so da wie vorher.`,
      )
    }),
  ),
]

/** Only back to a list of questions of this very check. */
export function ownList(path: string | undefined, id: string): string {
  const own = assessmentRoutes.questions.href({ id })
  return path?.startsWith(`${own}?`) ? (path.split('#')[0] ?? own) : questionsHref(id, { auswahl: 'alle' })
}
