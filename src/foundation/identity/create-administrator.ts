import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { ensureCooperative } from '#foundation/organizations/index.ts'
import { type OperatorContext, addPerson, grantRole } from './operator.ts'

export interface NewAdministrator {
  email: string
  name: string
  passwordHash: string
  /** The cooperative that runs this installation; made when there is none yet. */
  organization: string
}

/** The first person of an installation. She runs the platform and reads no content of a municipality. */
export async function createAdministrator(
  ctx: OperatorContext,
  wanted: NewAdministrator,
): Promise<Outcome<{ personId: string }>> {
  if (wanted.name.trim() === '')
    return refuse('Bitte geben Sie den Namen der Person an.', [{ path: 'name', message: 'fehlt' }])
  const personId = await addPerson(ctx, { ...wanted, name: wanted.name.trim() })
  if (isRefusal(personId)) return personId
  const cooperative = await ensureCooperative(ctx, wanted.organization)
  await grantRole(ctx, { personId, organizationId: cooperative, role: 'administrator' })
  await record(ctx, 'administrator.created', { organizationId: cooperative, subjectId: personId })
  return { personId }
}
