import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { ownCertificates } from '../certificates/queries.ts'
import { OwnCertificates } from '../certificates/web/own-certificates.tsx'
import { dayInWords, type Event, runInWords } from '../event/event.ts'
import { isAskable } from '../feedback/feedback.ts'
import { feedbackGivenFor } from '../feedback/queries.ts'
import { eventsById } from '../event/queries.ts'
import { speaksForColleagues } from '../places/check-registration.ts'
import { ownRegistrations } from '../places/queries.ts'
import { whyInSentences } from '../places/reasons.ts'
import { isActive, type Registration } from '../places/registration.ts'
import { eventRoutes } from '../routes.ts'
import { PlaceWays, StandTag, waysOf } from './place-view.tsx'
import { momentInWords } from './rules-in-words.ts'

const title = 'Meine Anmeldungen'
const mostEnded = 30

/** All places of the reader, and for those who register colleagues the places of their organization. */
export const ownPlacePages: PageRoute[] = [show(eventRoutes.own, ownPage)]

interface Row {
  place: Registration
  event: Event
}

async function ownPage(ctx: Context): Promise<Answer> {
  const { actor, now } = ctx
  const organizationId = speaksForColleagues(actor) ? actor.actingFor?.id : undefined
  const places = await ownRegistrations(ctx.db, { personId: actor.personId, organizationId })
  const events = await eventsById(
    ctx.db,
    places.map(({ eventId }) => eventId),
  )
  const rows = places.flatMap((place) => {
    const event = events.get(place.eventId)
    return event ? [{ place, event }] : []
  })
  const isNow = ({ place, event }: Row): boolean =>
    isActive(place.state) && (event.endsAt === null || event.endsAt.epochMilliseconds > now.epochMilliseconds)
  const isMine = ({ place }: Row): boolean => place.personId === actor.personId
  const current = rows.filter(isNow).toSorted((a, b) => startOf(a) - startOf(b))
  const certificates = await ownCertificates(ctx.db, actor.personId)
  const askable = rows.filter((row) => isMine(row) && row.place.state === 'confirmed' && isAskable(row.event, now))
  const given = await feedbackGivenFor(
    ctx.db,
    askable.map(({ event }) => event.id),
  )
  const feedback = new Map(askable.map(({ place, event }) => [place.id, given.has(event.id)]))
  const ended = rows.filter((row) => !isNow(row)).slice(0, mostEnded)
  return page({
    title,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Wo Sie einen Platz haben oder warten, und warum. Auch Ihre Zertifikate stehen hier."
          actions={<ButtonLink href={eventRoutes.list.href()}>Kurse ansehen</ButtonLink>}
        />
        <div class="lw-stack lw-stack--xl">
          <Panel id="eigene" title="Ihre Plätze">
            {current.some(isMine) ? (
              <PlaceTable
                caption="Ihre Plätze"
                rows={current.filter(isMine)}
                named={false}
                now={now}
                feedback={feedback}
              />
            ) : (
              <Empty title="Zurzeit keine Anmeldung">Sobald Sie sich zu einem Kurs anmelden, steht er hier.</Empty>
            )}
          </Panel>
          {organizationId !== undefined && (
            <Panel id="organisation" title={`Weitere aus ${actor.actingFor?.name ?? 'Ihrer Organisation'}`}>
              {current.every(isMine) ? (
                <Empty title="Niemand sonst ist angemeldet">
                  Auf der Seite eines Kurses melden Sie auch Kolleginnen und Kollegen an.
                </Empty>
              ) : (
                <PlaceTable
                  caption="Plätze Ihrer Organisation"
                  rows={current.filter((row) => !isMine(row))}
                  named
                  now={now}
                  feedback={feedback}
                />
              )}
            </Panel>
          )}
          {certificates.length > 0 && (
            <Panel
              id="zertifikate"
              title="Ihre Zertifikate"
              link={{ href: eventRoutes.certificateCheck.href(), label: 'So wird eine Nummer geprüft' }}
            >
              <OwnCertificates certificates={certificates} />
            </Panel>
          )}
          {ended.length > 0 && (
            <Panel id="vorbei" title="Vorbei oder beendet">
              <PlaceTable
                caption="Vorbei oder beendet"
                rows={ended}
                named={organizationId !== undefined}
                now={now}
                feedback={feedback}
              />
            </Panel>
          )}
        </div>
      </>
    ),
  })
}

const startOf = ({ event }: Row): number => event.startsAt?.epochMilliseconds ?? Infinity

interface PlaceTableProps {
  caption: string
  rows: readonly Row[]
  /** Whether it says whose place it is. */
  named: boolean
  now: Temporal.Instant
  /** Own places whose event can be judged by now, and whether that is done. */
  feedback: ReadonlyMap<string, boolean>
}

const PlaceTable = ({ caption, rows, named, now, feedback }: PlaceTableProps) => (
  <Table
    caption={caption}
    captionHidden
    stack
    rows={rows}
    columns={[
      {
        header: 'Was',
        rowHeader: true,
        cell: ({ event }) => (
          <>
            <a class="lw-link" href={eventRoutes.detail.href({ id: event.id })}>
              {event.title}
            </a>
            <span class="lw-table__sub">{runInWords(event)}</span>
          </>
        ),
      },
      ...(named ? [{ header: 'Wer', cell: ({ place }: Row) => place.name }] : []),
      {
        header: 'Wann',
        cell: ({ event: { startsAt } }) => (
          <span class="lw-nowrap">{startsAt ? dayInWords(localDay(startsAt)) : 'Termin folgt'}</span>
        ),
      },
      {
        header: 'Stand',
        cell: ({ place, event }) => (
          <>
            <StandTag place={place} />
            <span class="lw-table__sub">{whyInSentences(place, event).join(' ')}</span>
          </>
        ),
      },
      { header: 'Noch möglich', cell: (row) => <Ways {...row} now={now} isGiven={feedback.get(row.place.id)} /> },
    ]}
  />
)

const Ways = ({ place, event, now, isGiven }: Row & { now: Temporal.Instant; isGiven: boolean | undefined }) => {
  if (place.state === 'offered')
    return (
      <>
        <a class="lw-link" href={eventRoutes.detail.href({ id: event.id })}>
          Auf das Angebot antworten
        </a>
        {place.offerUntil && <span class="lw-table__sub">bis {momentInWords(place.offerUntil)}</span>}
      </>
    )
  const hasWays = Object.values(waysOf(event, place, now)).includes(true)
  if (!hasWays && isGiven === undefined) return <>–</>
  return (
    <>
      {isGiven === true && <span class="lw-small lw-muted">Ihre Rückmeldung ist abgegeben.</span>}
      {isGiven === false && (
        <a class="lw-link lw-small" href={eventRoutes.feedback.href({ id: event.id })}>
          Rückmeldung geben
        </a>
      )}
      {hasWays && <PlaceWays place={place} event={event} nextRun={null} now={now} />}
    </>
  )
}
