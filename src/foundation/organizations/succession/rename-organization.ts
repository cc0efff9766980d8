import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { takeVersion } from '../change-organization.ts'
import { noteChanges } from '../history/note-change.ts'
import type { Organization } from '../organization.ts'
import { findOrganization } from '../queries.ts'
import { listFormerNames } from './queries.ts'

/** Gives an organization a new name from a day on. It stays the same organization, and the old name is kept with its last day. */
export async function renameOrganization(
  ctx: Context,
  { id }: Organization,
  { name, from }: { name: string; from: string },
): Promise<Outcome<true>> {
  await takeVersion(ctx, id, undefined)
  const there = await findOrganization(ctx.db, id)
  if (!there) throw new Error('the organization that was found is not there')
  const until = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString()
  if (there.name === name) return at('name', 'So heißt die Organisation schon.')
  if (from > localDay(ctx.now).toString())
    return at('from', 'Einen neuen Namen tragen Sie bitte erst an dem Tag ein, ab dem er gilt.')
  const last = (await listFormerNames(ctx.db, id)).at(-1)
  if (last && last.until >= until)
    return at(
      'from',
      `Den jetzigen Namen trägt die Organisation erst seit dem Tag nach dem ${last.until.split('-').toReversed().join('.')}.`,
    )
  await ctx.db
    .insertInto('organizations.former_name')
    .values({
      id: newId(),
      owner_id: id,
      name: there.name,
      sort_key: sortKey(there.name),
      until_day: until,
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.personId,
    })
    .execute()
  await ctx.db
    .updateTable('organizations.organization')
    .set({ name, sort_key: sortKey(name) })
    .where('id', '=', id)
    .execute()
  await noteChanges(ctx, 'renamed', [
    {
      organizationId: id,
      fields: [
        { field: 'name', before: there.name, after: name },
        { field: 'from', after: from },
      ],
    },
  ])
  await record(ctx, 'organization.renamed', { organizationId: id, subjectId: id })
  return true
}

const at = (path: string, message: string) =>
  refuse(`Der neue Name ist noch nicht eingetragen. ${message}`, [{ path, message }])
