import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { isOrganizer, may } from '../access.ts'
import { eventExample, newEventExample } from '../examples.ts'
import { eventJson } from '../json.ts'
import { cancellationIn, eventChange, eventIn, eventList, eventOut, eventQuery } from '../schemas.ts'
import { addEvent } from './add-event.ts'
import { cancelDate, cancelEvent, removeDraft } from './cancel-event.ts'
import { changeEvent } from './change-event.ts'
import { countSeats, findEvent, listEvents } from './queries.ts'

const tag = 'Events'
const who = 'Guides and programme managers of the cooperative'
const params = z.object({ id: idSchema })
const overtaken: ProblemAnswer = {
  kind: 'problem',
  status: 409,
  type: 'seitdem-geaendert',
  title:
    'Inzwischen hat jemand anderes diese Veranstaltung geändert. Gespeichert ist nichts. Bitte lesen Sie den neuen Stand.',
  refusal: { refused: 'overtaken' },
}

/** Courses, day trainings, breakfasts, meetings, kick-offs: what one registers for. */
export const eventOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/events',
    id: 'listEvents',
    title: 'Kurse und Veranstaltungen auflisten',
    summary: 'What is published, the next first; past ones the last first; for organizers also drafts',
    who: 'Everybody, also without signing in',
    tag,
    query: eventQuery,
    reply: {
      status: 200,
      description: 'One page of events',
      schema: eventList,
      example: { items: [eventExample], next: null },
    },
    work: async (ctx, { query: { drafts, ...filter } }) => {
      const found = await listEvents(ctx, { ...filter, drafts: drafts === 'true' && isOrganizer(ctx.actor) })
      if (isRefusal(found)) return unprocessable(found)
      const counts = await countSeats(
        ctx.db,
        found.items.map(({ id }) => id),
      )
      return json({ items: found.items.map((event) => eventJson(event, counts.get(event.id))), next: found.next })
    },
  }),
  openOperation({
    method: 'get',
    path: '/events/{id}',
    id: 'getEvent',
    title: 'eine Veranstaltung zeigen',
    summary: 'One event with its dates and counts; the video link for those with a seat',
    who: 'Everybody what is published, organizers their drafts',
    tag,
    params,
    reply: { status: 200, description: 'The event', schema: eventOut, example: eventExample },
    work: async (ctx, { params: { id } }) => shown(ctx, id, 200),
  }),
  operation({
    method: 'post',
    path: '/events',
    id: 'addEvent',
    title: 'eine Veranstaltung anlegen',
    summary: 'A draft, or published at once; `dates` are one package',
    who,
    tag,
    guard: may.organize,
    body: eventIn,
    bodyExample: newEventExample,
    problems: { 403: 'Only organizers' },
    reply: { status: 201, description: 'The event', schema: eventOut, example: eventExample },
    work: async (ctx, { body }) => {
      const added = await addEvent(ctx, body)
      return isRefusal(added) ? unprocessable(added) : shown(ctx, added.id, 201)
    },
  }),
  operation({
    method: 'patch',
    path: '/events/{id}',
    id: 'changeEvent',
    title: 'eine Veranstaltung ändern',
    summary: 'What is named changes; new dates are told to everybody with a place, new seats go to the waiting list',
    who,
    tag,
    params,
    guard: may.organize,
    body: eventChange,
    bodyExample: { capacity: 20 },
    problems: { 403: 'Only organizers', 409: 'Changed since it was read' },
    reply: { status: 200, description: 'The event as it is now', schema: eventOut, example: eventExample },
    work: async (ctx, { params: { id }, body }) => {
      const event = await findEvent(ctx.db, id)
      if (!event) return notFound()
      const done = await changeEvent(ctx, event, body)
      if (isRefusal(done)) return unprocessable(done)
      return done === 'overtaken' ? overtaken : shown(ctx, id, 200)
    },
  }),
  operation({
    method: 'delete',
    path: '/events/{id}',
    id: 'removeEvent',
    title: 'einen Entwurf entfernen',
    summary: 'Remove a draft; what is published is called off instead',
    who,
    tag,
    params,
    guard: may.organize,
    problems: { 403: 'Only organizers' },
    reply: {
      status: 200,
      description: 'Removed',
      schema: z.object({ removed: z.boolean() }),
      example: { removed: true },
    },
    work: async (ctx, { params: { id } }) => {
      const event = await findEvent(ctx.db, id)
      if (!event) return notFound()
      const done = await removeDraft(ctx, event)
      return isRefusal(done) ? unprocessable(done) : json({ removed: true })
    },
  }),
  operation({
    method: 'post',
    path: '/events/{id}/cancellation',
    id: 'cancelEvent',
    title: 'eine Veranstaltung absagen',
    summary: 'Call it off: all places end, everybody is told, calendars forget it',
    who,
    tag,
    params,
    guard: may.organize,
    body: cancellationIn,
    bodyExample: { reason: 'Der Referent ist erkrankt.' },
    problems: { 403: 'Only organizers' },
    reply: { status: 200, description: 'The event', schema: eventOut, example: eventExample },
    work: async (ctx, { params: { id }, body: { reason } }) => {
      const event = await findEvent(ctx.db, id)
      if (!event) return notFound()
      const done = await cancelEvent(ctx, event, reason)
      return isRefusal(done) ? unprocessable(done) : shown(ctx, id, 200)
    },
  }),
  operation({
    method: 'post',
    path: '/events/{id}/dates/{date}/cancellation',
    id: 'cancelEventDate',
    title: 'einen Termin einer Veranstaltung absagen',
    summary: 'Call one of several dates off; the places stay',
    who,
    tag,
    params: z.object({ id: idSchema, date: idSchema }),
    guard: may.organize,
    body: cancellationIn,
    bodyExample: { reason: '' },
    problems: { 403: 'Only organizers' },
    reply: { status: 200, description: 'The event', schema: eventOut, example: eventExample },
    work: async (ctx, { params: { id, date }, body: { reason } }) => {
      const event = await findEvent(ctx.db, id)
      if (!event || !event.dates.some((one) => one.id === date)) return notFound()
      const allowed = may.organize(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const done = await cancelDate(ctx, event, date, reason)
      return isRefusal(done) ? unprocessable(done) : shown(ctx, id, 200)
    },
  }),
]

async function shown(ctx: PublicContext, id: string, status: 200 | 201): Promise<Answer> {
  const event = await findEvent(ctx.db, id)
  if (!event) return notFound('Diese Veranstaltung gibt es nicht, oder sie ist nicht veröffentlicht.')
  const counts = await countSeats(ctx.db, [id])
  return json(eventJson(event, counts.get(id)), status)
}
