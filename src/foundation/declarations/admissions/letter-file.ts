import { isRefusal, refuse } from '#kernel/outcome.ts'
import { type EnrollmentWithSteps, findProgramme, partyInWords } from '#foundation/programmes/index.ts'
import { localDay } from '#kernel/local-day.ts'
import { type Answer, forbidden, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { may } from '../access.ts'
import { standing } from '../signing/declaration.ts'
import { listDeclarations } from '../signing/queries.ts'
import { comingSteps, isConfirmable, letterPaper } from './letter.ts'
import { listAdmissions } from './queries.ts'

/** The letter as an accessible PDF; there is none before the admission, nor after the participation has ended. */
export async function letterPdf(ctx: Context, road: EnrollmentWithSteps): Promise<Answer> {
  const allowed = may.readLetter(ctx.actor, road)
  if (isRefusal(allowed)) return forbidden(allowed)
  if (!isConfirmable(road))
    return unprocessable(
      refuse(
        road.state === 'withdrawn'
          ? `${road.organizationName} hat die Teilnahme beendet. Bestätigt wird sie nach einem Wiedereintritt.`
          : `${road.organizationName} ist noch nicht zugelassen. Danach gibt es hier die Bestätigung.`,
      ),
    )
  const programme = await findProgramme(ctx.db, road.programmeId)
  if (!programme) throw new Error('a road without its programme')
  const declaration = standing(await listDeclarations(ctx.db, road.id))
  const admission = (await listAdmissions(ctx.db, road.id)).find(({ decision }) => decision === 'admitted')
  const step = road.steps.find(({ key }) => key === 'admission')
  const admittedOn = step?.onDay ?? (admission ? localDay(admission.decidedAt).toString() : null)
  const paper = letterPaper({
    road,
    programme,
    admittedOn,
    admittedBy: admission?.decidedByName ?? null,
    // A declaration given again later is not the one that the admission rests on.
    declared:
      declaration && !(admittedOn !== null && declaration.signedOn > admittedOn)
        ? { by: declaration.signerName, on: declaration.signedOn }
        : null,
    next: comingSteps(road).map(({ title, duty, acts }) => ({ title, duty, by: partyInWords(acts) })),
    madeAt: ctx.now,
  })
  return {
    kind: 'file',
    name: `Bestätigung ${road.programmeName} ${road.organizationName}.pdf`,
    type: pdfType,
    body: {
      make: async () => {
        const pdf = await compilePaper(paper)
        return isRefusal(pdf) ? pdf : pdf.bytes
      },
    },
  }
}
