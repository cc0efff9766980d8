import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import { noteChange } from './note-change.ts'

export type EnrollOutcome = { enrolled: string } | { there: true }

/**
 * Puts a municipality on the road of a programme, with every step open; where it has shown interest already, that step is done on that
 * local day. `there` when it is on it already: nothing is changed.
 */
export async function enroll(
  ctx: Context,
  programme: Programme,
  organization: { id: string; name: string; kind: string },
  { interestOn }: { interestOn?: string | undefined } = {},
): Promise<Outcome<EnrollOutcome>> {
  if (programme.state === 'ended')
    return refuse(`„${programme.name}“ ist beendet. Eingetragen ist nichts.`, [
      { path: 'programmeId', message: 'Dieses Programm ist beendet.' },
    ])
  if (!programme.openTo.includes(organization.kind))
    return refuse(`„${programme.name}“ ist für ${organization.name} nicht gedacht. Eingetragen ist nichts.`, [
      { path: 'organizationId', message: 'Organisationen dieser Art können an diesem Programm nicht teilnehmen.' },
    ])
  const { db, now, actor } = ctx
  const id = newId()
  const road = { enrollmentId: id, organizationId: organization.id, programmeId: programme.id }
  const inserted = await db
    .insertInto('programmes.enrollment')
    .values({
      id,
      organization_id: organization.id,
      programme_id: programme.id,
      began_at: now.toString(),
      began_by: actor.personId,
    })
    .onConflict((there) => there.columns(['organization_id', 'programme_id']).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) return { there: true }
  await sql`insert into programmes.enrollment_step (enrollment_id, organization_id, programme_id, step, state, on_day, since, changed_by)
    select ${id}::uuid, ${organization.id}::uuid, d.programme_id, d.key,
           case when d.key = 'interest' and ${interestOn ?? null}::date is not null then 'done' else 'open' end,
           case when d.key = 'interest' then ${interestOn ?? null}::date end, ${now.toString()}::timestamptz, ${actor.personId}::uuid
      from programmes.step d where d.programme_id = ${programme.id}::uuid`.execute(db)
  await noteChange(ctx, road, { step: null, what: 'began', before: null, origin: 'person' })
  if (interestOn !== undefined && programme.steps.some(({ key }) => key === 'interest'))
    await noteChange(ctx, road, { step: 'interest', what: 'done', before: 'open', onDay: interestOn, origin: 'deed' })
  await record(ctx, 'enrollment.began', {
    organizationId: organization.id,
    subjectId: id,
    data: { programme: programme.name },
  })
  return { enrolled: id }
}
