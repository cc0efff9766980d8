import type { Temporal } from 'temporal-polyfill'
import { type Refusal } from '#kernel/outcome.ts'
import { answerValues, type Scale } from '#kernel/scale.ts'
import { Badge } from '#ui/badge/badge.tsx'
import { Button } from '#ui/button/button.tsx'
import { Choice, errorAt, fieldId, Form, HiddenField, TextArea } from '#ui/form/form.tsx'
import { Note } from '#ui/note/note.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Question as QuestionFrame, questionTextId } from '#ui/question/question.tsx'
import { Saved } from '#ui/saved/saved.tsx'
import { type Question, answerNames, effortInWords, givenInWords, urgency } from '../assessment.ts'
import { type ListReview, ReviewInList } from '../reviews/web/review-in-list.tsx'
import { assessmentRoutes, questionAnchor } from '../routes.ts'
import { LevelForm } from './level-form.tsx'
import { QuestionDeeds } from './question-deeds.tsx'
import { standInWords } from './stand.ts'
import { UnsavedInput } from './unsaved-input.tsx'

export interface Typed {
  answer?: string | undefined
  note?: string | undefined
  level?: string | undefined
  target?: string | undefined
}

/** How many of them there are; shown where the question is in a list. */
export interface Sides {
  evidence: number
  comments: number
}

export interface QuestionItemProps {
  assessmentId: string
  scale: Scale
  sides?: Sides | undefined
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
  /** How it stands on site, in a list of questions. */
  review?: ListReview | undefined
}

const options = answerValues.map((value) => ({ value, label: answerNames[value] }))

/** One question with its answer: a form of its own, saved as one goes, with or without a script. */
export function QuestionItem(props: QuestionItemProps) {
  const { question, number, current, openHref, closed, level } = props
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
      <Answering {...props} anchor={anchor} />
      {closed !== undefined && props.typed && <UnsavedInput {...props.typed} />}
      {props.review && <ReviewInList {...props} review={props.review} />}
      {!current && question.answer && question.answer.note !== '' && (
        <Note text={question.answer.note}>
          {closed === undefined && (
            <a class="lw-link" href={openHref}>
              Notiz ändern
            </a>
          )}
        </Note>
      )}
      <QuestionDeeds {...props} />
      <Further {...props} />
    </QuestionFrame>
  )
}

/** The form in the scale of the catalog, or what was answered where the reader may not change it. */
function Answering(props: QuestionItemProps & { anchor: string }) {
  const { question, closed, scale, anchor } = props
  if (closed === undefined)
    return scale === 'level0to5WithTarget' ? <LevelForm {...props} /> : <AnswerForm {...props} />
  if (scale === 'level0to5WithTarget') return <p>{question.answer ? givenInWords(question.answer) : 'noch offen'}</p>
  return (
    <Choice
      name={`answer-${question.id}`}
      id={fieldId(`${anchor}-answer`)}
      options={options}
      value={question.answer?.answer ?? undefined}
      labelledBy={questionTextId(anchor)}
      readOnly
    />
  )
}

/** The way to the page of the question, with what is there. */
function Further({ assessmentId, question, current, alone, sides }: QuestionItemProps) {
  if (alone || (!current && !sides)) return null
  const href = assessmentRoutes.question.href({ id: assessmentId, controlId: question.id })
  const { evidence = 0, comments = 0 } = sides ?? {}
  return (
    <p class="lw-row lw-small">
      <a class="lw-link" href={href}>
        {current ? 'Verlauf, Nachweise und Kommentare' : 'Alle Angaben'}
      </a>
      {evidence > 0 && <span class="lw-muted">{evidence === 1 ? '1 Nachweis' : `${evidence} Nachweise`}</span>}
      {comments > 0 && <span class="lw-muted">{comments === 1 ? '1 Kommentar' : `${comments} Kommentare`}</span>}
    </p>
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
  const { assessmentId, question, current, typed, refusal, back, anchor, readerId } = props
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
      <input type="hidden" data-reader={readerId} data-carried={answer?.unconfirmed ? '' : undefined} />
      <div class="lw-row">
        <Choice
          name="answer"
          id={fieldId(`${anchor}-answer`)}
          options={options}
          value={chosen(props)}
          labelledBy={questionTextId(anchor)}
          error={errorAt(refusal?.errors, 'answer')}
        />
        <Saved {...standInWords(props)} id={`${anchor}-stand`} />
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
