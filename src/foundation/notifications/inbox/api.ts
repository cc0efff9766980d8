import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { markRead, markReadUpTo } from './mark-read.ts'
import { listNotifications, type Notification } from './queries.ts'
import { notificationOut, notificationQuery, readingsIn } from './schemas.ts'

const shared = { tag: 'Notifications', who: 'Everybody signed in, their own' }

const example = {
  id: '01940d1c-5c00-7a60-8000-4b5c6d7e8f90',
  kind: 'mail.undelivered',
  title: 'Mindestens eine Mail ist nicht angekommen. Der Postausgang nennt sie mit dem Grund.',
  url: '/betrieb/mail',
  organizationId: null,
  organizationName: null,
  createdAt: '2026-11-21T08:15:00Z',
  readAt: null,
}

const toJson = ({ createdAt, readAt, ...rest }: Notification) => ({
  ...rest,
  createdAt: createdAt.toString(),
  readAt: readAt?.toString() ?? null,
})

/** What one was told, and that one has read it. */
export const inboxOperations: Operation[] = [
  operation({
    ...shared,
    method: 'get',
    path: '/notifications',
    id: 'listNotifications',
    summary: 'What one was told, the newest first',
    query: notificationQuery,
    reply: {
      status: 200,
      description: 'One page of notifications',
      schema: listOf(notificationOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query: { unread, ...paging } }) => {
      const found = await listNotifications(ctx.db, { ...paging, unread: unread === 'true' })
      if (isRefusal(found)) return unprocessable(found)
      return json({ items: found.items.map(toJson), next: found.next })
    },
  }),
  operation({
    ...shared,
    method: 'post',
    path: '/notifications/{id}/reading',
    id: 'readNotification',
    summary: 'Mark one as read; again changes nothing',
    params: z.object({ id: idSchema }),
    reply: {
      status: 200,
      description: 'The notification',
      schema: notificationOut,
      example: { ...example, readAt: '2026-11-21T09:02:00Z' },
    },
    work: async (ctx, { params }) => {
      const read = await markRead(ctx, params.id)
      return read ? json(toJson(read)) : notFound('Diese Mitteilung gibt es nicht (mehr).')
    },
  }),
  operation({
    ...shared,
    method: 'post',
    path: '/notifications/readings',
    id: 'readNotifications',
    summary: 'Mark one and everything before it as read',
    body: readingsIn,
    bodyExample: { upTo: example.id },
    reply: {
      status: 200,
      description: 'How many had not been read before',
      schema: z.object({ read: z.int() }),
      example: { read: 3 },
    },
    work: async (ctx, { body }) => {
      const read = await markReadUpTo(ctx, body.upTo)
      return read === undefined ? notFound('Diese Mitteilung gibt es nicht (mehr).') : json({ read })
    },
  }),
]
