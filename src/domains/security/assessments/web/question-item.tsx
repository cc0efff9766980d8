import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { type Refusal } from '#kernel/outcome.ts'
import { answerValues } from '#kernel/scale.ts'
import { Badge } from '#ui/badge/badge.tsx'
import { Button } from '#ui/button/button.tsx'
import { Choice, errorAt, fieldId, Form, HiddenField, TextArea } from '#ui/form/form.tsx'
import { Note } from '#ui/note/note.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Question as QuestionFrame, questionTextId } from '#ui/question/question.tsx'
import { Saved } from '#ui/saved/saved.tsx'
import { type Answer, type Question, answerNames, effortInWords, urgency } from '../assessment.ts'
import { assessmentRoutes, questionAnchor } from '../routes.ts'

export interface Typed {
  answer?: string | undefined
  note?: string | undefined
}

export interface QuestionItemProps {
  assessmentId: string
  question: Question
  number: number | string
  names: Map<string, string>
  readerId: string
  now: Temporal.Instant
  /** The reason why this person may not answer; then the choice is shown but closed. */
  closed?: string | undefined
  /** Opened: with its note field, tinted. */
  current?: boolean | undefined
  /** On its own page, where its history stands below. */
  alone?: boolean | undefined
  /** Where "Hilfe" and "Notiz ändern" lead: this list with the question opened. */
  openHref: string
  /** Where the form leads back to: path and query of this page. */
  back: string
  /** What was typed and refused. */
  typed?: Typed | undefined
  refusal?: Refusal | undefined
  level?: 2 | 3 | undefined
}

const options = answerValues.map((value) => ({ value, label: answerNames[value] }))

/** One question with its answer: a form of its own, saved as one goes, with or without a script. */
export function QuestionItem(props: QuestionItemProps) {
  const { assessmentId, question, number, current, alone, openHref, closed, level } = props
  const anchor = questionAnchor(question.id)
  return (
    <QuestionFrame
      id={anchor}
      number={number}
      text={question.title}
      current={current}
      level={level}
      meta={<Marks {...props} />}
    >
      {question.statement !== '' && question.statement !== question.title && <Prose text={question.statement} />}
      {closed === undefined ? (
        <AnswerForm {...props} anchor={anchor} />
      ) : (
        <Choice
          name={`answer-${question.id}`}
          id={fieldId(`${anchor}-answer`)}
          options={options}
          value={question.answer?.answer ?? undefined}
          labelledBy={questionTextId(anchor)}
          readOnly
        />
      )}
      {!current && question.answer && question.answer.note !== '' && (
        <Note text={question.answer.note}>
          {closed === undefined && (
            <a class="lw-link" href={openHref}>
              Notiz ändern
            </a>
          )}
        </Note>
      )}
      {current && !alone && (
        <p class="lw-row lw-small">
          <a class="lw-link" href={assessmentRoutes.question.href({ id: assessmentId, controlId: question.id })}>
            Verlauf und alle Angaben
          </a>
        </p>
      )}
    </QuestionFrame>
  )
}

function Marks({ question, openHref, number }: QuestionItemProps) {
  const effort = effortInWords(question.effortMin, question.effortMax)
  const first = urgency(question)
  return (
    <>
      {first === 'mandatory' && (
        <Badge kind="warning" icon="warning">
          Zwingend
        </Badge>
      )}
      {first === 'quickWin' && (
        <Badge kind="success" icon="check">
          Schnellstarter
        </Badge>
      )}
      {effort !== null && first !== 'mandatory' && <span class="lw-small lw-muted">Aufwand: {effort}</span>}
      <a class="lw-link lw-small" href={openHref}>
        Hilfe zu Frage {number}
      </a>
    </>
  )
}

const chosen = ({ typed, question }: QuestionItemProps): string | undefined =>
  typed?.answer ?? question.answer?.answer ?? undefined

function AnswerForm(props: QuestionItemProps & { anchor: string }) {
  const { assessmentId, question, current, typed, refusal, back, anchor, names, readerId, now } = props
  const { answer } = question
  const noteOpen = current || typed?.note !== undefined
  return (
    <Form
      action={assessmentRoutes.answer.href({ id: assessmentId, controlId: question.id })}
      id={`${anchor}-formular`}
      island="answer"
    >
      <HiddenField name="version" value={answer ? String(answer.version) : ''} />
      <HiddenField name="zurueck" value={back} />
      {/* Without a name it is never sent: it tells the island in whose name something unsaved may be restored. */}
      <input type="hidden" data-reader={readerId} />
      <div class="lw-row">
        <Choice
          name="answer"
          id={fieldId(`${anchor}-answer`)}
          options={options}
          value={chosen(props)}
          labelledBy={questionTextId(anchor)}
          error={errorAt(refusal?.errors, 'answer')}
        />
        {answer ? (
          <Saved state="saved" text={savedWords(answer, names, readerId, now)} id={`${anchor}-stand`} />
        ) : (
          <Saved state="open" text="noch offen" id={`${anchor}-stand`} />
        )}
      </div>
      {noteOpen && (
        <TextArea
          name="note"
          id={fieldId(`${anchor}-note`)}
          label="Notiz (nur für Ihre Organisation und das Prüfhaus)"
          value={typed?.note ?? answer?.note ?? ''}
          error={errorAt(refusal?.errors, 'note')}
          rows={3}
          plain
        />
      )}
      <Button size="x-small" describedBy={questionTextId(anchor)}>
        Antwort speichern
      </Button>
    </Form>
  )
}

/** "Gespeichert 10:42 Uhr, Sie" */
export function savedWords(
  answer: Answer,
  names: Map<string, string>,
  readerId: string,
  now: Temporal.Instant,
): string {
  const who = answer.answeredBy === readerId ? 'Sie' : (names.get(answer.answeredBy) ?? 'Kollegin oder Kollege')
  return `Gespeichert ${germanMoment(answer.answeredAt, now)}, ${who}`
}
