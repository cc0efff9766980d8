import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { sign } from '#foundation/signatures/index.ts'
import { book, moneyOf } from '#domains/security/funding/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Context } from '#platform/http/context.ts'
import { holdOrder } from '../hold-order.ts'
import { tell } from '../tell.ts'
import { tendAcceptance, tendExecution } from '../tend-steps.ts'
import { type Acceptance, countersignatureText } from './acceptance.ts'
import { findAcceptance, signedHash } from './queries.ts'
import type { Decided, Signing } from './sign-acceptance.ts'

const notWaiting = refuse('Diese Abnahme wartet nicht mehr auf die Gegenzeichnung. Geändert ist nichts.')

/** The cooperative signs what the municipality signed: only now it is booked. */
export async function countersign(
  ctx: Context,
  { id, orderId, enrollmentId }: Acceptance,
  { role, shownSha256, passwordConfirmed }: Signing,
): Promise<Decided> {
  const order = await holdOrder(ctx, { id: orderId, enrollmentId })
  const acceptance = order && (await findAcceptance(ctx.db, id))
  if (!acceptance) return refuse('Diese Abnahme gibt es nicht. Gespeichert ist nichts.')
  if (acceptance.state === 'accepted' && acceptance.decidedBy === ctx.actor.personId) return { decided: acceptance }
  if (acceptance.state !== 'signed') return { changed: notWaiting }
  const shown = countersignatureText(acceptance, (await signedHash(ctx.db, acceptance)) ?? '')
  if (shownSha256 !== undefined && shownSha256 !== sha256(shown))
    return { changed: refuse('Seit Sie den Text gelesen haben, hat sich etwas geändert. Unterschrieben ist nichts.') }
  const { organizationId, amountCents, number } = acceptance
  const subject = { type: 'acceptance', id }
  const signature = await sign(ctx, { organizationId, subject, role, shown, passwordConfirmed })
  if (isRefusal(signature)) return signature
  const booking = { ...moneyOf(order), amountCents, reason: `Abnahme ${number}`, subjectId: id }
  const booked = await book(ctx, [{ ...booking, from: 'delivered', to: 'accepted', origin: 'acceptance' }])
  if (isRefusal(booked)) return booked
  await decide(ctx, id, { state: 'accepted', countersignature_id: signature.id })
  const { reference, title } = order
  await record(ctx, 'acceptance.countersigned', { organizationId, subjectId: id, data: { reference, title } })
  await tendExecution(ctx, order)
  await tendAcceptance(ctx, order)
  await tell(ctx, 'accepted', [orderId])
  const decided = await findAcceptance(ctx.db, id)
  return decided ? { decided } : refuse('Diese Abnahme gibt es nicht.')
}

/** The cooperative does not sign, and says why: the municipality prepares anew. */
export async function sendBack(
  ctx: Context,
  { id, orderId, enrollmentId }: Acceptance,
  reason: string,
): Promise<Decided> {
  const order = await holdOrder(ctx, { id: orderId, enrollmentId })
  const acceptance = order && (await findAcceptance(ctx.db, id))
  if (!acceptance) return refuse('Diese Abnahme gibt es nicht. Gespeichert ist nichts.')
  if (acceptance.state !== 'signed') return { changed: notWaiting }
  await decide(ctx, id, { state: 'returned', reason })
  const { organizationId, reference, title } = order
  await record(ctx, 'acceptance.sentBack', { organizationId, subjectId: id, data: { reference, title } })
  await tell(ctx, 'sentBack', [orderId])
  return { decided: { ...acceptance, state: 'returned', reason, decidedAt: ctx.now, deciderName: ctx.actor.name } }
}

async function decide(
  { db, actor, now }: Context,
  id: string,
  what: { state: 'accepted'; countersignature_id: string } | { state: 'returned'; reason: string },
): Promise<void> {
  const written = await db
    .updateTable('deliveries.acceptance')
    .set({ ...what, decided_by: actor.personId, decided_at: now.toString() })
    .where('id', '=', id)
    .where('state', '=', 'signed')
    .executeTakeFirst()
  if (written.numUpdatedRows !== 1n)
    throw new Error('row-level security kept the acceptance as it is, though may said yes')
}

/** The municipality takes back what waits for a signature, or for the second one. */
export async function withdrawAcceptance(
  ctx: Context,
  { id, orderId, enrollmentId }: Acceptance,
  reason: string,
): Promise<Outcome<true>> {
  const order = await holdOrder(ctx, { id: orderId, enrollmentId })
  const written = await ctx.db
    .updateTable('deliveries.acceptance')
    .set({ state: 'withdrawn', reason })
    .where('id', '=', id)
    .where('state', 'in', ['prepared', 'signed'])
    .executeTakeFirst()
  if (!order || written.numUpdatedRows !== 1n)
    return refuse('Über diese Abnahme ist schon entschieden. Geändert ist nichts.')
  const { organizationId, reference, title } = order
  await record(ctx, 'acceptance.withdrawn', { organizationId, subjectId: id, data: { reference, title } })
  return true
}
