import { answerValues } from '#kernel/scale.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Choice, errorAt, fieldId, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { Note } from '#ui/note/note.tsx'
import { Question, questionTextId } from '#ui/question/question.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { type Assessment, answerNames } from '../../assessment.ts'
import { assessmentRoutes, questionAnchor } from '../../routes.ts'
import { carriedNote } from '../carried-note.ts'
import { voicesBehind } from '../link-sources.ts'
import type { ProposedQuestion } from '../load-proposals.ts'
import type { Voice } from '../propose.ts'
import { confidenceNames, relationInWords, subRequirements, voiceName } from '../relation-words.ts'
import type { Refused } from './proposal-list.tsx'

interface Props {
  /** Among those of its list. */
  number: number
  assessment: Assessment
  proposal: ProposedQuestion
  ab: string | undefined
  closed: boolean
  refused: Refused | undefined
}

/** One question, what others say about it, and what somebody makes of it. */
export function ProposalItem(props: Props) {
  const { number, assessment, proposal, closed } = props
  const { question, voices, answer, confidence, why } = proposal
  const href = assessmentRoutes.question.href({ id: assessment.id, controlId: question.id })
  return (
    <Question
      id={questionAnchor(question.id)}
      number={number}
      text={question.title}
      meta={
        <>
          {answer === null ? (
            <Tag state="none">Keine Antwort vorgeschlagen</Tag>
          ) : (
            <Tag state={confidence === 'largely' ? 'ok' : 'running'}>
              Vorschlag: {answerNames[answer]}, {confidenceNames[confidence]}
            </Tag>
          )}
          {question.unconfirmed && <Tag state="soon">vorgemerkt, noch zu bestätigen</Tag>}
          <span class="lw-small lw-muted">{question.id}</span>
          <a class="lw-link lw-small" href={href}>
            Frage ansehen
          </a>
        </>
      }
    >
      <p>{why}</p>
      <ul class="lw-list">
        {voices.map((voice) => (
          <Source voice={voice} alone={voices.length === 1} />
        ))}
      </ul>
      {!closed && (assessment.scale === 'yesNoNotApplicable' ? <Decision {...props} /> : <InLevels href={href} />)}
    </Question>
  )
}

function Source({ voice, alone }: { voice: Voice; alone: boolean }) {
  const { check, source, reached, confidence, why } = voice
  const href = assessmentRoutes.question.href({ id: check.id, controlId: source.controlId })
  return (
    <li class="lw-stack lw-stack--xs">
      <p>
        <a class="lw-link" href={href}>
          {voiceName(voice)}
        </a>
        <br />
        {source.title}
      </p>
      <p class="lw-small lw-muted">
        {relationInWords(reached)} ({subRequirements(reached.via)}
        {reached.isDefault && ', Beziehung voreingestellt'}){!alone && `; ${confidenceNames[confidence]}: ${why}`}
      </p>
      {source.note !== '' && <Note text={source.note} />}
    </li>
  )
}

const options = answerValues.map((value) => ({ value, label: answerNames[value] }))

function Decision({ assessment, proposal, ab, refused }: Props) {
  const { question, voices, answer } = proposal
  const anchor = questionAnchor(question.id)
  const behind = voicesBehind(voices, answer ?? '')
  const errors = refused?.refusal.errors
  const seen = behind.map(({ check, source }) => [check.id, source.controlId, source.version])
  const path = { id: assessment.id, controlId: question.id }
  return (
    <div class="lw-stack lw-stack--s">
      <Form action={assessmentRoutes.takeProposal.href(path)} label={`${question.title}: Vorschlag übernehmen`}>
        <HiddenField name="version" value={question.version === null ? '' : String(question.version)} />
        <HiddenField name="quellen" value={JSON.stringify(seen)} />
        {ab !== undefined && <HiddenField name="ab" value={ab} />}
        <Choice
          name="answer"
          id={fieldId(`${anchor}-answer`)}
          options={options}
          value={refused?.form['answer'] ?? answer ?? undefined}
          labelledBy={questionTextId(anchor)}
          error={errorAt(errors, 'answer')}
        />
        <TextArea
          name="note"
          id={fieldId(`${anchor}-note`)}
          label="Notiz"
          rows={3}
          value={refused?.form['note'] ?? carriedNote(behind)}
          error={errorAt(errors, 'note')}
        />
        <div class="lw-row">
          <Submit size="x-small" describedBy={questionTextId(anchor)}>
            Übernehmen
          </Submit>
        </div>
      </Form>
      <Form
        action={assessmentRoutes.declineProposal.href(path)}
        layout="row"
        label={`${question.title}: Vorschlag nicht übernehmen`}
      >
        {ab !== undefined && <HiddenField name="ab" value={ab} />}
        <Button size="x-small" describedBy={questionTextId(anchor)}>
          Nicht übernehmen
        </Button>
      </Form>
    </div>
  )
}

const InLevels = ({ href }: { href: string }) => (
  <p class="lw-row">
    <span class="lw-small lw-muted">Diese Prüfung wird in Stufen beantwortet.</span>
    <ButtonLink href={href} size="x-small">
      Selbst beantworten
    </ButtonLink>
  </p>
)
