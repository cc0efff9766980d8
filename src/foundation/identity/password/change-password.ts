import { sql } from 'kysely'
import type { Outcome } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMailToPerson } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { endOtherSessions } from '../own-access/end-sessions.ts'

/** A new password for oneself; every other session ends. */
export async function changePassword(
  ctx: Context,
  given: { passwordConfirmed: Outcome<true>; passwordHash: Outcome<string> },
): Promise<Outcome<true>> {
  if (given.passwordConfirmed !== true) return given.passwordConfirmed
  if (typeof given.passwordHash !== 'string') return given.passwordHash
  await sql`select identity.set_own_password(${given.passwordHash}, ${ctx.now.toString()}::timestamptz)`.execute(ctx.db)
  await endOtherSessions(ctx)
  await record(ctx, 'password.changed', { organizationId: null, subjectId: ctx.actor.personId })
  await postMailToPerson(ctx, { personId: ctx.actor.personId, template: 'identity.passwordChanged', data: {} })
  return true
}
