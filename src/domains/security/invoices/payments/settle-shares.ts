import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type Programme, setStep } from '#foundation/programmes/index.ts'
import { book, holdAccounts } from '#domains/security/funding/index.ts'
import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { ibanFault } from '../checking/iban.ts'
import { writeState } from '../decide-invoice.ts'
import { openCents, type Share } from '../invoice.ts'
import { noteEvents } from '../note-event.ts'
import { tellOfInvoices } from '../tell-of-invoice.ts'
import { type Payee, type Payment, paymentsOf } from './payment-run.ts'
import { holdShares } from './queries.ts'

/** So many shares go into one run: more is another run. */
export const mostShares = 200

/**
 * Releases shares for payment: books them as settled, all or none, and freezes the list that is paid. Whoever found an invoice right does not
 * release it. The id of the run.
 */
export async function settleShares(
  ctx: Context,
  { id: programmeId, runBy }: Pick<Programme, 'id' | 'runBy'>,
  shareIds: readonly string[],
): Promise<Outcome<string>> {
  const ids = [...new Set(shareIds)]
  if (ids.length === 0 || runBy === null)
    return refuse('Freigegeben ist nichts. Bitte wählen Sie mindestens eine Position aus.', [
      { path: 'shareIds', message: 'Bitte mindestens eine Position auswählen.' },
    ])
  await holdAccounts(ctx, await roadsOf(ctx, ids))
  const shares = (await holdShares(ctx.db, ids)).filter((share) => share.programmeId === programmeId)
  const payees = await payeesOf(ctx, shares)
  const fault = shareFault(ctx, ids, shares) ?? payeeFault(shares, payees)
  if (fault) return fault
  const booked = await book(
    ctx,
    shares.map((share) => ({
      enrollmentId: share.enrollmentId,
      organizationId: share.organizationId,
      programmeId,
      orderId: share.orderId,
      from: 'invoiced',
      to: 'settled',
      amountCents: openCents(share),
      reason: `Rechnung ${share.number} zur Zahlung freigegeben`,
      origin: 'settlement',
      subjectId: share.id,
    })),
  )
  if (isRefusal(booked)) return booked
  const runId = await insertRun(ctx, { programmeId, organizationId: runBy.id }, paymentsOf(shares, payees))
  await ctx.db
    .updateTable('invoices.share')
    .set({ payment_run_id: runId, settled_by: ctx.actor.personId, settled_at: ctx.now.toString() })
    .where('id', 'in', ids)
    .execute()
  await closeInvoices(ctx, shares)
  await closeRoads(ctx, shares)
  await record(ctx, 'invoice.paymentReleased', {
    organizationId: runBy.id,
    subjectId: runId,
    data: { cents: shares.reduce((sum, share) => sum + openCents(share), 0), many: shares.length },
  })
  return runId
}

async function roadsOf({ db }: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('invoices.share')
    .select('enrollment_id')
    .distinct()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ enrollment_id }) => enrollment_id)
}

function shareFault({ actor }: Context, ids: readonly string[], shares: readonly Share[]): Refusal | undefined {
  const no = (refused: string): Refusal => refuse(refused, [{ path: 'shareIds', message: refused }])
  if (ids.length > mostShares)
    return no(`In einem Lauf sind höchstens ${mostShares} Positionen möglich. Freigegeben ist nichts.`)
  if (shares.length < ids.length)
    return no('Eine der Positionen gibt es in diesem Programm nicht. Freigegeben ist nichts.')
  const over = shares.find((share) => share.settledAt !== null || share.typeCode !== '380' || openCents(share) <= 0)
  if (over)
    return no(
      `Von Rechnung ${over.number} (${over.orderReference}) ist nichts mehr zu zahlen. Freigegeben ist nichts; bitte laden Sie die Liste neu.`,
    )
  const own = shares.find(({ bookedBy }) => bookedBy === actor.personId)
  return own
    ? no(
        `Abgerechnet wird zu zweit: Die Rechnung ${own.number} haben Sie für richtig erklärt, zur Zahlung freigeben muss sie jemand anderes. Freigegeben ist nichts.`,
      )
    : undefined
}

