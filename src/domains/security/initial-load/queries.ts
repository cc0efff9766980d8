import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { listToldDates } from '#domains/security/appointments/index.ts'
import { listToldDocuments } from '#domains/security/participation/index.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Differences } from './compare/differences.ts'
import type { Load } from './load.ts'
import type { OpeningAmount, Stand } from './stand.ts'
import type { Content, Mapping } from './workbook/table.ts'

/** Everything that a workbook is held against, by seven statements however many municipalities there are. */
export async function readStand(db: Db, programme: Programme): Promise<Stand> {
  const id = programme.id
  const municipalities = await sql<Stand['municipalities'][number]>`
    select o.id, o.name, o.kind, o.ars, o.ags, o.county, o.sort_key as "sortKey" from organizations.organization o
     where (o.kind = any (${[...programme.openTo]}::text[]) or exists (
             select from programmes.enrollment e where e.organization_id = o.id and e.programme_id = ${id}::uuid))
       and not exists (select from organizations.succession s
             where s.predecessor_id = o.id and s.withdrawn_at is null and s.from_day <= (select access.today()))
     order by o.sort_key, o.ars nulls last, o.kind, o.id`.execute(db)
  const roads = await sql<Stand['roads'][number]>`
    select e.id, e.organization_id as "organizationId", e.state, (e.began_at at time zone 'Europe/Berlin')::date::text as began,
           (e.withdrawn_at at time zone 'Europe/Berlin')::date::text as "withdrawnOn", e.withdrawal_reason as reason,
           (select p.email from identity.person p where p.id = e.guide_id) as guide, e.last_contact_on::text as "lastContactOn",
           (e.waiting_since at time zone 'Europe/Berlin')::date::text as "waitingSince",
           (select jsonb_agg(jsonb_build_object('key', s.step, 'state', s.state, 'onDay', s.on_day::text, 'waitingFor', s.waiting_for,
                     'missing', s.missing, 'note', s.note) order by d.position)
              from programmes.enrollment_step s join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
             where s.enrollment_id = e.id) as steps
      from programmes.enrollment e where e.programme_id = ${id}::uuid order by e.organization_id`.execute(db)
  const contacts = await sql<Stand['contacts'][number]>`
    select c.organization_id as "organizationId", c.function, c.name, c.email, c.phone, c.address, c.note, c.version
      from organizations.contact c join organizations.organization o on o.id = c.organization_id
     where o.kind = any (${[...programme.openTo]}::text[]) and concat(c.name, c.email, c.phone, c.address, c.note) <> ''
     order by c.organization_id, c.function`.execute(db)
  const staff = await sql<Stand['staff'][number]>`
    select distinct p.id, p.email from programmes.staff s join identity.person p on p.id = s.person_id
     where s.programme_id = ${id}::uuid and s.from_day <= access.today() and (s.until_day is null or s.until_day >= access.today())
     order by p.email`.execute(db)
  return {
    municipalities: municipalities.rows,
    roads: roads.rows,
    contacts: contacts.rows,
    documents: await listToldDocuments(db, id),
    staff: staff.rows,
    appointments: await listToldDates(db, id),
    amounts: await openingAmounts(db, id),
  }
}

const openingAmounts = (db: Db, programmeId: string): Promise<OpeningAmount[]> =>
  db
    .selectFrom('loads.opening_amount')
    .select([
      'organization_id as organizationId',
      'stage',
      'planned_cents as planned',
      'committed_cents as committed',
      'delivered_cents as delivered',
      'accepted_cents as accepted',
      'invoiced_cents as invoiced',
      'settled_cents as settled',
      'remaining_cents as remaining',
    ])
    .where('programme_id', '=', programmeId)
    .orderBy('organization_id')
    .orderBy('stage')
    .execute()

const loads = (db: Db) =>
  db
    .selectFrom('loads.load as l')
    .leftJoin('identity.person as c', 'c.id', 'l.checked_by')
    .leftJoin('identity.person as p', 'p.id', 'l.loaded_by')
    .select([
      'l.id',
      'l.programme_id as programmeId',
      'l.file_name as fileName',
      'l.state',
      'l.total',
      'l.added',
      'l.changed',
      'l.unchanged',
      'l.refused',
      'l.brought',
      'l.checked_by as checkedBy',
      'l.checked_at as checkedAt',
      'l.loaded_at as loadedAt',
      'c.name as checkerName',
      'p.name as loaderName',
    ])

/** The latest first. */
export async function listLoads(
  db: Db,
  { programmeId, limit, cursor }: { programmeId: string; limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Load[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = loads(db)
    .where('l.programme_id', '=', programmeId)
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where('l.id', '<', String(after[0]))
  const { items, next } = listPage(await query.execute(), limit, ({ id }) => [id])
  return { items: items as unknown as Load[], next }
}

export async function findLoad(db: Db, programmeId: string, id: string): Promise<Load | undefined> {
  if (!isId(id)) return undefined
  const found = await loads(db).where('l.id', '=', id).where('l.programme_id', '=', programmeId).executeTakeFirst()
  return found as unknown as Load | undefined
}

export interface Draft {
  content: Content
  differences: Differences
  stand: string
  madeAt: Temporal.Instant
}

/** What was read; undefined when its thirty days are over. */
export async function findDraft(db: Db, loadId: string): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('loads.draft')
    .select(['content', 'differences', 'stand', 'made_at as madeAt'])
    .where('load_id', '=', loadId)
    .executeTakeFirst()
  return row as unknown as Draft | undefined
}

/** What the columns of foreign tables mean in this programme, as somebody said before. */
export async function readMapping(db: Db, programmeId: string): Promise<Mapping> {
  const row = await db
    .selectFrom('loads.mapping')
    .select('columns')
    .where('programme_id', '=', programmeId)
    .executeTakeFirst()
  return row?.columns ?? {}
}
