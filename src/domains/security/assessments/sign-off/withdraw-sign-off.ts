import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Assessment, stateOf } from '../assessment.ts'
import { holdStill } from './hold-still.ts'
import { otherSide, type SignOff } from './sign-off.ts'
import { tellParties } from './tell-parties.ts'

/** Takes the own side's signature back while the other side has not signed: the check is open again. */
export async function withdrawSignOff(
  ctx: Context,
  assessment: Assessment,
  signOff: SignOff,
  reason: string,
): Promise<Outcome<true>> {
  const held = await holdStill(ctx, assessment)
  if (stateOf(held) === 'signedOff')
    return refuse(
      'Inzwischen haben beide Seiten unterschrieben. Zurück geht es nur gemeinsam: Bitten Sie die andere Seite, die Prüfung wieder zu öffnen.',
    )
  const { numUpdatedRows } = await ctx.db
    .updateTable('security.sign_off')
    .set({ withdrawn_at: ctx.now.toString(), withdrawn_by: ctx.actor.personId, withdrawal_reason: reason })
    .where('id', '=', signOff.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return refuse('Diese Unterschrift ist schon zurückgenommen. Geändert ist nichts.')
  await record(ctx, 'assessment.signatureWithdrawn', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { side: signOff.side, signOffId: signOff.id },
  })
  await tellParties(ctx, assessment, 'signatureWithdrawn', otherSide(signOff.side))
  return true
}
