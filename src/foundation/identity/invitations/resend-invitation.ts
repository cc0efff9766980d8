import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { municipalHeads } from '../roles.ts'
import { endOf, type Invitation, stateOf } from './invitation.ts'
import { sendInvitation } from './invite.ts'

/** Sends it once more with a new link and a new term; also one that has run out. */
export async function resendInvitation(ctx: Context, invitation: Invitation): Promise<Outcome<true>> {
  const state = stateOf(invitation, ctx.now)
  if (state === 'accepted') return refuse(`${invitation.name} hat die Einladung schon angenommen.`)
  if (state === 'revoked') return refuse('Diese Einladung ist zurückgezogen. Bitte laden Sie neu ein.')
  const changed = await ctx.db
    .updateTable('identity.invitation')
    .set({ sent_at: ctx.now.toString(), expires_at: endOf(ctx.now).toString() })
    .where('id', '=', invitation.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!changed.numUpdatedRows) return refuse('Diese Einladung wurde gerade angenommen oder zurückgezogen.')
  await sendInvitation(ctx, invitation)
  await record(ctx, 'invitation.resent', {
    organizationId: invitation.organizationId,
    subjectId: invitation.id,
    needs: municipalHeads,
  })
  return true
}

/** From now on the link says that the invitation is taken back. */
export async function revokeInvitation(ctx: Context, invitation: Invitation): Promise<Outcome<true>> {
  if (invitation.acceptedAt)
    return refuse(`${invitation.name} hat die Einladung schon angenommen. Aufgaben nehmen Sie bei der Person zurück.`)
  if (invitation.revokedAt) return true
  const changed = await ctx.db
    .updateTable('identity.invitation')
    .set({ revoked_at: ctx.now.toString(), revoked_by: ctx.actor.personId })
    .where('id', '=', invitation.id)
    .where('accepted_at', 'is', null)
    .where(sql<boolean>`revoked_at is null`)
    .executeTakeFirst()
  if (!changed.numUpdatedRows) return refuse('Diese Einladung wurde gerade angenommen oder zurückgezogen.')
  await record(ctx, 'invitation.revoked', {
    organizationId: invitation.organizationId,
    subjectId: invitation.id,
    needs: municipalHeads,
  })
  return true
}
