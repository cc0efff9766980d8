import type { Temporal } from 'temporal-polyfill'
import type { Refusal } from '#kernel/outcome.ts'
import { type Colleague, everyRoleInWords } from '#foundation/identity/index.ts'
import { type Contact, functionNames } from '#foundation/organizations/index.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Note } from '#ui/note/note.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { allows, type Appointment, chooser, placeInWords, type Side, slotInWords, stepInWords } from '../appointment.ts'
import { appointmentRoutes } from '../routes.ts'
import type { Warning } from '../slot-rules.ts'
import { CancelPanel, ChoosePanel, DeclinePanel, HoldPanel } from './appointment-deeds.tsx'
import { slotLabels, type Typed } from './slot-fields.tsx'
import { StateTag } from './state-tag.tsx'

export interface Shown {
  appointment: Appointment
  /** For which side whoever looks speaks. */
  side: Side | undefined
  warnings: readonly Warning[]
  staff: readonly Colleague[]
  contacts: readonly Contact[]
  now: Temporal.Instant
  /** The form that was refused, with what was typed into it. */
  deed?: 'confirm' | 'decline' | 'cancel' | 'hold' | undefined
  typed: Typed
  refusal?: Refusal | undefined
}

const labels = { proposalId: 'Zeitpunkt', participantIds: 'Wer teilnimmt', reason: 'Grund', stepDone: 'Schritt', attendedIds: 'Wer da war', ...slotLabels } // prettier-ignore

// Declining and cancelling both ask for a reason on the same page.
const idsOf = ({ deed }: Shown) => ({ reason: deed === 'cancel' ? 'absage-grund' : 'ablehnung-grund' })

export const AppointmentView = (shown: Shown) => {
  const { appointment, side, refusal } = shown
  return (
    <>
      <PageHead
        title={appointment.title}
        lead={leadOf(appointment, side)}
        actions={
          side === 'programme' && allows(appointment, 'change') ? (
            <ButtonLink
              size="x-small"
              href={appointmentRoutes.change.href({ id: appointment.enrollmentId, appointmentId: appointment.id })}
            >
              Ändern
            </ButtonLink>
          ) : undefined
        }
      />
      <div class="lw-stack lw-stack--xl">
        {refusal && (
          <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} ids={idsOf(shown)} />
        )}
        <Facts {...shown} />
        {(appointment.state === 'proposed' || appointment.state === 'declined') && <ChoosePanel {...shown} />}
        {side === 'programme' && allows(appointment, 'hold') && <HoldPanel {...shown} />}
        {side === 'organization' && allows(appointment, 'decline') && <DeclinePanel {...shown} />}
        <People {...shown} />
        {side !== undefined && allows(appointment, 'cancel') && <CancelPanel {...shown} />}
      </div>
    </>
  )
}

/** Who waits for whom. */
function leadOf(appointment: Appointment, side: Side | undefined): string {
  const place = `${appointment.organizationName}, ${appointment.programmeName}.`
  const turn = chooser(appointment)
  if (turn === undefined) return place
  if (turn === side) return `${place} Jetzt wählen Sie aus.`
  return turn === 'organization'
    ? `${place} Jetzt wählt die Kommune aus.`
    : `${place} Jetzt ist die andere Seite an der Reihe.`
}

const Facts = ({ appointment, warnings }: Shown) => {
  const { chosen, state, step, note, reason, assessor, minutesBefore, minutesAfter } = appointment
  const hasTime = chosen !== null && (state === 'confirmed' || state === 'held' || state === 'cancelled')
  return (
    <Panel id="termin" title="Der Termin">
      <div class="lw-stack">
        {state === 'confirmed' && warnings.length > 0 && (
          <Alert kind="warning" title="Bitte ansehen" level={3}>
            <ul class="lw-list">
              {warnings.map(({ message }) => (
                <li>{message}</li>
              ))}
            </ul>
          </Alert>
        )}
        <Description
          items={[
            { term: 'Stand', details: <StateTag {...appointment} /> },
            { term: 'Wofür', details: stepInWords(step) },
            ...(hasTime
              ? [
                  { term: 'Wann', details: slotInWords(chosen) },
                  { term: 'Wo', details: placeInWords(chosen) },
                  ...(chosen.videoUrl
                    ? [{ term: 'Videokonferenz', details: <VideoLink url={chosen.videoUrl} /> }]
                    : []),
                ]
              : []),
            {
              term: 'Wer prüft',
              details: assessor ? <PersonWords name={assessor.name} email={assessor.email} /> : 'niemand Bestimmtes',
            },
            ...(minutesBefore + minutesAfter > 0
              ? [{ term: 'Weg', details: `${minutesBefore} Minuten hin, ${minutesAfter} Minuten zurück` }]
              : []),
            ...(reason === '' ? [] : [{ term: 'Grund', details: reason }]),
          ]}
        />
        {note !== '' && <Note text={note} />}
      </div>
    </Panel>
  )
}

export const VideoLink = ({ url }: { url: string }) => (
  <a class="lw-link lw-address" href={url} rel="noreferrer">
    {url}
  </a>
)

const PersonWords = ({ name, email }: { name: string; email: string }) => (
  <>
    {name}
    {email !== '' && (
      <>
        , <EmailAddress>{email}</EmailAddress>
      </>
    )}
  </>
)

/** Name, function and work contact of those who meet; the assessor also gets the house's telephone numbers. */
const People = ({ appointment: { participants, state }, contacts }: Shown) => (
  <Panel id="beteiligte" title="Wer teilnimmt">
    <div class="lw-stack">
      {participants.length === 0 ? (
        <p class="lw-muted">
          Von der Kommune ist noch niemand eingetragen. Wer bestätigt, nimmt teil und kann andere nennen.
        </p>
      ) : (
        <Table
          caption="Teilnehmende der Kommune"
          captionHidden
          stack
          rows={participants}
          columns={[
            { header: 'Name', rowHeader: true, cell: ({ name }) => name },
            { header: 'Aufgabe', cell: ({ roles }) => everyRoleInWords(roles) || 'heute keine' },
            { header: 'E-Mail', cell: ({ email }) => (email === '' ? '' : <EmailAddress>{email}</EmailAddress>) },
            ...(state === 'held'
              ? [
                  {
                    header: 'War da',
                    cell: ({ attended }: (typeof participants)[number]) =>
                      attended === null ? 'nicht festgehalten' : attended ? 'ja' : 'nein',
                  },
                ]
              : []),
          ]}
        />
      )}
      {contacts.length > 0 && <Contacts contacts={contacts} />}
    </div>
  </Panel>
)

export const Contacts = ({ contacts }: { contacts: readonly Contact[] }) => (
  <Description
    items={contacts
      .filter(({ phone, email }) => phone !== '' || email !== '')
      .map((contact) => ({
        term: functionNames[contact.function],
        details: [contact.name, contact.phone, contact.email].filter((part) => part !== '').join(', '),
      }))}
  />
)
