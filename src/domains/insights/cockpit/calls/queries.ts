import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Row } from '../row.ts'

/** Whom to ask at a municipality, with a number. */
export interface Telephone {
  organizationId: string
  function: string
  name: string
  phone: string
}

/** So many at once: more is no list for a morning. */
export const callsADay = 6

const functions = ['cooperative', 'securityOffice', 'head', 'itDepartment']

/** Contacts with a telephone number, in the order in which one would ask. */
export async function listTelephones(db: Db, rows: readonly Pick<Row, 'organizationId'>[]): Promise<Telephone[]> {
  if (rows.length === 0) return []
  const { rows: found } = await sql<Telephone>`
    select k.organization_id as "organizationId", k.function, k.name, k.phone from organizations.contact k
     where k.organization_id = any (${rows.map(({ organizationId }) => organizationId)}::uuid[])
       and k.phone <> '' and k.function = any (${functions}::text[])
     order by array_position(${functions}::text[], k.function) limit ${functions.length * callsADay}`.execute(db)
  return found
}
