// A signed-off check with what it came to, written by the owner.
import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import { everything, type TestHouse } from '../harness/house.ts'

/** Gives Kleinweiler a further check of the demo's catalog that is signed off; whoever reads it there. */
export async function signedResult(
  house: TestHouse,
  lists: Record<string, [yes: number, no: number]> = { Datensicherung: [8, 2], Netze: [3, 3] },
): Promise<string> {
  const id = newId()
  const at = house.clock
    .now()
    .subtract({ hours: 24 * 40 })
    .toString()
  await asOwner(house, async (db) => {
    await sql`insert into security.assessment (id, organization_id, catalog_id, wave, started_by, started_at, in_review_at, signed_off_at)
      select ${id}::uuid, o.id, (select a.catalog_id from security.assessment a order by a.started_at, a.id limit 1), 90, p.id, ${at}, ${at}, ${at}
        from organizations.organization o, identity.person p where o.name = 'Gemeinde Kleinweiler' and p.email = ${everything}`.execute(
      db,
    )
    for (const [key, [yes, no]] of Object.entries(lists))
      await sql`insert into security.signed_result (assessment_id, organization_id, catalog_id, top_key, answers)
        select a.id, a.organization_id, a.catalog_id, ${key},
               repeat('y', ${yes}::integer) || repeat('n', ${no}::integer)
          from security.assessment a where a.id = ${id}::uuid`.execute(db)
  })
  return everything
}
