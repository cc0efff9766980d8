import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { questionTextId } from '#ui/question/question.tsx'
import { type Assessment, given, type Question } from '../../assessment.ts'
import { assessmentRoutes, questionAnchor } from '../../routes.ts'
import { untilSignedOff } from '../../sign-off/frozen.ts'
import { may } from '../access.ts'
import { judgedAs, type Standing } from '../review.ts'
import { reviewAnchor, reviewRoutes } from '../routes.ts'
import { JudgedTag } from './judged-tag.tsx'

/** What the list of questions shows of the review: how each question stands, and for the assessor the quick way to a verdict. */
export interface ListReview {
  standings: ReadonlyMap<string, Standing>
  mayReview: Outcome<true>
}

export function listReview({ actor }: Context, assessment: Assessment, standings: readonly Standing[]): ListReview {
  const allowed = may.review(actor, assessment)
  return {
    standings: new Map(standings.map((standing) => [standing.controlId, standing])),
    mayReview: isRefusal(allowed) ? allowed : untilSignedOff(assessment),
  }
}

interface Props {
  review: ListReview
  assessmentId: string
  question: Question
  back: string
}

/** Below the answer: the verdict, and one click for the usual case. */
export function ReviewInList({ review, assessmentId, question, back }: Props) {
  const standing = review.standings.get(question.id)
  const address = assessmentRoutes.question.href({ id: assessmentId, controlId: question.id })
  const describedBy = questionTextId(questionAnchor(question.id))
  if (isRefusal(review.mayReview))
    return standing ? (
      <p class="lw-row">
        <JudgedTag standing={standing} />
        <a class="lw-link lw-small" href={`${address}#${reviewAnchor}`}>
          Zur Vor-Ort-Prüfung
        </a>
      </p>
    ) : null
  return (
    <div class="lw-row">
      {standing ? <JudgedTag standing={standing} /> : <span class="lw-small lw-muted">vor Ort noch offen</span>}
      {given(question.answer) && judgedAs(standing) !== 'confirmed' && (
        <Form action={reviewRoutes.verdict.href({ id: assessmentId, controlId: question.id })} layout="row">
          <HiddenField name="answerVersion" value={String(question.answer?.version ?? '')} />
          <HiddenField name="zurueck" value={back} />
          <Button size="x-small" name="verdict" value="confirmed" describedBy={describedBy}>
            Bestätigen
          </Button>
        </Form>
      )}
      <ButtonLink href={`${address}#${reviewAnchor}`} size="x-small">
        {standing?.verdict === 'disputed' ? 'Zum Einwand' : 'Einwand oder Hinweis'}
      </ButtonLink>
    </div>
  )
}
