import { type Answer, gone, notFound } from '#platform/http/answer.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import { writeIcal } from '#platform/calendar/write-ical.ts'
import type { CalendarEntry, CalendarSource } from '#platform/portal/calendar-entry.ts'
import { openFeed, publicEntries } from '../feeds/open-feed.ts'
import { calendarRoutes } from '../routes.ts'

/** What calendar programs read: everybody's dates, and those behind an address that only its owner knows. */
export const feedPagesWith = (sources: readonly CalendarSource[]): PageRoute[] => [
  publicPage(calendarRoutes.publicFeed, async (ctx, { portal }) =>
    ical({ name: 'Lotsenwerk: öffentliche Termine', portal, entries: await publicEntries(ctx, sources) }),
  ),
  publicPage(calendarRoutes.feed, async (ctx, { params, portal }) => {
    const feed = await openFeed(ctx, sources, params['capability'] ?? '')
    switch (feed) {
      case 'unknown':
        return notFound('Unter dieser Adresse gibt es keinen Kalender, oder das Abonnement ist beendet.')
      case 'gone':
        return gone(
          'Diesen Kalender gibt es nicht mehr. Wer ihn abonniert hat, gehört nicht mehr dazu; bitte entfernen Sie ihn aus Ihrem Kalenderprogramm.',
        )
      default:
        return { ...ical({ ...feed, portal }), notes: feed.notes }
    }
  }),
]

/** Written after the transaction: nobody waits for five thousand lines. */
const ical = (feed: { name: string; portal: string; entries: readonly CalendarEntry[] }): Answer => ({
  kind: 'file',
  name: 'kalender.ics',
  type: 'text/calendar; charset=utf-8',
  isReread: true,
  body: { make: async () => Buffer.from(writeIcal(feed)) },
})
