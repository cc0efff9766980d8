import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type EnrollmentWithSteps, findProgramme, type Programme } from '#foundation/programmes/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Context } from '#platform/http/context.ts'
import { type Sheet, sheetText } from '../sheet.ts'
import { signerOf } from '../signing/read-declaration.ts'
import { agreementSheet, type AgreementWish } from './agreement.ts'

export interface ShownAgreement {
  programme: Programme
  contractor: { id: string; name: string }
  sheet: Sheet
  text: string
  sha256: string
}

/** What would be signed; refused where nobody is there to agree with. */
export async function readAgreement(
  ctx: Context,
  road: EnrollmentWithSteps,
  wish: AgreementWish,
  role: string | null,
): Promise<Outcome<ShownAgreement>> {
  const programme = await findProgramme(ctx.db, road.programmeId)
  if (!programme) throw new Error('a road without its programme')
  const { contractor } = programme
  if (!contractor)
    return refuse(
      `„${programme.name}“ hat noch keinen Auftragnehmer. Vereinbaren lässt sich erst etwas, wenn die Programmleitung einen benannt hat.`,
    )
  const sheet = agreementSheet({
    wish,
    organization: road.organizationName,
    programme: programme.name,
    runBy: programme.runBy.name,
    contractor: contractor.name,
    signer: role === null ? null : signerOf(ctx, role),
  })
  const text = sheetText(sheet)
  return { programme, contractor, sheet, text, sha256: sha256(text) }
}
