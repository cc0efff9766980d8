import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import type { HandOver } from '#foundation/identity/index.ts'
import { tellOwners } from './tell.ts'

interface Row {
  measure_id: string
  title: string
  due_on: string | null
  is_open: boolean
  taken: boolean
}

/** Measures that somebody answers for who leaves: the successor does from now on; without one they wait for whoever leads security. */
export const handOverMeasures: HandOver = async (ctx, { place, person, successor }) => {
  const { rows } = await sql<Row>`select measure_id, title, due_on::text, is_open, taken
    from measures.hand_over(${person.id}::uuid, ${place.id}::uuid, ${successor?.id ?? null}::uuid)`.execute(ctx.db)
  const open = rows.filter((row) => row.is_open)
  if (successor)
    await tellOwners(
      ctx,
      open
        .filter(({ taken }) => taken)
        .map(({ measure_id: id, title }) => ({ id, title, organizationId: place.id, ownerId: successor.id })),
    )
  return open.map(({ title, due_on: dueOn, taken }) => ({
    what: `Maßnahme „${title}“${dueOn === null ? '' : ` (fällig am ${germanDay(Temporal.PlainDate.from(dueOn))})`}${taken ? '' : ': niemand zuständig'}`,
    to: taken ? (successor?.name ?? null) : null,
  }))
}
