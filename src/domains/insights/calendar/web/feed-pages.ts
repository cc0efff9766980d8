import { sha256 } from '#platform/crypto/hash.ts'
import { type Answer, type FileAnswer, gone, notFound } from '#platform/http/answer.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import { writeIcal } from '#platform/calendar/write-ical.ts'
import type { CalendarEntry, CalendarSource } from '#platform/portal/calendar-entry.ts'
import { type KeptFeed, KeptFeeds } from '../feeds/kept-feeds.ts'
import { openFeed, publicEntries } from '../feeds/open-feed.ts'
import { calendarRoutes } from '../routes.ts'

const mebibyte = 1024 * 1024

/** What calendar programs read: everybody's dates, and those behind an address that only its owner knows. */
export const feedPagesWith = (sources: readonly CalendarSource[]): PageRoute[] => {
  const feeds = new KeptFeeds(32 * mebibyte)
  return [
    publicPage(calendarRoutes.publicFeed, async (ctx, { portal }) => {
      const entries = await publicEntries(ctx, sources)
      return { ...file, isReread: true, body: made({ name: 'Lotsenwerk: öffentliche Termine', portal, entries }) }
    }),
    publicPage(calendarRoutes.feed, (ctx, { params, portal }) =>
      answerFeed(feeds, portal, (isKept) => openFeed(ctx, sources, params['capability'] ?? '', isKept)),
    ),
  ]
}

async function answerFeed(
  feeds: KeptFeeds,
  portal: string,
  open: (isKept: (secretHash: string, mark: string) => boolean) => ReturnType<typeof openFeed>,
): Promise<Answer> {
  let kept: KeptFeed | undefined
  const feed = await open((secretHash, mark) => (kept = feeds.find(secretHash, mark)) !== undefined)
  if (feed === 'unknown')
    return notFound('Unter dieser Adresse gibt es keinen Kalender, oder das Abonnement ist beendet.')
  if (feed === 'gone')
    return gone(
      'Diesen Kalender gibt es nicht mehr. Wer ihn abonniert hat, gehört nicht mehr dazu; bitte entfernen Sie ihn aus Ihrem Kalenderprogramm.',
    )
  const { name, secretHash, mark, notes, entries } = feed
  if (entries === 'kept') {
    if (!kept) throw new Error('a feed that is kept is not there')
    return { ...file, notes, body: again(kept) }
  }
  return {
    ...file,
    notes,
    isReread: true,
    body: made({ name, portal, entries }, (bytes) => {
      if (mark !== undefined) feeds.keep(secretHash, { mark, etag: `"${sha256(bytes)}"`, bytes })
    }),
  }
}

const file = { kind: 'file', name: 'kalender.ics', type: 'text/calendar; charset=utf-8' } as const

/** Written after the transaction: nobody waits for five thousand lines. */
const made = (
  feed: { name: string; portal: string; entries: readonly CalendarEntry[] },
  keep: (bytes: Uint8Array<ArrayBuffer>) => void = () => undefined,
): FileAnswer['body'] => ({
  make: async () => {
    const bytes = Buffer.from(writeIcal(feed))
    keep(bytes)
    return bytes
  },
})

const again = ({ bytes, etag }: KeptFeed): FileAnswer['body'] => ({
  size: bytes.length,
  etag,
  isThere: async () => true,
  read: () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(bytes)
        controller.close()
      },
    }),
})
