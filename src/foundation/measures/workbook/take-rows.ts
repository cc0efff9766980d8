import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import { staffOf } from '#foundation/identity/index.ts'
import type { Context } from '#platform/http/context.ts'
import { addMeasures } from '../add-measures.ts'
import { changeMeasure } from '../change-measure.ts'
import { moveMeasure } from '../move-measure.ts'
import { allMeasures } from '../queries.ts'
import { staleMeasure } from '../stale.ts'
import { type Comparison, compareRows, type Difference } from './compare.ts'
import type { GivenRow } from './sheet.ts'

/** What the rows would change at this organization. */
export async function compareWith(
  ctx: Context,
  organizationId: string,
  rows: readonly GivenRow[],
): Promise<Outcome<Comparison>> {
  const measures = await allMeasures(ctx.db, organizationId)
  const staff = await staffOf(ctx.db, organizationId, localDay(ctx.now).toString())
  return compareRows(rows, { measures, staff })
}

/** Compares again, adds and changes: all or nothing. */
export async function takeRows(
  ctx: Context,
  organizationId: string,
  rows: readonly GivenRow[],
): Promise<Outcome<Comparison>> {
  const found = await compareWith(ctx, organizationId, rows)
  if (isRefusal(found)) return found
  const fresh = found.differences.filter(({ measure }) => measure === undefined)
  const added = await addMeasures(
    ctx,
    fresh.map(({ title, change, state }) => ({
      ...change,
      organizationId,
      title,
      kind: change.kind ?? 'ownWork',
      state: state === 'decided' ? 'decided' : 'proposed',
    })),
  )
  if (isRefusal(added)) return added
  for (const difference of found.differences) {
    const done = await changeOne(ctx, difference)
    if (isRefusal(done)) return done
  }
  return found
}

async function changeOne(ctx: Context, { measure, change, state }: Difference): Promise<Outcome<true>> {
  if (!measure) return true
  if (Object.keys(change).length > 0) {
    const changed = await changeMeasure(ctx, measure, change)
    if (changed === 'stale') return staleMeasure(measure)
    if (isRefusal(changed)) return changed
  }
  return state === undefined || state === measure.state ? true : moveMeasure(ctx, measure.id, state)
}
