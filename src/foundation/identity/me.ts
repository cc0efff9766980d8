import { z } from 'zod'
import { json } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'

const place = z.object({ id: idSchema, name: z.string() })

const meOut = z
  .object({
    person: place.extend({ email: z.string() }),
    actingFor: place.nullable(),
    organizations: z.array(place),
    roles: z.array(z.string()).meta({ description: 'Roles at actingFor, today' }),
  })
  .meta({ id: 'Me' })

const musterstadt = { id: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d', name: 'Stadt Musterstadt' }

export const identityOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/me',
    id: 'getMe',
    summary: 'Who is signed in, and for whom',
    who: 'Everybody signed in',
    tag: 'Identity',
    reply: {
      status: 200,
      description: 'The person behind the token',
      schema: meOut,
      example: {
        person: { id: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f', name: 'Jana Wiesner', email: 'isb@musterstadt.example' },
        actingFor: musterstadt,
        organizations: [musterstadt],
        roles: ['securityOfficer'],
      },
    },
    work: async ({ actor }) => {
      const { personId, name, email, actingFor, organizations, roles } = actor
      return json({
        person: { id: personId, name, email },
        actingFor: actingFor && { id: actingFor.id, name: actingFor.name },
        organizations: organizations.map((organization) => ({ id: organization.id, name: organization.name })),
        roles,
      })
    },
  }),
]
