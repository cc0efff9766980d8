import { z } from 'zod'
import { type Fault, json, type Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import type { Task } from '#platform/portal/task.ts'

const place = z.object({ id: idSchema, name: z.string() })

const meOut = z
  .object({
    person: place.extend({ email: z.string() }),
    actingFor: place.nullable(),
    organizations: z.array(place),
    roles: z.array(z.string()).meta({ description: 'Roles at actingFor, today' }),
    tasks: z
      .array(z.object({ title: z.string(), dueOn: z.iso.date().nullable(), url: z.string() }))
      .meta({ description: 'The most urgent duties, at most 20; all of them: /tasks' }),
  })
  .meta({ id: 'Me' })

const musterstadt = { id: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d', name: 'Stadt Musterstadt' }

/** What a person has to do is known by those who know every module. */
export type DutiesOf = (ctx: Context, page: { limit: number }) => Promise<OwnDuties>

interface OwnDuties {
  items: readonly Pick<Task, 'title' | 'dueOn' | 'url'>[]
  notes: Note[]
  faults: readonly Fault[]
}

export const identityOperationsWith = (dutiesOf: DutiesOf): Operation[] => [
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
        tasks: [
          {
            title: '4 Fragen in „Startcheck“ beantworten',
            dueOn: '2026-11-27',
            url: '/pruefungen/01940d1c-5c00-7a60-8000-4b5c6d7e8f90/naechste-frage',
          },
        ],
      },
    },
    work: async (ctx) => {
      const { personId, name, email, actingFor, organizations, roles } = ctx.actor
      const { items, notes, faults } = await dutiesOf(ctx, { limit: 20 })
      const answer = json({
        person: { id: personId, name, email },
        actingFor: actingFor && { id: actingFor.id, name: actingFor.name },
        organizations: organizations.map((organization) => ({ id: organization.id, name: organization.name })),
        roles,
        tasks: items.map(({ title, dueOn, url }) => ({ title, dueOn: dueOn?.toString() ?? null, url })),
      })
      return { ...answer, notes, faults }
    },
  }),
]
