import { euro } from '#kernel/money.ts'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { book, type Booking, holdAccounts } from '#domains/security/funding/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { isBookable, typeCodes } from './checking/check-terms.ts'
import { holdInvoice, writeState } from './decide-invoice.ts'
import type { InvoiceDetail, Line, LineOrder, Share } from './invoice.ts'
import { openCents } from './invoice.ts'
import { matchingFaults, overFaults, type Weighed, weigh } from './matching.ts'
import { noteEvent } from './note-event.ts'
import { openSharesOf } from './payments/queries.ts'
import { linesOf } from './queries.ts'
import { tellOfInvoice } from './tell-of-invoice.ts'

export interface Approval {
  /** Ids of the orders of which nothing follows: what was accepted above the invoice goes back to the budget. */
  nothingFollows: readonly string[]
}

/** A share to be written, and what it books. */
interface Planned {
  line: Line
  order: LineOrder
  differenceCents: number
  credits: Share | undefined
  bookings: Omit<Booking, 'subjectId'>[]
}

/**
 * "Sachlich und rechnerisch richtig": books what the lines make of their orders, all of it or nothing. An invoice from accepted to invoiced;
 * a credit note from invoiced back to what is free, and lessens what is still to be paid.
 */
export async function approveInvoice(
  ctx: Context,
  invoice: InvoiceDetail,
  { nothingFollows }: Approval,
): Promise<Outcome<true>> {
  const held = await holdInvoice(ctx, invoice, ['received'])
  if (isRefusal(held)) return held
  const unfit = notBookable(invoice)
  if (unfit) return unfit
  const known = await linesOf(ctx.db, invoice.id)
  const loose = matchingFaults(known)
  if (loose.length > 0) return refuse('Gebucht ist nichts: Noch nicht jede Position hat ihren Auftrag.', loose)
  await holdAccounts(
    ctx,
    known.flatMap(({ order }) => order?.enrollmentId ?? []),
  )
  // Once more: what was accepted may have changed until the accounts were held.
  const weighed = weigh((await linesOf(ctx.db, invoice.id)).filter(({ amountCents }) => amountCents > 0))
  const planned =
    invoice.typeCode === '381' ? await planCredit(ctx, invoice, weighed) : planInvoice(invoice, weighed, nothingFollows)
  if (isRefusal(planned)) return planned
  const done = await write(ctx, invoice, planned)
  if (isRefusal(done)) return done
  await writeState(ctx, [invoice.id], 'approved')
  await noteEvent(ctx, invoice, 'approved')
  await record(ctx, 'invoice.approved', {
    organizationId: invoice.organizationId,
    subjectId: invoice.id,
    data: { number: invoice.number, cents: invoice.payable },
  })
  await tellOfInvoice(ctx, invoice, 'approved')
  return true
}

function notBookable({ typeCode, payable }: InvoiceDetail): Refusal | undefined {
  if (!isBookable(typeCode))
    return refuse(
      `Eine ${typeCodes[typeCode] ?? 'solche Rechnung'} (${typeCode}) wird nicht gebucht. Bitte buchen Sie von Hand, was sie ändert, und weisen Sie sie dann zurück.`,
    )
  return payable > 0
    ? undefined
    : refuse('Diese Rechnung nennt keinen Betrag, der zu zahlen ist. Gebucht ist nichts; bitte buchen Sie von Hand.')
}

const placeOf = ({ id, organizationId, enrollmentId }: LineOrder, { programmeId }: InvoiceDetail) => ({
  orderId: id,
  organizationId,
  enrollmentId,
  programmeId,
})

function planInvoice(
  invoice: InvoiceDetail,
  weighed: readonly Weighed[],
  nothingFollows: readonly string[],
): Outcome<Planned[]> {
  const over = overFaults(weighed)
  if (over.length > 0)
    return refuse(
      'Gebucht ist nichts: In Rechnung gestellt ist mehr, als abgenommen ist. Bitte beanstanden Sie die Rechnung, oder lassen Sie zuerst abnehmen.',
      over,
    )
  return weighed.flatMap(({ order, lines, difference }) =>
    lines.map((line, at): Planned => {
      const gives = at === 0 && nothingFollows.includes(order.id) ? difference : 0
      const common = { ...placeOf(order, invoice), from: 'accepted', origin: 'invoice' } as const
      const bookings: Planned['bookings'] = [
        { ...common, to: 'invoiced', amountCents: line.amountCents, reason: `Rechnung ${invoice.number}` },
      ]
      if (gives > 0)
        bookings.push({
          ...common,
          to: 'limit',
          amountCents: gives,
          reason: `Differenz zur Rechnung ${invoice.number}: nichts folgt`,
        })
      return { line, order, differenceCents: gives, credits: undefined, bookings }
    }),
  )
}

