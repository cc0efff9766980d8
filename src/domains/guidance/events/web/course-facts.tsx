import { localDay } from '#kernel/local-day.ts'
import { Description } from '#ui/description/description.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Seats } from '#ui/seats/seats.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { dateInWords, dayInWords, type Event, type EventDate, placeInWords } from '../event/event.ts'
import type { SeatCounts } from '../event/queries.ts'
import type { ShownMaterial, Surroundings } from '../places/check-registration.ts'
import { eventRoutes } from '../routes.ts'
import {
  capital,
  certificateInWords,
  countInWords,
  rulesInWords,
  seatCountsInWords,
  seatsLeftInWords,
} from './rules-in-words.ts'

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter((line) => line !== '')

export const Outcomes = ({ event }: { event: Event }) => {
  const outcomes = lines(event.outcomes)
  if (outcomes.length === 0) return null
  return (
    <Panel id="danach" title="Was Sie danach können">
      <ul class="lw-list lw-prose">
        {outcomes.map((outcome) => (
          <li>{outcome}</li>
        ))}
      </ul>
    </Panel>
  )
}

/** All dates, those called off too; the link to a room of the web only for those who see it in the data. */
export const DateTable = ({ event }: { event: Event }) => {
  const { dates } = event
  const held = dates.filter(({ cancelledAt }) => cancelledAt === null).length
  if (dates.length === 0) return null
  return (
    <Panel
      id="termine"
      title={held === 1 ? 'Der Termin' : `Die ${countInWords(held)} Termine`}
      link={{ href: eventRoutes.calendar.href({ id: event.id }), label: 'In meinen Kalender' }}
    >
      <Table
        caption="Termine"
        captionHidden
        stack
        rows={dates}
        columns={[
          {
            header: 'Tag',
            rowHeader: true,
            cell: ({ startsAt }) => <span class="lw-nowrap">{dayInWords(localDay(startsAt))}</span>,
          },
          { header: 'Uhrzeit', cell: (date) => hoursOf(date) },
          { header: 'Ort', cell: (date) => <Where date={date} /> },
          ...(dates.some(({ topic }) => topic !== '')
            ? [{ header: 'Thema', cell: ({ topic }: EventDate) => topic || '–' }]
            : []),
        ]}
      />
    </Panel>
  )
}

/** The words of the date without its day, which stands in its own cell. */
const hoursOf = (date: EventDate): string => {
  const words = dateInWords(date)
  const day = `${dayInWords(localDay(date.startsAt))}, `
  return words.startsWith(day) ? words.slice(day.length) : words
}

const Where = ({ date }: { date: EventDate }) =>
  date.cancelledAt ? (
    <Tag state="late">Abgesagt</Tag>
  ) : (
    <>
      {placeInWords(date) || '–'}
      {date.videoUrl && (
        <span class="lw-table__sub">
          <a class="lw-link" href={date.videoUrl} rel="noreferrer">
            Zum Videoraum
          </a>
        </span>
      )}
    </>
  )

export const CourseFacts = ({ event, around }: { event: Event; around: Surroundings }) => {
  const items = [
    { term: 'Für wen', details: event.targetGroup },
    { term: 'Kosten', details: event.costRule },
    { term: 'Mit', details: lines(event.speakers).join('; ') },
    { term: 'Barrierefreiheit', details: event.accessibility },
    { term: 'Veranstalterin', details: around.organizer ?? '' },
    { term: 'Fragen an', details: [around.contact, around.contactEmail].filter(Boolean).join(', ') },
  ].filter(({ details }) => details !== '')
  if (items.length === 0) return null
  return (
    <Panel id="gut-zu-wissen" title="Gut zu wissen">
      <Description items={items} />
    </Panel>
  )
}

export const Materials = ({ event, materials }: { event: Event; materials: readonly ShownMaterial[] }) =>
  materials.length === 0 ? null : (
    <Panel id="unterlagen" title="Unterlagen">
      <ul class="lw-list">
        {materials.map(({ id, title, url }) => (
          <li>
            <a class="lw-link" href={url ?? eventRoutes.material.href({ id: event.id, material: id })} rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )

export const SeatPanel = ({ event, counts }: { event: Event; counts: SeatCounts }) => (
  <Panel id="plaetze" title="Plätze" quiet>
    <div class="lw-stack lw-stack--s">
      {event.capacity !== null && event.cancelledAt === null && (
        <Seats
          capacity={event.capacity}
          confirmed={counts.confirmed}
          offered={counts.offered}
          label={seatsLeftInWords(event, counts)}
        />
      )}
      <p class="lw-small lw-strong">{seatsLeftInWords(event, counts)}</p>
      <p class="lw-small lw-muted">{seatCountsInWords(counts)}</p>
    </div>
  </Panel>
)

export const RulePanel = ({ event }: { event: Event }) => (
  <Panel id="regeln" title="So vergeben wir Plätze" quiet>
    <ol class="lw-list">
      {rulesInWords(event).map((rule) => (
        <li>{capital(rule)}</li>
      ))}
    </ol>
  </Panel>
)

export const CertificatePanel = ({ event }: { event: Event }) => {
  const words = certificateInWords(event)
  if (!words) return null
  return (
    <Panel id="zertifikat" title="Zertifikat" quiet>
      <p class="lw-small">{words} Jedes Zertifikat hat eine Nummer, die alle öffentlich prüfen können.</p>
      <p class="lw-small">
        <a class="lw-link" href={eventRoutes.certificateCheck.href()}>
          Ein Zertifikat prüfen
        </a>
      </p>
    </Panel>
  )
}
