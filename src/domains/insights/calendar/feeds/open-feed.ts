import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Note } from '#platform/http/answer.ts'
import type { Actor, Place, PublicContext } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarScope, CalendarSource } from '#platform/portal/calendar-entry.ts'
import { listEntries } from '#platform/portal/list-entries.ts'
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
  last_read_at: Temporal.Instant | null
}

/** What is to be written: all of it, or nothing where the one who asks has it already under this mark. */
export interface FeedContent {
  /** Of what the content is, and of which state; undefined where a source cannot say. */
  mark: string | undefined
  entries: CalendarEntry[] | 'kept'
}

export type OpenedFeed = (FeedContent & { name: string; secretHash: string; notes: Note[] }) | 'unknown' | 'gone'

/** Whether the content of this feed under this mark is still there. */
type IsKept = (secretHash: string, mark: string) => boolean

/**
 * What the owner of this address may see today: from here on the transaction speaks for them, whoever asks.
 * `gone`: the owner holds no role (there) any more.
 */
export async function openFeed(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  capability: string,
  isKept: IsKept,
): Promise<OpenedFeed> {
  if (!capability.endsWith(feedEnding)) return 'unknown'
  const secretHash = sha256(capability.slice(0, -feedEnding.length))
  const feed = await speakAsOwner(ctx, secretHash, null)
  if (!feed) return 'unknown'
  if (feed.is_gone) return 'gone'
  const notes = notesOf(ctx, secretHash, feed.last_read_at)
  const scope = feed.organization_id === null ? 'person' : 'organization'
  const name = `Lotsenwerk: ${feed.organization ?? feed.name}`
  if (scope === 'person' && feed.acting_for === null)
    return { name, secretHash, notes, mark: undefined, entries: await everywhere(ctx, sources, feed, secretHash) }
  const owner = { ...ctx, actor: actorOf(feed) }
  const state = await markOf(owner, sources, scope)
  const mark = state && [name, feed.acting_for, state].join(' ')
  const entries = mark !== undefined && isKept(secretHash, mark) ? 'kept' : await entriesFor(owner, sources, scope)
  return { name, secretHash, notes, mark, entries }
}

/** Noted to the hour, so that most reads write nothing. */
const notesOf = (ctx: PublicContext, secretHash: string, lastReadAt: Temporal.Instant | null): Note[] =>
  lastReadAt && Temporal.Instant.compare(lastReadAt.add({ hours: 1 }), ctx.now) >= 0
    ? []
    : [
        {
          kind: 'trace',
          write: (db) =>
            sql`select insights.note_calendar_read(${secretHash}, ${ctx.now.toString()}::timestamptz)`.execute(db),
        },
      ]

/** Rights are those of one organization at a time: what concerns the person is asked for at each. */
async function everywhere(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  feed: FeedRow,
  secretHash: string,
): Promise<CalendarEntry[]> {
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

const rangeOf = ({ now }: PublicContext) => {
  const today = localDay(now)
  return { from: today.subtract({ days: feedRange.back }), until: today.add({ days: feedRange.ahead }) }
}

/** Not sorted anew: calendar programs do that, and sources keep their order. */
async function entriesFor(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  scope: CalendarScope,
): Promise<CalendarEntry[]> {
  return listEntries(ctx, sources, { scope, ...rangeOf(ctx), limit: feedRange.most })
}

/** The day belongs to it: with each one the range moves on. */
async function markOf(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  scope: CalendarScope,
): Promise<string | undefined> {
  const range = { scope, ...rangeOf(ctx) }
  const marks = [range.from.toString()]
  for (const source of sources.filter(({ scopes }) => scopes.includes(scope))) {
    if (!source.mark) return undefined
    marks.push(await source.mark(ctx, range))
  }
  return marks.join(' ')
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
