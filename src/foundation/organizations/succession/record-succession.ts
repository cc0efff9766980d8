import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { noteChanges } from '../history/note-change.ts'
import type { Organization } from '../organization.ts'
import { descendsFrom, listSuccessions } from './queries.ts'
import type { Succession, SuccessionKind } from './succession.ts'

interface Wanted {
  successor: Organization
  kind: SuccessionKind
  /** The first day on which the predecessor no longer exists. */
  from: string
}

/**
 * Records that an organization was merged into another, or that another took over a part of it. Nothing of the old one is deleted;
 * from that day on it counts as dissolved. Several may merge into one, each by its own entry.
 */
export async function recordSuccession(
  ctx: Context,
  predecessor: Organization,
  { successor, kind, from }: Wanted,
): Promise<Outcome<string>> {
  // Two who record at once wait for each other here, so that no circle comes about.
  await sql`select pg_advisory_xact_lock(hashtext('organizations.succession'))`.execute(ctx.db)
  const against = await objection(ctx, predecessor, { successor, kind, from })
  if (against) return against
  const id = newId()
  await ctx.db
    .insertInto('organizations.succession')
    .values({
      id,
      predecessor_id: predecessor.id,
      successor_id: successor.id,
      kind,
      from_day: from,
      recorded_at: ctx.now.toString(),
      recorded_by: ctx.actor.personId,
    })
    .execute()
  const since = { field: 'from', after: from }
  await noteChanges(ctx, 'succeeded', [
    { organizationId: predecessor.id, fields: [{ field: 'successor', after: successor.name }, since] },
    { organizationId: successor.id, fields: [{ field: 'predecessor', after: predecessor.name }, since] },
  ])
  await record(ctx, 'succession.recorded', {
    organizationId: predecessor.id,
    subjectId: successor.id,
    data: { kind, from },
  })
  return id
}

const at = (path: string, message: string) =>
  refuse(`Die Nachfolge ist noch nicht eingetragen. ${message}`, [{ path, message }])

async function objection(
  ctx: Context,
  predecessor: Organization,
  { successor, kind, from }: Wanted,
): Promise<ReturnType<typeof refuse> | undefined> {
  if (predecessor.id === successor.id)
    return at(
      'successorId',
      'Eine Organisation kann nicht ihre eigene Nachfolgerin sein. Einen neuen Namen tragen Sie als Umbenennung ein.',
    )
  if (predecessor.id === ctx.actor.actingFor?.id)
    return at('successorId', 'Die eigene Organisation lässt sich nicht auflösen, solange Sie für sie handeln.')
  if (successor.dissolvedOn !== null && successor.dissolvedOn <= from)
    return at('successorId', `${successor.name} ist zu diesem Tag selbst schon aufgelöst.`)
  if (await descendsFrom(ctx.db, predecessor.id, successor.id))
    return at('successorId', `${successor.name} ist selbst eine Vorgängerin von ${predecessor.name}.`)
  const { successors, predecessors } = await listSuccessions(ctx.db, predecessor.id)
  if (predecessors.some((earlier) => earlier.from > from))
    return at('from', `${predecessor.name} ist selbst erst danach aus einer Zusammenlegung entstanden.`)
  return clash(predecessor, successors, { successor, kind, from })
}

/** A merger has one successor; the parts of a split go over on the same day. */
function clash(
  predecessor: Organization,
  there: Succession[],
  { successor, kind, from }: Wanted,
): ReturnType<typeof refuse> | undefined {
  const [first] = there
  if (!first) return undefined
  if (there.some(({ other }) => other.id === successor.id))
    return at('successorId', `${successor.name} ist schon als Nachfolgerin eingetragen.`)
  if (kind === 'merge' || first.kind === 'merge')
    return at(
      'successorId',
      `Nachfolgerin von ${predecessor.name} ist schon ${first.other.name}. Bei einem Irrtum nehmen Sie diesen Eintrag zuerst zurück.`,
    )
  if (first.from !== from)
    return at(
      'from',
      `Die Aufteilung von ${predecessor.name} gilt schon ab ${first.from.split('-').toReversed().join('.')}; alle Teile gehen am selben Tag über.`,
    )
  return undefined
}
