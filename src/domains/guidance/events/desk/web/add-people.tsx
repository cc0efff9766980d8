import type { Refusal } from '#kernel/outcome.ts'
import type { Colleague } from '#foundation/identity/index.ts'
import { Button } from '#ui/button/button.tsx'
import { Check, errorAt, Form, HiddenField, SelectField, Submit, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Event } from '../../event/event.ts'
import { eventRoutes } from '../../routes.ts'
import type { Typed } from './typed.ts'

export const addLabels = {
  personId: 'Person',
  guestName: 'Name',
  guestEmail: 'E-Mail',
  organizationId: 'Nimmt teil für',
}

interface AddPeopleProps {
  event: Event
  typed: Typed
  refusal: Refusal | undefined
  organizations: readonly { id: string; name: string }[]
  /** Of the organization that is chosen. */
  staff: readonly Colleague[]
}

/** Somebody with an account, or a guest: in two steps without a script. */
export const AddPeople = ({ event, typed, refusal, organizations, staff }: AddPeopleProps) => {
  const errors = refusal?.errors
  const options = organizations.map(({ id, name }) => ({ value: id, label: name }))
  const chosen = typed['organisation'] ?? ''
  const chosenName = organizations.find(({ id }) => id === chosen)?.name
  const here = eventRoutes.people.href({ id: event.id })
  const isGuest = typed['who'] === 'guest'
  return (
    <div class="lw-split lw-split--half">
      <Panel id="anmelden" title="Jemanden mit Konto anmelden">
        <div class="lw-stack">
          <Form action={`${here}#anmelden`} method="get" layout="bar" label="Organisation wählen">
            <SelectField
              name="organisation"
              label="Organisation"
              empty="Bitte wählen"
              options={options}
              value={chosen}
            />
            <Button>Personen zeigen</Button>
          </Form>
          {chosenName !== undefined && staff.length === 0 && (
            <p>In {chosenName} hat noch niemand ein Konto, das Sie sehen. Laden Sie als Gast ein.</p>
          )}
          {staff.length > 0 && (
            <Form action={here} label="Person anmelden">
              <HiddenField name="who" value="person" />
              <HiddenField name="organizationId" value={chosen} />
              <SelectField
                name="personId"
                label={`Person aus ${chosenName ?? ''}`}
                empty="Bitte wählen"
                options={staff.map(({ id, name }) => ({ value: id, label: name }))}
                value={typed['personId'] ?? ''}
                error={errorAt(errors, 'personId')}
                required
              />
              <Regardless id="trotzdem-person" typed={isGuest ? {} : typed} />
              <p>
                <Submit variant="secondary">Person anmelden</Submit>
              </p>
            </Form>
          )}
        </div>
      </Panel>
      <Panel id="gast" title="Einen Gast anmelden">
        <Form action={here} label="Gast anmelden">
          <HiddenField name="who" value="guest" />
          <TextField
            name="guestName"
            label={addLabels.guestName}
            value={typed['guestName'] ?? ''}
            error={errorAt(errors, 'guestName')}
            maxlength={200}
            required
          />
          <TextField
            name="guestEmail"
            label={addLabels.guestEmail}
            type="email"
            value={typed['guestEmail'] ?? ''}
            error={errorAt(errors, 'guestEmail')}
            maxlength={254}
            required
          />
          <SelectField
            name="organizationId"
            id="gast-organisation"
            label={addLabels.organizationId}
            empty="keine Kommune"
            options={options}
            value={isGuest ? chosen : ''}
          />
          <Regardless id="trotzdem-gast" typed={isGuest ? typed : {}} />
          <p>
            <Submit variant="secondary">Gast anmelden</Submit>
          </p>
        </Form>
      </Panel>
    </div>
  )
}

const Regardless = ({ id, typed }: { id: string; typed: Typed }) => (
  <Check
    name="regardless"
    id={id}
    label="Trotzdem anmelden, wenn eine Bedingung fehlt"
    hint="Voraussetzung, Erklärung oder Anmeldeschluss zählen dann nicht. Die Zahl der Plätze und die Reihenfolge gelten weiter."
    checked={typed['regardless'] !== undefined}
    required
  />
)
