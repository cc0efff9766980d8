import type { Temporal } from 'temporal-polyfill'
import { germanMonth, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, unprocessable } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import {
  dayInWords,
  type Event,
  type EventKind,
  eventKinds,
  runInWords,
  type Standing,
  standingInWords,
  standingOf,
} from '../event/event.ts'
import { countSeats, listEvents, noSeats, type SeatCounts } from '../event/queries.ts'
import { eventRoutes } from '../routes.ts'
import { placesInWords, seatsLeftInWords } from './rules-in-words.ts'

const title = 'Kurse und Veranstaltungen'
const perPage = 24

const kindsInWords: Record<EventKind, string> = {
  course: 'Kurse',
  dayTraining: 'Tagesschulungen',
  breakfast: 'Digitales Frühstück',
  network: 'Netzwerktreffen',
  kickoff: 'Auftakte',
  other: 'Weitere',
}

/** What one can take part in, for everybody at the same address. */
export const courseListPages: PageRoute[] = [publicPage(eventRoutes.list, listPage)]

async function listPage(ctx: PublicContext, { query }: Incoming): Promise<Answer> {
  const kind = eventKinds.find((one) => one === query['art'])
  const isPast = query['zeit'] === 'vorbei'
  const found = await listEvents(ctx, {
    kind,
    when: isPast ? 'past' : 'coming',
    drafts: false,
    limit: perPage,
    cursor: query['cursor'],
  })
  if (isRefusal(found)) return unprocessable(found)
  const counts = await countSeats(
    ctx.db,
    found.items.map(({ id }) => id),
  )
  const here = { art: kind, zeit: isPast ? 'vorbei' : undefined }
  return page({
    title,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Kurse, Schulungen und Treffen des Verbunds für Kommunen: was ansteht, wo Plätze frei sind und wie Sie sich anmelden."
        />
        <div class="lw-stack lw-stack--l">
          <KindFilter kind={kind} isPast={isPast} />
          {found.items.length === 0 ? (
            <Nothing isPast={isPast} isMore={query['cursor'] !== undefined} isFiltered={kind !== undefined} />
          ) : (
            months(found.items, ctx.now, isPast).map(({ id, name, events }) => (
              <Panel id={id} title={name}>
                <EventTable caption={name} events={events} counts={counts} now={ctx.now} />
              </Panel>
            ))
          )}
          {found.next && (
            <Pager
              next={{
                href: withQuery(eventRoutes.list.href(), { ...here, cursor: found.next }),
                label: isPast ? 'Frühere Veranstaltungen' : 'Spätere Veranstaltungen',
              }}
            />
          )}
        </div>
      </>
    ),
  })
}

const KindFilter = ({ kind, isPast }: { kind: EventKind | undefined; isPast: boolean }) => {
  const zeit = isPast ? 'vorbei' : undefined
  return (
    <div class="lw-stack lw-stack--s">
      <Filters
        label="Nach Art"
        items={[
          { label: 'Alle', href: withQuery(eventRoutes.list.href(), { zeit }), current: kind === undefined },
          ...eventKinds.map((one) => ({
            label: kindsInWords[one],
            href: withQuery(eventRoutes.list.href(), { art: one, zeit }),
            current: kind === one,
          })),
        ]}
      />
      <Filters
        label="Nach Zeit"
        items={[
          { label: 'Was kommt', href: withQuery(eventRoutes.list.href(), { art: kind }), current: !isPast },
          {
            label: 'Was war',
            href: withQuery(eventRoutes.list.href(), { art: kind, zeit: 'vorbei' }),
            current: isPast,
          },
        ]}
      />
    </div>
  )
}

