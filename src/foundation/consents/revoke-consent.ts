import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { deciders } from './access.ts'
import type { Consent } from './consent.ts'

/** Takes a consent back without a reason. That it was given stays readable, and what it allowed until now stays. */
export async function revokeConsent(ctx: Context, consent: Consent): Promise<Outcome<true>> {
  const { actor, db, now } = ctx
  const written = await db
    .updateTable('consents.consent')
    .set({ revoked_at: now.toString(), revoked_by: actor.personId })
    .where('id', '=', consent.id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (written.numUpdatedRows !== 1n) return refuse('Diese Einwilligung ist schon widerrufen. Geändert ist nichts.')
  await record(ctx, 'consent.revoked', {
    organizationId: consent.organizationId,
    subjectId: consent.id,
    data: { purpose: consent.purpose, textVersion: consent.textVersion },
    needs: deciders,
  })
  return true
}
