import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Approach, ApproachState, Campaign } from './campaign.ts'

const campaigns = (db: Db) =>
  db
    .selectFrom('programmes.campaign as c')
    .innerJoin('programmes.approach as a', 'a.campaign_id', 'c.id')
    .select([
      'c.id',
      'c.programme_id as programmeId',
      'c.title',
      'c.script',
      'c.begun_at as begunAt',
      'c.closed_at as closedAt',
      sql<number>`count(*)::integer`.as('total'),
      sql<number>`(count(*) filter (where a.state in ('open', 'notReached', 'later')))::integer`.as('open'),
      sql<number>`(count(*) filter (where a.state = 'interested'))::integer`.as('interested'),
    ])
    .groupBy('c.id')

/** Campaigns of a programme, the newest first; at most 100. */
export const listCampaigns = (db: Db, programmeId: string): Promise<Campaign[]> =>
  campaigns(db).where('c.programme_id', '=', programmeId).orderBy('c.id', 'desc').limit(100).execute()

export const findCampaign = async (db: Db, id: string): Promise<Campaign | undefined> =>
  isId(id) ? campaigns(db).where('c.id', '=', id).executeTakeFirst() : undefined

const contact = sql<Approach['contact']>`(
  select jsonb_build_object('name', k.name, 'phone', k.phone, 'email', k.email) from organizations.contact k
   where k.organization_id = a.organization_id and k.function in ('cooperative', 'head') and (k.phone <> '' or k.email <> '')
   order by k.function limit 1)`

const lastEntry = sql<string | null>`(
  select e.what from programmes.contact_entry e
   where e.organization_id = a.organization_id and e.programme_id = a.programme_id and e.removed_at is null
   order by e.id desc limit 1)`

export interface ApproachFilter {
  state?: ApproachState | undefined
  limit: number
  cursor?: string | undefined
}

/** Municipalities of a campaign, in German order of their names. */
export async function listApproaches(
  db: Db,
  campaignId: string,
  { state, limit, cursor }: ApproachFilter,
): Promise<Outcome<{ items: Approach[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('programmes.approach as a')
    .innerJoin('organizations.organization as o', 'o.id', 'a.organization_id')
    .leftJoin('programmes.enrollment as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'a.organization_id')
        .onRef('e.programme_id', '=', 'a.programme_id')
        .on('e.state', '=', 'active'),
    )
    .select([
      'a.organization_id as organizationId',
      'o.name as organizationName',
      'o.kind as organizationKind',
      'o.county',
      'o.sort_key as sortKey',
      'a.state',
      'a.changed_at as changedAt',
      'a.version',
      'e.id as enrollmentId',
      contact.as('contact'),
      lastEntry.as('lastEntry'),
    ])
    .where('a.campaign_id', '=', campaignId)
    .orderBy('o.sort_key')
    .orderBy('o.id')
    .limit(limit + 1)
  if (state) query = query.where('a.state', '=', state)
  if (after) query = query.where(sql<boolean>`(o.sort_key, o.id) > (${after[0]}, ${after[1]}::uuid)`)
  const page = listPage(await query.execute(), limit, ({ sortKey, organizationId }) => [sortKey, organizationId])
  return { items: page.items as unknown as Approach[], next: page.next }
}
