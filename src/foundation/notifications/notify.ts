import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId, newSecret } from '#platform/crypto/random.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import type { NotificationKind } from './kind.ts'
import type { MailData } from './mail-template.ts'
import { enqueueMails } from './post-mail.ts'

export interface News {
  personIds: readonly string[]
  /** Declared in the `notifications.ts` of the module that tells it. */
  kind: NotificationKind
  /** One German sentence. */
  title: string
  /** Path of the page where it is about: `/pruefungen/…`. */
  url: string
  organizationId?: string | undefined
  /** The mail for those who get this kind at once; without it a short one says the title and the address. */
  mail?: { template: string; data: MailData } | undefined
}

/**
 * Tells people something, in the deed's own transaction: a notification each, and, by what each of them chose for this kind, a mail at once,
 * a mail after the quiet hours, a line in the next digest, or nothing more.
 */
export async function notify(
  { db, now }: Pick<Context<Actor | null>, 'db' | 'now'>,
  { personIds, kind, title, url, organizationId, mail }: News,
): Promise<void> {
  const people = [...new Set(personIds)].map((personId) => {
    const secret = newSecret()
    return { id: newId(), personId, mailId: newId(), secret, secretHash: sha256(secret) }
  })
  if (people.length === 0) return
  const { template, data } = mail ?? { template: 'notifications.told', data: { titel: title, adresse: url } }
  const { rows } = await sql<{ mail_id: string; not_before: Temporal.Instant | null }>`
    select * from notifications.tell(${JSON.stringify(people)}::jsonb, ${kind.kind}, ${kind.urgent}, ${title}, ${url},
      ${organizationId ?? null}::uuid, ${template}, ${JSON.stringify(data)}::jsonb, ${now.toString()}::timestamptz)`.execute(
    db,
  )
  await enqueueMails({ db, now }, rows)
}
