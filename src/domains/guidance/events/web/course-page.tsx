import type { Refusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { Actor, PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Badge, type BadgeKind } from '#ui/badge/badge.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { isOrganizer } from '../access.ts'
import { type Event, runInWords, type Standing, standingInWords, standingOf } from '../event/event.ts'
import { countSeats, findEvent, noSeats, type SeatCounts } from '../event/queries.ts'
import {
  checkRegistration,
  closedForAll,
  filledBefore,
  findSurroundings,
  listShownMaterials,
  type ShownMaterial,
  speaksForColleagues,
  type Surroundings,
} from '../places/check-registration.ts'
import { listDecisions, ownRegistrations } from '../places/queries.ts'
import { type Decision, isActive, type Registration } from '../places/registration.ts'
import { eventRoutes } from '../routes.ts'
import { CertificatePanel, CourseFacts, DateTable, Materials, Outcomes, RulePanel, SeatPanel } from './course-facts.tsx'
import { OwnParticipation, type Participation as Taken, participationOf } from './own-participation.tsx'
import { OfferBox, OwnPlace, PlaceHistory, PlaceWays, StandTag, WhyNoSeat } from './place-view.tsx'
import { isOpen, whenInWords } from './rules-in-words.ts'

/** One event: for strangers what it is, for participants also where they stand and why. */
export const coursePages: PageRoute[] = [
  publicPage(eventRoutes.detail, async (ctx, { params }) => {
    const event = await findEvent(ctx.db, params['id'] ?? '')
    return event ? coursePage(ctx, event) : notFound('Diese Veranstaltung gibt es nicht oder nicht mehr.')
  }),
]

interface Reader {
  actor: Actor | null
  own: Registration | undefined
  decisions: readonly Decision[]
  colleagues: readonly Registration[]
  filled: Awaited<ReturnType<typeof filledBefore>>
  taken: Taken | undefined
  /** Why one cannot register oneself; undefined: one can. */
  refusal: Refusal | undefined
}

async function readerOf({ actor, db, now }: PublicContext, event: Event): Promise<Reader> {
  const closed = closedForAll(event, now)
  const nobody: Reader = {
    actor,
    own: undefined,
    decisions: [],
    colleagues: [],
    filled: new Map(),
    taken: undefined,
    refusal: closed,
  }
  if (!actor) return nobody
  const places = await ownRegistrations(db, {
    personId: actor.personId,
    organizationId: speaksForColleagues(actor) ? actor.actingFor?.id : undefined,
    eventId: event.id,
  })
  const mine = places.filter(({ personId }) => personId === actor.personId)
  const own = mine.find(({ state }) => isActive(state)) ?? mine[0]
  const colleagues = places.filter(({ personId, state }) => personId !== actor.personId && isActive(state))
  const waiting = [own, ...colleagues].flatMap((place) => (place?.state === 'waiting' ? [place.id] : []))
  return {
    actor,
    own,
    colleagues,
    decisions: own ? await listDecisions(db, { eventId: event.id, registrationId: own.id }) : [],
    filled: await filledBefore({ db }, waiting),
    taken: await participationOf({ db, now }, event, own),
    refusal: own && isActive(own.state) ? undefined : (closed ?? (await checkRegistration({ actor, db, now }, event))),
  }
}

interface View {
  event: Event
  counts: SeatCounts
  around: Surroundings
  materials: readonly ShownMaterial[]
  reader: Reader
  now: PublicContext['now']
}

async function coursePage(ctx: PublicContext, event: Event): Promise<Answer> {
  const reader = await readerOf(ctx, event)
  const counts = (await countSeats(ctx.db, [event.id])).get(event.id) ?? noSeats
  const around = await findSurroundings(ctx, event)
  const materials = await listShownMaterials(ctx.db, event.id)
  return page({
    title: event.title,
    crumbs: [{ label: 'Kurse', href: eventRoutes.list.href() }, { label: runInWords(event) }],
    view: () => (
      <Course event={event} counts={counts} around={around} materials={materials} reader={reader} now={ctx.now} />
    ),
  })
}

const badges: Record<Standing, BadgeKind> = {
  draft: 'info',
  cancelled: 'danger',
  over: 'info',
  running: 'info',
  closed: 'info',
  early: 'info',
  full: 'warning',
  open: 'success',
}

function Course(view: View) {
  const { event, counts, around, materials, reader, now } = view
  const standing = standingOf(event, now)
  const lead = [whenInWords(event), event.lead].filter((part) => part !== '').join(' ')
  return (
    <>
      <PageHead
        title={event.title}
        lead={lead}
        actions={<Badge kind={badges[standing]}>{standingInWords[standing]}</Badge>}
      />
      <div class="lw-split">
        <div class="lw-stack lw-stack--xl">
          {event.cancelledAt && (
            <Alert kind="danger" title="Diese Veranstaltung ist abgesagt.">
              {event.cancelReason !== '' && <p>{event.cancelReason}</p>}
            </Alert>
          )}
          <Participation {...view} />
          <Outcomes event={event} />
          <DateTable event={event} />
          <CourseFacts event={event} around={around} />
          <Materials event={event} materials={materials} />
        </div>
        <div class="lw-stack lw-stack--l">
          <SeatPanel event={event} counts={counts} />
          <RulePanel event={event} />
          {reader.own && <PlaceHistory place={reader.own} decisions={reader.decisions} now={now} />}
          <CertificatePanel event={event} />
        </div>
      </div>
    </>
  )
}

/** Where the reader and the reader's colleagues stand, and the way in. */
function Participation(view: View) {
  const { event, around, reader, now } = view
  const { nextRun } = around
  const { actor, own, filled } = reader
  const hasPlace = own !== undefined && isActive(own.state)
  return (
    <>
      {own?.state === 'offered' && <OfferBox event={event} place={own} nextRun={nextRun} isOwn />}
      {own && own.state !== 'offered' && (
        <OwnPlace event={event} place={own} filledAt={filled.get(own.id)} nextRun={nextRun} now={now} />
      )}
      {reader.taken && <OwnParticipation event={event} part={reader.taken} />}
      {!hasPlace && <WayIn event={event} reader={reader} />}
      <Colleagues {...view} />
      {actor && isOrganizer(actor, event) && (
        <p>
          <ButtonLink href={eventRoutes.manage.href({ id: event.id })} size="x-small">
            In der Kursverwaltung öffnen
          </ButtonLink>
        </p>
      )}
    </>
  )
}

const WayIn = ({ event, reader: { actor, refusal, own } }: { event: Event; reader: Reader }) => (
  <Panel id="anmeldung" title="Anmeldung">
    {refusal ? (
      <p>{refusal.refused}</p>
    ) : (
      <div class="lw-stack lw-stack--s">
        <p>
          {actor
            ? 'Sie bekommen sofort einen Platz oder eine Nummer auf der Warteliste, und erfahren, warum.'
            : 'Anmelden können sich alle, die für eine Kommune im Verbund arbeiten und einen Zugang haben.'}
        </p>
        <p>
          <ButtonLink variant="primary" href={eventRoutes.registration.href({ id: event.id })}>
            {registerLabel(actor, own)}
          </ButtonLink>
        </p>
      </div>
    )}
  </Panel>
)

function registerLabel(actor: Actor | null, own: Registration | undefined): string {
  if (!actor) return 'Mit Zugang anmelden'
  return own ? 'Wieder anmelden' : 'Zu dieser Veranstaltung anmelden'
}

function Colleagues({ event, around: { nextRun }, reader, now }: View) {
  const { actor, colleagues, filled } = reader
  if (!actor?.actingFor || !speaksForColleagues(actor)) return null
  if (colleagues.length === 0 && !reader.own) return null
  return (
    <Panel
      id="kolleginnen"
      title={`${reader.own ? 'Auch angemeldet' : 'Angemeldet'} aus ${actor.actingFor.name}`}
      link={
        isOpen(event, now)
          ? { href: eventRoutes.registration.href({ id: event.id }), label: 'Jemanden anmelden' }
          : undefined
      }
    >
      {colleagues.length === 0 ? (
        <p>Sonst ist niemand aus Ihrer Organisation angemeldet.</p>
      ) : (
        <div class="lw-stack lw-stack--l">
          {colleagues.map((place) => (
            <div class="lw-stack">
              <div class="lw-row lw-row--between">
                <p>
                  <strong>{place.name}</strong>
                </p>
                <StandTag place={place} />
              </div>
              {place.state === 'offered' && <OfferBox event={event} place={place} nextRun={nextRun} isOwn={false} />}
              {place.state === 'waiting' && (
                <WhyNoSeat event={event} place={place} filledAt={filled.get(place.id)} isOwn={false} />
              )}
              <PlaceWays event={event} place={place} nextRun={nextRun} now={now} />
            </div>
          ))}
        </div>
      )}
    </Panel>
  )
}
