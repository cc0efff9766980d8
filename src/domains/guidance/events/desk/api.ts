import { z } from 'zod'
import { Temporal } from 'temporal-polyfill'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { isOrganizer, may } from '../access.ts'
import type { Event } from '../event/event.ts'
import { findEvent } from '../event/queries.ts'
import { eventRoutes } from '../routes.ts'
import { consequencesOf } from './capacity-preview.ts'
import { badgeFile, peopleSheet, signingFile } from './files.ts'
import { endInvitation, inviteGuests } from './invite-guests.ts'
import { groupMailJson, invitationJson, previewJson, statisticsJson } from './json.ts'
import { mailGroup } from './mail-group.ts'
import { listGroupMails, listInvitations, listSeats } from './queries.ts'
import {
  capacityQuery,
  invitationIn,
  invitationMade,
  invitationOut,
  mailIn,
  mailOut,
  previewOut,
  statisticsOut,
  statisticsQuery,
} from './schemas.ts'
import { readStatistics } from './statistics-queries.ts'

const params = z.object({ id: idSchema })
const who = 'Guides and programme managers of the cooperative'
const problems = { 403: 'Only organizers' } as const

const mailExample = {
  id: '01940d1c-5c00-7a60-8000-7b5c6d7e8f20',
  audience: 'confirmed' as const,
  subject: 'Anderer Saal',
  text: 'Wir treffen uns im Bürgersaal.',
  sentAt: '2026-11-23T09:12:00Z',
  recipients: 15,
}
const invitationExample = {
  id: '5f1f3c0a7d',
  organizationId: null,
  usesLeft: 1,
  expiresAt: null,
  revokedAt: null,
  createdAt: '2026-11-23T09:12:00Z',
}
const guestLink = { ...invitationExample, url: 'https://portal.example/kurseinladungen/…' }

