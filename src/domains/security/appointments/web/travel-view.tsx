import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, germanWeekday } from '#kernel/local-day.ts'
import { everyRoleInWords } from '#foundation/identity/index.ts'
import { type Contact, functionNames } from '#foundation/organizations/index.ts'
import { Description } from '#ui/description/description.tsx'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { Note } from '#ui/note/note.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { type Appointment, placeInWords } from '../appointment.ts'
import { appointmentHref, appointmentRoutes } from '../routes.ts'
import { VideoLink } from './appointment-view.tsx'

interface PlanListProps {
  day: Temporal.PlainDate
  today: Temporal.PlainDate
  visits: readonly Appointment[]
  now: Temporal.Instant
}

/** One day with its visits in order. */
export const PlanList = ({ day, today, visits, now }: PlanListProps) => (
  <Panel
    id={`tag-${day.toString()}`}
    title={`${germanWeekday(day)}, ${germanDay(day)}${day.equals(today) ? ', heute' : ''}`}
    link={{ href: appointmentRoutes.travelDay.href({ day: day.toString() }), label: `Tagesplan ${germanDay(day)}` }}
  >
    <Table
      caption={`Termine am ${germanDay(day)}, der früheste zuerst`}
      captionHidden
      stack
      rows={visits}
      columns={[
        {
          header: 'Wer',
          rowHeader: true,
          cell: (visit) => (
            <>
              <a class="lw-link" href={appointmentHref(visit)}>
                {visit.organizationName}
              </a>
              <span class="lw-table__sub">{visit.title}</span>
            </>
          ),
        },
        { header: 'Wann', cell: (visit) => timesOf(visit) },
        { header: 'Wo', cell: ({ chosen }) => (chosen ? placeInWords(chosen) : '') },
        { header: 'Weg', cell: (visit) => travelOf(visit) },
        { header: 'Fehlt noch', cell: (visit) => missingIn(visit, now).join(', ') || 'nichts' },
      ]}
    />
  </Panel>
)

const timesOf = ({ chosen }: Appointment): string =>
  chosen ? `${germanTime(chosen.startsAt).replace(' Uhr', '')} bis ${germanTime(chosen.endsAt)}` : ''

/** "ab 08:15 Uhr, zurück 13:15 Uhr" */
function travelOf({ chosen, minutesBefore, minutesAfter }: Appointment): string {
  if (!chosen || minutesBefore + minutesAfter === 0) return 'ohne Weg'
  return `ab ${germanTime(chosen.startsAt.subtract({ minutes: minutesBefore }))}, zurück ${germanTime(chosen.endsAt.add({ minutes: minutesAfter }))}`
}

/** What is not settled before somebody drives there, or after. */
export function missingIn(
  { state, chosen, participants, minutesBefore, road }: Appointment,
  now: Temporal.Instant,
): string[] {
  const isOver = chosen !== null && Temporal.Instant.compare(chosen.endsAt, now) <= 0
  return [
    ...(participants.length === 0 ? ['wer von der Kommune teilnimmt'] : []),
    ...(chosen && chosen.place !== '' && minutesBefore === 0 ? ['Weg'] : []),
    ...(!isOver && road?.canBegin === false ? ['Vorbereitung der Kommune'] : []),
    ...(isOver && state === 'confirmed' ? ['festhalten, wer da war'] : []),
  ]
}

/** One visit as it is taken along on paper. */
export const VisitSheet = ({
  visit,
  contacts,
  now,
}: {
  visit: Appointment
  contacts: readonly Contact[]
  now: Temporal.Instant
}) => {
  const { chosen, participants, note, title } = visit
  const missing = missingIn(visit, now)
  return (
    <div class="lw-stack">
      <Description
        items={[
          {
            term: 'Anlass',
            details: (
              <a class="lw-link" href={appointmentHref(visit)}>
                {title}
              </a>
            ),
          },
          { term: 'Wo', details: chosen ? placeInWords(chosen) : '' },
          ...(chosen?.videoUrl ? [{ term: 'Videokonferenz', details: <VideoLink url={chosen.videoUrl} /> }] : []),
          { term: 'Weg', details: travelOf(visit) },
          { term: 'Fehlt noch', details: missing.join(', ') || 'nichts' },
          ...participants.map(({ name, roles, email }) => ({
            term: name,
            details: (
              <>
                {everyRoleInWords(roles) || 'heute keine Aufgabe'}, <EmailAddress>{email}</EmailAddress>
              </>
            ),
          })),
          ...contacts
            .filter(({ phone }) => phone !== '')
            .map((contact) => ({
              term: functionNames[contact.function],
              details: [contact.name, contact.phone].filter((part) => part !== '').join(', '),
            })),
        ]}
      />
      {note !== '' && <Note text={note} />}
    </div>
  )
}
