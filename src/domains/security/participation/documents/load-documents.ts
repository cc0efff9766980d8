import { sql } from 'kysely'
import { record } from '#foundation/audit/index.ts'
import { keepRoads, type Programme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { DocumentState } from './document.ts'
import { wantedId } from './queries.ts'

/** Where a document that the programme wants stands, as a workbook tells it. */
export interface ToldDocument {
  organizationId: string
  key: string
  state: DocumentState
}

/**
 * Writes where documents of many municipalities stand, by one statement. What somebody has said in the portal stays, whatever the workbook says;
 * nobody is told, and no step is closed.
 */
export async function loadDocuments(
  ctx: Context,
  programme: Pick<Programme, 'id' | 'name'>,
  told: readonly ToldDocument[],
): Promise<void> {
  if (told.length === 0) return
  const { db, actor, now } = ctx
  const rows = JSON.stringify(told)
  // As every verb that writes on a road: whoever hands in meanwhile comes before or after.
  await keepRoads(
    ctx,
    programme,
    told.map(({ organizationId }) => organizationId),
  )
  await sql`insert into participation.document as d
      (id, organization_id, programme_id, enrollment_id, key, title, state, since, changed_by, brought_in)
    select ${wantedId(sql`e.id`, sql`w.key`)}, e.organization_id, e.programme_id, e.id, w.key, w.title, r.state, ${now.toString()}::timestamptz,
           ${actor.personId}::uuid, true
      from jsonb_to_recordset(${rows}::jsonb) as r("organizationId" uuid, key text, state text)
      join programmes.enrollment e on e.organization_id = r."organizationId" and e.programme_id = ${programme.id}::uuid
      join programmes.wanted_document w on w.programme_id = e.programme_id and w.key = r.key
    on conflict (enrollment_id, key) do update
       set state = excluded.state, since = excluded.since, changed_by = excluded.changed_by, version = d.version + 1
     where d.brought_in and d.state <> excluded.state`.execute(db)
  await record(ctx, 'document.broughtIn', {
    organizationId: null,
    subjectId: programme.id,
    data: { programme: programme.name, documents: told.length },
  })
}
