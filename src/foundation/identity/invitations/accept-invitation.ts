import { sql } from 'kysely'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { everyRoleInWords } from '../roles.ts'
import type { Offer } from './invitation.ts'
import { identityKinds } from '../notifications.ts'

export interface Accepted {
  personId: string
  organizationId: string
  organization: string
}

interface Row {
  outcome: 'done' | 'unknown' | 'accepted' | 'revoked' | 'expired' | 'signIn'
  person_id: string
  organization_id: string
  organization: string
  told: string[]
}

export const whyNot: Record<Exclude<Row['outcome'], 'done'>, Refusal> = {
  unknown: refuse(
    'Diese Einladung gibt es nicht. Vielleicht fehlt in der Adresse etwas, oder es wurde inzwischen eine neue verschickt.',
  ),
  accepted: refuse('Diese Einladung ist schon angenommen. Sie können sich anmelden.'),
  revoked: refuse('Diese Einladung wurde zurückgezogen. Bitte wenden Sie sich an die Person, die Sie eingeladen hat.'),
  expired: refuse('Diese Einladung ist abgelaufen. Bitte lassen Sie sich eine neue schicken.'),
  signIn: refuse(
    'Für diese Adresse gibt es schon einen Zugang. Bitte melden Sie sich damit an und nehmen Sie die Einladung dann an.',
  ),
}

/**
 * Takes the invitation up, once. A new address gets an account with this password (hashed before the transaction); somebody
 * who has one must be signed in, and gets the roles added. The heads of the organization are told.
 */
export async function acceptInvitation(
  ctx: PublicContext,
  secret: string,
  offer: Offer,
  passwordHash: string | undefined,
): Promise<Outcome<Accepted>> {
  const grants = offer.roles.map(() => newId())
  const { rows } =
    await sql<Row>`select * from identity.accept_invitation(${sha256(secret)}, ${newId()}::uuid, ${passwordHash ?? null},
    ${grants}::uuid[], ${ctx.now.toString()}::timestamptz)`.execute(ctx.db)
  const row = rows[0]
  if (!row || row.outcome !== 'done')
    return whyNot[row?.outcome === undefined || row.outcome === 'done' ? 'unknown' : row.outcome]
  const data = { roles: offer.roles.join(' ') }
  await record(ctx, 'invitation.accepted', {
    organizationId: row.organization_id,
    subjectId: offer.id,
    data,
    needs: [],
  })
  await tell(ctx, row, offer)
  return { personId: row.person_id, organizationId: row.organization_id, organization: row.organization }
}

const tell = (
  ctx: PublicContext,
  { told, organization, organization_id }: Row,
  { account, name, roles, invitedBy }: Offer,
) => {
  const person = account?.name ?? name
  return notify(ctx, {
    personIds: told,
    kind: identityKinds.invitationAccepted,
    title: `${person} arbeitet jetzt für ${organization}: ${everyRoleInWords(roles)}.`,
    url: '/einladungen',
    organizationId: organization_id,
    mail: {
      template: 'identity.invitationAccepted',
      data: {
        person,
        organisation: organization,
        aufgaben: everyRoleInWords(roles),
        einladende: invitedBy ?? 'der Betrieb des Lotsenwerks',
      },
    },
  })
}
