import { newId } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { Deed, FieldChange } from './change.ts'

/** Writes the history of an organization, in the transaction of the deed. Several entries of one import go in together. */
export async function noteChanges(
  { actor, db, now }: PublicContext,
  deed: Deed,
  changes: readonly { organizationId: string; fields: FieldChange[] }[],
): Promise<void> {
  if (changes.length === 0) return
  await db
    .insertInto('organizations.change')
    .values(
      changes.map(({ organizationId, fields }) => ({
        id: newId(),
        organization_id: organizationId,
        at: now.toString(),
        person_id: actor?.personId ?? null,
        acting_for: actor?.actingFor?.id ?? null,
        deed,
        fields: JSON.stringify(fields),
      })),
    )
    .execute()
}
