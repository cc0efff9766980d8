import type { Temporal } from 'temporal-polyfill'
import { germanMoment, germanTime } from '#kernel/local-day.ts'
import { type Given, isAnswerValue } from '#kernel/scale.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { Form, HiddenField, TextArea } from '#ui/form/form.tsx'
import { type Answer, givenInWords, type Question } from '../assessment.ts'
import { assessmentRoutes, questionAnchor } from '../routes.ts'
import type { Typed } from './question-item.tsx'

interface Props {
  assessmentId: string
  question: Question
  theirs: Answer
  typed: Typed
  names: Map<string, string>
  now: Temporal.Instant
  back: string
}

/** Two people on one question: both sides, and three ways out. Nothing is decided before somebody clicks. */
export function AnswerConflict({ assessmentId, question, theirs, typed, names, now, back }: Props) {
  const action = assessmentRoutes.answer.href({ id: assessmentId, controlId: question.id })
  const other = names.get(theirs.answeredBy) ?? 'Jemand anderes'
  const said = givenIn(typed)
  const mine = said ? givenInWords(said) : 'Noch keine Auswahl'
  const version = <HiddenField name="version" value={String(theirs.version)} />
  const both = [typed.note, theirs.note].filter(Boolean).join('\n')
  return (
    <div id={questionAnchor(question.id)}>
      <Conflict
        level={2}
        title={`${other} hat diese Frage inzwischen auch beantwortet`}
        intro="Nichts ist verloren: Beide Fassungen stehen hier. Wählen Sie, welche gilt."
        sides={[
          {
            heading: 'Ihre Fassung',
            when: germanTime(now),
            children: <Words answer={mine} note={typed.note ?? ''} />,
            action: (
              <Form action={action} layout="row">
                {version}
                <HiddenField name="zurueck" value={back} />
                <GivenFields given={said} />
                {typed.note !== undefined && <HiddenField name="note" value={typed.note} />}
                <Button size="x-small">Meine behalten</Button>
              </Form>
            ),
          },
          {
            heading: other,
            when: germanMoment(theirs.answeredAt, now),
            children: <Words answer={givenInWords(theirs)} note={theirs.note} />,
            action: (
              <ButtonLink href={`${back}#${questionAnchor(question.id)}`} variant="primary" size="x-small">
                Diese übernehmen
              </ButtonLink>
            ),
          },
        ]}
      >
        <details class="lw-why">
          <summary>Beide Notizen zusammenführen</summary>
          <Form action={action}>
            {version}
            <HiddenField name="zurueck" value={back} />
            <GivenFields given={said ?? theirs} />
            <TextArea
              name="note"
              id={`${questionAnchor(question.id)}-notiz`}
              label={`Notiz zur Antwort „${said ? mine : givenInWords(theirs)}“`}
              value={both}
              rows={4}
              plain
            />
            <Button size="x-small">Zusammengeführt speichern</Button>
          </Form>
        </details>
      </Conflict>
    </div>
  )
}

/** What the form said, as far as it said anything. */
function givenIn({ answer, level, target }: Typed): Given | undefined {
  if (isAnswerValue(answer)) return { answer, level: null, target: null }
  return level && target ? { answer: null, level: Number(level), target: Number(target) } : undefined
}

const GivenFields = ({ given }: { given: Given | undefined }) =>
  given && given.level !== null ? (
    <>
      <HiddenField name="level" value={String(given.level)} />
      <HiddenField name="target" value={String(given.target)} />
    </>
  ) : (
    <HiddenField name="answer" value={given?.answer ?? ''} />
  )

const Words = ({ answer, note }: { answer: string; note: string }) => (
  <p>
    {answer}.{note !== '' && ` „${note}“`}
  </p>
)
