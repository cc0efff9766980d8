import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { leadersOf } from '../interests/queries.ts'
import { declarationKinds } from '../notifications.ts'
import { agreementsPath } from '../paths.ts'
import { paperObjection } from '../signing/sign-declaration.ts'
import { type Agreement, agreementNames } from './agreement.ts'

/** From now on it does not hold any more; that it did stays readable. */
export async function revokeAgreement(ctx: Context, agreement: Agreement, reason: string): Promise<Outcome<true>> {
  const { db, now, actor } = ctx
  const written = await db
    .updateTable('declarations.agreement')
    .set({ revoked_at: now.toString(), revoked_by: actor.personId, revocation_reason: reason })
    .where('id', '=', agreement.id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (written.numUpdatedRows !== 1n) return refuse('Das ist schon widerrufen. Geändert ist nichts.')
  await record(ctx, 'agreement.revoked', {
    organizationId: agreement.organizationId,
    subjectId: agreement.id,
    data: { kind: agreement.kind },
  })
  await notify(ctx, {
    personIds: (await leadersOf(db, agreement.programmeId)).filter((person) => person !== actor.personId),
    kind: declarationKinds.agreementChanged,
    title: `${agreementNames[agreement.kind]} von ${agreement.organizationName} ist widerrufen.`,
    url: agreementsPath(agreement.enrollmentId),
    organizationId: agreement.organizationId,
  })
  return true
}

/** The paper in which whoever owns the systems agrees; only then the permission holds. */
export async function recordOwner(
  ctx: Context,
  agreement: Agreement,
  { signedBy, signedOn, file }: { signedBy: string; signedOn: string; file: PreparedFile },
): Promise<Outcome<true>> {
  if (agreement.revokedAt !== null) return refuse('Die Erlaubnis ist widerrufen. Abgelegt ist nichts.')
  if (agreement.systemsOwner === '')
    return refuse(`Die Systeme gehören ${agreement.organizationName} selbst. Eine weitere Zustimmung braucht es nicht.`)
  const wrong = paperObjection(ctx, { signedOn, file })
  if (wrong) return wrong
  const { organizationId, id } = agreement
  const fileId = await storeFile(ctx, { organizationId, type: 'agreement', id }, file)
  if (isRefusal(fileId)) return fileId
  const written = await ctx.db
    .updateTable('declarations.agreement')
    .set({ owner_file_id: fileId, owner_signer: signedBy, owner_signed_on: signedOn })
    .where('id', '=', id)
    .where('owner_file_id', 'is', null)
    .executeTakeFirst()
  if (written.numUpdatedRows !== 1n) return refuse('Die Zustimmung liegt schon vor. Geändert ist nichts.')
  await record(ctx, 'agreement.ownerAgreed', { organizationId, subjectId: id, data: { kind: agreement.kind } })
  return true
}
