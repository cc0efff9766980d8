import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { ViewChange } from '../schemas.ts'
import { leaveDefault } from './leave-default.ts'
import { findView, listViews } from './queries.ts'
import type { View } from './view.ts'

/** Another name, other filters, another place in the list, or the one that opens by itself. What is left out stays. */
export async function changeView(
  ctx: Context,
  { id, programmeId }: View & { programmeId: string },
  { name, filter, isDefault, position }: ViewChange,
): Promise<Outcome<View>> {
  const kept = await listViews(ctx.db, programmeId)
  if (name !== undefined && kept.some((other) => other.name === name && other.id !== id))
    return refuse('So heißt schon eine andere Ansicht. Geändert ist nichts.', [
      { path: 'name', message: 'Diesen Namen gibt es schon.' },
    ])
  if (isDefault) await leaveDefault(ctx, programmeId)
  await ctx.db
    .updateTable('cockpit.view')
    .set({
      changed_at: ctx.now.toString(),
      ...(name === undefined ? {} : { name }),
      ...(filter === undefined ? {} : { filters: JSON.stringify(filter) }),
      ...(isDefault === undefined ? {} : { is_default: isDefault }),
    })
    .where('id', '=', id)
    .execute()
  if (position !== undefined) await putInOrder(ctx, kept, id, position)
  const changed = await findView(ctx.db, id)
  if (!changed) throw new Error('a view that was just changed is not there')
  return changed
}

async function putInOrder({ db }: Context, kept: readonly View[], id: string, position: number): Promise<void> {
  const others = kept.map((view) => view.id).filter((each) => each !== id)
  const ids = others.toSpliced(position - 1, 0, id)
  await sql`update cockpit.view v set position = p.position
    from unnest(${ids}::uuid[]) with ordinality as p(id, position) where v.id = p.id`.execute(db)
}
