import { isRefusal } from '#kernel/outcome.ts'
import { findOrganization } from '#foundation/organizations/index.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { listOf } from '#platform/http/parse.ts'
import { may } from '../people/access.ts'
import { findPerson } from '../people/queries.ts'
import type { Departure } from './departure.ts'
import { dismiss } from './dismiss.ts'
import type { HandOver } from './hand-over.ts'
import { listDepartures } from './queries.ts'
import { departureOut, departureQuery, newDeparture } from './schemas.ts'

const tag = 'Identity'

const example = {
  id: '01940d1c-5c00-7a60-8000-8b9c0d1e2f3a',
  personId: '01940d1c-5c00-7a60-8000-5e6f7a8b9c0d',
  personName: 'Tobias Brandt',
  organizationId: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d',
  organizationName: 'Stadt Musterstadt',
  successorId: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f',
  successorName: 'Jana Wiesner',
  lastDay: '2026-11-30',
  handedOver: [{ what: 'Vertretung von Martin Köhler bis 11.12.2026', to: 'Jana Wiesner' }],
}

const toJson = ({ recordedByName: _, recordedOn: __, ...departure }: Departure) => departure

/** `handOvers` are those of all other modules. */
export const operationsOfDepartures = (handOvers: readonly HandOver[]): Operation[] => [
  operation({
    method: 'get',
    path: '/departures',
    id: 'listDepartures',
    summary: 'Who left, and to whom went what they held, the newest first',
    who: 'Whoever may end somebody’s belonging there',
    tag,
    query: departureQuery,
    reply: {
      status: 200,
      description: 'One page of departures',
      schema: listOf(departureOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listDepartures(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(toJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/departures',
    id: 'dismiss',
    summary: 'End what a person is at an organization; what they hold goes to a colleague',
    who: 'Chief executive and administrator of the organization; at contractors the programme manager; at the cooperative and ministries its administrator',
    tag,
    body: newDeparture,
    bodyExample: {
      personId: example.personId,
      organizationId: example.organizationId,
      successorId: example.successorId,
      lastDay: example.lastDay,
    },
    problems: { 403: 'Somebody else does that there' },
    reply: { status: 201, description: 'What ended and who took over', schema: departureOut, example },
    work: async (ctx, { body }) => {
      const place = await findOrganization(ctx.db, body.organizationId)
      if (!place) return notFound()
      const allowed = may.dismiss(ctx.actor, { ...place, isHeaded: true })
      if (isRefusal(allowed)) return forbidden(allowed)
      const person = await findPerson(ctx.db, body.personId)
      const successor = body.successorId ? await findPerson(ctx.db, body.successorId) : undefined
      if (!person || (body.successorId && !successor)) return notFound()
      const gone = await dismiss(ctx, { person, place, successor }, body, handOvers)
      if (isRefusal(gone)) return unprocessable(gone)
      // Not read again: a head who leaves does not see the own departure any more.
      return json(
        {
          ...gone,
          personId: person.id,
          personName: person.name,
          organizationId: place.id,
          organizationName: place.name,
          successorId: successor?.id ?? null,
          successorName: successor?.name ?? null,
        },
        201,
      )
    },
  }),
]
