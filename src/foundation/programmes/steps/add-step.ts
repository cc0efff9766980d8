import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme, StepDefinition } from '../programme.ts'
import { holdProgramme } from './hold-programme.ts'
import { arranged, keyFrom } from './order.ts'
import type { NewStep } from './schemas.ts'
import { writeOrder } from './write-order.ts'

/**
 * Adds a step, also to a programme that runs: every road gets it, open, or not needed where everything that follows is over already. Returns
 * its key.
 */
export async function addStep(
  ctx: Context,
  { id }: Pick<Programme, 'id'>,
  { phaseKey, after = null, key: wishedKey, ...wanted }: NewStep,
): Promise<Outcome<string>> {
  const programme = await holdProgramme(ctx, { id })
  const taken = programme.steps.map((step) => step.key)
  if (taken.length >= mostSteps)
    return refuse(`Ein Programm hat höchstens ${mostSteps} Schritte. Angelegt ist keiner mehr.`)
  if (wishedKey !== undefined && taken.includes(wishedKey))
    return refuse('Der Schritt ist noch nicht angelegt. Bitte ändern Sie eine Angabe.', [
      { path: 'key', message: 'Diesen Schlüssel hat schon ein anderer Schritt.' },
    ])
  const key = wishedKey ?? keyFrom(wanted.title, taken)
  const steps = arranged(
    programme.phases,
    programme.steps,
    { ...wanted, key, phaseKey, position: 0 },
    { phaseKey, after },
  )
  if (isRefusal(steps)) return steps
  const step = steps.find((one) => one.key === key)
  if (!step) throw new Error('a step got no place')
  await writeOrder(
    ctx,
    programme,
    steps.filter((one) => one.key !== key),
  )
  await insertStep(ctx, programme, step)
  await extendRoads(ctx, programme, step)
  await record(ctx, 'programme.roadChanged', {
    organizationId: null,
    subjectId: id,
    data: { programme: programme.name, step: step.title, what: 'added' },
  })
  return key
}

const mostSteps = 60

const insertStep = ({ db }: Context, { id }: Programme, step: StepDefinition): Promise<unknown> =>
  db
    .insertInto('programmes.step')
    .values({
      programme_id: id,
      key: step.key,
      position: step.position,
      phase_key: step.phaseKey,
      title: step.title,
      duty: step.duty,
      acts: step.acts,
      needs: [...new Set(step.needs)],
      is_optional: step.isOptional,
      by_deed: step.byDeed,
      by_deadline: step.byDeadline,
      typical_days: step.typicalDays,
    })
    .execute()

interface Extended {
  enrollmentId: string
  organizationId: string
  state: string
}

/** Of nothing that follows `bool_and` says null: then the whole road counts. */
async function extendRoads({ db, now, actor }: Context, { id }: Programme, step: StepDefinition): Promise<void> {
  const at = now.toString()
  const { rows } = await sql<Extended>`
    insert into programmes.enrollment_step (enrollment_id, organization_id, programme_id, step, state, since, changed_by)
    select e.id, e.organization_id, e.programme_id, ${step.key},
           case when coalesce((
             select bool_and(s.state in ('done', 'notNeeded'))
               from programmes.enrollment_step s join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
              where s.enrollment_id = e.id and d.position > ${step.position}), e.completed_at is not null) then 'notNeeded' else 'open' end,
           ${at}::timestamptz, ${actor.personId}::uuid
      from programmes.enrollment e where e.programme_id = ${id}::uuid
    returning enrollment_id as "enrollmentId", organization_id as "organizationId", state`.execute(db)
  if (rows.length === 0) return
  const lines = rows.map((row) => ({ ...row, id: newId() }))
  await sql`insert into programmes.step_change (id, enrollment_id, organization_id, programme_id, step, what, note, origin, at, person_id)
    select r.id, r."enrollmentId", r."organizationId", ${id}::uuid, ${step.key}, r.state, 'Neuer Schritt des Programms', 'person',
           ${at}::timestamptz, ${actor.personId}::uuid
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(id uuid, "enrollmentId" uuid, "organizationId" uuid, state text)`.execute(
    db,
  )
}
