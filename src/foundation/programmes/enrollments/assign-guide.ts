import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { recordEach } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'

/**
 * Says who of the cooperative looks after these municipalities; null takes it back. Roads of another programme, withdrawn ones and those
 * that have this guide already stay as they are. How many have changed.
 */
export async function assignGuide(
  ctx: Context,
  { id, name }: Pick<Programme, 'id' | 'name'>,
  enrollmentIds: readonly string[],
  guideId: string | null,
): Promise<Outcome<number>> {
  if (guideId !== null && !(await isNamed(ctx, id, guideId)))
    return refuse('Betreuen kann nur, wer heute in diesem Programm benannt ist. Geändert ist nichts.', [
      { path: 'guideId', message: 'In diesem Programm nicht benannt.' },
    ])
  const changed = await ctx.db
    .updateTable('programmes.enrollment')
    .set({ guide_id: guideId })
    .where('programme_id', '=', id)
    .where('state', '=', 'active')
    .where(sql<boolean>`id = any (${[...enrollmentIds]}::uuid[])`)
    .where(sql<boolean>`guide_id is distinct from ${guideId}::uuid`)
    .returning(['id', 'organization_id as organizationId'])
    .execute()
  await recordEach(
    ctx,
    'enrollment.guideAssigned',
    changed.map(({ id: subjectId, organizationId }) => ({
      organizationId,
      subjectId,
      data: { programme: name, how: guideId === null ? 'ended' : 'named' },
    })),
  )
  return changed.length
}

async function isNamed({ db }: Context, programmeId: string, personId: string): Promise<boolean> {
  const named = await db
    .selectFrom('programmes.staff')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where(sql<boolean>`from_day <= access.today() and (until_day is null or until_day >= access.today())`)
    .executeTakeFirst()
  return named !== undefined
}
