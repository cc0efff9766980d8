import { sql } from 'kysely'
import { normalizeEmail } from '#kernel/email.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMail, postMailToPerson } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { findLink } from '../links.ts'

const validHours = 24

/** Asks for a confirmation at the new address and tells the old one. Nothing changes before the confirmation. */
export async function askForEmailChange(
  ctx: Context,
  { email, passwordConfirmed }: { email: string; passwordConfirmed: Outcome<true> },
): Promise<Outcome<true>> {
  const { db, now, actor } = ctx
  const wanted = normalizeEmail(email)
  if (!wanted || wanted === actor.email)
    return refuse('Ihre Adresse ist noch nicht geändert.', [
      { path: 'email', message: wanted ? 'Das ist Ihre jetzige Adresse.' : 'Das ist keine E-Mail-Adresse.' },
    ])
  if (passwordConfirmed !== true) return passwordConfirmed
  const secret = newSecret()
  await sql`select identity.offer_email_change(${sha256(secret)}, ${wanted}, ${now.toString()}::timestamptz,
    ${now.add({ hours: validHours }).toString()}::timestamptz)`.execute(db)
  await postMail(ctx, {
    to: { email: wanted, name: actor.name },
    template: 'identity.emailChange',
    data: { link: `/neue-adresse/${secret}` },
  })
  await postMailToPerson(ctx, {
    personId: actor.personId,
    template: 'identity.emailChangeAsked',
    data: { neu: wanted },
  })
  await record(ctx, 'email.changeAsked', { organizationId: null, subjectId: actor.personId })
  return true
}

const noLonger: Refusal = refuse(
  'Dieser Link gilt nicht oder nicht mehr. Er gilt einen Tag und nur einmal. Ihre Adresse ist unverändert; unter „Mein Zugang“ können Sie es noch einmal versuchen.',
)

const taken: Refusal = refuse(
  'Für diese Adresse gibt es schon einen Zugang, vielleicht Ihren eigenen zweiten. Ein Zugang hat eine Adresse und gehört einer Person. Geändert wurde nichts; die Geschäftsstelle des Verbunds kann Ihnen helfen.',
)

/** Which address the link confirms. */
export async function findEmailChange(ctx: PublicContext, secret: string): Promise<Outcome<{ newEmail: string }>> {
  const link = await findLink(ctx, secret, 'emailChange')
  return link?.newEmail ? { newEmail: link.newEmail } : noLonger
}

/** The new address counts from now on; the old one is told. */
export async function confirmEmail(ctx: PublicContext, secret: string): Promise<Outcome<{ email: string }>> {
  const { rows } = await sql<{
    outcome: 'done' | 'taken' | 'unknown'
    person_id: string
    name: string
    old_email: string
    new_email: string
  }>`select * from identity.confirm_email(${sha256(secret)}, ${ctx.now.toString()}::timestamptz)`.execute(ctx.db)
  const row = rows[0]
  if (!row || row.outcome === 'unknown') return noLonger
  if (row.outcome === 'taken') return taken
  await record(ctx, 'email.changed', { organizationId: null, subjectId: row.person_id })
  await postMail(ctx, {
    to: { email: row.old_email, name: row.name },
    template: 'identity.emailChanged',
    data: { neu: row.new_email },
    personId: row.person_id,
  })
  return { email: row.new_email }
}
