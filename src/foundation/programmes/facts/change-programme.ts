import { sql } from 'kysely'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { roadFault } from '../programme-parts.ts'
import type { Programme } from '../programme.ts'
import { findProgramme } from '../queries.ts'
import type { ProgrammeChange } from './schemas.ts'
import { unknownPlaces } from './unknown-places.ts'

/** `theirs`: somebody was faster than the version that was seen; nothing is written. */
export type ChangeOutcome = { saved: Programme } | { theirs: Programme }

/**
 * Changes what is given and leaves the rest. With `version` it is refused when somebody else changed the programme since. Another text of the
 * declaration is a further version of it: what was signed before stays what it was.
 */
export async function changeProgramme(
  ctx: Context,
  before: Programme,
  { version, observerIds, ...change }: ProgrammeChange,
): Promise<Outcome<ChangeOutcome>> {
  if (version !== undefined && version !== before.version) return { theirs: before }
  const wrong = faultOf(before, change) ?? (await unknownPlaces(ctx.db, { ...change, observerIds }))
  if (wrong) return wrong
  const columns = columnsOf(before, change)
  const observers = observerIds && sameIds(observerIds, before) ? undefined : observerIds
  if (Object.keys(columns).length === 0 && !observers) return { saved: before }
  const { numUpdatedRows } = await ctx.db
    .updateTable('programmes.programme')
    .set({
      ...columns,
      version: sql<number>`version + 1`,
      changed_at: ctx.now.toString(),
      changed_by: ctx.actor.personId,
    })
    .where('id', '=', before.id)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return { theirs: (await findProgramme(ctx.db, before.id)) ?? before }
  if (observers) await replaceObservers(ctx, before.id, observers)
  await record(ctx, 'programme.changed', {
    organizationId: null,
    subjectId: before.id,
    data: { programme: change.name ?? before.name },
  })
  return { saved: (await findProgramme(ctx.db, before.id)) ?? before }
}

function faultOf(before: Programme, change: Omit<ProgrammeChange, 'version' | 'observerIds'>) {
  const given = <Key extends 'startsOn' | 'deadline' | 'totalCents'>(key: Key) =>
    change[key] === undefined ? before[key] : change[key]
  const fault = roadFault({
    startsOn: given('startsOn'),
    deadline: given('deadline'),
    totalCents: given('totalCents'),
    phases: [],
    stages: before.stages,
    documents: [],
  })
  return isRefusal(fault) ? fault : undefined
}

/** Columns with another value than before. */
function columnsOf(before: Programme, change: Omit<ProgrammeChange, 'version' | 'observerIds'>) {
  const { contact, contractorId, deadline, startsOn } = change
  const pairs: [column: string, was: unknown, is: unknown][] = [
    ['name', before.name, change.name],
    ['summary', before.summary, change.summary],
    ['about', before.about, change.about],
    ['state', before.state, change.state],
    ['contractor_id', before.contractor?.id ?? null, contractorId],
    ['starts_on', before.startsOn, startsOn],
    ['deadline_on', before.deadline, deadline],
    ['takes_interest', before.takesInterest, change.takesInterest],
    ['expected', before.expected, change.expected],
    ['total_cents', before.totalCents, change.totalCents],
    ['declaration_text', before.declarationText, change.declarationText],
    ['contact_name', before.contact.name, contact?.name],
    ['contact_email', before.contact.email, contact?.email],
    ['contact_phone', before.contact.phone, contact?.phone],
  ]
  const columns = Object.fromEntries(
    pairs.filter(([, was, is]) => is !== undefined && is !== was).map(([column, , is]) => [column, is]),
  )
  const openTo = change.openTo && [...new Set(change.openTo)]
  return {
    ...columns,
    ...(openTo && openTo.toSorted().join() !== before.openTo.toSorted().join() ? { open_to: openTo } : {}),
    ...('name' in columns && change.name !== undefined ? { sort_key: sortKey(change.name) } : {}),
    ...('declaration_text' in columns ? { declaration_version: sql<number>`declaration_version + 1` } : {}),
  }
}

const sameIds = (ids: readonly string[], { observers }: Programme): boolean =>
  [...new Set(ids)].toSorted().join() ===
  observers
    .map(({ id }) => id)
    .toSorted()
    .join()

async function replaceObservers({ db }: Context, programmeId: string, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('programmes.observer').where('programme_id', '=', programmeId).execute()
  if (ids.length > 0)
    await db
      .insertInto('programmes.observer')
      .values([...new Set(ids)].map((id) => ({ programme_id: programmeId, observer_id: id })))
      .execute()
}
