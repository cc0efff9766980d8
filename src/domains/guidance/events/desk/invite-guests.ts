import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import type { Event } from '../event/event.ts'
import type { InvitationInput } from './schemas.ts'

/** A link for guests; its secret is known to whoever gets this answer and to nobody else. */
export async function inviteGuests(
  ctx: Context,
  event: Event,
  { organizationId, uses, expiresAt }: InvitationInput,
): Promise<Outcome<{ id: string; secret: string }>> {
  if (event.cancelledAt) return refuse('Die Veranstaltung ist abgesagt. Es gibt keinen neuen Link.')
  if (expiresAt !== null && Temporal.Instant.compare(Temporal.Instant.from(expiresAt), ctx.now) <= 0)
    return refuse('Der Link ist noch nicht erstellt.', [
      { path: 'expiresAt', message: 'Dieser Zeitpunkt ist schon vorbei.' },
    ])
  const secret = newSecret()
  const id = sha256(secret)
  const { rows } = await sql<{ added: boolean }>`
    select guidance.add_invitation(${id}, ${event.id}::uuid, ${organizationId}::uuid, ${uses}::integer, ${expiresAt}::timestamptz,
      ${ctx.now.toString()}::timestamptz) as added`.execute(ctx.db)
  if (!rows[0]?.added) throw new Error('an organizer could not invite to the own event')
  await record(ctx, 'event.invitationMade', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title },
    needs: organizers,
  })
  return { id, secret }
}

/** From now on nobody registers by it; who already did keeps the place. False where it is none, or has ended. */
export async function endInvitation(ctx: Context, event: Event, id: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    select guidance.revoke_invitation(i.secret_hash, ${ctx.now.toString()}::timestamptz) as ended
      from guidance.invitations(${event.id}::uuid) i where i.secret_hash = ${id}`.execute(ctx.db)
  if (!rows[0]?.ended) return false
  await record(ctx, 'event.invitationRevoked', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title },
    needs: organizers,
  })
  return true
}
