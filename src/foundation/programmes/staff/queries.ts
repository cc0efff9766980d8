import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import { roleFor, type Staff, type StaffFunction } from './staff.ts'

/** Who works in a programme today, leaders first. */
export async function listStaff(db: Db, programmeId: string, today: string): Promise<Staff[]> {
  const { rows } = await sql<Staff>`
    select s.id, s.person_id as "personId", p.name, s.function, s.from_day::text as "from",
           case when p.id is null then null else exists (select from identity.role_grant g where g.person_id = s.person_id
             and g.role = case s.function when 'manager' then 'programmeManager' else 'guide' end
             and g.from_day <= ${today}::date and (g.until_day is null or g.until_day >= ${today}::date)) end as "holdsRole"
      from programmes.staff s left join identity.person p on p.id = s.person_id
     where s.programme_id = ${programmeId}::uuid and s.from_day <= ${today}::date and (s.until_day is null or s.until_day >= ${today}::date)
     order by s.function desc, p.sort_key nulls last, s.id limit 200`.execute(db)
  return rows
}

export interface Candidate {
  id: string
  name: string
  function: StaffFunction
}

/** Who could be named: people of the cooperative with the role that it takes. */
export async function listCandidates(db: Db, today: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.id, p.name, case g.role when ${roleFor.manager} then 'manager' else 'guide' end as function
      from identity.role_grant g
      join identity.person p on p.id = g.person_id
      join organizations.organization o on o.id = g.organization_id and o.kind = 'cooperative'
     where g.role in (${roleFor.manager}, ${roleFor.guide})
       and g.from_day <= ${today}::date and (g.until_day is null or g.until_day >= ${today}::date)
     group by p.id, p.name, p.sort_key, g.role order by p.sort_key, p.id limit 400`.execute(db)
  return rows
}

/** Somebody who is in it today. */
export const findStaff = async (
  db: Db,
  programmeId: string,
  staffId: string,
  today: string,
): Promise<Staff | undefined> =>
  isId(staffId) ? (await listStaff(db, programmeId, today)).find(({ id }) => id === staffId) : undefined
