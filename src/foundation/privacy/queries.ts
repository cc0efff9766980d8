import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import type { PersonalData, PersonSummary, RetentionRule } from './personal-data.ts'

/** Of oneself, or for the administrator of anybody. */
export async function personalData(db: Db, personId: string): Promise<PersonalData> {
  const { rows } = await sql<{ data: PersonalData }>`select privacy.person_data(${personId}::uuid) as data`.execute(db)
  const data = rows[0]?.data
  if (!data) throw new Error('person_data gave no row')
  return data
}

/** Undefined when there is no such person, or it is not visible. */
export async function findPerson(db: Db, id: string): Promise<PersonSummary | undefined> {
  if (!isId(id)) return undefined
  const { rows } =
    await sql<PersonSummary>`select id, name, email, active, erased from privacy.summary(${id}::uuid)`.execute(db)
  return rows[0]
}

/** By the exact address that stands in the request; there is no list of people. */
export async function findByAddress(db: Db, address: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from privacy.find_person(${address})`.execute(db)
  return rows[0]?.id
}

/** Every term, and how many rows are over it now. Deletes nothing. */
export async function listTerms({ db, now }: Pick<Context, 'db' | 'now'>): Promise<RetentionRule[]> {
  const { rows } = await sql<RetentionRule>`
    select name, what, term_hours as "termHours", since, ground, relation, rows from privacy.due(${now.toString()}::timestamptz)`.execute(
    db,
  )
  return rows
}

/** Deletes what is over its term; runs as the worker. */
export async function deleteDue({ db, now }: PublicContext): Promise<void> {
  await sql`select privacy.delete_due(${now.toString()}::timestamptz)`.execute(db)
}
