import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Conflict } from './change-wording.ts'
import { type Letterhead, letterheadFaults } from './wording.ts'

/** Name, closing and contact lines of every mail from now on. `version` is the one that was read. */
export async function changeLetterhead(
  ctx: Context,
  { version, ...letterhead }: Letterhead & { version: number },
): Promise<Outcome<true | Conflict>> {
  const faults = letterheadFaults(letterhead)
  if (faults.length > 0)
    return refuse(
      `Der Briefkopf ist noch nicht gespeichert. ${faults.length === 1 ? 'Bitte ändern Sie eine Angabe.' : `Bitte ändern Sie ${faults.length} Angaben.`}`,
      faults,
    )
  if (!(await write(ctx, letterhead, version))) return { conflict: true }
  await record(ctx, 'mailLetterhead.changed', { organizationId: null, subjectId: null })
  return true
}

/** Back to our letterhead with the name of the cooperative. */
export async function resetLetterhead(ctx: Context, version: number): Promise<true | Conflict> {
  if (!(await write(ctx, { sender: null, closing: null, footer: null }, version))) return { conflict: true }
  await record(ctx, 'mailLetterhead.reset', { organizationId: null, subjectId: null })
  return true
}

async function write(
  { db, now, actor }: Context,
  letterhead: Record<keyof Letterhead, string | null>,
  version: number,
): Promise<boolean> {
  const values = { ...letterhead, version: version + 1, changed_at: now.toString(), changed_by: actor.personId }
  if (version === 0) {
    const added = await db
      .insertInto('mail.letterhead')
      .values(values)
      .onConflict((there) => there.doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const changed = await db.updateTable('mail.letterhead').set(values).where('version', '=', version).executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
