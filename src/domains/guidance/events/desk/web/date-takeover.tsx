import { germanDay, localDay } from '#kernel/local-day.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { dateInWords, type Event, type EventDate, placeInWords } from '../../event/event.ts'
import { eventRoutes } from '../../routes.ts'
import { mostDates } from '../../schemas.ts'
import { typedDates } from './date-rows.tsx'
import type { Typed } from './typed.ts'

/** A date that nobody typed: out of a rule or a file, with what there is to say about it. */
export interface FoundDate extends Pick<EventDate, 'startsAt' | 'endsAt' | 'place' | 'topic' | 'videoUrl'> {
  /** Where it comes from, or why it is not where one looks for it. */
  note: string
}

const isThere = ({ dates }: Pick<Event, 'dates'>, { startsAt }: Pick<FoundDate, 'startsAt'>): boolean =>
  dates.some((date) => date.startsAt.equals(startsAt))

/** All dates that are held and the new ones, as the form of dates sends them. */
function rowsWith(event: Event, added: readonly FoundDate[]): Typed {
  const fresh = added.map(({ note: _, ...date }) => ({ ...date, id: '', isOnline: false, cancelledAt: null }))
  const all = [...event.dates, ...fresh].toSorted((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds)
  return { ...typedDates(all), version: String(event.version) }
}

interface TakeOverProps {
  event: Event
  found: readonly FoundDate[]
  /** How many people hear of it. */
  told: number
}

/** What was found, what of it is new, and the button that takes it over: nothing is kept before. */
export function TakeOver({ event, found, told }: TakeOverProps) {
  const added = found.filter((date) => !isThere(event, date))
  return (
    <div class="lw-stack">
      <Table
        caption={`Gefunden: ${found.length === 1 ? 'ein Termin' : `${found.length} Termine`}`}
        stack
        rows={found}
        columns={[
          { header: 'Wann', rowHeader: true, cell: (date) => dateInWords(date) },
          {
            header: 'Wo und was',
            cell: ({ place, topic, videoUrl }) =>
              [placeInWords({ place, isOnline: videoUrl !== null && place === '' }), topic]
                .filter((part) => part !== '')
                .join(', ') || 'noch offen',
          },
          { header: 'Bemerkung', cell: ({ note }) => note || '–' },
          {
            header: 'Stand',
            cell: (date) =>
              isThere(event, date) ? <Tag state="none">steht schon da</Tag> : <Tag state="running">neu</Tag>,
          },
        ]}
      />
      <Take event={event} added={added} told={told} />
    </div>
  )
}

function Take({ event, added, told }: { event: Event; added: readonly FoundDate[]; told: number }) {
  const [first] = added
  if (!first) return <p>Alle diese Termine stehen schon da. Zu übernehmen ist nichts.</p>
  if (event.dates.length + added.length > mostDates)
    return (
      <Alert kind="warning" title={`Eine Veranstaltung hat höchstens ${mostDates} Termine.`}>
        <p>
          {event.dates.length} stehen schon da, {added.length} kämen hinzu. Übernommen ist nichts.
        </p>
      </Alert>
    )
  return (
    <>
      {event.publishedAt && told > 0 && (
        <Alert kind="info" title={`Von den neuen Terminen erfahren ${told} Angemeldete`}>
          <p>Sie bekommen den neuen Stand per E-Mail mit Kalendereintrag.</p>
        </Alert>
      )}
      <Form action={eventRoutes.dates.href({ id: event.id })}>
        {Object.entries(rowsWith(event, added)).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        <p>
          <Submit>
            {added.length === 1
              ? `Termin am ${germanDay(localDay(first.startsAt))} übernehmen`
              : `${added.length} Termine übernehmen`}
          </Submit>
        </p>
      </Form>
    </>
  )
}
