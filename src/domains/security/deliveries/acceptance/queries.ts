import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Acceptance, AcceptanceState } from './acceptance.ts'

interface Row extends Omit<Acceptance, 'preparedAt' | 'signedAt' | 'decidedAt' | 'signerName' | 'deciderName'> {
  prepared: string
  signed: string | null
  decided: string | null
  paperSigner: string | null
}

export interface AcceptanceFilter {
  programmeId?: string | undefined
  enrollmentId?: string | undefined
  organizationId?: string | undefined
  orderId?: string | undefined
  state?: AcceptanceState | undefined
  limit: number
  cursor?: string | undefined
}

async function read(db: Db, where: RawBuilder<unknown>, limit: number): Promise<Acceptance[]> {
  const { rows } = await sql<Row>`
    select a.id, a.service_order_id as "orderId", s.reference as "orderReference", s.title as "orderTitle", a.enrollment_id as "enrollmentId",
           a.organization_id as "organizationId", o.name as "organizationName", a.programme_id as "programmeId", p.name as "programmeName",
           a.contractor_id as "contractorId", c.name as "contractorName", a.number, a.result, a.amount_cents as "amountCents", a.note, a.state,
           to_json(a.prepared_at) as prepared, a.way, a.signed_by as "signedBy", to_json(a.signed_at) as signed, f.id as "paperFileId",
           a.paper_name as "paperName", a.paper_sha256 as "paperSha256", a.paper_signed_on::text as "paperSignedOn",
           a.paper_signer as "paperSigner", a.decided_by as "decidedBy", to_json(a.decided_at) as decided, a.reason,
           coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'text', r.text, 'fixedOn', r.fixed_on::text) order by r.number)
                       from deliveries.reservation r where r.acceptance_id = a.id), '[]') as reservations
      from deliveries.acceptance a
      join funding.service_order s on s.id = a.service_order_id
      join organizations.organization o on o.id = a.organization_id
      join organizations.organization c on c.id = a.contractor_id
      join programmes.programme p on p.id = a.programme_id
      left join files.file f on f.id = a.paper_file_id
     where ${where} order by a.id desc limit ${limit}`.execute(db)
  const names = await signers(db, rows)
  return rows.map(({ prepared, signed, decided, paperSigner, ...row }) => ({
    ...row,
    preparedAt: Temporal.Instant.from(prepared),
    signedAt: signed === null ? null : Temporal.Instant.from(signed),
    decidedAt: decided === null ? null : Temporal.Instant.from(decided),
    signerName: row.way === 'paper' ? paperSigner : (names.get(row.id)?.signed_by ?? null),
    deciderName: names.get(row.id)?.decided_by ?? null,
  }))
}

/** Who signed and countersigned: each side sees the other's name under what it signed. */
async function signers(db: Db, rows: readonly Row[]) {
  const ids = rows.filter(({ signedBy, decidedBy }) => signedBy ?? decidedBy).map(({ id }) => id)
  if (ids.length === 0) return new Map<string, never>()
  const found = await sql<{ id: string; signed_by: string | null; decided_by: string | null }>`
    select * from deliveries.signers(${ids}::uuid[])`.execute(db)
  return new Map(found.rows.map((row) => [row.id, row]))
}

/** One acceptance; undefined when it is not there or not visible. */
export const findAcceptance = async (db: Db, id: string): Promise<Acceptance | undefined> =>
  isId(id) ? (await read(db, sql`a.id = ${id}::uuid`, 1))[0] : undefined

/** Of one order, the newest first. */
export const acceptancesOf = (db: Db, orderId: string): Promise<Acceptance[]> =>
  read(db, sql`a.service_order_id = ${orderId}::uuid`, 100)

/** Those the actor sees, the newest first. */
export async function pageOfAcceptances(
  db: Db,
  { programmeId, enrollmentId, organizationId, orderId, state, limit, cursor }: AcceptanceFilter,
): Promise<Outcome<{ items: Acceptance[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  const where = sql`(${programmeId ?? null}::uuid is null or a.programme_id = ${programmeId ?? null}::uuid)
    and (${enrollmentId ?? null}::uuid is null or a.enrollment_id = ${enrollmentId ?? null}::uuid)
    and (${organizationId ?? null}::uuid is null or a.organization_id = ${organizationId ?? null}::uuid)
    and (${orderId ?? null}::uuid is null or a.service_order_id = ${orderId ?? null}::uuid)
    and (${state ?? null}::text is null or a.state = ${state ?? null})
    and (${after?.[0] ?? null}::uuid is null or a.id < ${after?.[0] ?? null}::uuid)`
  return listPage(await read(db, where, limit + 1), limit, ({ id }) => [id])
}

/** More than a programme ever has. */
const most = 10_000

/** Everything that was ever decided on in a programme, for statements and proofs of use; the newest first. */
export async function listAcceptances(
  db: Db,
  { programmeId }: { programmeId: string },
): Promise<(Acceptance & { acceptedOn: Temporal.Instant | null })[]> {
  const found = await read(db, sql`a.programme_id = ${programmeId}::uuid`, most)
  return found.map((one) => ({ ...one, acceptedOn: one.state === 'accepted' ? one.decidedAt : null }))
}

/** The hash of what the municipality signed: of the text, or of the paper. */
export async function signedHash(db: Db, { id, way, paperSha256 }: Acceptance): Promise<string | undefined> {
  if (way === 'paper') return paperSha256 ?? undefined
  const row = await db
    .selectFrom('deliveries.acceptance as a')
    .innerJoin('signatures.signature as s', 's.id', 'a.signature_id')
    .select('s.shown_sha256')
    .where('a.id', '=', id)
    .executeTakeFirst()
  return row?.shown_sha256
}
