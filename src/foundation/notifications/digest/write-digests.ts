import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId, newSecret } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { NotificationKind } from '../kind.ts'
import { enqueueMails } from '../post-mail.ts'
import { digestMail } from '../settings/setting.ts'
import { countInWords, type DigestLine, digestInWords } from './digest.ts'

interface Covered extends DigestLine {
  digest_id: string
  person_id: string
  total: number
}

/**
 * Writes the digests that are due, for so many people at most, and puts their mails into the outbox: all in one transaction, so each digest is
 * written and sent once or not at all. Returns how many were written.
 */
export async function writeDigests(
  ctx: PublicContext,
  { kinds, portal, most }: { kinds: readonly NotificationKind[]; portal: string; most: number },
): Promise<number> {
  const at = ctx.now.toString()
  const ids = Array.from({ length: most }, newId)
  const { rows } = await sql<Covered>`
    select * from notifications.take_digests(${ids}::uuid[], ${at}::timestamptz)`.execute(ctx.db)
  const digests = Map.groupBy(rows, ({ digest_id }) => digest_id)
  if (digests.size === 0) return 0
  const mails = [...digests.values()].map((lines) => mailOf(lines, { kinds, portal }))
  const posted = await sql<{ mail_id: string; not_before: Temporal.Instant | null }>`
    select * from notifications.post_digests(${JSON.stringify(mails)}::jsonb, ${digestMail}, ${at}::timestamptz)`.execute(
    ctx.db,
  )
  await enqueueMails(ctx, posted.rows)
  return digests.size
}

function mailOf(lines: readonly Covered[], words: { kinds: readonly NotificationKind[]; portal: string }) {
  const secret = newSecret()
  const total = lines[0]?.total ?? 0
  return {
    id: newId(),
    personId: lines[0]?.person_id,
    data: { anzahl: countInWords(total), eintraege: digestInWords(lines, { ...words, total }) },
    secret,
    secretHash: sha256(secret),
  }
}
