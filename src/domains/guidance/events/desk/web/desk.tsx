import { Temporal } from 'temporal-polyfill'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { dateInWords, type Event, runInWords, type Standing, standingInWords, standingOf } from '../../event/event.ts'
import { countSeats, listEvents, noSeats, type SeatCounts } from '../../event/queries.ts'
import { eventRoutes } from '../../routes.ts'
import { countToApprove } from '../queries.ts'
import { desk, deskTitle } from './on-event.ts'

const views = { kommend: 'Kommende', entwuerfe: 'Entwürfe', vergangen: 'Vergangene' } as const
type View = keyof typeof views
const shownRows = 50

/** What the organizer runs: the next first. */
export const deskPages: PageRoute[] = [
  show(eventRoutes.desk, (ctx, { query }) => deskPage(ctx, viewOf(query['sicht']), query['ab']), desk),
]

const viewOf = (asked: string | undefined): View => (asked === 'entwuerfe' || asked === 'vergangen' ? asked : 'kommend')

export interface Line {
  event: Event
  counts: SeatCounts
  toApprove: number
}

async function deskPage(ctx: Context, view: View, cursor: string | undefined): Promise<Answer> {
  const found = await listEvents(ctx, {
    when: view === 'vergangen' ? 'past' : view === 'kommend' ? 'coming' : 'all',
    drafts: view === 'entwuerfe',
    limit: shownRows,
    cursor,
  })
  if (isRefusal(found)) return unprocessable(found)
  const ids = found.items.map(({ id }) => id)
  const [counts, toApprove] = [await countSeats(ctx.db, ids), await countToApprove(ctx.db, ids)]
  const lines = found.items.map((event) => ({
    event,
    counts: counts.get(event.id) ?? noSeats,
    toApprove: toApprove.get(event.id) ?? 0,
  }))
  const { next } = found
  return page({
    title: deskTitle,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={deskTitle}
          lead="Kurse, Schulungen und Treffen, die Sie anbieten."
          actions={
            <>
              <ButtonLink href={eventRoutes.statistics.href()} size="x-small">
                Auswertung
              </ButtonLink>
              <ButtonLink href={eventRoutes.add.href()} size="x-small" variant="primary">
                Veranstaltung anlegen
              </ButtonLink>
            </>
          }
        />
        <Filters
          label="Veranstaltungen filtern"
          items={(Object.keys(views) as View[]).map((key) => ({
            label: views[key],
            href: withQuery(eventRoutes.desk.href(), { sicht: key === 'kommend' ? '' : key }),
            current: key === view,
          }))}
        />
        {lines.length === 0 ? (
          <Nothing view={view} />
        ) : (
          <EventTable lines={lines} now={ctx.now} caption={views[view]} />
        )}
        {next !== null && <Pager next={{ href: withQuery(eventRoutes.desk.href(), { sicht: view, ab: next }) }} />}
      </div>
    ),
  })
}

const Nothing = ({ view }: { view: View }) =>
  view === 'vergangen' ? (
    <Empty level={2} title="Noch keine vergangene Veranstaltung">
      Hier steht, was vorbei ist, das Letzte zuerst.
    </Empty>
  ) : (
    <Empty
      level={2}
      title={view === 'entwuerfe' ? 'Kein Entwurf' : 'Keine kommende Veranstaltung'}
      actions={<ButtonLink href={eventRoutes.add.href()}>Veranstaltung anlegen</ButtonLink>}
    >
      Eine Veranstaltung entsteht als Entwurf. Sichtbar wird sie erst, wenn Sie sie veröffentlichen.
    </Empty>
  )

const tagOf: Record<Standing, TagState> = {
  draft: 'none',
  cancelled: 'late',
  over: 'none',
  running: 'running',
  closed: 'soon',
  early: 'none',
  full: 'soon',
  open: 'ok',
}

/** How it stands, as a sign and a word. */
export const StandingTag = ({ event, now }: { event: Event; now: Temporal.Instant }) => {
  const standing = standingOf(event, now)
  return <Tag state={tagOf[standing]}>{standingInWords[standing]}</Tag>
}

/** The next date that is not called off. */
export const nextDateOf = (
  { dates }: Pick<Event, 'dates'>,
  now: Temporal.Instant,
): Event['dates'][number] | undefined =>
  dates.find(({ endsAt, cancelledAt }) => cancelledAt === null && Temporal.Instant.compare(endsAt, now) > 0)

function whenInWords(event: Event, now: Temporal.Instant): string {
  const date = nextDateOf(event, now) ?? event.dates.findLast(({ cancelledAt }) => cancelledAt === null)
  return date ? dateInWords(date) : 'noch kein Termin'
}

/** "15 von 16" */
export const seatsInWords = ({ capacity, seatsTaken }: Event): string =>
  capacity === null ? `${seatsTaken}` : `${seatsTaken} von ${capacity}`

/** "Vergeben sind 15 von 16 Plätzen." */
export const takenInWords = ({ capacity, seatsTaken }: Event): string => {
  if (capacity !== null) return `Vergeben sind ${seatsTaken} von ${capacity} Plätzen.`
  return `Vergeben ${seatsTaken === 1 ? 'ist ein Platz' : `sind ${seatsTaken} Plätze`}; eine Grenze gibt es nicht.`
}

const EventTable = ({ lines, now, caption }: { lines: readonly Line[]; now: Temporal.Instant; caption: string }) => (
  <Table
    caption={`${caption} Veranstaltungen`}
    captionHidden
    stack
    rows={lines}
    columns={[
      {
        header: 'Veranstaltung',
        rowHeader: true,
        cell: ({ event }) => (
          <>
            <a class="lw-link" href={eventRoutes.manage.href({ id: event.id })}>
              {event.title}
            </a>
            {runInWords(event) !== event.title && <span class="lw-table__sub">{runInWords(event)}</span>}
          </>
        ),
      },
      { header: 'Nächster Termin', cell: ({ event }) => whenInWords(event, now) },
      { header: 'Plätze', numeric: true, cell: ({ event }) => seatsInWords(event) },
      { header: 'Wartend', numeric: true, cell: ({ counts }) => counts.waiting },
      { header: 'Zuzulassen', numeric: true, cell: ({ toApprove }) => toApprove },
      { header: 'Stand', cell: ({ event }) => <StandingTag event={event} now={now} /> },
    ]}
  />
)
