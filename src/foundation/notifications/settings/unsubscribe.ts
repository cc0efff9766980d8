import { sql } from 'kysely'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'

/** By the link of a mail, whoever has it: no more mail of this kind. Undefined when the link is none (any more). */
export async function unsubscribe({ db, now }: PublicContext, secret: string): Promise<string | undefined> {
  const { rows } = await sql<{ kind: string | null }>`
    select notifications.unsubscribe(${sha256(secret)}, ${now.toString()}::timestamptz) as kind`.execute(db)
  return rows[0]?.kind ?? undefined
}

/** Ends all links in one's mails so far: somebody forwarded one. Returns how many there were. */
export async function revokeUnsubscribeLinks({ db }: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`select notifications.revoke_unsubscribe_links() as count`.execute(db)
  return rows[0]?.count ?? 0
}
