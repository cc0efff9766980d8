import { euro } from '#kernel/money.ts'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { sign } from '#foundation/signatures/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Context } from '#platform/http/context.ts'
import { lateFault } from '../deadline.ts'
import { deliveriesOf } from '../delivery/queries.ts'
import { holdOrder } from '../hold-order.ts'
import { tell } from '../tell.ts'
import { type Acceptance, acceptanceText } from './acceptance.ts'
import { findAcceptance } from './queries.ts'

/** What came of it; `changed`: something else lies there by now. */
export type Decided = Outcome<{ decided: Acceptance } | { changed: Refusal }>

export interface Signing {
  /** As what the person signs, from `may`. */
  role: string
  /** Hash of the text that was read; left out only where a program trusts itself. */
  shownSha256?: string | undefined
  passwordConfirmed: Outcome<true>
}

/** The head of the municipality signs: from now on the cooperative decides, or, of a refusal, the contractor puts it right. */
export async function signAcceptance(
  ctx: Context,
  road: EnrollmentWithSteps,
  acceptance: Acceptance,
  { role, shownSha256, passwordConfirmed }: Signing,
): Promise<Decided> {
  const found = await signable(ctx, road, acceptance)
  if (isRefusal(found) || !('ready' in found)) return found
  const { ready } = found
  const shown = acceptanceText(ready, await deliveriesOf(ctx.db, ready.orderId))
  if (shownSha256 !== undefined && shownSha256 !== sha256(shown))
    return { changed: refuse('Seit Sie den Text gelesen haben, ist etwas dazugekommen. Unterschrieben ist nichts.') }
  const { id, organizationId } = ready
  const signature = await sign(ctx, {
    organizationId,
    subject: { type: 'acceptance', id },
    role,
    shown,
    passwordConfirmed,
  })
  if (isRefusal(signature)) return signature
  return keep(ctx, ready, { way: 'portal', signature_id: signature.id })
}

/** The same on paper: somebody of the municipality hands in what its head signed. */
export async function handInAcceptance(
  ctx: Context,
  road: EnrollmentWithSteps,
  acceptance: Acceptance,
  { file, signer, signedOn }: { file: PreparedFile; signer: string; signedOn: string },
): Promise<Decided> {
  const found = await signable(ctx, road, acceptance)
  if (isRefusal(found) || !('ready' in found)) return found
  const { ready } = found
  const { id, organizationId } = ready
  const fileId = await storeFile(ctx, { organizationId, type: 'acceptance', id }, file)
  if (isRefusal(fileId)) return fileId
  return keep(ctx, ready, {
    way: 'paper',
    paper_file_id: fileId,
    paper_name: file.name,
    paper_sha256: file.sha256,
    paper_signer: signer,
    paper_signed_on: signedOn,
  })
}

async function signable(
  ctx: Context,
  road: EnrollmentWithSteps,
  { id, orderId, enrollmentId }: Acceptance,
): Promise<Decided | { ready: Acceptance }> {
  const order = await holdOrder(ctx, { id: orderId, enrollmentId })
  const acceptance = order && (await findAcceptance(ctx.db, id))
  if (!acceptance) return refuse('Diese Abnahme gibt es nicht. Gespeichert ist nichts.')
  // Sent twice: it is what this person wanted.
  if (acceptance.state !== 'prepared')
    return acceptance.signedBy === ctx.actor.personId &&
      (acceptance.state === 'signed' || acceptance.state === 'refused')
      ? { decided: acceptance }
      : { changed: refuse('Diese Abnahme wartet nicht mehr auf eine Unterschrift. Geändert ist nichts.') }
  if (order.delivered < acceptance.amountCents)
    return refuse(
      `Der Dienstleister hat eine Meldung zurückgenommen: Erbracht sind nur noch ${euro(order.delivered)}. Unterschrieben ist nichts; bitte nehmen Sie diese Abnahme zurück und bereiten Sie eine neue vor.`,
    )
  const late = acceptance.result === 'refused' ? undefined : lateFault(road, ctx.now)
  return late ?? { ready: acceptance }
}

type Way =
  | { way: 'portal'; signature_id: string }
  | {
      way: 'paper'
      paper_file_id: string
      paper_name: string
      paper_sha256: string
      paper_signer: string
      paper_signed_on: string
    }

async function keep(ctx: Context, acceptance: Acceptance, way: Way): Promise<Decided> {
  const { id, orderId, organizationId, orderReference: reference, orderTitle: title, result } = acceptance
  const state = result === 'refused' ? 'refused' : 'signed'
  const written = await ctx.db
    .updateTable('deliveries.acceptance')
    .set({ ...way, state, signed_by: ctx.actor.personId, signed_at: ctx.now.toString() })
    .where('id', '=', id)
    .where('state', '=', 'prepared')
    .executeTakeFirst()
  if (written.numUpdatedRows !== 1n)
    throw new Error('row-level security kept the acceptance as it is, though may said yes')
  const event = state === 'refused' ? 'acceptance.refused' : 'acceptance.signed'
  await record(ctx, event, { organizationId, subjectId: id, data: { reference, title } })
  await tell(ctx, state, [orderId])
  const decided = await findAcceptance(ctx.db, id)
  return decided ? { decided } : refuse('Diese Abnahme gibt es nicht.')
}
