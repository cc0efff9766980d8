import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { ViewIn } from '../schemas.ts'
import { leaveDefault } from './leave-default.ts'
import { listViews } from './queries.ts'
import { mostViews, type View } from './view.ts'

/** Keeps filters and order under a name; one that has the name already takes the new ones. */
export async function keepView(
  ctx: Context,
  { id: programmeId }: Pick<Programme, 'id'>,
  { name, filter, isDefault }: ViewIn,
): Promise<Outcome<View>> {
  const kept = await listViews(ctx.db, programmeId)
  const same = kept.find((view) => view.name === name)
  if (!same && kept.length >= mostViews)
    return refuse(`Sie haben schon ${mostViews} Ansichten. Bitte entfernen Sie zuerst eine andere.`, [
      { path: 'name', message: 'Kein Platz mehr.' },
    ])
  if (isDefault) await leaveDefault(ctx, programmeId)
  const id = same?.id ?? newId()
  const position = same?.position ?? Math.max(0, ...kept.map((view) => view.position)) + 1
  const values = { filters: JSON.stringify(filter), is_default: isDefault, changed_at: ctx.now.toString() }
  await ctx.db
    .insertInto('cockpit.view')
    .values({ id, person_id: ctx.actor.personId, programme_id: programmeId, name, position, ...values })
    .onConflict((there) => there.columns(['person_id', 'programme_id', 'name']).doUpdateSet(values))
    .execute()
  return { id, name, filter, isDefault, position }
}
