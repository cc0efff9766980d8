import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import type { MailData } from './mail-template.ts'
import { postMailToPeople } from './post-mail.ts'

export interface News {
  personIds: readonly string[]
  /** `module.occasion`, stable: later each person chooses by kind what comes by mail. */
  kind: string
  /** One German sentence. */
  title: string
  /** Path of the page where it is about: `/pruefungen/…`. */
  url: string
  organizationId?: string | undefined
  /** Also by mail, to each of them. */
  mail?: { template: string; data: MailData } | undefined
}

/** Tells people something, in the deed's own transaction: a notification each, and a mail where the kind has one. */
export async function notify(
  { db, now }: Pick<Context<Actor | null>, 'db' | 'now'>,
  { personIds, kind, title, url, organizationId, mail }: News,
): Promise<void> {
  const people = [...new Set(personIds)]
  if (people.length === 0) return
  const rows = people.map((personId) => ({ id: newId(), personId }))
  await sql`select notifications.add(n.id, n."personId", ${organizationId ?? null}::uuid, ${kind}, ${title}, ${url}, ${now.toString()}::timestamptz)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "personId" uuid)`.execute(db)
  if (mail) await postMailToPeople({ db, now }, { ...mail, personIds: people, organizationId })
}
