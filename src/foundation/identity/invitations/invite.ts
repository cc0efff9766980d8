import { sql } from 'kysely'
import { mailboxOf } from '#kernel/email.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMail } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId, newSecret } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { everyRoleInWords, municipalHeads, type Role, rolesAt, roleName } from '../roles.ts'
import { endOf, lastDay } from './invitation.ts'
import type { NewInvitation } from './schemas.ts'

interface Place {
  id: string
  name: string
  kind: string
}

export interface Invited {
  id: string
  /** Of the link: for the mail, and for nobody else. */
  secret: string
}

const at = (path: string, message: string) => [{ path, message }]

/**
 * Invites somebody by mail; the roles are given when the invitation is accepted. Whether the address has an account already
 * is not told to the person inviting. Who may invite whom is decided before (access.ts) and again by the policies.
 */
export async function invite(ctx: PublicContext, place: Place, wanted: NewInvitation): Promise<Outcome<Invited>> {
  const { db, now, actor } = ctx
  const wrong = misfit(place, wanted.roles) ?? (await inTheWay(ctx, place, wanted))
  if (wrong) return wrong
  const id = newId()
  const added = await db
    .insertInto('identity.invitation')
    .values({
      id,
      organization_id: place.id,
      email: wanted.email,
      name: wanted.name,
      roles: wanted.roles,
      by_cooperative: actor?.actingFor?.id !== place.id || actor.actingFor.kind === 'cooperative',
      invited_by: actor?.personId ?? null,
      invited_at: now.toString(),
      sent_at: now.toString(),
      expires_at: endOf(now).toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!added.numInsertedOrUpdatedRows) return alreadyOpen(wanted.email)
  const secret = await sendInvitation(ctx, { ...wanted, id, organization: place.name, organizationId: place.id })
  const data = { roles: wanted.roles.join(' ') }
  await record(ctx, 'invitation.sent', { organizationId: place.id, subjectId: id, data, needs: municipalHeads })
  return { id, secret }
}

const alreadyOpen = (email: string) =>
  refuse(
    `Für ${email} ist schon eine Einladung offen. In der Liste können Sie sie noch einmal senden oder zurückziehen.`,
    at('email', 'Für diese Adresse ist schon eine Einladung offen.'),
  )

/** Roles that do not exist at an organization of this kind. */
export function misfit({ name, kind }: Place, roles: readonly Role[]) {
  const wrong = roles.filter((role) => !rolesAt(kind).includes(role))
  return wrong.length === 0
    ? undefined
    : refuse(
        `Diese Einladung ist noch nicht verschickt: Bei ${name} gibt es ${wrong.map((role) => `„${roleName(role)}“`).join(', ')} nicht.`,
        at('roles', `Möglich sind: ${everyRoleInWords(rolesAt(kind))}.`),
      )
}

async function inTheWay({ db, now, actor }: PublicContext, place: Place, { email, roles }: NewInvitation) {
  if (actor && mailboxOf(actor.email) === mailboxOf(email))
    return refuse(
      'Sich selbst kann niemand Aufgaben geben. Bitten Sie jemanden mit den nötigen Rechten darum.',
      at('email', 'Das ist Ihre eigene Adresse.'),
    )
  const colleague = await db
    .selectFrom('identity.person as p')
    .innerJoin('identity.role_grant as g', 'g.person_id', 'p.id')
    .select(['p.name', sql<string[]>`array_agg(g.role)`.as('roles')])
    .where('p.email', '=', email)
    .where('g.organization_id', '=', place.id)
    .where(sql<boolean>`g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())`)
    .groupBy('p.name')
    .executeTakeFirst()
  if (colleague && roles.every((role) => colleague.roles.includes(role)))
    return refuse(
      `${colleague.name} hat diese Aufgaben bei ${place.name} schon.`,
      at('email', 'Diese Person hat die Aufgaben schon.'),
    )
  // An invitation that has run out makes room for the new one.
  await db
    .updateTable('identity.invitation')
    .set({ revoked_at: now.toString(), revoked_by: actor?.personId ?? null })
    .where('organization_id', '=', place.id)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', sql<never>`${now.toString()}::timestamptz`)
    .execute()
  return undefined
}

export interface ToSend {
  id: string
  email: string
  name: string
  roles: readonly string[]
  organization: string
  organizationId: string
}

/** A new secret for its link, and the mail with it; a link sent before works no more. */
export async function sendInvitation(ctx: PublicContext, to: ToSend): Promise<string> {
  const secret = newSecret()
  const expiresAt = endOf(ctx.now)
  await sql`select identity.offer_invitation(${to.id}::uuid, ${sha256(secret)}, ${ctx.now.toString()}::timestamptz, ${expiresAt.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  await postMail(ctx, {
    to,
    template: 'identity.invitation',
    data: {
      organisation: to.organization,
      einladende: ctx.actor ? ctx.actor.name : 'Der Betrieb des Lotsenwerks',
      aufgaben: everyRoleInWords(to.roles),
      frist: lastDay(expiresAt),
      link: `/einladung/${secret}`,
    },
    organizationId: to.organizationId,
  })
  return secret
}
