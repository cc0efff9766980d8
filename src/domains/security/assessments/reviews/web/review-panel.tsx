import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { germanMoment } from '#kernel/local-day.ts'
import type { Context } from '#platform/http/context.ts'
import { Button } from '#ui/button/button.tsx'
import { Choice, errorAt, Form, HiddenField, TextArea } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Thread, type ThreadEntry } from '#ui/thread/thread.tsx'
import type { Assessment, Question } from '../../assessment.ts'
import { untilSignedOff } from '../../sign-off/frozen.ts'
import { may } from '../access.ts'
import { type Discussion, type Side, standingOf } from '../review.ts'
import { reviewAnchor, reviewRoutes } from '../routes.ts'
import { JudgedTag, VerdictTag } from './judged-tag.tsx'

/** A verdict or remark that was refused, and what was typed. */
export interface ReviewState {
  refusal: Refusal
  status: 409 | 422
  typed: Record<string, string>
}

interface Props {
  ctx: Context
  assessment: Assessment
  question: Question
  discussion: Discussion
  names: Map<string, string>
  state: ReviewState | undefined
}

export const peopleIn = ({ history, remarks }: Discussion): string[] => [
  ...history.map(({ reviewedBy }) => reviewedBy),
  ...remarks.map(({ writtenBy }) => writtenBy),
]

/** What the assessor says about this answer, and what both sides say to it. */
export function ReviewPanel(props: Props) {
  const { ctx, assessment, question, discussion } = props
  const standing = standingOf(question, discussion)
  const isSilent = discussion.history.length + discussion.remarks.length === 0
  const mayReview = !isRefusal(may.review(ctx.actor, assessment))
  if (isSilent && !mayReview) return null
  const side = may.remark(ctx.actor, assessment, question.topKey)
  const closed = untilSignedOff(assessment)
  return (
    <Panel id={reviewAnchor} title="Vor-Ort-Prüfung">
      <div class="lw-stack">
        <p class="lw-row">
          {standing ? <JudgedTag standing={standing} /> : <span class="lw-muted">Noch nicht beurteilt.</span>}
          {standing?.verdict === 'disputed' && (
            <span class="lw-small lw-muted">Ein Einwand bleibt stehen, bis das Prüfhaus die Antwort bestätigt.</span>
          )}
        </p>
        {!isSilent && <Thread label="Was beide Seiten dazu sagen" entries={entriesOf(props)} />}
        {isRefusal(closed) ? (
          <p class="lw-small lw-muted">{closed.refused}</p>
        ) : (
          <>
            {mayReview && <VerdictForm {...props} />}
            {!isSilent && !isRefusal(side) && <RemarkForm {...props} side={side} />}
          </>
        )}
      </div>
    </Panel>
  )
}

const sideNames: Record<Side, string> = { organization: 'Kommune', assessor: 'Prüfhaus' }

function entriesOf({ ctx, discussion, names }: Props): ThreadEntry[] {
  const nameOf = (id: string, side: Side): string =>
    `${id === ctx.actor.personId ? 'Sie' : (names.get(id) ?? 'Ehemalige Person')}, ${sideNames[side]}`
  const verdicts = discussion.history.map(({ reviewedBy, reviewedAt, verdict, remark }) => ({
    at: reviewedAt,
    entry: { who: nameOf(reviewedBy, 'assessor'), mark: <VerdictTag verdict={verdict} />, text: remark },
  }))
  const remarks = discussion.remarks.map(({ writtenBy, writtenAt, side, text }) => ({
    at: writtenAt,
    entry: { who: nameOf(writtenBy, side), text },
  }))
  return [...verdicts.toReversed(), ...remarks]
    .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .map(({ at, entry }) => ({ ...entry, when: germanMoment(at, ctx.now) }))
}

function VerdictForm({ assessment, question, state }: Props) {
  const errors = state?.refusal.errors
  const verdict = state?.typed['verdict']
  return (
    <Form action={reviewRoutes.verdict.href({ id: assessment.id, controlId: question.id })} label="Urteil">
      <HiddenField name="answerVersion" value={String(question.answer?.version ?? '')} />
      <Choice
        name="verdict"
        legend="Ihr Urteil"
        value={verdict}
        options={[
          { value: 'confirmed', label: 'Bestätigt' },
          { value: 'disputed', label: 'Strittig' },
          { value: 'comment', label: 'Hinweis' },
        ]}
        error={errorAt(errors, 'verdict')}
      />
      <TextArea
        name="remark"
        label="Begründung oder Hinweis (liest auch die Kommune)"
        value={state?.typed['remark']}
        error={errorAt(errors, 'remark')}
        rows={3}
        plain
      />
      <p>
        <Button size="x-small">Urteil speichern</Button>
      </p>
    </Form>
  )
}

const RemarkForm = ({ assessment, question, state, side }: Props & { side: Side }) => (
  <Form action={reviewRoutes.remark.href({ id: assessment.id, controlId: question.id })} label="Beitrag">
    <TextArea
      name="text"
      label={side === 'organization' ? 'Dem Prüfhaus antworten' : 'Der Kommune schreiben'}
      value={state?.typed['text']}
      error={errorAt(state?.refusal.errors, 'text')}
      rows={3}
      plain
    />
    <p>
      <Button size="x-small">Beitrag abschicken</Button>
    </p>
  </Form>
)
