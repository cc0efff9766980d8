import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Share } from '../invoice.ts'
import type { PaymentRun } from './payment-run.ts'

const shares = (db: Db) =>
  db
    .selectFrom('invoices.share as h')
    .innerJoin('organizations.organization as o', 'o.id', 'h.organization_id')
    .innerJoin('organizations.organization as c', 'c.id', 'h.contractor_id')
    .innerJoin('funding.service_order as s', 's.id', 'h.service_order_id')
    .leftJoin('identity.person as b', 'b.id', 'h.booked_by')
    .select([
      'h.id',
      'h.organization_id as organizationId',
      'o.name as organizationName',
      'h.programme_id as programmeId',
      'h.enrollment_id as enrollmentId',
      'h.contractor_id as contractorId',
      'c.name as contractorName',
      'h.invoice_id as invoiceId',
      'h.service_order_id as orderId',
      's.reference as orderReference',
      's.title as orderTitle',
      'h.number',
      'h.type_code as typeCode',
      sql<string>`h.issued_on::text`.as('issuedOn'),
      'h.text',
      'h.amount_cents as amountCents',
      'h.credited_cents as creditedCents',
      'h.credits_share_id as creditsShareId',
      'h.difference_cents as differenceCents',
      'h.booked_by as bookedBy',
      'b.name as bookedByName',
      'h.booked_at as bookedAt',
      'h.payment_run_id as paymentRunId',
      'h.settled_at as settledAt',
    ])

export interface ShareFilter {
  programmeId?: string | undefined
  enrollmentId?: string | undefined
  invoiceId?: string | undefined
  orderId?: string | undefined
  /** Only what waits for its payment, or only what was paid. */
  settled?: boolean | undefined
  limit: number
  cursor?: string | undefined
}

/** What orders bear of approved invoices, in the order of their booking; municipalities see their own. */
export async function listShares(
  db: Db,
  { programmeId, enrollmentId, invoiceId, orderId, settled, limit, cursor }: ShareFilter,
): Promise<Outcome<{ items: Share[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = shares(db)
    .orderBy('h.id')
    .limit(limit + 1)
  if (programmeId) query = query.where('h.programme_id', '=', programmeId)
  if (enrollmentId) query = query.where('h.enrollment_id', '=', enrollmentId)
  if (invoiceId) query = query.where('h.invoice_id', '=', invoiceId)
  if (orderId) query = query.where('h.service_order_id', '=', orderId)
  if (settled === false) query = query.where(isOpen)
  if (settled === true) query = query.where('h.settled_at', 'is not', null)
  if (after) query = query.where('h.id', '>', String(after[0]))
  return listPage(await query.execute(), limit, ({ id }) => [id])
}

const isOpen = sql<boolean>`h.settled_at is null and h.type_code = '380' and h.amount_cents > h.credited_cents`

/** Shares by their ids, held until the end of the transaction. */
export async function holdShares(db: Db, ids: readonly string[]): Promise<Share[]> {
  if (ids.length === 0) return []
  await db
    .selectFrom('invoices.share')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return shares(db)
    .where('h.id', 'in', [...ids])
    .orderBy('h.id')
    .execute()
}

/** Of these orders, what is still to be paid; the oldest first. */
export async function openSharesOf(db: Db, orderIds: readonly string[]): Promise<Share[]> {
  if (orderIds.length === 0) return []
  return shares(db)
    .where('h.service_order_id', 'in', [...orderIds])
    .where(isOpen)
    .orderBy('h.id')
    .execute()
}

/** A settled part of an invoice, or what a credit note took back of one: what a proof of use lists. */
export interface Voucher {
  invoiceId: string
  number: string
  typeCode: string
  issuedOn: string
  settledOn: string
  organizationId: string
  orderId: string
  orderReference: string
  title: string
  /** Below zero for credit notes: all vouchers of an order together are what was settled of it. */
  amountCents: number
  contractorName: string
}

/** All vouchers of a programme, by day of settlement. A credit note counts on the day on which what it lessens was settled. */
export async function listVouchers(
  db: Db,
  { programmeId, organizationId }: { programmeId: string; organizationId?: string | undefined },
): Promise<Voucher[]> {
  const { rows } = await sql<Voucher>`
    select h.invoice_id as "invoiceId", h.number, h.type_code as "typeCode", h.issued_on::text as "issuedOn",
           (t.settled_at at time zone 'Europe/Berlin')::date::text as "settledOn", h.organization_id as "organizationId",
           h.service_order_id as "orderId", s.reference as "orderReference", s.title, c.name as "contractorName",
           case h.type_code when '381' then -h.amount_cents else h.amount_cents end as "amountCents"
      from invoices.share h
      join invoices.share t on t.id = coalesce(h.credits_share_id, h.id)
      join funding.service_order s on s.id = h.service_order_id
      join organizations.organization c on c.id = h.contractor_id
     where h.programme_id = ${programmeId}::uuid and t.settled_at is not null
       and (${organizationId ?? null}::uuid is null or h.organization_id = ${organizationId ?? null}::uuid)
     order by t.settled_at, h.id`.execute(db)
  return rows.map((row) => ({ ...row, amountCents: Number(row.amountCents) }))
}

const runs = (db: Db) =>
  db
    .selectFrom('invoices.payment_run as r')
    .leftJoin('identity.person as p', 'p.id', 'r.made_by')
    .select([
      'r.id',
      'r.programme_id as programmeId',
      'r.number',
      'r.total_cents as totalCents',
      'r.payments',
      'p.name as madeBy',
      'r.made_at as madeAt',
    ])

/** Payment runs of a programme, the newest first. */
export async function listRuns(
  db: Db,
  { programmeId, limit, cursor }: { programmeId?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: PaymentRun[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = runs(db)
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
  if (programmeId) query = query.where('r.programme_id', '=', programmeId)
  if (after) query = query.where('r.id', '<', String(after[0]))
  return listPage((await query.execute()) as unknown as PaymentRun[], limit, ({ id }) => [id])
}

export const findRun = async (db: Db, id: string): Promise<PaymentRun | undefined> =>
  isId(id)
    ? ((await runs(db).where('r.id', '=', id).executeTakeFirst()) as unknown as PaymentRun | undefined)
    : undefined
