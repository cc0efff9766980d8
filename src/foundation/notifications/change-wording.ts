import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { MailTemplate } from './mail-template.ts'
import { faultsOf, type Wording } from './wording.ts'

/** Somebody else saved in between: nothing was changed. */
export interface Conflict {
  conflict: true
}

const conflict: Conflict = { conflict: true }

/** Words a template as the office wants it. `version` is the one that was read. */
export async function changeWording(
  ctx: Context,
  template: MailTemplate,
  { subject, text, version }: Wording & { version: number },
): Promise<Outcome<true | Conflict>> {
  const faults = faultsOf(template, { subject, text })
  if (faults.length > 0)
    return refuse(
      `Die Vorlage ist noch nicht gespeichert. ${faults.length === 1 ? 'Bitte ändern Sie eine Angabe.' : `Bitte ändern Sie ${faults.length} Angaben.`}`,
      faults,
    )
  if (!(await write(ctx, template, { subject, text }, version))) return conflict
  await record(ctx, 'mailTemplate.changed', { organizationId: null, subjectId: template.name })
  return true
}

/** Back to our wording. */
export async function resetWording(ctx: Context, template: MailTemplate, version: number): Promise<true | Conflict> {
  if (!(await write(ctx, template, { subject: null, text: null }, version))) return conflict
  await record(ctx, 'mailTemplate.reset', { organizationId: null, subjectId: template.name })
  return true
}

async function write(
  { db, now, actor }: Context,
  { name }: MailTemplate,
  wording: { subject: string | null; text: string | null },
  version: number,
): Promise<boolean> {
  const values = { ...wording, version: version + 1, changed_at: now.toString(), changed_by: actor.personId }
  if (version === 0) {
    const added = await db
      .insertInto('mail.template')
      .values({ name, ...values })
      .onConflict((there) => there.doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const changed = await db
    .updateTable('mail.template')
    .set(values)
    .where('name', '=', name)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
