import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { calendarRoutes } from '../routes.ts'
import { newSubscription, newSubscriptionOut, subscriptionOut } from '../schemas.ts'
import { addFeed } from './add-feed.ts'
import { endFeed } from './end-feed.ts'
import { mostFeeds } from './feed.ts'
import { listFeeds } from './queries.ts'

const tag = 'Calendar'
const id = '01940d1c-5c00-7a60-8000-3c4d5e6f7081'
const organizationId = '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d'

/** The addresses under which calendar programs read. */
export const subscriptionOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/calendar-subscriptions',
    id: 'listCalendarSubscriptions',
    summary: 'Own addresses for calendar programs, without their secret; the newest first',
    who: 'Everybody signed in, about oneself',
    tag,
    reply: {
      status: 200,
      description: `At most ${mostFeeds}`,
      schema: listOf(subscriptionOut),
      example: {
        items: [
          {
            id,
            scope: 'organization',
            organizationId,
            organizationName: 'Stadt Musterstadt',
            createdAt: '2026-11-21T08:15:00Z',
            lastReadAt: null,
          },
        ],
        next: null,
      },
    },
    work: async ({ db }) => {
      const feeds = await listFeeds(db)
      const items = feeds.map((feed) => ({
        id: feed.id,
        scope: scopeOf(feed.organizationId),
        organizationId: feed.organizationId,
        organizationName: feed.organization,
        createdAt: feed.createdAt.toString(),
        lastReadAt: feed.lastReadAt?.toString() ?? null,
      }))
      return json({ items, next: null })
    },
  }),
  operation({
    method: 'post',
    path: '/calendar-subscriptions',
    id: 'addCalendarSubscription',
    summary: 'A secret address (iCal) for a calendar program; it reads what its owner may see',
    who: 'Everybody who holds a role; for the organization acted for',
    tag,
    body: newSubscription,
    bodyExample: { scope: 'person' },
    showsOnce: true,
    problems: { 422: `There are ${mostFeeds} already, or there is nobody whose dates these could be` },
    reply: {
      status: 201,
      description: 'The address, shown this once',
      schema: newSubscriptionOut,
      example: {
        id,
        scope: 'person',
        organizationId: null,
        url: 'https://lotsenwerk.example/kalender/….ics',
      },
    },
    work: async (ctx, { body, request }) => {
      const feed = await addFeed(ctx, body.scope)
      if (isRefusal(feed)) return unprocessable(feed)
      const url = request.portal + calendarRoutes.feed.href({ capability: feed.capability })
      return json({ id: feed.id, scope: body.scope, organizationId: feed.organizationId, url }, 201)
    },
  }),
  operation({
    method: 'delete',
    path: '/calendar-subscriptions/{id}',
    id: 'endCalendarSubscription',
    summary: 'End an address: it leads nowhere at once',
    who: 'Everybody signed in, about oneself',
    tag,
    params: z.object({ id: idSchema }),
    reply: {
      status: 200,
      description: 'It is over',
      schema: z.object({ done: z.literal(true) }),
      example: { done: true },
    },
    work: async (ctx, { params }) => ((await endFeed(ctx, params.id)) ? json({ done: true }) : notFound()),
  }),
]

const scopeOf = (organization: string | null): 'person' | 'organization' =>
  organization === null ? 'person' : 'organization'
