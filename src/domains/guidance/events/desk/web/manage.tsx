import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { dateInWords, type Event, placeInWords, runInWords } from '../../event/event.ts'
import { countSeats, listRuns, noSeats } from '../../event/queries.ts'
import { decisionInWords } from '../../places/reasons.ts'
import { eventRoutes } from '../../routes.ts'
import { freeSeatsOf } from '../capacity-preview.ts'
import { freeInWords } from '../capacity-words.ts'
import { countToApprove, type LatestDecision, latestDecisions, listSeats } from '../queries.ts'
import { nextDateOf, StandingTag } from './desk.tsx'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'
import { rulesInWords } from './public-view.tsx'

const shownDecisions = 40

/** One event at a glance, and the ways to everything one does with it. */
export const deskManagePages: PageRoute[] = [show(eventRoutes.manage, onEvent(managePage), desk)]

async function managePage(ctx: Context, event: Event): Promise<Answer> {
  const { db, now } = ctx
  const { id } = event
  const counts = (await countSeats(db, [id])).get(id) ?? noSeats
  const toApprove = (await countToApprove(db, [id])).get(id) ?? 0
  const seats = await listSeats(db, id)
  const lines = await latestDecisions(db, id, shownDecisions)
  const runs = await listRuns(db, event.lineId)
  const free = event.publishedAt && !event.cancelledAt ? freeSeatsOf(event, seats) : { free: null, passedBy: [] }
  const date = nextDateOf(event, now)
  return page({
    title: nameOf(event),
    crumbs: crumbsOf(event),
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={event.title}
          lead={`${runInWords(event)}. ${date ? `Nächster Termin: ${dateInWords(date)}${placeInWords(date) === '' ? '' : `, ${placeInWords(date)}`}.` : 'Es steht kein Termin mehr an.'}`}
          actions={<StandingTag event={event} now={now} />}
        />
        {event.cancelledAt && (
          <Alert kind="warning" title={`Abgesagt: ${germanMoment(event.cancelledAt, now)}`}>
            {event.cancelReason !== '' && <p>{event.cancelReason}</p>}
          </Alert>
        )}
        {!event.publishedAt && (
          <Alert kind="info" title="Noch ein Entwurf">
            <p>
              Sehen kann ihn nur Ihr Haus.{' '}
              <a class="lw-link" href={eventRoutes.publication.href({ id })}>
                Vorschau und Veröffentlichung
              </a>
            </p>
          </Alert>
        )}
        <Facts
          items={[
            { label: 'Plätze', value: event.capacity ?? 'ohne Grenze' },
            { label: 'bestätigt', value: counts.confirmed },
            { label: 'angeboten', value: counts.offered },
            { label: 'wartend', value: counts.waiting },
            { label: 'zuzulassen', value: toApprove },
          ]}
        />
        {free.passedBy.length > 0 && free.free !== 0 && freeInWords(free) !== '' && <p>{freeInWords(free)}</p>}
        <div class="lw-split lw-split--half">
          <PeopleWays event={event} runs={runs} />
          <EventWays event={event} />
        </div>
        {event.publishedAt && event.dates.length > 0 && <AttendanceWays event={event} />}
        <Panel id="regeln" title="So werden die Plätze vergeben">
          <ul class="lw-list">
            {rulesInWords(event).map((rule) => (
              <li>{rule}</li>
            ))}
          </ul>
        </Panel>
        <Panel id="verlauf" title="Verlauf" note={lines.length === shownDecisions ? 'das Neueste' : undefined}>
          <History event={event} lines={lines} now={now} />
        </Panel>
      </div>
    ),
  })
}

const PeopleWays = ({ event, runs }: { event: Event; runs: readonly Event[] }) => {
  const { id } = event
  return (
    <Panel id="menschen" title="Menschen">
      <LinkList
        items={[
          { href: eventRoutes.people.href({ id }), label: 'Teilnehmende und Warteliste' },
          { href: eventRoutes.capacity.href({ id }), label: 'Zahl der Plätze', note: 'mit Folgen vorab' },
          { href: eventRoutes.invitations.href({ id }), label: 'Einladungslinks für Gäste' },
          { href: eventRoutes.mails.href({ id }), label: 'Mail an eine Gruppe' },
          ...(runs.length > 1
            ? [{ href: eventRoutes.transfer.href({ id }), label: 'Warteliste in einen anderen Durchgang' }]
            : []),
          { href: eventRoutes.peopleFile.href({ id }), label: 'Unterschriftenliste', note: 'PDF' },
          { href: eventRoutes.badgesFile.href({ id }), label: 'Namensschilder', note: 'PDF' },
          ...(event.passPercent === null
            ? []
            : [{ href: eventRoutes.certificates.href({ id }), label: 'Zertifikate' }]),
          { href: eventRoutes.feedbackResults.href({ id }), label: 'Rückmeldungen' },
        ]}
      />
    </Panel>
  )
}

const EventWays = ({ event }: { event: Event }) => {
  const { id, dates, publishedAt, cancelledAt } = event
  return (
    <Panel id="veranstaltung" title="Veranstaltung">
      <LinkList
        items={[
          { href: eventRoutes.edit.href({ id }), label: 'Angaben' },
          {
            href: eventRoutes.dates.href({ id }),
            label: 'Termine',
            note: dates.length === 1 ? 'ein Termin' : `${dates.length} Termine`,
          },
          { href: eventRoutes.materials.href({ id }), label: 'Unterlagen' },
          { href: eventRoutes.nextRun.href({ id }), label: 'Noch einmal anbieten' },
          ...(publishedAt
            ? [{ href: eventRoutes.detail.href({ id }), label: 'Öffentliche Seite' }]
            : [
                { href: eventRoutes.publication.href({ id }), label: 'Veröffentlichen' },
                { href: eventRoutes.removal.href({ id }), label: 'Entwurf entfernen' },
              ]),
          ...(publishedAt && !cancelledAt ? [{ href: eventRoutes.cancellation.href({ id }), label: 'Absagen' }] : []),
        ]}
      />
    </Panel>
  )
}

const AttendanceWays = ({ event: { id, dates } }: { event: Event }) => (
  <Panel id="anwesenheit" title="Anwesenheit">
    <LinkList
      items={dates
        .filter(({ cancelledAt }) => cancelledAt === null)
        .map((date) => ({
          href: eventRoutes.attendance.href({ id, date: date.id }),
          label: dateInWords(date),
          note: placeInWords(date),
        }))}
    />
  </Panel>
)

interface HistoryProps {
  event: Event
  lines: readonly LatestDecision[]
  now: Temporal.Instant
}

const History = ({ event, lines, now }: HistoryProps) =>
  lines.length === 0 ? (
    <p>Entschieden ist noch nichts.</p>
  ) : (
    <ol class="lw-list">
      {lines.map((line) => (
        <li>
          {line.holder !== null && line.registrationId !== null && (
            <a class="lw-link" href={eventRoutes.person.href({ id: event.id, registration: line.registrationId })}>
              {line.holder}
            </a>
          )}
          {line.holder !== null && ': '}
          {decisionInWords(line)}
          <span class="lw-table__sub">{germanMoment(line.at, now)}</span>
        </li>
      ))}
    </ol>
  )
