import { z } from 'zod'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { isOrganizer, may } from '../access.ts'
import type { Event } from '../event/event.ts'
import { findEvent, findRules } from '../event/queries.ts'
import { eventExample, registrationExample } from '../examples.ts'
import { decisionJson, registrationJson } from '../json.ts'
import {
  type RegistrationInput,
  cancellationIn,
  historyOut,
  registrationIn,
  registrationList,
  registrationOut,
  registrationQuery,
} from '../schemas.ts'
import { type Answered, answerInWords, answerOffer, answerOfferByLink } from './answer-offer.ts'
import { approve, substitute, transfer } from './decide.ts'
import { leave } from './leave.ts'
import { findRegistration, listDecisions, listRegistrations } from './queries.ts'
import { type Kept, type Participant, register } from './register.ts'
import type { Registration } from './registration.ts'

const tag = 'Registrations'
const params = z.object({ id: idSchema })
const settlers = 'The person, those who register colleagues at their organization, organizers'
const reply = {
  status: 200,
  description: 'The place as it is now',
  schema: registrationOut,
  example: registrationExample,
} as const

const transferTarget = z.object({ eventId: idSchema }).strict().meta({ id: 'TransferTarget' })

const offerOut = z
  .object({ state: z.string().meta({ description: 'As the place is now' }), message: z.string() })
  .meta({ id: 'SeatOfferAnswer' })
const offerExample = { state: 'confirmed', message: 'Der Platz gehört Ihnen.' }

