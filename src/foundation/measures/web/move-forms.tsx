import { allowedInWords } from '#foundation/files/index.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, FileField, Form, HiddenField, TextArea, TextField } from '#ui/form/form.tsx'
import { type Measure, type MeasureState, waysFrom } from '../measure.ts'
import { measureRoutes as routes } from '../routes.ts'
import type { Typed } from './measure.tsx'

interface Props {
  measure: Measure
  nextCheckOn: string
  typed: Typed
}

/** "Beschließen", "Erledigt melden": what the button of a way says. */
export function deedInWords(from: MeasureState, to: MeasureState): string {
  switch (to) {
    case 'decided':
      return from === 'proposed' ? 'Beschließen' : 'Zurück auf „beschlossen“'
    case 'started':
      return from === 'decided' ? 'Beginnen' : 'Wieder aufnehmen'
    case 'done':
      return 'Als erledigt melden'
    case 'proven':
      return 'Nachweisen'
    case 'dropped':
      return 'Verwerfen'
    case 'proposed':
      return 'Zurück auf „vorgeschlagen“'
  }
}

/** Where a measure can go from here: what needs nothing is a button, what needs words is a small form. */
export function MoveForms({ measure, nextCheckOn, typed }: Props) {
  const ways = waysFrom(measure.state)
  return (
    <section class="lw-box lw-box--tint lw-stack lw-stack--s" aria-labelledby="weiter">
      <h2 class="kern-heading-small" id="weiter">
        Wie es weitergeht
      </h2>
      {ways
        .filter(({ need }) => need === 'nothing')
        .map(({ to }, at) => (
          <Form action={routes.move.href({ id: measure.id })} layout="row" label={deedInWords(measure.state, to)}>
            <HiddenField name="state" value={to} />
            <Button variant={at === 0 ? 'primary' : 'secondary'} size="x-small">
              {deedInWords(measure.state, to)}
            </Button>
          </Form>
        ))}
      {ways
        .filter(({ need }) => need === 'proof')
        .map(({ to }) => (
          <ProofMove measure={measure} to={to} nextCheckOn={nextCheckOn} typed={typed} />
        ))}
      {ways
        .filter(({ need }) => need === 'reason')
        .map(({ to }) => (
          <ReasonMove measure={measure} to={to} typed={typed} />
        ))}
    </section>
  )
}

function ReasonMove({ measure, to, typed }: Omit<Props, 'nextCheckOn'> & { to: MeasureState }) {
  const isHere = typed.at === `to-${to}`
  const deed = deedInWords(measure.state, to)
  return (
    <details class="lw-why" open={isHere}>
      <summary>{deed}</summary>
      <Form action={routes.move.href({ id: measure.id })} label={deed}>
        <HiddenField name="state" value={to} />
        <TextArea
          name="reason"
          id={`reason-to-${to}`}
          label="Grund"
          hint="Steht im Verlauf."
          rows={2}
          required
          value={isHere ? typed.form?.['reason'] : undefined}
          error={isHere ? errorAt(typed.refusal?.errors, 'reason') : undefined}
        />
        <p>
          <Button size="x-small">{deed}</Button>
        </p>
      </Form>
    </details>
  )
}

function ProofMove({ measure, to, nextCheckOn, typed }: Props & { to: MeasureState }) {
  const at = `to-${to}`
  const isHere = typed.at === at
  const form = isHere ? (typed.form ?? {}) : {}
  const error = (path: string) => (isHere ? errorAt(typed.refusal?.errors, path) : undefined)
  return (
    <Form action={routes.move.href({ id: measure.id })} multipart label="Nachweisen">
      <HiddenField name="state" value={to} />
      <p>Woran sieht man, dass es erledigt ist? Eine Datei oder eine Notiz genügt.</p>
      <FileField
        name="file"
        id={`file-${at}`}
        label="Datei"
        hint={`Höchstens 25 MB. Möglich sind ${allowedInWords}.`}
        error={error('file') ?? error('proof')}
      />
      <TextArea name="note" id={`note-${at}`} label="Notiz" rows={2} value={form['note']} error={error('note')} />
      <TextField
        name="checkOn"
        id={`checkOn-${at}`}
        type="date"
        label="Wieder prüfen am"
        hint="Ein Jahr später, wenn Sie nichts ändern: Was heute gilt, gilt nicht von allein weiter."
        short
        required
        value={form['checkOn'] ?? nextCheckOn}
        error={error('checkOn')}
      />
      <p>
        <Button variant="primary" size="x-small">
          Nachweisen
        </Button>
      </p>
    </Form>
  )
}

/** That somebody looked again. */
export function CheckForm({ measure, nextCheckOn, typed }: Props) {
  if (measure.state !== 'done' && measure.state !== 'proven') return null
  const isHere = typed.at === 'check'
  const form = isHere ? (typed.form ?? {}) : {}
  const error = (path: string) => (isHere ? errorAt(typed.refusal?.errors, path) : undefined)
  return (
    <details class="lw-why" open={isHere}>
      <summary>Wieder geprüft: gilt noch</summary>
      <Form action={routes.check.href({ id: measure.id })} label="Wieder geprüft">
        <HiddenField name="version" value={String(measure.version)} />
        <TextArea
          name="note"
          id="note-check"
          label="Woran Sie es gesehen haben"
          rows={2}
          required
          value={form['note']}
          error={error('note')}
        />
        <TextField
          name="nextOn"
          id="nextOn-check"
          type="date"
          label="Wieder prüfen am"
          short
          required
          value={form['nextOn'] ?? nextCheckOn}
          error={error('nextOn')}
        />
        <p>
          <Button size="x-small">Gilt noch</Button>
        </p>
      </Form>
    </details>
  )
}