function Nothing({ isPast, isMore, isFiltered }: { isPast: boolean; isMore: boolean; isFiltered: boolean }) {
  if (isMore)
    return (
      <Empty title="Keine weiteren Veranstaltungen" level={2}>
        Das war alles.
      </Empty>
    )
  if (isFiltered)
    return (
      <Empty title="Nichts von dieser Art" level={2}>
        <p>
          <a class="lw-link" href={withQuery(eventRoutes.list.href(), { zeit: isPast ? 'vorbei' : undefined })}>
            Alle Arten zeigen
          </a>
        </p>
      </Empty>
    )
  return isPast ? (
    <Empty title="Noch nichts vorbei" level={2}>
      Veranstaltungen bleiben hier stehen, wenn sie vorbei sind.
    </Empty>
  ) : (
    <Empty title="Zurzeit ist nichts geplant" level={2}>
      Sobald die Digital-Lotsen etwas veröffentlichen, steht es hier.
    </Empty>
  )
}

interface Month {
  id: string
  name: string
  events: Event[]
}

/** In the order of the list; what has begun and is not over stands together. */
function months(events: readonly Event[], now: Temporal.Instant, isPast: boolean): Month[] {
  const groups = new Map<string, Month>()
  for (const event of events) {
    const group = monthOf(event, now, isPast)
    const there = groups.get(group.id) ?? { ...group, events: [] }
    there.events.push(event)
    groups.set(group.id, there)
  }
  return [...groups.values()]
}

function monthOf({ startsAt }: Event, now: Temporal.Instant, isPast: boolean): Omit<Month, 'events'> {
  if (!startsAt) return { id: 'ohne-termin', name: 'Termin noch offen' }
  if (!isPast && startsAt.epochMilliseconds <= now.epochMilliseconds)
    return { id: 'laeuft', name: 'Hat schon begonnen' }
  const day = localDay(startsAt)
  return { id: `monat-${day.toString().slice(0, 7)}`, name: germanMonth(day) }
}

export const standingTags: Record<Standing, TagState> = {
  draft: 'none',
  cancelled: 'late',
  over: 'none',
  running: 'running',
  closed: 'none',
  early: 'none',
  full: 'soon',
  open: 'ok',
}

interface EventTableProps {
  caption: string
  events: readonly Event[]
  counts: ReadonlyMap<string, SeatCounts>
  now: Temporal.Instant
}

const EventTable = ({ caption, events, counts, now }: EventTableProps) => (
  <Table
    caption={caption}
    captionHidden
    stack
    rows={events}
    columns={[
      {
        header: 'Was',
        rowHeader: true,
        cell: (event) => (
          <>
            <a class="lw-link" href={eventRoutes.detail.href({ id: event.id })}>
              {event.title}
            </a>
            <span class="lw-table__sub">{runInWords(event)}</span>
          </>
        ),
      },
      { header: 'Wann', cell: (event) => <When event={event} now={now} /> },
      { header: 'Wo', cell: (event) => placesInWords(event) || '–' },
      { header: 'Plätze', cell: (event) => <Left event={event} counts={counts.get(event.id) ?? noSeats} now={now} /> },
    ]}
  />
)

function When({ event: { dates, startsAt }, now }: { event: Event; now: Temporal.Instant }) {
  const held = dates.filter(({ cancelledAt }) => cancelledAt === null)
  const next = held.find(({ endsAt }) => endsAt.epochMilliseconds > now.epochMilliseconds) ?? held.at(-1)
  if (!next || !startsAt) return <>Termin folgt</>
  const last = held.at(-1)
  return (
    <>
      <span class="lw-nowrap">{dayInWords(localDay(next.startsAt))}</span>
      {last && held.length > 1 && (
        <span class="lw-table__sub">
          {held.length} Termine bis {dayInWords(localDay(last.startsAt))}
        </span>
      )}
    </>
  )
}

/** While one may register it is the seats that count; afterwards how it stands. */
function Left({ event, counts, now }: { event: Event; counts: SeatCounts; now: Temporal.Instant }) {
  const standing = standingOf(event, now)
  const isSeats = standing === 'open' || standing === 'full'
  return (
    <Tag state={standingTags[standing]}>{isSeats ? seatsLeftInWords(event, counts) : standingInWords[standing]}</Tag>
  )
}
