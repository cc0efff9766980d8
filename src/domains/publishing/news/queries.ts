import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { News, NewsState } from './news.ts'

const current = (db: Db) =>
  db
    .selectFrom('publishing.news')
    .select([
      'news_id as id',
      'version',
      'slug',
      'title',
      'teaser',
      'body',
      'topic',
      'author',
      'state',
      'from_at as from',
      'until_at as until',
      'written_at as writtenAt',
    ])
    .where('superseded_at', 'is', null)

interface Paging {
  limit: number
  cursor?: string | undefined
}

type Page = Outcome<{ items: News[]; next: string | null }>

/** What is out at this moment, for editors too, the newest first. */
export async function listOut({ db, now }: PublicContext, { limit, cursor }: Paging): Promise<Page> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  const last = after?.[0]
  const rows = await out(db, now)
    .$if(last !== undefined, (query) =>
      query.where(
        sql<boolean>`(from_at, news_id) < (select n.from_at, n.news_id from publishing.news n
          where n.news_id = ${last}::uuid and n.superseded_at is null)`,
      ),
    )
    .orderBy('from_at', 'desc')
    .orderBy('news_id', 'desc')
    .limit(limit + 1)
    .execute()
  return listPage(rows as News[], limit, ({ id }) => [id])
}

/** Row-level security lets nothing else through to strangers; editors, who see more, see here what everybody sees. */
const out = (db: Db, now: Temporal.Instant) =>
  current(db)
    .where('state', '=', 'published')
    .where('from_at', '<=', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .where(sql<boolean>`(until_at is null or until_at > ${now.toString()}::timestamptz)`)

/** The desk: one state or all, what was written last first. */
export async function listForDesk(
  db: Db,
  { limit, cursor, state }: Paging & { state?: NewsState | undefined },
): Promise<Page> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  const last = after?.[0]
  const rows = await current(db)
    .select('id as row')
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(last !== undefined, (query) => query.where('id', '<', String(last)))
    .orderBy('publishing.news.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = listPage(rows, limit, ({ row }) => [row])
  return { items: page.items.map(({ row: _, ...news }) => news as News), next: page.next }
}

/** By the end of its address, as everybody may see it now. */
export const findOut = async ({ db, now }: PublicContext, slug: string): Promise<News | undefined> =>
  /^[a-z0-9-]{1,80}$/.test(slug)
    ? ((await out(db, now).where('slug', '=', slug).executeTakeFirst()) as News | undefined)
    : undefined

/** By its id, as far as the reader may see it. */
export const findNews = async (db: Db, id: string): Promise<News | undefined> =>
  isId(id) ? ((await current(db).where('news_id', '=', id).executeTakeFirst()) as News | undefined) : undefined
