import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { type Contact, type ContactFunction, contactFunctions, isRemoved } from './contact.ts'

const contacts = (db: Db, organizationId: string) =>
  db
    .selectFrom('organizations.contact')
    .select(['function', 'name', 'email', 'phone', 'address', 'note', 'version'])
    .where('organization_id', '=', organizationId)

/** In the order of the functions. Empty for those who may not see them: row security says who. */
export async function listContacts(db: Db, organizationId: string): Promise<Contact[]> {
  const rows = (await contacts(db, organizationId).execute()) as Contact[]
  return rows
    .filter((contact) => !isRemoved(contact))
    .toSorted((a, b) => contactFunctions.indexOf(a.function) - contactFunctions.indexOf(b.function))
}

/** With a removed one, whose version counts on. */
export const findContact = async (
  db: Db,
  organizationId: string,
  wanted: ContactFunction,
): Promise<Contact | undefined> =>
  (await contacts(db, organizationId).where('function', '=', wanted).executeTakeFirst()) as Contact | undefined

/** Own staff, the cooperative's, the assessor while assigned: what row security lets through, so that "none" and "not for you" differ. */
export async function seesContacts(db: Db, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ sees: boolean }>`
    select ${organizationId}::uuid = any ((select access.scope_people())::uuid[]) as sees`.execute(db)
  return rows[0]?.sees ?? false
}