function payeeFault(shares: readonly Share[], payees: ReadonlyMap<string, Payee>): Refusal | undefined {
  for (const { invoiceId, number } of shares) {
    const fault = ibanFault(payees.get(invoiceId)?.iban ?? '')
    if (fault)
      return refuse(`Die Rechnung ${number} lässt sich nicht zahlen. Freigegeben ist nichts.`, [
        { path: 'shareIds', message: `${fault} Bitte den Dienstleister um eine berichtigte Rechnung.` },
      ])
  }
  return undefined
}

async function payeesOf({ db }: Context, shares: readonly Share[]): Promise<Map<string, Payee>> {
  if (shares.length === 0) return new Map()
  const rows = await db
    .selectFrom('invoices.invoice')
    .select(['id', 'recipient', 'iban'])
    .where('id', 'in', [...new Set(shares.map(({ invoiceId }) => invoiceId))])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The next number of the programme; two runs at once get theirs one after the other. */
async function insertRun(
  { db, actor, now }: Context,
  { programmeId, organizationId }: { programmeId: string; organizationId: string },
  payments: readonly Payment[],
): Promise<string> {
  const id = newId()
  const total = payments.reduce((sum, { amountCents }) => sum + amountCents, 0)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`payment run ${programmeId}`}, 0))`.execute(db)
  await sql`
    insert into invoices.payment_run (id, organization_id, programme_id, number, total_cents, made_by, made_at, payments)
    values (${id}::uuid, ${organizationId}::uuid, ${programmeId}::uuid,
      (select coalesce(max(r.number), 0) + 1 from invoices.payment_run r where r.programme_id = ${programmeId}::uuid),
      ${total}, ${actor.personId}::uuid, ${now.toString()}::timestamptz, ${JSON.stringify(payments)}::jsonb)`.execute(
    db,
  )
  return id
}

/** Invoices of which nothing is left to pay. */
async function closeInvoices(ctx: Context, shares: readonly Share[]): Promise<void> {
  const ids = [...new Set(shares.map(({ invoiceId }) => invoiceId))]
  const rows = await ctx.db
    .selectFrom('invoices.invoice as i')
    .select([
      'i.id',
      'i.number',
      'i.organization_id as organizationId',
      'i.programme_id as programmeId',
      'i.contractor_id as contractorId',
    ])
    .where('i.id', 'in', ids)
    .where(
      sql<boolean>`not exists (select from invoices.share h where h.invoice_id = i.id and h.settled_at is null and h.amount_cents > h.credited_cents)`,
    )
    .orderBy('i.id')
    .execute()
  await writeState(
    ctx,
    rows.map(({ id }) => id),
    'settled',
  )
  await noteEvents(ctx, rows, 'settled')
  await tellOfInvoices(ctx, rows, 'settled')
}

/** Roads of which every order is settled have that step behind them; where the road is not that far, it stays as it is. */
async function closeRoads(ctx: Context, shares: readonly Share[]): Promise<void> {
  const ids = [...new Set(shares.map(({ enrollmentId }) => enrollmentId))]
  const { rows } = await sql<{ id: string }>`
    select a.enrollment_id as id from funding.account a
      join programmes.enrollment_step t on t.enrollment_id = a.enrollment_id and t.step = 'settlement' and t.state in ('open', 'inProgress')
     where a.enrollment_id = any (${ids}::uuid[]) and a.settled_cents > 0
       and a.planned_cents + a.committed_cents + a.delivered_cents + a.accepted_cents + a.invoiced_cents = 0
     order by a.enrollment_id`.execute(ctx.db)
  for (const { id } of rows) await setStep(ctx, { id }, 'settlement', { state: 'done' }, 'deed')
}
