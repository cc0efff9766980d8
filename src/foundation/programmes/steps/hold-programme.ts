import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import { findProgramme } from '../queries.ts'

/** As it stands now, and held until the end of the transaction: nobody else changes its parts meanwhile, and nobody is enrolled. */
export async function holdProgramme(ctx: Context, { id }: Pick<Programme, 'id'>): Promise<Programme> {
  await ctx.db.selectFrom('programmes.programme').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findProgramme(ctx.db, id)
  if (!held) throw new Error('a programme that was held is not visible')
  return held
}

/** No road of it is set meanwhile. */
export const holdRoads = ({ db }: Context, { id }: Pick<Programme, 'id'>): Promise<unknown> =>
  db.selectFrom('programmes.enrollment').select('id').where('programme_id', '=', id).orderBy('id').forUpdate().execute()