/** Each line takes back from one share of its order that is not paid yet: of the invoice it names (BT-25), where it names one. */
async function planCredit(
  { db }: Context,
  invoice: InvoiceDetail,
  weighed: readonly Weighed[],
): Promise<Outcome<Planned[]>> {
  const named = new Set(invoice.document.preceding.map(({ number }) => number).filter((number) => number !== ''))
  const open = (
    await openSharesOf(
      db,
      weighed.map(({ order }) => order.id),
    )
  ).filter(
    ({ number, contractorId }) => contractorId === invoice.contractorId && (named.size === 0 || named.has(number)),
  )
  const left = new Map(open.map((share) => [share.id, openCents(share)]))
  const planned: Planned[] = []
  for (const { order, lines } of weighed)
    for (const line of lines) {
      const credits = open.find(({ id, orderId }) => orderId === order.id && (left.get(id) ?? 0) >= line.amountCents)
      if (!credits) return tooMuchCredit(order, line, [...named], open)
      left.set(credits.id, (left.get(credits.id) ?? 0) - line.amountCents)
      planned.push({
        line,
        order,
        credits,
        differenceCents: 0,
        bookings: [
          {
            ...placeOf(order, invoice),
            from: 'invoiced',
            to: 'limit',
            amountCents: line.amountCents,
            reason: `Gutschrift ${invoice.number} zu ${credits.number}`,
            origin: 'invoice',
          },
        ],
      })
    }
  return planned
}

function tooMuchCredit(
  { id, reference }: LineOrder,
  { position, amountCents }: Line,
  named: readonly string[],
  open: readonly Share[],
): Refusal {
  const most = Math.max(0, ...open.filter(({ orderId }) => orderId === id).map(openCents))
  const of = named.length === 0 ? `Zum Auftrag ${reference}` : `Von ${named.join(', ')} zum Auftrag ${reference}`
  return refuse(
    'Gebucht ist nichts: Die Gutschrift ist höher als das, was in Rechnung steht und noch nicht abgerechnet ist.',
    [
      {
        path: `line-${position}`,
        message: `Position ${position}: gutgeschrieben ${euro(amountCents)}. ${of} ${most === 0 ? 'ist nichts mehr offen' : `sind höchstens ${euro(most)} offen`}. Was schon gezahlt ist, wird von Hand zurückgebucht.`,
      },
    ],
  )
}

async function write(ctx: Context, invoice: InvoiceDetail, planned: readonly Planned[]): Promise<Outcome<true>> {
  const shares = planned.map((one) => ({ id: newId(), ...one }))
  const booked = await book(
    ctx,
    shares.flatMap(({ id, bookings }) => bookings.map((booking): Booking => ({ ...booking, subjectId: id }))),
  )
  if (isRefusal(booked)) return booked
  for (const { credits, line } of shares) if (credits) await lessen(ctx, credits.id, line.amountCents)
  await ctx.db
    .insertInto('invoices.share')
    .values(
      shares.map(({ id, line, order, credits, differenceCents }) => ({
        id,
        organization_id: order.organizationId,
        programme_id: invoice.programmeId,
        enrollment_id: order.enrollmentId,
        contractor_id: invoice.contractorId,
        invoice_id: invoice.id,
        line_id: line.id,
        service_order_id: order.id,
        number: invoice.number,
        type_code: invoice.typeCode,
        issued_on: invoice.issuedOn,
        amount_cents: line.amountCents,
        credits_share_id: credits?.id ?? null,
        difference_cents: differenceCents,
        booked_by: ctx.actor.personId,
        booked_at: ctx.now.toString(),
        text: line.text,
      })),
    )
    .execute()
  return true
}

/** The accounts are held, so what was open a moment ago still is. */
async function lessen({ db }: Context, shareId: string, cents: number): Promise<void> {
  const done = await db
    .updateTable('invoices.share')
    .set(({ eb }) => ({ credited_cents: eb('credited_cents', '+', cents) }))
    .where('id', '=', shareId)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  if (!done.numUpdatedRows) throw new Error('a share was settled although its account was held')
}
