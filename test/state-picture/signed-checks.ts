// Municipalities whose checks are signed off, put there behind the verbs' back: tests of pictures need many.
import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import { asOwner } from '../access/as-owner.ts'
import type { TestHouse } from '../harness/house.ts'

export interface SignedCheck {
  organizationId: string
  assessmentId: string
  /** By control, as they were answered last. */
  answers: Map<string, 'yes' | 'no' | 'notApplicable'>
}

interface Wish {
  count: number
  county: string
  kind?: string
  population?: number
  /** Percent of yes, by place. */
  percent?: (at: number) => number
}

const programmeKey = 'sicherkommunal'

/** They take part in SicherKOMMUNAL; every answer has an older version that does not count. */
export const addSignedChecks = (house: TestHouse, wish: Wish): Promise<SignedCheck[]> =>
  asOwner(house, async (db) => {
    const at = house.clock.now().subtract({ hours: 1 }).toString()
    const { rows } = await sql<{
      programme: string
      catalog: string
      person: string
      controls: { id: string; key: string }[]
    }>`
      select (select p.id from programmes.programme p where p.key = ${programmeKey}) as programme, c.id as catalog,
             (select p.id from identity.person p order by p.email limit 1) as person,
             (select jsonb_agg(jsonb_build_object('id', k.id, 'key', k.top_key) order by k.position) from catalogs.control k where k.catalog_id = c.id) as controls
        from catalogs.catalog c where c.title = 'Lotsenwerk-Startcheck' order by c.id desc`.execute(db)
    const [found] = rows
    if (!found) throw new Error('the start check is not there')
    const done: SignedCheck[] = []
    for (let place = 0; place < wish.count; place += 1) done.push(await addOne(db, { ...found, at, place, wish }))
    return done
  })

interface One {
  programme: string
  catalog: string
  person: string
  controls: { id: string; key: string }[]
  at: string
  place: number
  wish: Wish
}

async function addOne(db: Db, { programme, catalog, person, controls, at, place, wish }: One): Promise<SignedCheck> {
  const [organizationId, assessmentId] = [newId(), newId()]
  const {
    county,
    kind = 'unitaryMunicipality',
    population = 8000,
    percent = (by: number) => 20 + ((by * 17) % 60),
  } = wish
  const name = `${county} ${place}`
  await sql`insert into organizations.organization (id, name, kind, county, population, sort_key, created_at, changed_at)
    values (${organizationId}::uuid, ${name}, ${kind}, ${county}, ${population}, ${name.toLowerCase()}, ${at}::timestamptz, ${at}::timestamptz)`.execute(
    db,
  )
  await sql`insert into programmes.enrollment (id, organization_id, programme_id, began_at) values (${newId()}::uuid, ${organizationId}::uuid, ${programme}::uuid, ${at}::timestamptz)`.execute(
    db,
  )
  await sql`update programmes.enrollment set phase = 'entry' where organization_id = ${organizationId}::uuid`.execute(
    db,
  )
  await sql`insert into security.assessment (id, organization_id, catalog_id, started_at, started_by)
    values (${assessmentId}::uuid, ${organizationId}::uuid, ${catalog}::uuid, ${at}::timestamptz, ${person}::uuid)`.execute(
    db,
  )
  const answers = controls.map(({ id, key }, row) => ({
    id,
    key,
    answer: (row + place) % 11 === 0 ? 'notApplicable' : (row * 37 + place * 13) % 100 < percent(place) ? 'yes' : 'no',
  }))
  for (const version of [1, 2])
    await sql`insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, note, answered_by, answered_at)
      select ${organizationId}::uuid, ${assessmentId}::uuid, ${catalog}::uuid, a.id, a.key, ${version}::integer,
             case when ${version}::integer = 1 then 'no' else a.answer end, '', ${person}::uuid, ${at}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a(id text, key text, answer text)`.execute(db)
  await signOff(db, assessmentId, at)
  return { organizationId, assessmentId, answers: new Map(answers.map(({ id, answer }) => [id, answer as 'yes'])) }
}

/** As if both had signed; null: as if both had opened it again. */
export const signOff = (db: Db, assessmentId: string, at: string | null): Promise<unknown> =>
  sql`update security.assessment set in_review_at = ${at}::timestamptz, signed_off_at = ${at}::timestamptz where id = ${assessmentId}::uuid`.execute(
    db,
  )
