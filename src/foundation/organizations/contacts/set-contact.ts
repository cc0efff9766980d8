import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { keepers } from '../access.ts'
import { noteChanges } from '../history/note-change.ts'
import {
  type Contact,
  type ContactDetails,
  contactFields,
  type ContactFunction,
  functionNames,
  isRemoved,
  noDetails,
} from './contact.ts'
import { findContact } from './queries.ts'

/** `theirs`: somebody was faster than the version that was seen; nothing is written. */
export type ContactOutcome = { saved: Contact } | { theirs: Contact }

interface Target {
  organizationId: string
  function: ContactFunction
  /** The version the person has seen, 0 for "there was none"; left out, the last one who writes wins. */
  version?: number | undefined
}

/** Says whom to ask. All of it is replaced. */
export async function setContact(ctx: Context, at: Target, details: ContactDetails): Promise<Outcome<ContactOutcome>> {
  if (isRemoved(details))
    return refuse('Bitte tragen Sie mindestens eine Angabe ein. Ein Kontakt, den es nicht mehr gibt, wird entfernt.', [
      { path: 'name', message: 'Name, E-Mail, Telefon oder Anschrift fehlt.' },
    ])
  return writeContact(ctx, at, details)
}

/** Takes the person's data away for good; the history keeps only that there was a contact. */
export async function removeContact(ctx: Context, at: Target): Promise<Outcome<ContactOutcome>> {
  const there = await findContact(ctx.db, at.organizationId, at.function)
  if (!there || isRemoved(there)) return refuse(`Für ${functionNames[at.function]} ist niemand eingetragen.`)
  return writeContact(ctx, at, noDetails)
}

async function writeContact(ctx: Context, at: Target, details: ContactDetails): Promise<Outcome<ContactOutcome>> {
  const before = await findContact(ctx.db, at.organizationId, at.function)
  const changed = contactFields.filter((field) => (before?.[field] ?? '') !== details[field])
  if (before && changed.length === 0) return { saved: before }
  const seen = at.version ?? before?.version ?? 0
  const saved = seen === 0 ? await insert(ctx, at, details) : await update(ctx, at, details, seen)
  if (!saved) {
    const theirs = await findContact(ctx.db, at.organizationId, at.function)
    if (theirs) return { theirs }
    return refuse('Diese Fassung des Kontakts gibt es nicht. Bitte laden Sie die Seite neu.')
  }
  const removed = isRemoved(details)
  await noteChanges(ctx, removed ? 'contactRemoved' : 'contactChanged', [
    { organizationId: at.organizationId, fields: changed.map((field) => ({ field: `${at.function}.${field}` })) },
  ])
  const event = removed ? 'contact.removed' : 'contact.changed'
  await record(ctx, event, {
    organizationId: at.organizationId,
    subjectId: at.organizationId,
    data: { function: at.function },
    needs: keepers,
  })
  return { saved: { ...details, function: at.function, version: saved.version } }
}

const insert = ({ db, now }: Context, at: Target, details: ContactDetails) =>
  db
    .insertInto('organizations.contact')
    .values({
      id: newId(),
      organization_id: at.organizationId,
      function: at.function,
      ...details,
      changed_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()

/** One statement compares and writes. */
const update = ({ db, now }: Context, at: Target, details: ContactDetails, seen: number) =>
  db
    .updateTable('organizations.contact')
    .set({ ...details, version: seen + 1, changed_at: now.toString() })
    .where('organization_id', '=', at.organizationId)
    .where('function', '=', at.function)
    .where('version', '=', seen)
    .returning('version')
    .executeTakeFirst()
