import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type FieldError, type Outcome, refuse } from '#kernel/outcome.ts'
import { recordEach } from '#foundation/audit/index.ts'
import { staffOf } from '#foundation/identity/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { type MeasureKind, type MeasureSource, mostAtOnce } from './measure.ts'
import { tellOfNew } from './tell.ts'

/** A measure to be made. Amounts gross in cents, effort in tenths of a person's day. */
export interface MeasureWish {
  organizationId: string
  /** The programme that pays. */
  programmeId?: string | null | undefined
  title: string
  kind: MeasureKind
  description?: string | undefined
  effortTenths?: number | null | undefined
  costCents?: number | null | undefined
  ownerId?: string | null | undefined
  dueOn?: string | null | undefined
  remindDays?: number | undefined
  state?: 'proposed' | 'decided' | undefined
  sources?: readonly MeasureSource[] | undefined
  /** The template it was made from. */
  templateId?: string | null | undefined
}

/** Adds all of them or none; their ids, in the given order. Whether somebody may, whoever calls has decided. */
export async function addMeasures(ctx: Context, wishes: readonly MeasureWish[]): Promise<Outcome<string[]>> {
  if (wishes.length === 0) return []
  if (wishes.length > mostAtOnce)
    return refuse(`Auf einmal sind höchstens ${mostAtOnce} Maßnahmen möglich. Angelegt ist nichts.`)
  const faults = await wishFaults(ctx, wishes)
  if (faults.length > 0) return refuse('Die Maßnahme ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', faults)
  const rows = wishes.map((wish) => ({ ...wish, id: newId(), state: wish.state ?? 'proposed' }))
  await insert(ctx, rows)
  await recordEach(
    ctx,
    'measure.added',
    rows.map(({ organizationId, id, title, state }) => ({ organizationId, subjectId: id, data: { title, state } })),
  )
  await tellOfNew(ctx, rows)
  return rows.map(({ id }) => id)
}

/** Who answers for a measure works there, and only a programme that the organization takes part in can pay. */
export async function wishFaults(
  ctx: Pick<Context, 'db' | 'now'>,
  wishes: readonly Pick<MeasureWish, 'organizationId' | 'ownerId' | 'programmeId'>[],
): Promise<FieldError[]> {
  const faults = []
  for (const [organizationId, theirs] of Map.groupBy(wishes, (wish) => wish.organizationId)) {
    const owners = theirs.flatMap(({ ownerId }) => (ownerId ? [ownerId] : []))
    const programmes = theirs.flatMap(({ programmeId }) => (programmeId ? [programmeId] : []))
    if (owners.length > 0 && !(await allWorkThere(ctx, organizationId, owners)))
      faults.push({
        path: 'ownerId',
        message: 'Diese Person gehört nicht zur Organisation. Bitte wählen Sie eine andere.',
      })
    if (programmes.length > 0 && !(await takesPartInAll(ctx, organizationId, programmes)))
      faults.push({ path: 'programmeId', message: 'An diesem Programm nimmt die Organisation nicht teil.' })
  }
  return faults
}

async function allWorkThere(
  { db, now }: Pick<Context, 'db' | 'now'>,
  organizationId: string,
  personIds: readonly string[],
): Promise<boolean> {
  const staff = new Set((await staffOf(db, organizationId, localDay(now).toString())).map(({ id }) => id))
  return personIds.every((id) => staff.has(id))
}

async function takesPartInAll(
  { db }: Pick<Context, 'db'>,
  organizationId: string,
  programmeIds: readonly string[],
): Promise<boolean> {
  const wanted = [...new Set(programmeIds)]
  const rows = await db
    .selectFrom('programmes.enrollment')
    .select('programme_id')
    .where('organization_id', '=', organizationId)
    .where('programme_id', 'in', wanted)
    .where('state', '=', 'active')
    .execute()
  return rows.length === wanted.length
}

type Row = MeasureWish & { id: string; state: 'proposed' | 'decided' }

async function insert({ db, now, actor }: Context, rows: readonly Row[]): Promise<void> {
  const at = now.toString()
  await db
    .insertInto('measures.measure')
    .values(
      rows.map((row) => ({
        id: row.id,
        organization_id: row.organizationId,
        programme_id: row.programmeId ?? null,
        title: row.title,
        kind: row.kind,
        cost_cents: row.costCents ?? null,
        state: row.state,
        since: at,
        due_on: row.dueOn ?? null,
        created_at: at,
      })),
    )
    .execute()
  await db
    .insertInto('measures.detail')
    .values(
      rows.map((row) => ({
        measure_id: row.id,
        organization_id: row.organizationId,
        description: row.description ?? '',
        effort_tenths: row.effortTenths ?? null,
        ...(row.remindDays === undefined ? {} : { remind_days: row.remindDays }),
        template_id: row.templateId ?? null,
        owner_id: row.ownerId ?? null,
        created_by: actor.personId,
      })),
    )
    .execute()
  await db
    .insertInto('measures.move')
    .values(
      rows.map((row) => ({
        id: newId(),
        measure_id: row.id,
        organization_id: row.organizationId,
        number: 1,
        from_state: null,
        to_state: row.state,
        at,
        person_id: actor.personId,
      })),
    )
    .execute()
  await insertSources({ db, now, actor }, rows)
}

/** Those that are there already stay as they are. */
export async function insertSources(
  { db, now, actor }: Context,
  measures: readonly { id: string; organizationId: string; sources?: readonly MeasureSource[] | undefined }[],
): Promise<void> {
  const rows = measures.flatMap(({ id, organizationId, sources = [] }) =>
    sources.map((source) => ({ measureId: id, organizationId, ...source })),
  )
  if (rows.length === 0) return
  await sql`insert into measures.source (measure_id, organization_id, type, subject_id, label, added_by, added_at)
    select w."measureId", w."organizationId", w.type, w.id, w.label, ${actor.personId}::uuid, ${now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w("measureId" uuid, "organizationId" uuid, type text, id text, label text)
    on conflict do nothing`.execute(db)
}
