import { sql } from 'kysely'
import { normalizeEmail } from '#kernel/email.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { record } from '#foundation/audit/index.ts'
import { postMailToPerson } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId, newSecret } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Role } from './roles.ts'

/** Verbs of the command line on the server itself. The database lets them through for the operator only. */
export type OperatorContext = Context<null>

export interface NewPerson {
  email: string
  name: string
  /** PHC string, hashed before the transaction; null for somebody who cannot sign in yet. */
  passwordHash: string | null
  isDemo?: boolean
}

/** Adds a person and returns the id; refuses an address that is no address or already taken. */
export async function addPerson({ db, now }: OperatorContext, person: NewPerson): Promise<Outcome<string>> {
  const email = normalizeEmail(person.email)
  if (!email)
    return refuse(`„${person.email}“ ist keine E-Mail-Adresse.`, [{ path: 'email', message: 'keine Adresse' }])
  const id = newId()
  const added = await db
    .insertInto('identity.person')
    .values({ id, email, name: person.name, is_demo: person.isDemo ?? false, created_at: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!added.numInsertedOrUpdatedRows)
    return refuse(`Die Adresse ${email} hat schon einen Zugang.`, [{ path: 'email', message: 'schon vergeben' }])
  if (person.passwordHash !== null)
    await sql`select identity.set_password(${id}::uuid, ${person.passwordHash}, ${now.toString()})`.execute(db)
  return id
}

export async function grantRole(
  { db, now }: OperatorContext,
  grant: { personId: string; organizationId: string; role: Role },
): Promise<void> {
  await db
    .insertInto('identity.role_grant')
    .values({
      id: newId(),
      person_id: grant.personId,
      organization_id: grant.organizationId,
      role: grant.role,
      from_day: localDay(now).toString(),
      until_day: null,
      granted_by: null,
    })
    .execute()
}

export async function assign(
  { db }: OperatorContext,
  { personId, organizationId, from, until }: { personId: string; organizationId: string; from: string; until: string },
): Promise<void> {
  await db
    .insertInto('identity.assignment')
    .values({
      id: newId(),
      person_id: personId,
      organization_id: organizationId,
      from_day: from,
      until_day: until,
      assigned_by: null,
    })
    .execute()
}

const tokenDays = 90

/**
 * A bearer token for a person, shown once. Without demo accounts or test clock only for persons who hold no role in a
 * municipality: nobody who runs the server may read a town's answers by giving themselves a token.
 */
export async function issueToken(
  { db, now }: OperatorContext,
  { email, anybody }: { email: string; anybody: boolean },
): Promise<Outcome<{ token: string; expiresAt: string }>> {
  const address = normalizeEmail(email) ?? email
  const { rows } = await sql<{ person_id: string; name: string; is_demo: boolean; has_tenant_role: boolean }>`
    select * from identity.person_for_token(${address})`.execute(db)
  const person = rows[0]
  if (!person) return refuse(`Zu ${address} gibt es keinen Zugang.`, [{ path: 'email', message: 'unbekannt' }])
  if (person.has_tenant_role && !anybody)
    return refuse(
      `${person.name} hat eine Aufgabe in einer Kommune. Solche Zugangsschlüssel gibt die Kommandozeile nur in der Demo aus; im Betrieb erstellt die Person sie selbst.`,
    )
  const token = `lw_${newSecret()}`
  const id = newId()
  const expires = now.add({ hours: 24 * tokenDays })
  const expiresAt = expires.toString()
  await sql`select identity.issue_token(${id}::uuid, ${sha256(token)}, ${person.person_id}::uuid, ${now.toString()}, ${expiresAt})`.execute(
    db,
  )
  await record({ db, now }, 'token.issued', { organizationId: null, subjectId: person.person_id })
  await postMailToPerson(
    { db, now },
    {
      personId: person.person_id,
      template: 'identity.tokenIssued',
      data: { schluessel: 'Kommandozeile', frist: germanDay(localDay(expires)) },
    },
  )
  return { token, expiresAt }
}
