import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Note } from '#platform/http/answer.ts'
import type { Actor, Place, PublicContext } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarSource } from '#platform/portal/calendar-entry.ts'
import { feedEnding, feedRange } from './feed.ts'

interface FeedRow {
  is_gone: boolean
  organization_id: string | null
  organization: string | null
  person_id: string
  name: string
  email: string
  acting_for: string | null
  roles: string[]
  organizations: Place[]
}

export type OpenedFeed = { name: string; entries: CalendarEntry[]; notes: Note[] } | 'unknown' | 'gone'

/**
 * What the owner of this address may see today: from here on the transaction speaks for them, whoever asks.
 * `gone`: the owner holds no role (there) any more.
 */
export async function openFeed(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  capability: string,
): Promise<OpenedFeed> {
  if (!capability.endsWith(feedEnding)) return 'unknown'
  const secretHash = sha256(capability.slice(0, -feedEnding.length))
  const feed = await speakAsOwner(ctx, secretHash, null)
  if (!feed) return 'unknown'
  if (feed.is_gone) return 'gone'
  const notes: Note[] = [
    {
      kind: 'trace',
      write: (db) =>
        sql`select insights.note_calendar_read(${secretHash}, ${ctx.now.toString()}::timestamptz)`.execute(db),
    },
  ]
  if (feed.organization_id !== null) {
    const entries = await entriesFor({ ...ctx, actor: actorOf(feed) }, sources, 'organization')
    return { name: `Lotsenwerk: ${feed.organization ?? ''}`, entries, notes }
  }
  return { name: `Lotsenwerk: ${feed.name}`, entries: await ownEntries(ctx, sources, feed, secretHash), notes }
}

/** Rights are those of one organization at a time: what concerns the person is asked for at each. */
async function ownEntries(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  feed: FeedRow,
  secretHash: string,
): Promise<CalendarEntry[]> {
  if (feed.acting_for !== null) return entriesFor({ ...ctx, actor: actorOf(feed) }, sources, 'person')
  const found = new Map<string, CalendarEntry>()
  for (const { id } of feed.organizations) {
    const there = await speakAsOwner(ctx, secretHash, id)
    if (!there || there.is_gone) continue
    const entries = await entriesFor({ ...ctx, actor: actorOf(there) }, sources, 'person')
    for (const entry of entries) found.set(entry.key, entry)
  }
  return [...found.values()]
}

/** Everybody's dates. */
export const publicEntries = (ctx: PublicContext, sources: readonly CalendarSource[]): Promise<CalendarEntry[]> =>
  entriesFor({ ...ctx, actor: null }, sources, 'public')

/** Not sorted anew: calendar programs do that, and sources keep their order. */
async function entriesFor(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  scope: 'person' | 'organization' | 'public',
): Promise<CalendarEntry[]> {
  const today = localDay(ctx.now)
  const range = {
    scope,
    from: today.subtract({ days: feedRange.back }),
    until: today.add({ days: feedRange.ahead }),
    limit: feedRange.most,
  }
  const entries: CalendarEntry[] = []
  for (const source of sources) if (source.scopes.includes(scope)) entries.push(...(await source.list(ctx, range)))
  return entries
}

async function speakAsOwner(
  { db }: PublicContext,
  secretHash: string,
  wanted: string | null,
): Promise<FeedRow | undefined> {
  const { rows } =
    await sql<FeedRow>`select * from insights.open_calendar_feed(${secretHash}, ${wanted}::uuid)`.execute(db)
  return rows[0]
}

const actorOf = (row: FeedRow): Actor => ({
  personId: row.person_id,
  name: row.name,
  email: row.email,
  actingFor: row.organizations.find(({ id }) => id === row.acting_for) ?? null,
  roles: row.roles,
  organizations: row.organizations,
})
