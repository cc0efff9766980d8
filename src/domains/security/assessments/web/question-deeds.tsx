import type { Temporal } from 'temporal-polyfill'
import { isGiven } from '#kernel/scale.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { questionTextId } from '#ui/question/question.tsx'
import type { Answer } from '../assessment.ts'
import { assessmentRoutes, questionAnchor } from '../routes.ts'
import type { QuestionItemProps } from './question-item.tsx'

/** So long after saving, "Rückgängig" stands beside the answer; later the history does the same. */
const undoMinutes = 60

export const isFresh = (answer: Answer, readerId: string, now: Temporal.Instant): boolean =>
  answer.answeredBy === readerId &&
  !answer.unconfirmed &&
  now.since(answer.answeredAt, { largestUnit: 'minutes' }).minutes < undoMinutes

/** What can be done with an answer besides changing it: confirm what was carried over, take back what was just saved. */
export function QuestionDeeds({ assessmentId, question, readerId, now, back, closed }: QuestionItemProps) {
  const { answer } = question
  if (!answer || closed !== undefined) return null
  const anchor = questionAnchor(question.id)
  if (answer.unconfirmed)
    return (
      <Form
        action={assessmentRoutes.confirm.href({ id: assessmentId })}
        layout="row"
        label={`${question.title}: gilt weiter`}
      >
        <HiddenField name="frage" value={question.id} />
        <HiddenField name="zurueck" value={back} />
        <Button size="x-small" describedBy={questionTextId(anchor)}>
          Gilt weiter
        </Button>
        <span class="lw-small lw-muted">Übernommen. Zählt erst, wenn Sie es bestätigen oder ändern.</span>
      </Form>
    )
  if (!isFresh(answer, readerId, now) || (answer.version === 1 && !isGiven(answer))) return null
  return (
    <div data-undo>
      <Form
        action={assessmentRoutes.undo.href({ id: assessmentId, controlId: question.id })}
        layout="row"
        label={`${question.title}: rückgängig`}
      >
        <HiddenField name="version" value={String(answer.version)} />
        <HiddenField name="zurueck" value={back} />
        <Button size="x-small" describedBy={questionTextId(anchor)}>
          Rückgängig
        </Button>
      </Form>
    </div>
  )
}
