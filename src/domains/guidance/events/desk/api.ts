import { z } from 'zod'
import { refuse } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { isOrganizer, may } from '../access.ts'
import type { Event } from '../event/event.ts'
import { findEvent } from '../event/queries.ts'
import { consequencesOf } from './capacity-preview.ts'
import { previewJson } from './json.ts'
import { listSeats } from './queries.ts'
import { capacityQuery, previewOut } from './schemas.ts'

const params = z.object({ id: idSchema })

/** For operations of the desk: roles first, then the event, then whether it is one's own. */
export async function onOwnEvent(ctx: Context, id: string, work: (event: Event) => Promise<Answer>): Promise<Answer> {
  const event = await findEvent(ctx.db, id)
  if (!event) return notFound()
  return isOrganizer(ctx.actor, event)
    ? work(event)
    : forbidden(refuse('Diese Veranstaltung verwaltet, wer für ihre Veranstalterin arbeitet.'))
}

/** What stands at the organizer's desk beside events and places. */
export const deskOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/events/{id}/capacity-preview',
    id: 'previewCapacity',
    title: 'zeigen, was eine andere Zahl von Plätzen bewirkt',
    summary: 'Who would move up and who would lose the seat, before anything is done',
    who: 'Guides and programme managers of the cooperative',
    tag: 'Events',
    params,
    query: capacityQuery,
    guard: may.organize,
    problems: { 403: 'Only organizers' },
    reply: {
      status: 200,
      description: 'The consequences',
      schema: previewOut,
      example: {
        capacity: 20,
        taken: 18,
        free: 2,
        promotion: 'offer',
        movingUp: [
          {
            registrationId: '01940d1c-5c00-7a60-8000-7b5c6d7e8f10',
            name: 'Jonas Timm',
            organization: 'Elbaue',
            position: 3,
          },
        ],
        unseated: [],
        message: '2 Plätze bleiben frei.',
      },
    },
    work: (ctx, { params: { id }, query }) =>
      onOwnEvent(ctx, id, async (event) => {
        const capacity = query.capacity === 'unlimited' ? null : Number(query.capacity)
        const wish = { capacity, keepSeats: query.keepSeats === 'true' }
        return json(previewJson(capacity, consequencesOf(event, await listSeats(ctx.db, id), wish, ctx.now)))
      }),
  }),
]
