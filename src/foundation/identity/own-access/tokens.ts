import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMailToPerson } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId, newSecret } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { NewToken } from './schemas.ts'

export interface IssuedToken {
  id: string
  /** Shown this once. */
  token: string
  expiresAt: string
}

/** A bearer token for oneself. It can do what the person can, or only read. */
export async function addToken(
  ctx: Context,
  { name, scope, validDays }: NewToken,
  passwordConfirmed: Outcome<true>,
): Promise<Outcome<IssuedToken>> {
  if (passwordConfirmed !== true) return passwordConfirmed
  const { db, now, actor } = ctx
  const [id, token] = [newId(), `lw_${newSecret()}`]
  const expires = now.add({ hours: 24 * validDays })
  await sql`select identity.add_own_token(${id}::uuid, ${sha256(token)}, ${name}, ${scope}, ${now.toString()}::timestamptz,
    ${expires.toString()}::timestamptz)`.execute(db)
  await record(ctx, 'token.issued', { organizationId: null, subjectId: actor.personId, data: { scope } })
  await postMailToPerson(ctx, {
    personId: actor.personId,
    template: 'identity.tokenIssued',
    data: { schluessel: name, frist: germanDay(localDay(expires)) },
  })
  return { id, token, expiresAt: expires.toString() }
}

/** False when there is no such token of one's own. */
export async function revokeToken(ctx: Context, id: string): Promise<boolean> {
  if (!isId(id)) return false
  const { rows } = await sql<{
    revoked: boolean
  }>`select identity.revoke_own_token(${id}::uuid, ${ctx.now.toString()}::timestamptz) as revoked`.execute(ctx.db)
  if (!rows[0]?.revoked) return false
  await record(ctx, 'token.revoked', { organizationId: null, subjectId: ctx.actor.personId })
  return true
}
