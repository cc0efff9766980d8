import { Temporal } from 'temporal-polyfill'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { Check, errorAt, Form, Submit, TextArea } from '#ui/form/form.tsx'
import { RadioList } from '#ui/form/radio-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { chooser, placeInWords, slotInWords, stepInWords } from '../appointment.ts'
import { appointmentRoutes } from '../routes.ts'
import type { Shown } from './appointment-view.tsx'
import { peopleOptions } from './people-choice.ts'
import { PlaceFields, SlotRows } from './slot-fields.tsx'

const addressOf = ({ appointment: { id, enrollmentId } }: Shown) => ({ id: enrollmentId, appointmentId: id })

const errorsOf = ({ deed, refusal }: Shown, own: Shown['deed']) => (deed === own ? refusal?.errors : undefined)
const typedOf = ({ deed, typed }: Shown, own: Shown['deed']) => (deed === own ? typed : {})

const suggestionRows = 3

/** The times on offer: to choose from for the side whose turn it is, to read for the other. */
export const ChoosePanel = (shown: Shown) => {
  const { appointment, side, warnings, staff, now } = shown
  const { proposals } = appointment
  const isTurn = side !== undefined && chooser(appointment) === side
  const errors = errorsOf(shown, 'confirm')
  const hintOf = (at: number): string =>
    warnings
      .filter(({ number }) => number === at)
      .map(({ message }) => message)
      .join(' ')
  const title = appointment.state === 'proposed' ? 'Zur Auswahl' : 'Vorschläge der Kommune'
  if (proposals.length === 0)
    return (
      <Panel id="auswahl" title={title}>
        <p class="lw-measure">
          Eigene Zeiten hat die Kommune nicht genannt. Neue Vorschläge macht, wer prüft oder das Programm leitet.
        </p>
      </Panel>
    )
  const options = proposals.map((proposal, at) => ({
    value: proposal.id,
    label: `${slotInWords(proposal)}, ${placeInWords(proposal)}`,
    hint:
      [Temporal.Instant.compare(proposal.startsAt, now) <= 0 ? 'Schon vorbei.' : '', hintOf(at)]
        .filter((part) => part !== '')
        .join(' ') || undefined,
  }))
  return (
    <Panel id="auswahl" title={title}>
      {isTurn ? (
        <div class="lw-measure">
          <Form action={appointmentRoutes.confirm.href(addressOf(shown))} label="Zeitpunkt bestätigen">
            <RadioList
              name="proposalId"
              legend="Wann passt es?"
              options={options}
              value={typedOf(shown, 'confirm')['proposalId']}
              error={errorAt(errors, 'proposalId')}
            />
            {side === 'organization' && (
              <CheckGroup
                name="participantIds"
                legend="Wer außer Ihnen teilnimmt"
                options={peopleOptions(
                  staff,
                  typedOf(shown, 'confirm'),
                  appointment.participants.map(({ id }) => id),
                )}
                error={errorAt(errors, 'participantIds')}
              />
            )}
            <p>
              <Submit>Zeitpunkt bestätigen</Submit>
            </p>
          </Form>
        </div>
      ) : (
        <ul class="lw-list">
          {options.map(({ label, hint }) => (
            <li>
              {label}
              {hint && <span class="lw-table__sub">{hint}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

export const DeclinePanel = (shown: Shown) => {
  const isConfirmed = shown.appointment.state === 'confirmed'
  const errors = errorsOf(shown, 'decline')
  const typed = typedOf(shown, 'decline')
  return (
    <Panel id="andere-zeiten" title={isConfirmed ? 'Um eine andere Zeit bitten' : 'Passt keine davon?'}>
      <div class="lw-stack lw-measure">
        {isConfirmed && (
          <Alert kind="info" title="Der bestätigte Zeitpunkt gilt dann nicht mehr" level={3}>
            <p>Er wird aus den Kalendern genommen. Wer prüft, wählt aus Ihren Vorschlägen oder macht neue.</p>
          </Alert>
        )}
        <Form action={appointmentRoutes.decline.href(addressOf(shown))} label="Andere Zeiten erbitten">
          <TextArea
            name="reason"
            id="ablehnung-grund"
            label="Grund"
            value={typed['reason']}
            error={errorAt(errors, 'reason')}
            rows={2}
            maxlength={1000}
            required
          />
          <SlotRows rows={suggestionRows} needed={0} typed={typed} errors={errors} />
          <PlaceFields typed={typed} errors={errors} />
          <p>
            <Button>Andere Zeiten erbitten</Button>
          </p>
        </Form>
      </div>
    </Panel>
  )
}

export const CancelPanel = (shown: Shown) => {
  const errors = errorsOf(shown, 'cancel')
  return (
    <Panel id="absagen" title="Absagen">
      <div class="lw-measure">
        <Form action={appointmentRoutes.cancel.href(addressOf(shown))} label="Termin absagen">
          <TextArea
            name="reason"
            id="absage-grund"
            label="Grund"
            hint="Alle Beteiligten lesen ihn. Abgesagt lässt sich der Termin nicht wieder aufnehmen; einen neuen kann man vorschlagen."
            value={typedOf(shown, 'cancel')['reason']}
            error={errorAt(errors, 'reason')}
            rows={2}
            maxlength={1000}
            required
          />
          <p>
            <Button>Termin absagen</Button>
          </p>
        </Form>
      </div>
    </Panel>
  )
}

export const HoldPanel = (shown: Shown) => {
  const { appointment, now } = shown
  const { chosen, participants, step, road } = appointment
  const errors = errorsOf(shown, 'hold')
  const typed = typedOf(shown, 'hold')
  if (!chosen || Temporal.Instant.compare(chosen.startsAt, now) > 0)
    return (
      <Panel id="stattgefunden" title="Nach dem Termin">
        <Refused title="Noch nicht an der Reihe">Ist der Termin vorbei, halten Sie hier fest, wer da war.</Refused>
      </Panel>
    )
  const closes = road !== null && (road.state === 'open' || road.state === 'inProgress')
  return (
    <Panel id="stattgefunden" title="Hat er stattgefunden?">
      <div class="lw-measure">
        <Form action={appointmentRoutes.hold.href(addressOf(shown))} label="Als stattgefunden festhalten">
          {participants.length > 0 && (
            <CheckGroup
              name="attendedIds"
              legend="Wer da war"
              options={participants.map(({ id, name }) => ({
                name: `person-${id}`,
                label: name,
                checked: shown.deed !== 'hold' || typed[`person-${id}`] !== undefined,
              }))}
              error={errorAt(errors, 'attendedIds')}
            />
          )}
          {closes && (
            <Check
              name="stepDone"
              label={`Damit ist „${stepInWords(step)}“ erledigt`}
              checked={typed['stepDone'] !== undefined}
              error={errorAt(errors, 'stepDone')}
              plain
            />
          )}
          <p>
            <Submit>Als stattgefunden festhalten</Submit>
          </p>
        </Form>
      </div>
    </Panel>
  )
}
