import { refuse } from '#kernel/outcome.ts'
import { type Answer, type Crumb, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Incoming } from '#platform/http/request.ts'
import { isOrganizer, may } from '../../access.ts'
import { type Event, runInWords } from '../../event/event.ts'
import { findEvent } from '../../event/queries.ts'
import { findRegistration } from '../../places/queries.ts'
import type { Registration } from '../../places/registration.ts'
import { eventRoutes } from '../../routes.ts'

export const deskTitle = 'Kursverwaltung'

/** For every page of the desk: the roles are asked before anything is read. */
export const desk = { guard: may.organize }

const otherOrganizer = refuse('Diese Veranstaltung verwaltet, wer für ihre Veranstalterin arbeitet.')

/** An event of one's own; drafts of others are not there, what they published is not ours to change. */
export const onEvent =
  (work: (ctx: Context, event: Event, request: Incoming) => Promise<Answer>) =>
  async (ctx: Context, request: Incoming): Promise<Answer> => {
    const event = await findEvent(ctx.db, request.params['id'] ?? '')
    if (!event) return notFound()
    return isOrganizer(ctx.actor, event) ? work(ctx, event, request) : forbidden(otherOrganizer)
  }

/** One place in an event of one's own. */
export const onPlace = (
  work: (ctx: Context, found: { event: Event; place: Registration }, request: Incoming) => Promise<Answer>,
) =>
  onEvent(async (ctx, event, request) => {
    const place = await findRegistration(ctx.db, request.params['registration'] ?? '')
    return place?.eventId === event.id ? work(ctx, { event, place }, request) : notFound()
  })

/** "Basisbefähigung, Kurs 7" */
export const nameOf = (event: Pick<Event, 'title' | 'kind' | 'run'>): string =>
  event.kind === 'course' || event.run > 1 ? `${event.title}, ${runInWords(event)}` : event.title

export const crumbsOf = (event: Event, here?: string, over?: Crumb): Crumb[] => [
  { label: deskTitle, href: eventRoutes.desk.href() },
  { label: nameOf(event), ...(here === undefined ? {} : { href: eventRoutes.manage.href({ id: event.id }) }) },
  ...(over ? [over] : []),
  ...(here === undefined ? [] : [{ label: here }]),
]
