import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

/** A programme in which the actor may hand in invoices, and who is billed there. */
export interface Destination {
  programmeId: string
  /** The cooperative, and its Leitweg-ID. */
  organizationId: string
  leitwegId: string | null
  contractorId: string | null
  contractorName: string | null
}

/** Programmes that the actor leads, or in which their contractor has orders. */
export async function findDestinations(db: Db, programmeId: string | undefined): Promise<Destination[]> {
  const { rows } = await sql<Destination>`
    select p.id as "programmeId", r.id as "organizationId", r.leitweg_id as "leitwegId", c.id as "contractorId", c.name as "contractorName"
      from programmes.programme p
      join organizations.organization r on r.id = p.run_by
      left join organizations.organization c on c.id = coalesce(
        (select x from unnest((select access.scope_contractors())::uuid[]) x limit 1), p.contractor_id)
     where (p.id = any ((select access.scope_programmes_led())::uuid[]) or p.id = any ((select access.scope_programmes_supplied())::uuid[]))
       and (${programmeId ?? null}::uuid is null or p.id = ${programmeId ?? null}::uuid)
     order by p.sort_key limit 20`.execute(db)
  return rows
}
