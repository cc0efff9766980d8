import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import type { ContactEntry } from './contact-entry.ts'
import type { NewContactEntry } from './schemas.ts'

/** Keeps a call, mail, visit or note; the last contact of the municipality's road moves with it. Returns its id. */
export async function writeContactEntry(
  ctx: Context,
  { programme, organizationId }: { programme: Pick<Programme, 'id' | 'name'>; organizationId: string },
  { kind, onDay, withWhom, what, followUpOn }: NewContactEntry,
): Promise<Outcome<string>> {
  const { db, now, actor } = ctx
  const today = localDay(now).toString()
  const day = onDay ?? today
  if (day > today)
    return refuse('Der Kontakt ist noch nicht eingetragen. Bitte ändern Sie eine Angabe.', [
      { path: 'onDay', message: 'Dieser Tag liegt noch vor uns. Was ansteht, gehört in „Wieder melden am“.' },
    ])
  if (followUpOn && followUpOn < today)
    return refuse('Der Kontakt ist noch nicht eingetragen. Bitte ändern Sie eine Angabe.', [
      { path: 'followUpOn', message: 'Dieser Tag ist vorbei.' },
    ])
  const id = newId()
  await db
    .insertInto('programmes.contact_entry')
    .values({
      id,
      organization_id: organizationId,
      programme_id: programme.id,
      kind,
      on_day: day,
      with_whom: withWhom,
      what,
      follow_up_on: followUpOn ?? null,
      written_by: actor.personId,
      written_at: now.toString(),
    })
    .execute()
  if (kind !== 'note')
    await db
      .updateTable('programmes.enrollment')
      .set({ last_contact_on: sql`greatest(last_contact_on, ${day}::date)` })
      .where('organization_id', '=', organizationId)
      .where('programme_id', '=', programme.id)
      .execute()
  await record(ctx, 'contactEntry.written', {
    organizationId: null,
    subjectId: id,
    data: { programme: programme.name },
  })
  return id
}

/** Marks the follow-up as done; doing it twice changes nothing. */
export const finishFollowUp = ({ db, now }: Context, { id }: Pick<ContactEntry, 'id'>): Promise<unknown> =>
  db
    .updateTable('programmes.contact_entry')
    .set({ followed_up_at: now.toString() })
    .where('id', '=', id)
    .where('follow_up_on', 'is not', null)
    .where('followed_up_at', 'is', null)
    .execute()

/** Takes an entry out of the log: its writer's, for whatever was written by mistake. */
export async function removeContactEntry(
  ctx: Context,
  entry: Pick<ContactEntry, 'id' | 'programmeId'>,
  programme: Pick<Programme, 'name'>,
): Promise<void> {
  await ctx.db
    .updateTable('programmes.contact_entry')
    .set({ removed_at: ctx.now.toString(), removed_by: ctx.actor.personId })
    .where('id', '=', entry.id)
    .where('removed_at', 'is', null)
    .execute()
  await record(ctx, 'contactEntry.removed', {
    organizationId: null,
    subjectId: entry.id,
    data: { programme: programme.name },
  })
}
