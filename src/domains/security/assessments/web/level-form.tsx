import { highestLevel } from '#kernel/scale.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, fieldId, Form, HiddenField, SelectField, TextArea } from '#ui/form/form.tsx'
import { questionTextId } from '#ui/question/question.tsx'
import { Saved } from '#ui/saved/saved.tsx'
import { answerNames } from '../assessment.ts'
import { assessmentRoutes } from '../routes.ts'
import type { QuestionItemProps } from './question-item.tsx'
import { standInWords } from './stand.ts'

const words = [
  'noch nichts',
  'einzelne Versuche',
  'in Arbeit, mit Plan',
  'umgesetzt und aufgeschrieben',
  'umgesetzt und regelmäßig geprüft',
  'wird laufend verbessert',
]
const options = Array.from({ length: highestLevel + 1 }, (_, level) => ({
  value: String(level),
  label: `${level}: ${words[level] ?? ''}`,
}))

const text = (level: number | null | undefined): string | undefined =>
  level === null || level === undefined ? undefined : String(level)

type LevelProps = QuestionItemProps & { anchor: string }

/** How far it is and how far it shall be, saved by its button; the whole page works without a script. */
export function LevelForm(props: LevelProps) {
  const { assessmentId, question, current, typed, refusal, back, anchor } = props
  const { answer } = question
  const isAside = (typed?.answer ?? answer?.answer) === 'notApplicable'
  return (
    <Form action={assessmentRoutes.answer.href({ id: assessmentId, controlId: question.id })} id={`${anchor}-formular`}>
      <HiddenField name="version" value={answer ? String(answer.version) : ''} />
      <HiddenField name="zurueck" value={back} />
      <div class="lw-row">
        <LevelField {...props} name="level" label="Erreicht" />
        <LevelField {...props} name="target" label="Ziel" />
      </div>
      <Saved {...standInWords(props)} id={`${anchor}-stand`} />
      {(current || typed?.note !== undefined) && (
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
      <div class="lw-row">
        <Button size="x-small" describedBy={questionTextId(anchor)}>
          Stufe speichern
        </Button>
        {isAside ? (
          <span class="lw-small">{answerNames.notApplicable}</span>
        ) : (
          <Button size="x-small" name="answer" value="notApplicable" describedBy={questionTextId(anchor)}>
            {answerNames.notApplicable}
          </Button>
        )}
      </div>
    </Form>
  )
}

const LevelField = ({
  name,
  label,
  anchor,
  typed,
  question,
  refusal,
}: LevelProps & { name: 'level' | 'target'; label: string }) => (
  <SelectField
    name={name}
    id={fieldId(`${anchor}-${name}`)}
    label={label}
    plain
    empty="Bitte wählen"
    options={options}
    value={typed?.[name] ?? text(question.answer?.[name])}
    error={errorAt(refusal?.errors, name)}
  />
)
