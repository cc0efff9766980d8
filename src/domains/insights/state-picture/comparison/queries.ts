import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { OwnResult } from './comparison.ts'

/**
 * The newest signed-off check of an organization on a catalog, list by list; undefined while there is none, and for whoever may not read its answers.
 */
export async function findOwnResult(db: Db, organizationId: string, catalogId: string): Promise<OwnResult | undefined> {
  const { rows } = await sql<OwnResult>`
    select o.id as "organizationId", o.name, o.kind, o.county, o.population, to_char(a.signed_off_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "signedOffOn",
           coalesce((select jsonb_agg(jsonb_build_object('key', r.top_key, 'yes', length(replace(replace(r.answers, 'n', ''), '-', '')),
             'no', length(replace(replace(r.answers, 'y', ''), '-', '')))
             order by r.top_key) from security.signed_result r where r.assessment_id = a.id), '[]') as lists
      from security.assessment a join organizations.organization o on o.id = a.organization_id
     where a.organization_id = ${organizationId}::uuid and a.catalog_id = ${catalogId}::uuid and a.signed_off_at is not null
     order by a.signed_off_at desc, a.id desc limit 1`.execute(db)
  return rows[0]
}