export const placeOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/events/{id}/registrations',
    id: 'listRegistrations',
    title: 'Anmeldungen einer Veranstaltung auflisten',
    summary: 'Organizers: all; others: their own and those of their organization',
    who: 'Everybody signed in, as far as the rows are visible',
    tag,
    params,
    query: registrationQuery,
    reply: {
      status: 200,
      description: 'One page',
      schema: registrationList,
      example: { items: [registrationExample], next: null },
    },
    work: async (ctx, { params: { id }, query }) => {
      const event = await findEvent(ctx.db, id)
      if (!event) return notFound()
      const found = await listRegistrations(ctx.db, id, query)
      if (isRefusal(found)) return unprocessable(found)
      return json({ items: found.items.map((place) => registrationJson(place, event)), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/events/{id}/registrations',
    id: 'addRegistration',
    title: 'sich oder andere anmelden',
    summary:
      'Register: `{}` for oneself, `personId` for a colleague, `guest` by an organizer: a seat, or a number on the waiting list',
    who: 'Whoever works for an organization; for colleagues head, office head, navigator, administrator; guests by organizers',
    tag,
    params,
    body: registrationIn,
    bodyExample: { note: '', regardless: false },
    problems: { 403: 'Not for this person', 422: 'Registered already, too late, or a condition is not met' },
    reply: { status: 201, description: 'The place', schema: registrationOut, example: registrationExample },
    work: async (ctx, { params: { id }, body }) => {
      const event = await findRules(ctx.db, id)
      if (!event) return notFound()
      const allowed = mayRegister(ctx, event, body)
      if (isRefusal(allowed)) return forbidden(allowed)
      const participant = participantOf(ctx, body)
      if (isRefusal(participant)) return unprocessable(participant)
      const kept = await register(ctx, event, participant, body)
      if (isRefusal(kept)) return unprocessable(kept)
      const place = placeOf(ctx, kept, participant, body.note)
      return place
        ? json(registrationJson({ ...place, eventId: id }, event), 201)
        : shown(ctx, event, kept.registrationId, 201)
    },
  }),
  operation({
    method: 'get',
    path: '/registrations/{id}',
    id: 'getRegistration',
    title: 'eine Anmeldung zeigen',
    summary: 'One place with its reason',
    who: 'The person, their organization, organizers',
    tag,
    params,
    reply,
    work: async (ctx, { params: { id } }) => {
      const place = await findRegistration(ctx.db, id)
      const event = place && (await findEvent(ctx.db, place.eventId))
      return event ? json(registrationJson(place, event)) : notFound()
    },
  }),
  operation({
    method: 'get',
    path: '/registrations/{id}/decisions',
    id: 'listSeatDecisions',
    title: 'den Verlauf einer Anmeldung zeigen',
    summary: 'Every decision about this place, the oldest first',
    who: 'The person, their organization, organizers',
    tag,
    params,
    reply: {
      status: 200,
      description: 'All decisions',
      schema: historyOut,
      example: {
        items: [
          {
            seq: 21,
            registrationId: registrationExample.id,
            what: 'waiting',
            text: 'Warteliste, Nummer 3',
            at: registrationExample.registeredAt,
          },
        ],
        next: null,
      },
    },
    work: async (ctx, { params: { id } }) => {
      const place = await findRegistration(ctx.db, id)
      if (!place) return notFound()
      const lines = await listDecisions(ctx.db, { eventId: place.eventId, registrationId: id })
      return json({ items: lines.map(decisionJson), next: null })
    },
  }),
  operation({
    method: 'delete',
    path: '/registrations/{id}',
    id: 'cancelRegistration',
    title: 'sich oder andere abmelden',
    summary: 'Give a place back; a seat goes to whoever is next',
    who: settlers,
    tag,
    params,
    problems: { 403: 'Neither the person nor their organization nor an organizer' },
    reply: { ...reply, example: { ...registrationExample, state: 'cancelled' as const } },
    work: (ctx, { params: { id } }) =>
      settling(ctx, id, async (event, place) => {
        const left = await leave(ctx, event, place, '')
        return isRefusal(left) ? unprocessable(left) : shown(ctx, event, id, 200)
      }),
  }),
  operation({
    method: 'post',
    path: '/registrations/{id}/substitution',
    id: 'substituteRegistration',
    title: 'eine Vertretung benennen',
    summary: 'Somebody else of the same organization takes the seat',
    who: settlers,
    tag,
    params,
    body: z.object({ personId: idSchema }).strict().meta({ id: 'Substitute' }),
    bodyExample: { personId: registrationExample.person.id },
    problems: { 403: 'Neither the person nor their organization nor an organizer' },
    reply: {
      status: 201,
      description: 'The place of the substitute',
      schema: registrationOut,
      example: registrationExample,
    },
    work: (ctx, { params: { id }, body: { personId } }) =>
      settling(ctx, id, async (event, place) => {
        const done = await substitute(ctx, event, place, personId)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, event, done.id, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/registrations/{id}/approval',
    id: 'decideRegistration',
    title: 'eine Anmeldung zulassen oder ablehnen',
    summary: 'Approve a registration, or refuse it with a reason',
    who: 'Guides and programme managers',
    tag,
    params,
    guard: may.organize,
    body: cancellationIn.extend({ approved: z.boolean() }).strict().meta({ id: 'Approval' }),
    bodyExample: { approved: true, reason: '' },
    problems: { 403: 'Only organizers' },
    reply,
    work: (ctx, { params: { id }, body }) =>
      settling(ctx, id, async (event, place) => {
        const done = await approve(ctx, event, place, body)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, event, id, 200)
      }),
  }),
  operation({
    method: 'post',
    path: '/registrations/{id}/transfer',
    id: 'transferRegistration',
    title: 'eine Anmeldung in einen anderen Durchgang übernehmen',
    summary: 'Into another run, with the rank of this one; for a seat only by organizers',
    who: settlers,
    tag,
    params,
    body: transferTarget,
    bodyExample: { eventId: eventExample.id },
    problems: { 403: 'Neither the person nor their organization nor an organizer' },
    reply: { status: 200, description: 'How many moved', schema: z.object({ moved: z.int() }), example: { moved: 1 } },
    work: (ctx, { params: { id }, body: { eventId } }) =>
      settling(ctx, id, async (event, place) => {
        const target = await findEvent(ctx.db, eventId)
        if (!target)
          return unprocessable(refuse('Diesen Durchgang gibt es nicht.', [{ path: 'eventId', message: 'unbekannt' }]))
        const done = await transfer(ctx, event, target, place)
        return isRefusal(done) ? unprocessable(done) : json(done)
      }),
  }),
  operation({
    method: 'post',
    path: '/events/{id}/transfer',
    id: 'transferWaitingList',
    title: 'die Warteliste in einen anderen Durchgang übernehmen',
    summary: 'Everybody who waits or let an offer pass goes to another run, in their order',
    who: 'Guides and programme managers',
    tag,
    params,
    guard: may.organize,
    body: transferTarget,
    bodyExample: { eventId: eventExample.id },
    problems: { 403: 'Only organizers' },
    reply: { status: 200, description: 'How many moved', schema: z.object({ moved: z.int() }), example: { moved: 9 } },
    work: async (ctx, { params: { id }, body: { eventId } }) => {
      const [event, target] = [await findEvent(ctx.db, id), await findEvent(ctx.db, eventId)]
      if (!event) return notFound()
      if (!target)
        return unprocessable(refuse('Diesen Durchgang gibt es nicht.', [{ path: 'eventId', message: 'unbekannt' }]))
      const done = await transfer(ctx, event, target)
      return isRefusal(done) ? unprocessable(done) : json(done)
    },
  }),
  operation({
    method: 'post',
    path: '/registrations/{id}/acceptance',
    id: 'acceptOwnOffer',
    title: 'einen angebotenen Platz annehmen',
    summary: 'Accept an offered seat in the portal; again it says the same',
    who: settlers,
    tag,
    params,
    reply: { status: 200, description: 'As the place is now', schema: offerOut, example: offerExample },
    work: async (ctx, { params: { id } }) => offered(await answerOffer(ctx, id, true), true),
  }),
  operation({
    method: 'post',
    path: '/registrations/{id}/decline',
    id: 'declineOwnOffer',
    title: 'einen angebotenen Platz ablehnen',
    summary: 'Decline an offered seat in the portal; again it says the same',
    who: settlers,
    tag,
    params,
    reply: { status: 200, description: 'As the place is now', schema: offerOut, example: offerExample },
    work: async (ctx, { params: { id } }) => offered(await answerOffer(ctx, id, false), false),
  }),
  openOperation({
    method: 'post',
    path: '/seat-offers/{token}/acceptance',
    id: 'acceptSeatOffer',
    title: 'den Platz aus einer Mail annehmen',
    summary: 'Accept an offered seat by the secret of the mail; again it says the same',
    who: 'Whoever holds the secret',
    tag,
    params: z.object({ token: z.string().max(200) }),
    problems: { 422: 'The term is over, or the offer does not stand any more' },
    reply: { status: 200, description: 'As the place is now', schema: offerOut, example: offerExample },
    work: async (ctx, { params: { token } }) => offered(await answerOfferByLink(ctx, token, true), true),
  }),
  openOperation({
    method: 'post',
    path: '/seat-offers/{token}/decline',
    id: 'declineSeatOffer',
    title: 'den Platz aus einer Mail ablehnen',
    summary: 'Decline an offered seat by the secret of the mail; again it says the same',
    who: 'Whoever holds the secret',
    tag,
    params: z.object({ token: z.string().max(200) }),
    problems: { 422: 'The term is over, or the offer does not stand any more' },
    reply: {
      status: 200,
      description: 'As the place is now',
      schema: offerOut,
      example: { state: 'declined', message: 'Nicht angenommen.' },
    },
    work: async (ctx, { params: { token } }) => offered(await answerOfferByLink(ctx, token, false), false),
  }),
]

/** 422 without a refusal: an offer that ran out just now is kept as run out. */
function offered(answer: Answered, accepts: boolean): Answer {
  if (answer.state === 'unknown') return notFound(answerInWords(answer, accepts))
  const message = answerInWords(answer, accepts)
  return answer.state === (accepts ? 'confirmed' : 'declined')
    ? json({ state: answer.state, message })
    : { kind: 'problem', status: 422, type: 'angebot-gilt-nicht', title: message, more: { state: answer.state } }
}

function mayRegister(
  { actor }: Context,
  event: Event,
  { personId, guest, organizationId, regardless }: RegistrationInput,
): Outcome<true> {
  if (guest || regardless || organizationId !== undefined)
    return isOrganizer(actor, event) || refuse('Gäste und Ausnahmen trägt nur die Veranstalterin ein.')
  return personId !== undefined && personId !== actor.personId ? may.registerOthers(actor) : may.takePart(actor)
}

/** Whom the registration is for; the organization is the one acted for, unless an organizer names another. */
export function participantOf(
  { actor }: Context,
  { personId, guest, organizationId }: RegistrationInput,
): Outcome<Participant> {
  if (guest) return { guest, organizationId: guest.organizationId ?? organizationId ?? null }
  const isAnothers = personId !== undefined && personId !== actor.personId
  const forWhom = organizationId ?? (isAnothers && isOrganizer(actor) ? null : actor.actingFor?.id)
  if (forWhom === undefined) return refuse('Bitte wählen Sie zuerst, für welche Organisation.')
  return { personId: personId ?? actor.personId, organizationId: forWhom }
}

/** As it was just kept, where everything about it is known: the seats of an event wait for this transaction, so nothing more is asked. */
function placeOf(
  { actor, now }: Context,
  kept: Kept,
  participant: Participant,
  note: string,
): Omit<Registration, 'eventId'> | undefined {
  const isSelf = 'personId' in participant && participant.personId === actor.personId
  const isOwn = participant.organizationId === actor.actingFor?.id
  const name = 'guest' in participant ? participant.guest.name : isSelf ? actor.name : undefined
  if (name === undefined || !(isOwn || participant.organizationId === null)) return undefined
  return {
    id: kept.registrationId,
    organizationId: participant.organizationId,
    organization: participant.organizationId === null ? null : (actor.actingFor?.name ?? null),
    personId: isSelf ? actor.personId : null,
    name,
    guestEmail: 'guest' in participant ? participant.guest.email.trim().toLowerCase() : '',
    state: kept.state,
    position: kept.position,
    ahead: kept.ahead,
    isApproved: !kept.reasons.includes('approval'),
    offerUntil: null,
    reasons: kept.reasons,
    note,
    registeredAt: now,
    seatedAt: kept.state === 'confirmed' ? now : null,
    transferredFrom: null,
    substituteFor: null,
    changedAt: now,
  }
}

async function settling(
  ctx: Context,
  id: string,
  work: (event: Event, place: Registration) => Promise<Answer>,
): Promise<Answer> {
  const place = await findRegistration(ctx.db, id)
  const event = place && (await findEvent(ctx.db, place.eventId))
  if (!event) return notFound()
  const allowed = may.settle(ctx.actor, place)
  return isRefusal(allowed) ? forbidden(allowed) : work(event, place)
}

async function shown(ctx: Context, event: Event, id: string, status: 200 | 201): Promise<Answer> {
  const place = await findRegistration(ctx.db, id)
  return place ? json(registrationJson(place, event), status) : notFound()
}
