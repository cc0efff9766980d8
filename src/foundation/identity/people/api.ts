import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { z } from 'zod'
import { may } from './access.ts'
import { endRole } from './end-role.ts'
import { giveRole } from './give-role.ts'
import { type Colleague, type Grant, isOver } from './grant.ts'
import { currentGrants, findGrant, findPerson, listGrants, listPeople } from './queries.ts'
import { findPlace } from './web/place.ts'
import { ending, endingByRole, grantOut, grantQuery, newGrant, peopleQuery, personOut } from './schemas.ts'

const tag = 'Identity'
const granters =
  "Chief executive and administrator of the organization; at contractors the programme manager; at the cooperative and ministries its administrator; the cooperative's office an organizationAdmin while a municipality has none; never to oneself"

const ids = {
  grant: '01940d1c-5c00-7a60-8000-3c4d5e6f7a8b',
  person: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f',
  organization: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d',
}

const example = {
  id: ids.grant,
  personId: ids.person,
  personName: 'Tobias Brandt',
  organizationId: ids.organization,
  organizationName: 'Stadt Musterstadt',
  role: 'itStaff',
  from: '2026-11-23',
  until: null,
  grantedBy: null,
}

const toJson = ({
  id,
  personId,
  personName,
  organizationId,
  organizationName,
  role,
  from,
  until,
  grantedBy,
}: Grant) => ({
  id,
  personId,
  personName,
  organizationId,
  organizationName,
  role,
  from,
  until,
  grantedBy,
})

const personJson = ({ id, name, email, grants }: Colleague) => ({
  id,
  name,
  email,
  functions: grants.map(({ organizationId, organizationName, role, from, until }) => ({
    organizationId,
    organizationName,
    role,
    from,
    until,
  })),
})

async function endGrant(ctx: Context, grant: Grant, until: string | undefined): Promise<Answer> {
  const place = await findPlace(ctx, grant.organizationId)
  if (!place) return notFound()
  const allowed = may.end(ctx.actor, place, grant)
  if (isRefusal(allowed)) return forbidden(allowed)
  const ended = await endRole(ctx, grant, until)
  if (isRefusal(ended)) return unprocessable(ended)
  // The holder of a last role does not see it any more.
  const after = await findGrant(ctx.db, grant.id)
  return json(toJson(after ?? { ...grant, until: until ?? localDay(ctx.now).subtract({ days: 1 }).toString() }))
}

export const peopleOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/people',
    id: 'listPeople',
    summary: 'People one may see, in German order of names, with their functions today',
    who: "Everybody signed in: oneself, colleagues, the assessors of one's organization; an assessor the staff of assigned ones; the cooperative's staff all",
    tag,
    query: peopleQuery,
    reply: {
      status: 200,
      description: 'One page of people',
      schema: listOf(personOut),
      example: {
        items: [
          {
            id: ids.person,
            name: 'Tobias Brandt',
            email: 'it@musterstadt.example',
            functions: [
              {
                organizationId: ids.organization,
                organizationName: 'Stadt Musterstadt',
                role: 'itStaff',
                from: '2026-11-23',
                until: null,
              },
            ],
          },
        ],
        next: null,
      },
    },
    work: async (ctx, { query }) => {
      const found = await listPeople(ctx.db, { ...query, search: query.q, today: localDay(ctx.now).toString() })
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(personJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/roles',
    id: 'listRoles',
    summary: 'Roles in force, to come and ended, the newest first',
    who: "Everybody with a role there, an assigned assessor, the cooperative's staff",
    tag,
    query: grantQuery,
    reply: {
      status: 200,
      description: 'One page of roles',
      schema: listOf(grantOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listGrants(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(toJson), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/roles',
    id: 'giveRole',
    summary: 'Give a colleague a further role; who does not belong yet is invited',
    who: granters,
    tag,
    body: newGrant,
    bodyExample: { personId: ids.person, organizationId: ids.organization, role: 'itStaff', until: '2027-06-30' },
    problems: { 403: 'Somebody else grants this role there' },
    reply: { status: 201, description: 'The role', schema: grantOut, example },
    work: async (ctx, { body }) => {
      const place = await findPlace(ctx, body.organizationId)
      if (!place) return notFound()
      const allowed = may.grant(ctx.actor, place, body)
      if (isRefusal(allowed)) return forbidden(allowed)
      const person = await findPerson(ctx.db, body.personId)
      if (!person) return notFound()
      const given = await giveRole(ctx, { person, place }, body)
      if (isRefusal(given)) return unprocessable(given)
      const grant = await findGrant(ctx.db, given.id)
      if (!grant) throw new Error('a role that was given is not visible to its giver')
      return json(toJson(grant), 201)
    },
  }),
  operation({
    method: 'delete',
    path: '/roles/{id}',
    id: 'endRole',
    summary: 'End a role with a day, or at once; it stays in the history',
    who: 'Whoever grants it, and its holder',
    tag,
    params: z.object({ id: idSchema }),
    query: ending,
    problems: { 403: 'Somebody else grants and ends this role there' },
    reply: {
      status: 200,
      description: 'The role with its last day',
      schema: grantOut,
      example: { ...example, until: '2026-11-30' },
    },
    work: async (ctx, { params, query }) => {
      const grant = await findGrant(ctx.db, params.id)
      return grant ? endGrant(ctx, grant, query.until) : notFound()
    },
  }),
  operation({
    method: 'delete',
    path: '/roles',
    id: 'endRoleOf',
    summary: 'The same by person, organization and role',
    who: 'Whoever grants it, and its holder',
    tag,
    query: endingByRole,
    problems: { 403: 'Somebody else grants and ends this role there' },
    reply: {
      status: 200,
      description: 'The role with its last day',
      schema: grantOut,
      example: { ...example, until: '2026-11-30' },
    },
    work: async (ctx, { query }) => {
      const today = localDay(ctx.now).toString()
      const grants = await currentGrants(ctx.db, query, today)
      const grant = grants.find(({ role, ...days }) => role === query.role && !isOver(days, today))
      return grant ? endGrant(ctx, grant, query.until) : notFound()
    },
  }),
]
