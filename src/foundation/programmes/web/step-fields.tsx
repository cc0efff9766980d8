import type { FieldError } from '#kernel/outcome.ts'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { Check, Choice, errorAt, SelectField, TextField } from '#ui/form/form.tsx'
import { parties, partyInWords, type Programme, type StepDefinition } from '../programme.ts'
import type { Typed } from './fact-fields.tsx'

/** Names of the fields, in the order of the form. */
export const stepFieldNames = {
  title: 'Name',
  duty: 'Was zu tun ist',
  acts: 'Wer handelt',
  typicalDays: 'Übliche Dauer in Tagen',
  place: 'Wo der Schritt steht',
  needs: 'Was davor erledigt sein muss',
} as const

/** What the form about a step shows before anybody types. */
export function typedFromStep(programme: Programme, step: StepDefinition): Typed {
  const ofPhase = programme.steps.filter(({ phaseKey }) => phaseKey === step.phaseKey)
  const before = ofPhase[ofPhase.findIndex(({ key }) => key === step.key) - 1]
  return {
    title: step.title,
    duty: step.duty,
    acts: step.acts,
    typicalDays: String(step.typicalDays),
    place: `${step.phaseKey}/${before?.key ?? ''}`,
    ...Object.fromEntries(step.needs.map((key) => [`davor-${key}`, 'ja'])),
    isOptional: step.isOptional ? 'ja' : '',
    byDeed: step.byDeed ? 'ja' : '',
    byDeadline: step.byDeadline ? 'ja' : '',
  }
}

interface Props {
  programme: Programme
  /** The step itself, which can stand neither behind nor before itself. */
  step?: StepDefinition | undefined
  typed: Typed
  errors: readonly FieldError[] | undefined
}

const placesOf = ({ phases, steps }: Programme, own: StepDefinition | undefined) =>
  phases.flatMap(({ key, title }) => [
    { value: `${key}/`, label: `${title}: als Erstes` },
    ...steps
      .filter((step) => step.phaseKey === key && step.key !== own?.key)
      .map((step) => ({ value: `${key}/${step.key}`, label: `${title}: nach „${step.title}“` })),
  ])

/** One step of a programme. */
export const StepFields = ({ programme, step, typed, errors }: Props) => (
  <>
    <TextField
      name="title"
      label={stepFieldNames.title}
      required
      value={typed['title']}
      maxlength={80}
      error={errorAt(errors, 'title')}
    />
    <TextField
      name="duty"
      label={stepFieldNames.duty}
      hint="So, wie es liest, wer es tun muss: „Teilnahmeerklärung unterschreiben“"
      required
      value={typed['duty']}
      maxlength={160}
      error={errorAt(errors, 'duty')}
    />
    <Choice
      name="acts"
      legend={stepFieldNames.acts}
      required
      value={typed['acts']}
      options={parties.map((party) => ({ value: party, label: partyInWords(party) }))}
      error={errorAt(errors, 'acts')}
    />
    <TextField
      name="typicalDays"
      label={stepFieldNames.typicalDays}
      hint="Was davon noch aussteht, wird mit den Tagen bis zur Frist verglichen."
      inputmode="numeric"
      required
      short
      value={typed['typicalDays']}
      error={errorAt(errors, 'typicalDays')}
    />
    <SelectField
      name="place"
      label={stepFieldNames.place}
      required
      empty="Bitte wählen"
      value={typed['place']}
      options={placesOf(programme, step)}
      error={errorAt(errors, 'place')}
    />
    <CheckGroup
      name="needs"
      legend={stepFieldNames.needs}
      hint="Nur Schritte, die davor stehen"
      error={errorAt(errors, 'needs')}
      options={programme.steps
        .filter(({ key }) => key !== step?.key)
        .map(({ key, title }) => ({ name: `davor-${key}`, label: title, checked: typed[`davor-${key}`] === 'ja' }))}
    />
    <Check name="isOptional" label="Kann entfallen" required checked={typed['isOptional'] === 'ja'} />
    <Check
      name="byDeed"
      label="Ergibt sich aus einer Unterschrift oder Entscheidung"
      hint="Dann setzt ihn von Hand nur, wer das Programm leitet."
      required
      checked={typed['byDeed'] === 'ja'}
    />
    <Check name="byDeadline" label="Nur bis zur Frist möglich" required checked={typed['byDeadline'] === 'ja'} />
  </>
)
