import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Catalog } from '#foundation/catalogs/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { answering } from './access.ts'

/**
 * Begins a check of one organization on one catalog; there is one open at a time. After a signed one it is the next wave, with the
 * answers of the last one carried over: they count once somebody has confirmed them.
 */
export async function startAssessment(
  ctx: Context,
  organizationId: string,
  catalog: Catalog,
): Promise<Outcome<string>> {
  const id = newId()
  const { rows } = await sql<{ previous_id: string | null; wave: number }>`
    insert into security.assessment (id, organization_id, catalog_id, started_at, started_by, wave, previous_id)
    select ${id}::uuid, ${organizationId}::uuid, ${catalog.id}::uuid, ${ctx.now.toString()}::timestamptz, ${ctx.actor.personId}::uuid,
           coalesce(max(s.wave), 0) + 1, (array_agg(s.id order by s.wave desc))[1]
      from security.assessment s where s.organization_id = ${organizationId}::uuid and s.catalog_id = ${catalog.id}::uuid
    on conflict do nothing
    returning previous_id, wave`.execute(ctx.db)
  const started = rows[0]
  if (!started)
    return refuse(
      `Mit „${catalog.title}“ (Fassung ${catalog.version}) läuft schon eine Prüfung. Bitte dort weiterarbeiten.`,
      [{ path: 'catalogId', message: 'Mit diesem Katalog läuft schon eine Prüfung.' }],
    )
  if (started.previous_id !== null) await carryOver(ctx, id, started.previous_id)
  await record(ctx, 'assessment.started', {
    organizationId,
    subjectId: id,
    data: { catalogId: catalog.id, wave: started.wave },
    needs: answering,
  })
  return id
}

/** What was said last time, as a first version that nobody has confirmed. What was taken back stays open. */
const carryOver = (ctx: Context, id: string, previousId: string): Promise<unknown> =>
  sql`insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, level, target, note,
                                   unconfirmed, answered_by, answered_at)
    select l.organization_id, ${id}::uuid, l.catalog_id, l.control_id, l.top_key, 1, l.answer, l.level, l.target, l.note,
           true, ${ctx.actor.personId}::uuid, ${ctx.now.toString()}::timestamptz
      from (select distinct on (a.control_id) a.* from security.answer a where a.assessment_id = ${previousId}::uuid
             order by a.control_id, a.version desc) l
     where l.answer is not null or l.level is not null`.execute(ctx.db)
