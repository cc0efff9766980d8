import { isRefusal } from '#kernel/outcome.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from '../access.ts'
import type { Admission } from '../admissions/admission.ts'
import { listAdmissions } from '../admissions/queries.ts'
import { type Attachment, type Declaration, standing } from './declaration.ts'
import { listDeclarations } from './queries.ts'
import { readDeclaration, type ShownDeclaration } from './read-declaration.ts'

/** Everything the page of a declaration shows. */
export interface DeclarationData {
  /** As what the reader may sign here. */
  role: string | null
  shown: ShownDeclaration
  chosen: readonly Attachment[]
  /** The one that counts. */
  declaration: Declaration | undefined
  withdrawn: Declaration[]
  /** The latest decision about what stands now. */
  admission: Admission | undefined
  admissions: Admission[]
  /** The programme has another text than the one that was signed. */
  isNewerText: boolean
}

export async function loadDeclaration(
  ctx: Context,
  road: EnrollmentWithSteps,
  chosen: readonly Attachment[],
): Promise<DeclarationData> {
  const role = isRefusal(may.sign(ctx.actor, road)) ? null : 'chiefExecutive'
  const shown = await readDeclaration(ctx, road, { attachments: chosen, role })
  const declarations = await listDeclarations(ctx.db, road.id)
  const admissions = await listAdmissions(ctx.db, road.id)
  const declaration = standing(declarations)
  return {
    role,
    shown,
    chosen,
    declaration,
    withdrawn: declarations.filter(({ withdrawnAt }) => withdrawnAt !== null),
    admission: admissions.find(({ declarationId }) => declarationId === (declaration?.id ?? null)),
    admissions,
    isNewerText: declaration !== undefined && declaration.textVersion !== shown.programme.declarationVersion,
  }
}
