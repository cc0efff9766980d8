import { type RawBuilder, sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Certificate, Checked } from './certificate.ts'

async function read(db: Db, rest: RawBuilder<unknown>): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`
    select c.id, c.number, c.event_id as "eventId", c.registration_id as "registrationId", c.person_id as "personId", c.holder_name as "holderName",
           c.facts, c.issued_at as "issuedAt", n.number as "replacedBy", c.revoked_at as "revokedAt", c.revoke_reason as "revokeReason"
      from guidance.certificate c left join guidance.certificate n on n.id = c.replaced_by ${rest}`.execute(db)
  return rows
}

/** Undefined where it is not visible: to the holder, their organization and the organizer it is. */
export async function findCertificate(db: Db, id: string): Promise<Certificate | undefined> {
  if (!isId(id)) return undefined
  const [found] = await read(db, sql`where c.id = ${id}::uuid`)
  return found
}

/** All of an event, replaced and withdrawn ones too, the newest first. */
export const listCertificates = (db: Db, eventId: string): Promise<Certificate[]> =>
  read(db, sql`where c.event_id = ${eventId}::uuid order by c.id desc limit 10000`)

/** The person's own, the newest first. */
export const ownCertificates = (db: Db, personId: string): Promise<Certificate[]> =>
  read(db, sql`where c.person_id = ${personId}::uuid order by c.issued_at desc, c.id desc limit 200`)

/** For everybody who has the number: the same for strangers and for its holder. */
export async function checkNumber(db: Db, number: string): Promise<Checked | undefined> {
  const { rows } = await sql<Checked>`
    select f.number, f.holder_name as "holderName", f.facts, f.issued_at as "issuedAt", f.replaced_by_number as "replacedBy", f.revoked_at as "revokedAt"
      from guidance.find_certificate(${number}) f`.execute(db)
  return rows[0]
}

/** The name of an organization as it stands on a certificate. */
export async function organizationName(db: Db, id: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select o.name from organizations.organization o where o.id = ${id}::uuid`.execute(db)
  return rows[0]?.name ?? ''
}
