import { sql } from 'kysely'
import type { Db } from './database.ts'

/** A caller's wish that this request happens once, however often it is sent. */
export interface OnceOnly {
  /** Hash of the token or session: keys of different callers never meet. */
  caller: string
  key: string
  requestHash: string
}

export interface RememberedReply {
  status: 200 | 201 | 202
  headers: Record<string, string>
  body: string
}

/** `busy` while another transaction works on the same key, `other` when the key was used for another request. */
export type Recalled = { state: 'new' | 'other' | 'busy' } | ({ state: 'done' } & RememberedReply)

export async function recallReply(db: Db, { caller, key, requestHash }: OnceOnly, at: string): Promise<Recalled> {
  const { rows } = await sql<Recalled>`
    select * from platform.recall_reply(${caller}, ${key}, ${requestHash}, ${at}::timestamptz)`.execute(db)
  return rows[0] ?? { state: 'new' }
}

/** In the transaction of the deed: both are kept, or neither. */
export async function rememberReply(
  db: Db,
  { caller, key, requestHash }: OnceOnly,
  reply: RememberedReply,
  at: string,
): Promise<void> {
  await sql`select platform.remember_reply(${caller}, ${key}, ${requestHash}, ${reply.status},
    ${JSON.stringify(reply.headers)}::jsonb, ${reply.body}, ${at}::timestamptz)`.execute(db)
}
