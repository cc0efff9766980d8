import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { germanMoment } from '#kernel/local-day.ts'
import { sign } from '#foundation/signatures/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { type Assessment, stateOf, whileNotClosed } from '../assessment.ts'
import type { Side } from '../reviews/review.ts'
import { holdStill } from './hold-still.ts'
import { readProtocol, type ShownProtocol } from './read-protocol.ts'
import { ofSide, otherSide, type SignOff } from './sign-off.ts'
import { tellParties } from './tell-parties.ts'

export interface SigningWish {
  side: Side
  /** As what, from `may.sign`. */
  role: string
  /** Hash of the text the person has read; left out only where a program trusts itself. */
  shownSha256?: string | undefined
  passwordConfirmed: Outcome<true>
}

export type SignOutcome =
  | { signedOff: boolean; signOff: SignOff }
  /** Something was answered or judged since the text was shown; nothing is signed. */
  | { changed: ShownProtocol }

/** Signs for one side: the first signature stops the answers, the second one freezes the check. What is signed is what was shown. */
export async function signAssessment(
  ctx: Context,
  assessment: Assessment,
  { side, role, shownSha256, passwordConfirmed }: SigningWish,
): Promise<Outcome<SignOutcome>> {
  const held = await holdStill(ctx, assessment)
  const here = whileNotClosed(held)
  if (isRefusal(here)) return here
  const shown = await readProtocol(ctx, held, { side, role })
  const own = ofSide(shown.signOffs, side)
  // A second click, or a form sent again after a lost connection.
  if (own && own.signedBy === ctx.actor.personId && own.shownSha256 === shownSha256)
    return { signedOff: stateOf(held) === 'signedOff', signOff: own }
  const other = ofSide(shown.signOffs, otherSide(side))
  const wrong = hindrance(ctx, own, other)
  if (wrong) return wrong
  if (shownSha256 !== undefined && shownSha256 !== shown.sha256) return { changed: shown }
  const { organizationId } = assessment
  const subject = { type: 'assessment', id: assessment.id }
  const signature = await sign(ctx, { organizationId, subject, role, shown: shown.text, passwordConfirmed })
  if (isRefusal(signature)) return signature
  const id = await insert(ctx, assessment, side, signature.id)
  if (other) await tellParties(ctx, assessment, 'assessmentSignedOff', 'organization', 'assessor')
  else await tellParties(ctx, assessment, 'assessmentSigned', otherSide(side))
  return {
    signedOff: other !== undefined,
    signOff: {
      id,
      side,
      role,
      signedBy: ctx.actor.personId,
      signerName: ctx.actor.name,
      actingFor: ctx.actor.actingFor?.name ?? '',
      signedAt: ctx.now,
      shown: shown.text,
      shownSha256: signature.shownSha256,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawalReason: null,
    },
  }
}

async function insert(ctx: Context, assessment: Assessment, side: Side, signatureId: string): Promise<string> {
  const id = newId()
  await ctx.db
    .insertInto('security.sign_off')
    .values({
      id,
      organization_id: assessment.organizationId,
      assessment_id: assessment.id,
      catalog_id: assessment.catalogId,
      side,
      signature_id: signatureId,
      signed_by: ctx.actor.personId,
      signed_at: ctx.now.toString(),
    })
    .execute()
  return id
}

function hindrance({ actor, now }: Context, own: SignOff | undefined, other: SignOff | undefined): Refusal | undefined {
  if (own)
    return refuse(
      `${own.signedBy === actor.personId ? 'Sie haben' : `Für Ihre Seite hat ${own.signerName ?? 'jemand anderes'}`} schon unterschrieben (${germanMoment(own.signedAt, now)}). Jede Seite unterschreibt einmal.`,
    )
  if (other?.signedBy === actor.personId)
    return refuse(
      'Sie haben schon für die andere Seite unterschrieben. Für beide Seiten unterschreibt nie dieselbe Person.',
    )
  return undefined
}
