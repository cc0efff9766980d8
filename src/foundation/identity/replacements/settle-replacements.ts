import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { record } from '#foundation/audit/index.ts'
import { notify, postMail } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId, newSecret } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { endOf, lastDay } from '../invitations/invitation.ts'
import { roleName } from '../roles.ts'
import { lapseInWords } from './hindrances.ts'
import { identityKinds } from '../notifications.ts'

interface Settled {
  outcome: 'given' | 'invited' | 'lapsed'
  why: string | null
  organization_id: string
  organization: string
  person_id: string | null
  person: string
  email: string | null
  told: string[]
}

/** Proposals that ran out are over; then those whose 72 hours are over. */
export async function expireReplacements({ db, now }: PublicContext): Promise<string[]> {
  await sql`select identity.expire_replacements(${now.toString()}::timestamptz)`.execute(db)
  return dueReplacements(db, null, now)
}

export async function dueReplacements(db: Db, personId: string | null, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ due: string[] }>`
    select identity.due_replacements(${personId}::uuid, ${now.toString()}::timestamptz) as due`.execute(db)
  return rows[0]?.due ?? []
}

/**
 * What was confirmed takes effect: the role, or the invitation with it. Called by the worker and by the first request of the new
 * administrator, whichever comes first; the database decides whether it is time and whether everything still is as it was.
 */
export async function settleReplacement(ctx: PublicContext, id: string): Promise<void> {
  const { db, now } = ctx
  const secret = newSecret()
  const expiresAt = endOf(now)
  const invitationId = newId()
  const { rows } = await sql<Settled>`
    select * from identity.settle_replacement(${id}::uuid, ${newId()}::uuid, ${invitationId}::uuid, ${sha256(secret)},
      ${now.toString()}::timestamptz, ${expiresAt.toString()}::timestamptz)`.execute(db)
  const settled = rows[0]
  if (!settled) return
  const { outcome, organization_id: organizationId, person_id: personId } = settled
  const subject = { organizationId, subjectId: personId ?? id }
  await record(ctx, outcome === 'lapsed' ? 'replacement.lapsed' : 'replacement.effected', {
    ...subject,
    data: { replacementId: id, ...(settled.why === null ? {} : { why: settled.why }) },
  })
  if (outcome === 'given')
    await record(ctx, 'role.granted', { ...subject, data: { role: 'organizationAdmin', replacementId: id } })
  if (outcome === 'invited') {
    await record(ctx, 'invitation.sent', {
      organizationId,
      subjectId: invitationId,
      data: { roles: 'organizationAdmin', replacementId: id },
    })
    await sendLink(ctx, settled, { secret, expiresAt })
  }
  await tell(ctx, settled)
}

const sendLink = (
  ctx: PublicContext,
  { email, person, organization, organization_id: organizationId }: Settled,
  { secret, expiresAt }: { secret: string; expiresAt: Temporal.Instant },
): Promise<void> =>
  postMail(ctx, {
    to: { email: email ?? '', name: person },
    template: 'identity.invitation',
    data: {
      organisation: organization,
      einladende: 'Der Verbund',
      aufgaben: roleName('organizationAdmin'),
      frist: lastDay(expiresAt),
      link: `/einladung/${secret}`,
    },
    organizationId,
  })

async function tell(ctx: PublicContext, { outcome, why, organization, organization_id, person, told }: Settled) {
  const common = { personIds: told, url: '/zugaenge-ersetzen', organizationId: organization_id }
  if (outcome === 'lapsed')
    return notify(ctx, {
      ...common,
      kind: identityKinds.replacementSettled,
      title: `${person} verwaltet die Zugänge von ${organization} nicht: ${lapseInWords(why)}`,
      mail: {
        template: 'identity.replacementStopped',
        data: { person, organisation: organization, warum: lapseInWords(why) },
      },
    })
  const what =
    outcome === 'given'
      ? `${person} verwaltet jetzt die Zugänge von ${organization}.`
      : `${person} ist eingeladen, die Zugänge von ${organization} zu verwalten.`
  return notify(ctx, {
    ...common,
    kind: identityKinds.replacementSettled,
    title: what,
    mail: {
      template: 'identity.replacementEffective',
      data: { person, organisation: organization, was: what },
    },
  })
}
