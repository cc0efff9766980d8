import type { FieldError } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, Form, SelectField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Programme } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import type { Candidate } from '../staff/queries.ts'
import { functionInWords, type Staff } from '../staff/staff.ts'
import { germanDate } from './words.ts'

interface Props {
  programme: Programme
  staff: readonly Staff[]
  candidates: readonly Candidate[]
  typed: Partial<Record<string, string>>
  errors: readonly FieldError[] | undefined
}

/** Who leads it and who guides in it, with the ways to name and to end. */
export function StaffPanel({ programme, staff, candidates, typed, errors }: Props) {
  const isNamed = staff.some((one) => one.function === 'manager' && one.holdsRole !== false)
  return (
    <Panel id="zustaendig" title="Zuständig" quiet>
      <div class="lw-stack lw-stack--s">
        {!isNamed && <p>Geleitet wird es von allen, die beim Verbund die Programmleitung haben.</p>}
        {staff.length > 0 && (
          <ul class="lw-list">
            {staff.map((one) => (
              <li>
                {one.name ?? 'Jemand vom Verbund'}, {functionInWords(one.function)} seit{' '}
                <span class="lw-nowrap">{germanDate(one.from)}</span>
                {one.holdsRole === false && ' (hat die Aufgabe beim Verbund nicht mehr)'}
                {programme.isLed && <EndForm programme={programme} staff={one} />}
              </li>
            ))}
          </ul>
        )}
        {programme.isLed && <NameForm {...{ programme, candidates, typed, errors }} />}
      </div>
    </Panel>
  )
}

const EndForm = ({ programme: { id }, staff }: { programme: Programme; staff: Staff }) => (
  <Form
    action={programmeRoutes.endStaff.href({ id, staff: staff.id })}
    layout="row"
    label={`${functionInWords(staff.function)} durch ${staff.name ?? 'diese Person'} beenden`}
  >
    <Button size="x-small">{`${functionInWords(staff.function)} beenden`}</Button>
  </Form>
)

function NameForm({ programme, candidates, typed, errors }: Omit<Props, 'staff'>) {
  const options = candidates.map(({ id, name, function: what }) => ({
    value: `${what}:${id}`,
    label: `${name}, ${functionInWords(what)}`,
  }))
  if (options.length === 0)
    return (
      <p class="lw-muted">
        Beim Verbund hat niemand die Aufgabe Programmleitung oder Digital-Lotse, die es dazu braucht.
      </p>
    )
  return (
    <Form action={programmeRoutes.staff.href({ id: programme.id })} label="Jemanden benennen">
      <SelectField
        name="personId"
        label="Jemanden benennen"
        hint="Wird die erste Leitung benannt, leiten die anderen das Programm nicht mehr."
        required
        empty="Bitte wählen"
        value={typed['personId']}
        options={options}
        error={errorAt(errors, 'personId')}
      />
      <div>
        <Button size="x-small">Benennen</Button>
      </div>
    </Form>
  )
}
