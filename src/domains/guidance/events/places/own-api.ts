import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, json, notFound } from '#platform/http/answer.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { eventsById, findEvent } from '../event/queries.ts'
import { eventExample, registrationExample } from '../examples.ts'
import { registrationJson } from '../json.ts'
import { registrationList } from '../schemas.ts'
import { checkRegistration, closedForAll } from './check-registration.ts'
import { findLink } from './find-link.ts'
import { ownRegistrations } from './queries.ts'
import { isActive, seatStates } from './registration.ts'

const tag = 'Registrations'

const checkOut = z
  .object({
    allowed: z.boolean(),
    reason: z.string().nullable().meta({ description: 'Why not, in German; null where nothing stands against it' }),
  })
  .meta({ id: 'RegistrationCheck' })

const offerOut = z
  .object({
    title: z.string(),
    state: z.enum(seatStates),
    offerUntil: z.iso.datetime().nullable(),
    open: z.boolean().meta({ description: 'Whether it can still be answered' }),
  })
  .meta({ id: 'SeatOffer' })

/** What a person asks about themselves, and what stands behind an offer's secret. */
export const ownPlaceOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/registrations',
    id: 'listOwnRegistrations',
    title: 'die eigenen Anmeldungen auflisten',
    summary: 'Own places, the newest first; with `organization=1` also those of the organization acted for',
    who: 'Everybody signed in; places of the organization for whoever registers colleagues',
    tag,
    query: z.object({
      organization: z.enum(['1', '0']).optional().meta({ description: '1: of the whole organization' }),
    }),
    problems: { 403: 'Places of the organization are seen by those who register colleagues' },
    reply: {
      status: 200,
      description: 'At most 500',
      schema: registrationList,
      example: { items: [registrationExample], next: null },
    },
    work: async (ctx, { query }) => {
      const ofAll = query.organization === '1'
      const allowed = ofAll ? may.registerOthers(ctx.actor) : true
      if (isRefusal(allowed)) return forbidden(allowed)
      const places = await ownRegistrations(ctx.db, {
        personId: ctx.actor.personId,
        organizationId: ofAll ? ctx.actor.actingFor?.id : undefined,
      })
      const events = await eventsById(
        ctx.db,
        places.map(({ eventId }) => eventId),
      )
      const items = places.flatMap((place) => {
        const event = events.get(place.eventId)
        return event ? [registrationJson(place, event)] : []
      })
      return json({ items, next: null })
    },
  }),
  operation({
    method: 'get',
    path: '/events/{id}/registration-check',
    id: 'checkOwnRegistration',
    title: 'fragen, ob eine Anmeldung möglich ist',
    summary: 'Whether one could register now, oneself or a colleague, and why not',
    who: 'Everybody signed in; for colleagues whoever registers them',
    tag,
    params: z.object({ id: idSchema }),
    query: z.object({ personId: idSchema.optional().meta({ description: 'A colleague; without it oneself' }) }),
    reply: {
      status: 200,
      description: 'The answer, which nothing is kept of',
      schema: checkOut,
      example: { allowed: false, reason: 'Die Veranstaltung ist vorbei.' },
    },
    work: async (ctx, { params: { id }, query: { personId = ctx.actor.personId } }) => {
      const event = await findEvent(ctx.db, id)
      if (!event) return notFound()
      const places = await ownRegistrations(ctx.db, { personId, eventId: id })
      const there = places.some((place) => place.personId === personId && isActive(place.state))
      const reason = there
        ? 'Die Anmeldung gibt es schon.'
        : (closedForAll(event, ctx.now)?.refused ?? (await checkRegistration(ctx, event, personId))?.refused ?? null)
      return json({ allowed: reason === null, reason })
    },
  }),
  openOperation({
    method: 'get',
    path: '/seat-offers/{token}',
    id: 'getSeatOffer',
    summary: 'What is offered by the secret of the mail, and until when; reading it decides nothing',
    who: 'Whoever holds the secret',
    tag,
    params: z.object({ token: z.string().max(200) }),
    reply: {
      status: 200,
      description: 'The offer as it is now',
      schema: offerOut,
      example: { title: eventExample.title, state: 'offered', offerUntil: '2026-11-25T11:00:00Z', open: true },
    },
    work: async ({ db, now }, { params: { token } }) => {
      const link = await findLink(db, token, 'offer')
      if (!link?.state) return notFound('Dieses Angebot gibt es nicht. Vielleicht fehlt in der Adresse etwas.')
      const { state, offerUntil, title, isCancelled } = link
      const isOpen = offerUntil !== null && now.epochMilliseconds < offerUntil.epochMilliseconds
      return json({
        title,
        state,
        offerUntil: offerUntil?.toString() ?? null,
        open: state === 'offered' && isOpen && !isCancelled,
      })
    },
  }),
]
