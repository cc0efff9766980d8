import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { loadAppointments } from '#domains/security/appointments/index.ts'
import { loadDocuments } from '#domains/security/participation/index.ts'
import { record } from '#foundation/audit/index.ts'
import { addOrganization, functionNames, setContact } from '#foundation/organizations/index.ts'
import { loadRoads, type Programme, tendRoads } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Checked, compareAgain, keepDifferences } from './check-workbook.ts'
import type { Plan } from './compare/plan.ts'
import type { Load } from './load.ts'
import { type Draft, readMapping } from './queries.ts'
import { hashOf } from './stand.ts'

/**
 * Loads exactly what was shown. Where something has changed since, nothing is loaded: the new differences are kept to be looked at (`changed`).
 */
export async function carryOut(
  ctx: Context,
  programme: Programme,
  { load, draft }: { load: Load; draft: Draft },
): Promise<Outcome<'loaded' | 'changed'>> {
  if (load.state === 'loaded') return refuse('Diese Liste ist schon geladen. Geändert ist nichts.')
  const checked = await compareAgain(ctx, programme, draft.content, await readMapping(ctx.db, programme.id))
  if (hashOf(checked.stand) !== draft.stand) {
    await keepDifferences(ctx, load, checked)
    return 'changed'
  }
  const done = await bringIn(ctx, programme, load, checked)
  return isRefusal(done) ? done : 'loaded'
}

/** Writes what a workbook changes, all of it or nothing, and notes who did it. */
export async function bringIn(
  ctx: Context,
  programme: Programme,
  { id }: Pick<Load, 'id'>,
  { plan, differences }: Checked,
): Promise<Outcome<true>> {
  const held = await ctx.db
    .updateTable('loads.load')
    .set({ state: 'loaded', loaded_by: ctx.actor.personId, loaded_at: ctx.now.toString() })
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .executeTakeFirst()
  if (held.numUpdatedRows === 0n) return refuse('Diese Liste ist schon geladen. Geändert ist nichts.')
  const ids = await addWanted(ctx, plan)
  if (isRefusal(ids)) return ids
  const real = <Row extends { organizationId: string }>(row: Row): Row => ({
    ...row,
    organizationId: ids.get(row.organizationId) ?? row.organizationId,
  })
  await loadRoads(ctx, programme, plan.roads.map(real))
  await tendRoads(ctx, programme, plan.care.map(real))
  for (const { organizationId, function: what, version, ...details } of plan.contacts.map(real)) {
    const outcome = await setContact(ctx, { organizationId, function: what, version }, details)
    if (isRefusal(outcome)) return outcome
    if ('theirs' in outcome)
      return refuse(
        `Der Kontakt für ${functionNames[what]} wurde gerade von jemand anderem geändert. Geladen ist nichts. Bitte laden Sie noch einmal.`,
      )
  }
  await writeAmounts(ctx, programme, id, plan.amounts.map(real))
  await loadAppointments(ctx, programme, plan.appointments.map(real))
  await loadDocuments(ctx, programme, plan.documents.map(real))
  await record(ctx, 'programme.broughtIn', {
    organizationId: null,
    subjectId: programme.id,
    data: {
      programme: programme.name,
      added: differences.added,
      changed: differences.changed,
      refused: differences.refused.length,
    },
  })
  return true
}

/** Their ids by placeholder. */
async function addWanted(ctx: Context, { wanted }: Plan): Promise<Outcome<Map<string, string>>> {
  const ids = new Map<string, string>()
  for (const { placeholder, ...organization } of wanted.values()) {
    const id = await addOrganization(ctx, organization)
    if (isRefusal(id)) return refuse(`${organization.name} ließ sich nicht anlegen: ${id.refused} Geladen ist nichts.`)
    ids.set(placeholder, id)
  }
  return ids
}

type Road = Pick<Programme, 'id'>

async function writeAmounts({ db }: Context, { id }: Road, loadId: string, rows: Plan['amounts']): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into loads.opening_amount as a (enrollment_id, organization_id, programme_id, stage, planned_cents, committed_cents, delivered_cents,
      accepted_cents, invoiced_cents, settled_cents, remaining_cents, load_id)
    select e.id, e.organization_id, e.programme_id, r.stage, r.planned, r.committed, r.delivered, r.accepted, r.invoiced, r.settled, r.remaining,
           ${loadId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("organizationId" uuid, stage integer, planned bigint, committed bigint,
             delivered bigint, accepted bigint, invoiced bigint, settled bigint, remaining bigint)
      join programmes.enrollment e on e.organization_id = r."organizationId" and e.programme_id = ${id}::uuid
    on conflict (enrollment_id, stage) do update
       set planned_cents = excluded.planned_cents, committed_cents = excluded.committed_cents, delivered_cents = excluded.delivered_cents,
           accepted_cents = excluded.accepted_cents, invoiced_cents = excluded.invoiced_cents, settled_cents = excluded.settled_cents,
           remaining_cents = excluded.remaining_cents, load_id = excluded.load_id`.execute(db)
}
