import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { MeasurePackage, PackageItem, PackageState, Reasoning, What } from './package.ts'

export interface NewVersion {
  what: What
  remainingCents: number
  items: readonly PackageItem[]
  reasoning: Reasoning
}

interface Road {
  id: string
  organizationId: string
  programmeId: string
}

/** The first version of a new package; undefined when one of this road is drafted already or lies before the head. */
export async function insertPackage(
  ctx: Context,
  road: Road,
  version: NewVersion & { decideBy: string | null },
): Promise<string | undefined> {
  const { actor, now } = ctx
  const id = newId()
  const inserted = sql`insert into packages.package (id, organization_id, programme_id, enrollment_id, number, state, version, created_by,
      created_at, changed_by, changed_at, decide_by)
    select ${id}::uuid, ${road.organizationId}::uuid, ${road.programmeId}::uuid, ${road.id}::uuid, coalesce(max(p.number), 0) + 1, 'draft', 1,
           ${actor.personId}::uuid, ${now.toString()}::timestamptz, ${actor.personId}::uuid, ${now.toString()}::timestamptz, ${version.decideBy}::date
      from packages.package p where p.enrollment_id = ${road.id}::uuid
    having count(*) filter (where p.state in ('draft', 'submitted')) = 0
    returning id, version, organization_id, programme_id, enrollment_id`
  return (await writeAfter(ctx, inserted, version)) ? id : undefined
}

interface Step {
  /** As whoever asks read it: in this state, at this version. */
  from: PackageState
  to: PackageState
  decideBy: string | null
}

/** A further version of a package; false when it is another one by now. Compares and writes in one statement. */
export function addVersion(
  ctx: Context,
  { id, version: read }: Pick<MeasurePackage, 'id' | 'version'>,
  { from, to, decideBy, ...version }: NewVersion & Step,
): Promise<boolean> {
  const { actor, now } = ctx
  const isSubmission = to === 'submitted'
  const updated = sql`update packages.package set version = version + 1, state = ${to}, changed_by = ${actor.personId}::uuid,
      changed_at = ${now.toString()}::timestamptz, decide_by = ${decideBy}::date,
      submitted_by = ${isSubmission ? actor.personId : null}::uuid, submitted_at = ${isSubmission ? now.toString() : null}::timestamptz
    where id = ${id}::uuid and version = ${read} and state = ${from}
    returning id, version, organization_id, programme_id, enrollment_id`
  return writeAfter(ctx, updated, version)
}

/** The version that holds what was decided, with measures and orders. Its package says so right afterwards. */
export function addDecidedVersion(
  ctx: Context,
  { id, version: read }: Pick<MeasurePackage, 'id' | 'version'>,
  version: NewVersion,
): Promise<boolean> {
  const held = sql`select id, version + 1 as version, organization_id, programme_id, enrollment_id
    from packages.package where id = ${id}::uuid and version = ${read} and state = 'submitted'`
  return writeAfter(ctx, held, version)
}

/** Version, items and reasons of the package that the first part gives; nothing when it gives none. */
async function writeAfter(
  { db, actor, now }: Context,
  first: RawBuilder<unknown>,
  { what, remainingCents, items, reasoning }: NewVersion,
): Promise<boolean> {
  const rows = items.map((item, at) => ({ ...item, position: at + 1, contractorId: item.contractor?.id ?? null }))
  const { rows: written } = await sql<{ version: number }>`
    with p as (${first}),
    v as (
      insert into packages.package_version (package_id, number, organization_id, programme_id, enrollment_id, what, remaining_cents, saved_by, saved_at)
      select p.id, p.version, p.organization_id, p.programme_id, p.enrollment_id, ${what}, ${remainingCents}::bigint, ${actor.personId}::uuid,
             ${now.toString()}::timestamptz from p),
    i as (
      insert into packages.item (package_id, version, position, organization_id, programme_id, enrollment_id, item_id, offer_id, title, kind,
        detail, contractor_id, price_cents, work_days, acceptance_days, is_struck, measure_id, order_id)
      select p.id, p.version, w.position, p.organization_id, p.programme_id, p.enrollment_id, w."itemId", w."offerId", w.title, w.kind, w.detail,
             w."contractorId", w."priceCents", w."workDays", w."acceptanceDays", w."isStruck", w."measureId", w."orderId"
        from p, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(position integer, "itemId" uuid, "offerId" uuid, title text, kind text,
          detail text, "contractorId" uuid, "priceCents" bigint, "workDays" integer, "acceptanceDays" integer, "isStruck" boolean,
          "measureId" uuid, "orderId" uuid))
    insert into packages.reasoning (package_id, version, organization_id, programme_id, enrollment_id, items, left_out, basis, reason)
    select p.id, p.version, p.organization_id, p.programme_id, p.enrollment_id, ${JSON.stringify(reasoning.items)}::jsonb,
           ${JSON.stringify(reasoning.leftOut)}::jsonb, ${reasoning.basis}, ${reasoning.reason} from p
    returning version`.execute(db)
  return written.length === 1
}
