import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { SignedSubject } from './signature.ts'

export interface Signing {
  organizationId: string
  subject: SignedSubject
  /** As what the person signs; whether they may is the caller's to decide. */
  role: string
  /** The text as it stands on the page that is signed. */
  shown: string
  /** `request.confirmation` of a page or operation with `confirms: true`: the password was asked for before the transaction began. */
  passwordConfirmed: Outcome<true>
}

/** Signs what was shown, in the name of whoever acts. The text is kept as it is; its hash goes into the audit trail. */
export async function sign(
  ctx: Context,
  { organizationId, subject, role, shown, passwordConfirmed }: Signing,
): Promise<Outcome<{ id: string; shownSha256: string }>> {
  if (isRefusal(passwordConfirmed)) return passwordConfirmed
  const { actor, db, now } = ctx
  if (!actor.actingFor) return refuse('Bitte wählen Sie zuerst, für welche Organisation Sie unterschreiben.')
  const id = newId()
  const shownSha256 = sha256(shown)
  await db
    .insertInto('signatures.signature')
    .values({
      id,
      organization_id: organizationId,
      subject_type: subject.type,
      subject_id: subject.id,
      signed_by: actor.personId,
      acting_for: actor.actingFor.id,
      role,
      signed_at: now.toString(),
      shown,
      shown_sha256: shownSha256,
    })
    .execute()
  await record(ctx, 'signature.given', {
    organizationId,
    subjectId: id,
    data: { subjectType: subject.type, subjectId: subject.id, role, sha256: shownSha256 },
  })
  return { id, shownSha256 }
}
