import type { Colleague } from '#foundation/identity/index.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, Form, SelectField, Submit, TextArea } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Event } from '../../event/event.ts'
import type { Registration } from '../../places/registration.ts'
import { eventRoutes } from '../../routes.ts'
import { nameOf } from './on-event.ts'
import type { Tried } from './person.tsx'

interface Deed {
  event: Event
  place: Registration
  tried: Tried | undefined
}

const address = ({ event, place }: Deed) => ({ id: event.id, registration: place.id })

export const ApprovalPanel = (deed: Deed) => {
  const own = deed.tried?.typed['entscheidung'] === undefined ? undefined : deed.tried
  return (
    <Panel id="zulassung" title="Zulassen">
      <div class="lw-measure">
        <Form action={eventRoutes.approval.href(address(deed))} label="Über die Anmeldung entscheiden">
          <TextArea
            name="reason"
            id="zulassung-grund"
            label="Grund, wenn Sie ablehnen"
            hint="Die Person liest ihn."
            value={own?.typed['reason'] ?? ''}
            error={errorAt(own?.refusal.errors, 'reason')}
            rows={2}
            maxlength={500}
            plain
          />
          <div class="lw-row">
            <Submit name="entscheidung" value="zulassen">
              Zulassen
            </Submit>
            <Button name="entscheidung" value="ablehnen">
              Nicht zulassen
            </Button>
          </div>
        </Form>
      </div>
    </Panel>
  )
}

export const SubstitutePanel = (deed: Deed & { staff: readonly Colleague[] }) => {
  const { staff, place, tried } = deed
  const others = staff.filter(({ id }) => id !== place.personId)
  return (
    <Panel id="vertretung" title="Vertretung">
      {others.length === 0 ? (
        <p class="lw-measure">
          Vertreten kann jemand mit Konto aus derselben Kommune. Davon gibt es niemanden, den Sie sehen.
        </p>
      ) : (
        <div class="lw-measure">
          <Form action={eventRoutes.person.href(address(deed))} label="Vertretung benennen">
            <SelectField
              name="personId"
              label="Wer den Platz übernimmt"
              hint="Der Platz wird nicht frei; die Warteliste rückt nicht nach."
              empty="Bitte wählen"
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
              value={tried?.typed['personId'] ?? ''}
              error={errorAt(tried?.refusal.errors, 'personId')}
              required
            />
            <p>
              <Button>Vertretung benennen</Button>
            </p>
          </Form>
        </div>
      )}
    </Panel>
  )
}

export const MovePanel = (deed: Deed & { runs: readonly Event[] }) => {
  const { runs, place, tried } = deed
  return (
    <Panel id="wechsel" title="In einen anderen Durchgang">
      {runs.length === 0 ? (
        <p class="lw-measure">Es gibt keinen anderen veröffentlichten Durchgang.</p>
      ) : (
        <div class="lw-measure">
          <Form action={eventRoutes.movePerson.href(address(deed))} label="In einen anderen Durchgang übernehmen">
            <SelectField
              name="eventId"
              label="Durchgang"
              hint={
                place.state === 'confirmed'
                  ? 'Der Platz hier wird frei. Dort steht die Person zunächst auf der Warteliste und bekommt den nächsten freien Platz.'
                  : 'Die Person steht dort vor allen, die sich neu anmelden.'
              }
              empty="Bitte wählen"
              options={runs.map((run) => ({ value: run.id, label: nameOf(run) }))}
              value={tried?.typed['eventId'] ?? ''}
              error={errorAt(tried?.refusal.errors, 'eventId')}
              required
            />
            <p>
              <Button>Übernehmen</Button>
            </p>
          </Form>
        </div>
      )}
    </Panel>
  )
}

export const LeavePanel = (deed: Deed) => {
  const own = deed.tried?.typed['entscheidung'] === undefined ? deed.tried : undefined
  return (
    <Panel id="abmelden" title="Abmelden">
      <div class="lw-measure">
        <Form action={eventRoutes.removePerson.href(address(deed))} label="Person abmelden">
          <TextArea
            name="reason"
            id="abmelden-grund"
            label="Grund"
            hint="Die Person liest ihn."
            value={own?.typed['reason'] ?? ''}
            error={errorAt(own?.refusal.errors, 'reason')}
            rows={2}
            maxlength={500}
          />
          <p>
            <Button>Person abmelden</Button>
          </p>
        </Form>
      </div>
    </Panel>
  )
}
