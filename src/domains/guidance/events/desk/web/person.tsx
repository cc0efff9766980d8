import { germanMoment, localDay } from '#kernel/local-day.ts'
import { isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { type Colleague, staffOf } from '#foundation/identity/index.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { isId } from '#kernel/id.ts'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { dateInWords, type Event } from '../../event/event.ts'
import { findEvent, listRuns } from '../../event/queries.ts'
import { approve, substitute, transfer } from '../../places/decide.ts'
import { leave } from '../../places/leave.ts'
import { listDecisions } from '../../places/queries.ts'
import { decisionInWords, whyInSentences } from '../../places/reasons.ts'
import { type Decision, isActive, type Registration } from '../../places/registration.ts'
import { eventRoutes } from '../../routes.ts'
import { crumbsOf, desk, nameOf, onPlace } from './on-event.ts'
import { rankInWords, StateTag } from './people-table.tsx'
import { ApprovalPanel, LeavePanel, MovePanel, SubstitutePanel } from './person-deeds.tsx'
import type { Typed } from './typed.ts'

interface Found {
  event: Event
  place: Registration
}

/** What was tried here and refused. */
export interface Tried {
  typed: Typed
  refusal: Refusal
}

/** One place: how it came about, and what the organizer may decide. */
export const deskPersonPages: PageRoute[] = [
  show(
    eventRoutes.person,
    onPlace((ctx, found) => personPage(ctx, found)),
    desk,
  ),
  submit(
    eventRoutes.person,
    onPlace((ctx, found, { form }) =>
      deed(ctx, found, form, 'Die Vertretung hat jetzt den Platz. Beide erfahren es per E-Mail.', () =>
        isId(form['personId'] ?? '')
          ? substitute(ctx, found.event, found.place, form['personId'] ?? '')
          : Promise.resolve(
              refuse('Geändert ist noch nichts. Bitte ändern Sie eine Angabe.', [
                { path: 'personId', message: 'Bitte wählen Sie eine Person.' },
              ]),
            ),
      ),
    ),
    desk,
  ),
  submit(
    eventRoutes.approval,
    onPlace((ctx, found, { form }) => {
      const approved = form['entscheidung'] === 'zulassen'
      const reason = (form['reason'] ?? '').trim().slice(0, 500)
      return deed(
        ctx,
        found,
        form,
        approved
          ? 'Zugelassen. Die Person erfährt es per E-Mail.'
          : 'Nicht zugelassen. Die Person erfährt den Grund per E-Mail.',
        () => approve(ctx, found.event, found.place, { approved, reason }),
      )
    }),
    desk,
  ),
  submit(
    eventRoutes.removePerson,
    onPlace((ctx, found, { form }) =>
      deed(ctx, found, form, 'Abgemeldet. Ein frei gewordener Platz geht an die Warteliste.', () =>
        leave(ctx, found.event, found.place, (form['reason'] ?? '').trim().slice(0, 500)),
      ),
    ),
    desk,
  ),
  submit(
    eventRoutes.movePerson,
    onPlace((ctx, found, { form }) =>
      deed(ctx, found, form, 'In den anderen Durchgang übernommen.', async () => {
        const target = await findEvent(ctx.db, form['eventId'] ?? '')
        return target
          ? transfer(ctx, found.event, target, found.place)
          : refuse('Geändert ist noch nichts. Bitte ändern Sie eine Angabe.', [
              { path: 'eventId', message: 'Bitte wählen Sie einen Durchgang.' },
            ])
      }),
    ),
    desk,
  ),
]

async function deed(
  ctx: Context,
  found: Found,
  typed: Typed,
  said: string,
  work: () => Promise<unknown>,
): Promise<Answer> {
  const done = await work()
  if (isRefusal(done)) return personPage(ctx, found, { typed, refusal: done })
  return redirect(eventRoutes.person.href({ id: found.event.id, registration: found.place.id }), said)
}

async function personPage(ctx: Context, { event, place }: Found, tried?: Tried): Promise<Answer> {
  const lines = await listDecisions(ctx.db, { eventId: event.id, registrationId: place.id })
  const runs = (await listRuns(ctx.db, event.lineId)).filter(
    ({ id, publishedAt, cancelledAt }) => id !== event.id && publishedAt !== null && cancelledAt === null,
  )
  const staff: Colleague[] =
    place.state === 'confirmed' && place.organizationId !== null
      ? await staffOf(ctx.db, place.organizationId, localDay(ctx.now).toString())
      : []
  const refusal = tried?.refusal
  return page({
    title: `${place.name}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, place.name, { label: 'Teilnehmende', href: eventRoutes.people.href({ id: event.id }) }),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead title={place.name} lead={nameOf(event)} />
        {refusal && (
          <ErrorSummary
            title={refusal.refused}
            errors={refusal.errors ?? []}
            labels={{ reason: 'Grund', personId: 'Vertretung', eventId: 'Durchgang' }}
            ids={{ reason: tried.typed['entscheidung'] === undefined ? 'abmelden-grund' : 'zulassung-grund' }}
          />
        )}
        <div class="lw-split">
          <div class="lw-stack lw-stack--l">
            <Panel id="platz" title="Der Platz">
              <Facts event={event} place={place} now={ctx.now} />
            </Panel>
            {place.state === 'waiting' && !place.isApproved && (
              <ApprovalPanel event={event} place={place} tried={tried} />
            )}
            {place.state === 'confirmed' && <SubstitutePanel event={event} place={place} tried={tried} staff={staff} />}
            {(isActive(place.state) || place.state === 'expired') && place.state !== 'offered' && (
              <MovePanel event={event} place={place} tried={tried} runs={runs} />
            )}
            {isActive(place.state) && <LeavePanel event={event} place={place} tried={tried} />}
          </div>
          <Panel id="verlauf" title="Verlauf" quiet>
            <History lines={lines} now={ctx.now} event={event} place={place} />
          </Panel>
        </div>
      </div>
    ),
  })
}

type Now = { now: Context['now'] }

const Facts = ({ event, place, now }: Found & Now) => (
  <Description
    items={[
      { term: 'Stand', details: <StateTag place={place} /> },
      { term: 'Warum', details: whyInSentences(place, event).join(' ') },
      ...(place.position === null ? [] : [{ term: 'Warteliste', details: rankInWords(place) }]),
      ...(place.offerUntil ? [{ term: 'Angebot gilt bis', details: dateTime(place.offerUntil) }] : []),
      { term: 'Nimmt teil für', details: place.organization ?? 'keine Kommune' },
      ...(place.guestEmail === '' ? [] : [{ term: 'E-Mail des Gasts', details: place.guestEmail }]),
      ...(place.note === '' ? [] : [{ term: 'Anmerkung', details: place.note }]),
      { term: 'Angemeldet', details: germanMoment(place.registeredAt, now) },
    ]}
  />
)

const dateTime = (instant: NonNullable<Registration['offerUntil']>): string =>
  dateInWords({ startsAt: instant, endsAt: instant }).replace(/ bis .*$/, ' Uhr')

const History = ({ lines, now, event, place }: { lines: readonly Decision[] } & Found & Now) => (
  <ol class="lw-list">
    {lines.map((line) => (
      <li>
        {decisionInWords(line)}
        <span class="lw-table__sub">
          {germanMoment(line.at, now)}
          {line.reasons.length > 0 &&
            line.what === 'waits' &&
            `: ${whyInSentences({ ...place, reasons: line.reasons }, event).join(' ')}`}
        </span>
      </li>
    ))}
  </ol>
)
