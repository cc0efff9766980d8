import type { FieldError } from '#kernel/outcome.ts'
import { Choice, errorAt, Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import { parties, partyInWords } from '../programme.ts'
import { type RoadStep, stateInWords, stepStates } from '../road.ts'
import { programmeRoutes } from '../routes.ts'
import type { Typed } from './fact-fields.tsx'

/** Names of the fields, in the order of the form. */
export const stepNames = {
  state: 'Stand',
  onDay: 'Tag',
  waitingFor: 'Auf wen gewartet wird',
  missing: 'Was fehlt',
  note: 'Notiz',
} as const

/** What the form shows before anybody types. */
export const typedFromRoad = (step: RoadStep): Typed => ({
  state: step.state,
  onDay: step.onDay ?? '',
  waitingFor: step.waitingFor ?? '',
  missing: step.missing,
  note: step.note,
})

interface Props {
  road: EnrollmentWithSteps
  step: RoadStep
  /** How the step stood when the form was shown. */
  seen: string
  typed: Typed
  errors: readonly FieldError[] | undefined
}

/** Sets one step of a road. */
export const StepForm = ({ road, step, seen, typed, errors }: Props) => (
  <Form action={programmeRoutes.step.href({ id: road.id, step: step.key })}>
    <HiddenField name="seen" value={seen} />
    <Choice
      name="state"
      legend={stepNames.state}
      required
      value={typed['state']}
      options={stepStates
        .filter((state) => state !== 'notNeeded' || step.isOptional || step.state === 'notNeeded')
        .map((state) => ({ value: state, label: stateInWords(state) }))}
      error={errorAt(errors, 'state')}
    />
    <TextField
      name="onDay"
      label={stepNames.onDay}
      hint="An dem es geschieht oder geschah"
      type="date"
      short
      value={typed['onDay']}
      error={errorAt(errors, 'onDay')}
    />
    <SelectField
      name="waitingFor"
      label={stepNames.waitingFor}
      empty={`wie üblich: ${partyInWords(step.acts)}`}
      value={typed['waitingFor']}
      options={parties
        .filter((party) => party !== step.acts)
        .map((party) => ({ value: party, label: partyInWords(party) }))}
      error={errorAt(errors, 'waitingFor')}
    />
    <TextField
      name="missing"
      label={stepNames.missing}
      hint={`Leer heißt: ${step.duty}`}
      value={typed['missing']}
      maxlength={300}
      error={errorAt(errors, 'missing')}
    />
    <TextArea
      name="note"
      label={stepNames.note}
      hint="Lesen die Kommune, ihr Prüfhaus und wer das Programm leitet oder betreut."
      rows={3}
      value={typed['note']}
      maxlength={2000}
      error={errorAt(errors, 'note')}
    />
    <Submit>Stand speichern</Submit>
  </Form>
)
