import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import type { Campaign } from './campaign.ts'

/** Begins to approach all municipalities that could take part and do not. Returns the id. */
export async function beginCampaign(
  ctx: Context,
  programme: Programme,
  { title, script }: Pick<Campaign, 'title' | 'script'>,
): Promise<Outcome<string>> {
  const { db, now, actor } = ctx
  if (programme.state === 'ended') return refuse(`„${programme.name}“ ist beendet. Begonnen ist nichts.`)
  const id = newId()
  await db
    .insertInto('programmes.campaign')
    .values({
      id,
      programme_id: programme.id,
      title,
      script,
      begun_by: actor.personId,
      begun_at: now.toString(),
    })
    .execute()
  const added = await sql`
    insert into programmes.approach (campaign_id, organization_id, programme_id, changed_at)
    select ${id}::uuid, o.id, ${programme.id}::uuid, ${now.toString()}::timestamptz
      from organizations.organization o
     where o.kind = any (${[...programme.openTo]}::text[])
       and not exists (select from programmes.enrollment e
         where e.organization_id = o.id and e.programme_id = ${programme.id}::uuid and e.state = 'active')
       and not exists (select from organizations.succession s
         where s.predecessor_id = o.id and s.withdrawn_at is null and s.from_day <= (select access.today()))`.execute(
    db,
  )
  if (added.numAffectedRows === 0n)
    return refuse('Alle, die teilnehmen können, nehmen schon teil. Begonnen ist nichts.')
  await record(ctx, 'campaign.begun', {
    organizationId: null,
    subjectId: id,
    data: { programme: programme.name, title },
  })
  return id
}

/** Ends it; what was said stays in the contact log. */
export async function closeCampaign(
  ctx: Context,
  programme: Pick<Programme, 'name'>,
  campaign: Campaign,
): Promise<void> {
  const closed = await ctx.db
    .updateTable('programmes.campaign')
    .set({ closed_at: ctx.now.toString() })
    .where('id', '=', campaign.id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows > 0n)
    await record(ctx, 'campaign.closed', {
      organizationId: null,
      subjectId: campaign.id,
      data: { programme: programme.name, title: campaign.title },
    })
}
