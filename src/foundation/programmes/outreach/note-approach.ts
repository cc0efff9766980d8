import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { writeContactEntry } from '../contact-log/write-contact-entry.ts'
import type { NewContactEntry } from '../contact-log/schemas.ts'
import type { Programme } from '../programme.ts'
import type { ApproachState, Campaign } from './campaign.ts'

export interface ApproachWish {
  state: ApproachState
  /** The one that was read. */
  version: number
  /** What was said, for the contact log; undefined keeps the state only. */
  entry?: NewContactEntry | undefined
}

/** Keeps how far one got with a municipality, and the call itself in its contact log. `stale` when a colleague was faster. */
export async function noteApproach(
  ctx: Context,
  { campaign, programme, organizationId }: { campaign: Campaign; programme: Programme; organizationId: string },
  { state, version, entry }: ApproachWish,
): Promise<Outcome<'noted' | 'stale'>> {
  if (campaign.closedAt) return refuse('Diese Ansprache ist beendet. Eingetragen ist nichts.')
  const written = await ctx.db
    .updateTable('programmes.approach')
    .set({ state, version: version + 1, changed_by: ctx.actor.personId, changed_at: ctx.now.toString() })
    .where('campaign_id', '=', campaign.id)
    .where('organization_id', '=', organizationId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (written.numUpdatedRows === 0n) return 'stale'
  const kept = entry ? await writeContactEntry(ctx, { programme, organizationId }, entry) : ''
  return isRefusal(kept) ? kept : 'noted'
}
