import { sql } from 'kysely'
import { normalizeEmail } from '#kernel/email.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMail, postMailToPerson } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { count, resetMails, resetsFrom } from '../sign-in/limits.ts'
import { findLink } from '../links.ts'

const validHours = 1

/** Mails a link for a new password. Nothing in the answer tells whether there is such an account. */
export async function askForReset(ctx: PublicContext, email: string, address: string): Promise<Outcome<true>> {
  const { db, now } = ctx
  const wanted = normalizeEmail(email)
  if (!wanted)
    return refuse('Das ist keine E-Mail-Adresse.', [
      { path: 'email', message: 'Bitte geben Sie Ihre dienstliche E-Mail-Adresse ein.' },
    ])
  const waits = await count(db, [resetsFrom(address), resetMails(wanted)], now)
  if (waits.some((wait) => wait > 0)) return true
  const secret = newSecret()
  const { rows } = await sql<{ person_id: string; name: string; email: string }>`
    select * from identity.offer_reset(${wanted}, ${sha256(secret)}, ${now.toString()}::timestamptz, ${now.add({ hours: validHours }).toString()}::timestamptz)`.execute(
    db,
  )
  const person = rows[0]
  if (!person) return true
  await postMail(ctx, {
    to: person,
    template: 'identity.passwordReset',
    data: { link: `/neues-passwort/${secret}` },
    personId: person.person_id,
  })
  await record(ctx, 'password.resetAsked', { organizationId: null, subjectId: person.person_id })
  return true
}

const noLonger: Refusal = refuse(
  'Dieser Link gilt nicht oder nicht mehr. Er gilt eine Stunde und nur einmal. Bitte fordern Sie einen neuen an.',
)

/** For whom the link sets a password; a refusal when it does not work (any more). */
export async function findReset(ctx: PublicContext, secret: string): Promise<Outcome<{ email: string }>> {
  return (await findLink(ctx, secret, 'passwordReset')) ?? noLonger
}

/** Sets the password, once, and ends every session. A second factor stays: a stolen mailbox alone opens nothing. */
export async function resetPassword(ctx: PublicContext, secret: string, passwordHash: string): Promise<Outcome<true>> {
  const { rows } = await sql<{ person: string | null }>`
    select identity.reset_password(${sha256(secret)}, ${passwordHash}, ${ctx.now.toString()}::timestamptz) as person`.execute(
    ctx.db,
  )
  const personId = rows[0]?.person
  if (!personId) return noLonger
  await record(ctx, 'password.reset', { organizationId: null, subjectId: personId })
  await postMailToPerson(ctx, { personId, template: 'identity.passwordChanged', data: {} })
  return true
}