const files = [
  { name: 'participants.pdf', id: 'getParticipantsPdf', title: 'die Unterschriftenliste als PDF', make: signingFile },
  { name: 'participants.xlsx', id: 'getParticipantsXlsx', title: 'alle Anmeldungen als Tabelle', make: peopleSheet },
  { name: 'badges.pdf', id: 'getBadgesPdf', title: 'die Namensschilder als PDF', make: badgeFile },
] as const

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
    who,
    tag: 'Events',
    params,
    query: capacityQuery,
    guard: may.organize,
    problems,
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
  operation({
    method: 'get',
    path: '/events/{id}/mails',
    id: 'listGroupMails',
    title: 'Mails an Gruppen einer Veranstaltung auflisten',
    summary: 'What organizers wrote to groups of an event, the latest first',
    who,
    tag: 'Events',
    params,
    guard: may.organize,
    problems,
    reply: {
      status: 200,
      description: 'All of them',
      schema: listOf(mailOut),
      example: { items: [mailExample], next: null },
    },
    work: (ctx, { params: { id } }) =>
      onOwnEvent(ctx, id, async () =>
        json({ items: (await listGroupMails(ctx.db, id)).map(groupMailJson), next: null }),
      ),
  }),
  operation({
    method: 'post',
    path: '/events/{id}/mails',
    id: 'sendGroupMail',
    title: 'einer Gruppe einer Veranstaltung schreiben',
    summary: 'One mail for each person of the group; `absent`: with a seat, but not at the last date that was held',
    who,
    tag: 'Events',
    params,
    guard: may.organize,
    body: mailIn,
    bodyExample: { audience: 'confirmed', subject: mailExample.subject, text: mailExample.text },
    problems,
    reply: { status: 201, description: 'As it is kept', schema: mailOut, example: mailExample },
    work: (ctx, { params: { id }, body }) =>
      onOwnEvent(ctx, id, async (event) => {
        const done = await mailGroup(ctx, event, body)
        if (isRefusal(done)) return unprocessable(done)
        const kept = (await listGroupMails(ctx.db, id)).find((mail) => mail.id === done.id)
        return kept ? json(groupMailJson(kept), 201) : notFound()
      }),
  }),
  operation({
    method: 'get',
    path: '/events/{id}/invitations',
    id: 'listEventInvitations',
    title: 'Einladungslinks einer Veranstaltung auflisten',
    summary: 'Links by which guests register, without their secrets',
    who,
    tag: 'Events',
    params,
    guard: may.organize,
    problems,
    reply: {
      status: 200,
      description: 'All of them',
      schema: listOf(invitationOut),
      example: { items: [invitationExample], next: null },
    },
    work: (ctx, { params: { id } }) =>
      onOwnEvent(ctx, id, async () =>
        json({ items: (await listInvitations(ctx.db, id)).map(invitationJson), next: null }),
      ),
  }),
  operation({
    method: 'post',
    path: '/events/{id}/invitations',
    id: 'addEventInvitation',
    title: 'einen Einladungslink für Gäste erstellen',
    summary: 'A link by which guests register; its address is in this answer only',
    who,
    tag: 'Events',
    params,
    guard: may.organize,
    body: invitationIn,
    bodyExample: { uses: 1, organizationId: null, expiresAt: null },
    showsOnce: true,
    problems,
    reply: { status: 201, description: 'The link', schema: invitationMade, example: guestLink },
    work: (ctx, { params: { id }, body, request }) =>
      onOwnEvent(ctx, id, async (event) => {
        const made = await inviteGuests(ctx, event, body)
        if (isRefusal(made)) return unprocessable(made)
        const kept = (await listInvitations(ctx.db, id)).find((link) => link.id === made.id)
        const url = `${request.portal}${eventRoutes.invitation.href({ token: made.secret })}`
        return kept ? json({ ...invitationJson(kept), url }, 201) : notFound()
      }),
  }),
  operation({
    method: 'delete',
    path: '/events/{id}/invitations/{invitation}',
    id: 'endEventInvitation',
    title: 'einen Einladungslink beenden',
    summary: 'Nobody registers by it any more; who did keeps the place',
    who,
    tag: 'Events',
    params: params.extend({ invitation: z.string().max(200) }),
    guard: may.organize,
    problems,
    reply: { status: 200, description: 'Ended', schema: z.object({ ended: z.boolean() }), example: { ended: true } },
    work: (ctx, { params: { id, invitation } }) =>
      onOwnEvent(ctx, id, async (event) =>
        (await endInvitation(ctx, event, invitation)) ? json({ ended: true }) : notFound(),
      ),
  }),
  ...files.map(({ name, id: operationId, title, make }) =>
    operation({
      method: 'get',
      path: `/events/{id}/${name}`,
      id: operationId,
      title,
      summary: 'A file for the room, or of everybody with their place',
      who,
      tag: 'Events',
      params,
      guard: may.organize,
      problems,
      reply: { status: 200, description: 'The file', isFile: true },
      work: (ctx, { params: { id } }) => onOwnEvent(ctx, id, (event) => make(ctx, event)),
    }),
  ),
  operation({
    method: 'get',
    path: '/event-statistics',
    id: 'getEventStatistics',
    title: 'Anmeldungen und Plätze nach Kommunen',
    summary: 'Of the events that begin in a period: those who never got a seat first',
    who,
    tag: 'Events',
    query: statisticsQuery,
    guard: may.organize,
    problems,
    reply: {
      status: 200,
      description: 'One row for each municipality that registered',
      schema: statisticsOut,
      example: {
        events: 4,
        neverRegistered: 12,
        items: [
          {
            organizationId: '01940d1c-5c00-7a60-8000-7b5c6d7e8f12',
            name: 'Elbaue',
            registrations: 2,
            seats: 0,
            datesAttended: 0,
            certificates: 0,
          },
        ],
      },
    },
    work: async (ctx, { query: { from, until } }) => {
      if (!ctx.actor.actingFor) return notFound()
      const period = { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) }
      if (period.from.until(period.until).days < 0)
        return unprocessable(
          refuse('Der Zeitraum endet vor seinem Beginn.', [{ path: 'until', message: 'Bitte einen späteren Tag.' }]),
        )
      return json(statisticsJson(await readStatistics(ctx.db, ctx.actor.actingFor.id, period)))
    },
  }),
]
