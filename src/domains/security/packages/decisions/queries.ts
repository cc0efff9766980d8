import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { MeasurePackage, PackageState, What } from './package.ts'

const itemsOf = sql`coalesce((
  select jsonb_agg(jsonb_build_object('itemId', i.item_id, 'offerId', i.offer_id, 'title', i.title, 'kind', i.kind, 'detail', i.detail,
           'contractor', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end, 'priceCents', i.price_cents,
           'workDays', i.work_days, 'acceptanceDays', i.acceptance_days, 'isStruck', i.is_struck, 'measureId', i.measure_id,
           'orderId', i.order_id, 'reference', r.reference) order by i.position)
    from packages.item i left join organizations.organization c on c.id = i.contractor_id
    left join funding.service_order r on r.id = i.order_id
   where i.package_id = p.id and i.version = v.number), '[]')`

const reasoningOf = sql`(
  select jsonb_build_object('items', r.items, 'leftOut', r.left_out, 'basis', r.basis, 'reason', r.reason)
    from packages.reasoning r where r.package_id = p.id and r.version = v.number)`

const read = async (db: Db, where: RawBuilder<unknown>, limit: number): Promise<MeasurePackage[]> => {
  const { rows } = await sql<MeasurePackage>`
    select p.id, p.organization_id as "organizationId", o.name as "organizationName", p.programme_id as "programmeId",
           g.name as "programmeName", p.enrollment_id as "enrollmentId", p.number, p.state, p.version, v.what,
           v.saved_at as "changedAt", w.name as "changedByName", p.submitted_by as "submittedBy", s.name as "submittedByName",
           p.submitted_at as "submittedAt", p.decide_by::text as "decideBy", p.decided_at as "decidedAt", d.name as "decidedByName",
           p.way, p.signer_name as "signerName", p.signed_on::text as "signedOn", p.signature_id as "signatureId",
           f.id as "fileId", f.name as "fileName", v.remaining_cents as "remainingCents", ${itemsOf} as items, ${reasoningOf} as reasoning
      from packages.package p
      join packages.package_version v on v.package_id = p.id and v.number = p.version
      join organizations.organization o on o.id = p.organization_id
      join programmes.programme g on g.id = p.programme_id
      left join identity.person w on w.id = v.saved_by
      left join identity.person s on s.id = p.submitted_by
      left join identity.person d on d.id = p.decided_by
      left join files.file f on f.id = p.file_id
     where ${where} order by p.id desc limit ${limit}`.execute(db)
  return rows
}

/** More than the money of a programme lasts for. */
const mostOnRoad = 50

/** All of one road, the newest first. */
export const packagesOf = (db: Db, enrollmentId: string): Promise<MeasurePackage[]> =>
  read(db, sql`p.enrollment_id = ${enrollmentId}::uuid`, mostOnRoad)

/** One package; undefined when it is not there or not visible. */
export const findPackage = async (db: Db, id: string): Promise<MeasurePackage | undefined> =>
  isId(id) ? (await read(db, sql`p.id = ${id}::uuid`, 1))[0] : undefined

export interface PackageFilter {
  programmeId?: string | undefined
  organizationId?: string | undefined
  state?: PackageState | undefined
  limit: number
  cursor?: string | undefined
}

/** Those the actor may see, the newest first. */
export async function listPackages(
  db: Db,
  { programmeId, organizationId, state, limit, cursor }: PackageFilter,
): Promise<Outcome<{ items: MeasurePackage[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  const where = sql`(${programmeId ?? null}::uuid is null or p.programme_id = ${programmeId ?? null}::uuid)
    and (${organizationId ?? null}::uuid is null or p.organization_id = ${organizationId ?? null}::uuid)
    and (${state ?? null}::text is null or p.state = ${state ?? null})
    and (${after?.[0] ?? null}::uuid is null or p.id < ${after?.[0] ?? null}::uuid)`
  return listPage(await read(db, where, limit + 1), limit, ({ id }) => [id])
}

export interface SavedVersion {
  packageId: string
  packageNumber: number
  number: number
  what: What
  savedByName: string | null
  savedAt: Temporal.Instant
  items: number
  sumCents: number
  /** Why it was sent back; empty for those who do not read it. */
  reason: string
}

/** Who saved what and when on a road, the newest first. */
export async function versionsOf(db: Db, enrollmentId: string): Promise<SavedVersion[]> {
  const { rows } = await sql<SavedVersion>`
    select v.package_id as "packageId", p.number as "packageNumber", v.number, v.what, w.name as "savedByName", v.saved_at as "savedAt",
           count(i.position)::integer as items, coalesce(sum(i.price_cents) filter (where not i.is_struck), 0)::bigint as "sumCents",
           coalesce(max(r.reason), '') as reason
      from packages.package_version v join packages.package p on p.id = v.package_id
      left join packages.item i on i.package_id = v.package_id and i.version = v.number
      left join packages.reasoning r on r.package_id = v.package_id and r.version = v.number
      left join identity.person w on w.id = v.saved_by
     where v.enrollment_id = ${enrollmentId}::uuid
     group by v.package_id, p.number, v.number, v.what, w.name, v.saved_at
     order by p.number desc, v.number desc limit 300`.execute(db)
  return rows
}

/** Heads of the municipality by name: who decides. */
export async function headsBy(db: Db, organizationId: string, today: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from identity.role_grant g join identity.person p on p.id = g.person_id
     where g.organization_id = ${organizationId}::uuid and g.role = 'chiefExecutive' and g.from_day <= ${today}::date
       and (g.until_day is null or g.until_day >= ${today}::date) order by p.name limit 20`.execute(db)
  return rows
}
