import { sql } from 'kysely'
import { recordEach } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Party, Programme } from '../programme.ts'
import type { StepState } from '../road.ts'
import type { Origin } from './note-change.ts'

/** A road as a workbook tells it. Steps that are not named stay as they are; new roads have them open. */
export interface ToldRoad {
  organizationId: string
  /** Instant, ISO 8601: when the municipality came in, where that is known. */
  beganAt: string
  steps: readonly ToldStep[]
}

export interface ToldStep {
  key: string
  state: StepState
  /** Instant, ISO 8601. */
  since: string
  onDay: string | null
  waitingFor: Party | null
  missing: string
  note: string
}

export interface LoadReport {
  /** Ids of all roads told, by organization. */
  roads: ReadonlyMap<string, string>
  added: number
  changedSteps: number
}

/**
 * Writes many roads of one programme by a few statements, whoever they were before; the same once more changes nothing. The caller has made sure
 * that each road is in order (`outOfOrder`) and knows its steps: the database refuses all of it otherwise.
 */
export async function loadRoads(
  ctx: Context,
  programme: Pick<Programme, 'id' | 'name'>,
  told: readonly ToldRoad[],
  origin: Origin = 'import',
): Promise<LoadReport> {
  if (told.length === 0) return { roads: new Map(), added: 0, changedSteps: 0 }
  const added = await addRoads(ctx, programme, told)
  const changes = await changeSteps(ctx, programme, told)
  const begun = added.map(({ id, organization_id: organizationId }) => ({
    enrollmentId: id,
    organizationId,
    step: null,
    what: 'began',
    before: null,
    onDay: null,
    note: '',
  }))
  await noteAll(ctx, programme, [...begun, ...changes], origin)
  await recordEach(
    ctx,
    'enrollment.began',
    added.map(({ id, organization_id: organizationId }) => ({
      organizationId,
      subjectId: id,
      data: { programme: programme.name },
    })),
  )
  await recordEach(
    ctx,
    'enrollment.loaded',
    [...Map.groupBy(changes, ({ enrollmentId }) => enrollmentId)].flatMap(([subjectId, [first, ...more]]) =>
      first
        ? [
            {
              organizationId: first.organizationId,
              subjectId,
              data: { programme: programme.name, steps: more.length + 1 },
            },
          ]
        : [],
    ),
  )
  return { roads: await roadsOf(ctx, programme, told), added: added.length, changedSteps: changes.length }
}

async function addRoads(
  { db, actor, now }: Context,
  { id: programmeId }: Pick<Programme, 'id'>,
  told: readonly ToldRoad[],
) {
  const rows = told.map(({ organizationId, beganAt }) => ({ id: newId(), organizationId, beganAt }))
  const added = await sql<{ id: string; organization_id: string }>`
    insert into programmes.enrollment (id, organization_id, programme_id, began_at, began_by)
    select r.id, r."organizationId", ${programmeId}::uuid, r."beganAt", ${actor.personId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "organizationId" uuid, "beganAt" timestamptz)
    on conflict (organization_id, programme_id) do nothing
    returning id, organization_id`.execute(db)
  await sql`insert into programmes.enrollment_step (enrollment_id, organization_id, programme_id, step, since, changed_by)
    select r.id, r."organizationId", d.programme_id, d.key, coalesce(t."beganAt", ${now.toString()}::timestamptz), ${actor.personId}::uuid
      from jsonb_to_recordset(${JSON.stringify(added.rows.map(({ id, organization_id: organizationId }) => ({ id, organizationId })))}::jsonb)
             as r(id uuid, "organizationId" uuid)
      join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t("organizationId" uuid, "beganAt" timestamptz) using ("organizationId")
     cross join programmes.step d where d.programme_id = ${programmeId}::uuid`.execute(db)
  return added.rows
}

interface Change {
  enrollmentId: string
  organizationId: string
  step: string | null
  what: string
  before: string | null
  onDay: string | null
  note: string
}

/** One statement for all: the order within a road is looked at when all its steps are written. */
async function changeSteps(
  { db, actor }: Context,
  { id: programmeId }: Pick<Programme, 'id'>,
  told: readonly ToldRoad[],
): Promise<Change[]> {
  const rows = told.flatMap(({ organizationId, steps }) => steps.map((step) => ({ ...step, organizationId })))
  const { rows: changes } = await sql<Change>`
    with wanted as (
      select e.id, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r("organizationId" uuid, key text, state text, since timestamptz, "onDay" date, "waitingFor" text, missing text, note text)
        join programmes.enrollment e on e.organization_id = r."organizationId" and e.programme_id = ${programmeId}::uuid),
    before as (
      select s.enrollment_id, s.step, s.state from programmes.enrollment_step s join wanted w on w.id = s.enrollment_id and w.key = s.step)
    update programmes.enrollment_step s
       set state = w.state, since = case when s.state = w.state then s.since else w.since end, on_day = w."onDay",
           waiting_for = w."waitingFor", missing = w.missing, note = w.note, changed_by = ${actor.personId}::uuid
      from wanted w join before b on b.enrollment_id = w.id and b.step = w.key
     where s.enrollment_id = w.id and s.step = w.key
       and (s.state, s.on_day, s.waiting_for, s.missing, s.note) is distinct from (w.state, w."onDay", w."waitingFor", w.missing, w.note)
    returning s.enrollment_id as "enrollmentId", s.organization_id as "organizationId", s.step,
              case when b.state = s.state then 'detail' else s.state end as what, b.state as before, s.on_day::text as "onDay", s.note`.execute(
    db,
  )
  const places = new Map(rows.map(({ organizationId, key }, at) => [`${organizationId} ${key}`, at]))
  const placeOf = ({ organizationId, step }: Change): number => places.get(`${organizationId} ${step}`) ?? 0
  return changes.toSorted((one, other) => placeOf(one) - placeOf(other))
}

const noteAll = async (
  { db, actor, now }: Context,
  { id: programmeId }: Pick<Programme, 'id'>,
  changes: readonly Change[],
  origin: Origin,
): Promise<void> => {
  if (changes.length === 0) return
  // All of them happen at one moment: the order of their ids is the order of the history.
  const ids = changes.map(() => newId()).toSorted()
  const rows = changes.map((change, at) => ({ ...change, id: ids[at] }))
  await sql`insert into programmes.step_change (id, enrollment_id, organization_id, programme_id, step, what, before, on_day, note, origin, at, person_id)
    select r.id, r."enrollmentId", r."organizationId", ${programmeId}::uuid, r.step, r.what, r.before, r."onDay", r.note, ${origin},
           ${now.toString()}::timestamptz, ${actor.personId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, "enrollmentId" uuid, "organizationId" uuid, step text, what text, before text, "onDay" date, note text)`.execute(
    db,
  )
}

async function roadsOf(
  { db }: Context,
  { id }: Pick<Programme, 'id'>,
  told: readonly ToldRoad[],
): Promise<Map<string, string>> {
  const found = await db
    .selectFrom('programmes.enrollment')
    .select(['id', 'organization_id as organizationId'])
    .where('programme_id', '=', id)
    .where(
      'organization_id',
      'in',
      told.map(({ organizationId }) => organizationId),
    )
    .execute()
  return new Map(found.map((row) => [row.organizationId, row.id]))
}
