import { nameOf } from '../../desk/web/on-event.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { isOrganizer, may } from '../../access.ts'
import type { Event, EventDate } from '../../event/event.ts'
import { findEvent } from '../../event/queries.ts'
import { eventRoutes } from '../../routes.ts'

/** What belongs to the organizer of an event: others get the reason, and strangers to it that it is not there. */
export async function atDesk(ctx: Context, id: string, work: (event: Event) => Promise<Answer>): Promise<Answer> {
  const allowed = may.organize(ctx.actor)
  const event = await findEvent(ctx.db, id)
  if (!event) return notFound()
  if (isRefusal(allowed)) return forbidden(allowed)
  return isOrganizer(ctx.actor, event) ? work(event) : notFound()
}

/** The same for one of its dates. */
export const atDate = (
  ctx: Context,
  params: Record<string, string>,
  work: (event: Event, date: EventDate) => Promise<Answer>,
): Promise<Answer> =>
  atDesk(ctx, params['id'] ?? '', async (event) => {
    const date = event.dates.find(({ id }) => id === params['date'])
    return date ? work(event, date) : notFound()
  })

export const deskCrumbs = (event: Event, label: string) => [
  { label: 'Kursverwaltung', href: eventRoutes.desk.href() },
  { label: nameOf(event), href: eventRoutes.manage.href({ id: event.id }) },
  { label },
]
