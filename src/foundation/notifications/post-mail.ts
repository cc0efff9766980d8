import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { normalizeEmail } from '#kernel/email.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import { enqueue, enqueueAll } from '#platform/jobs/enqueue.ts'
import type { MailData } from './mail-template.ts'

type Transaction = Pick<Context<Actor | null>, 'db' | 'now'>

export interface NewMail {
  to: { email: string; name: string }
  /** Name of a `MailTemplate` that some module declares. */
  template: string
  data: MailData
  /** The account behind the address, where there is one. */
  personId?: string | undefined
  organizationId?: string | undefined
}

/** Puts a mail into the outbox in the deed's own transaction: it goes out if and only if the deed is kept. */
export async function postMail(
  { db, now }: Transaction,
  { to, template, data, personId, organizationId }: NewMail,
): Promise<void> {
  const email = normalizeEmail(to.email)
  if (!email) throw new Error('postMail takes an address that was checked')
  const id = newId()
  await sql`select mail.post(${id}::uuid, ${template}, ${JSON.stringify(data)}::jsonb, ${email}, ${to.name.trim()},
    ${personId ?? null}::uuid, ${organizationId ?? null}::uuid, ${now.toString()}::timestamptz)`.execute(db)
  await enqueueSending({ db, now }, id)
}

/** Many at once, by one statement: what one deed tells many people. */
export async function postMails({ db, now }: Transaction, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return
  const rows = mails.map(({ to, template, data, personId, organizationId }) => {
    const email = normalizeEmail(to.email)
    if (!email) throw new Error('postMails takes addresses that were checked')
    return { id: newId(), template, data, email, name: to.name.trim(), personId, organizationId }
  })
  await sql`select mail.post(m.id, m.template, m.data, m.email, m.name, m."personId", m."organizationId", ${now.toString()}::timestamptz)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m(id uuid, template text, data jsonb, email text, name text, "personId" uuid, "organizationId" uuid)`.execute(
    db,
  )
  await enqueueMails(
    { db, now },
    rows.map(({ id }) => ({ mail_id: id, not_before: null })),
  )
}

/** To an account whose address the person acting may not know. */
export async function postMailToPerson(
  { db, now }: Transaction,
  {
    personId,
    template,
    data,
    organizationId,
  }: { personId: string; organizationId?: string | undefined } & Pick<NewMail, 'template' | 'data'>,
): Promise<void> {
  const id = newId()
  const { rows } = await sql<{
    posted: boolean
  }>`select mail.post_to_person(${id}::uuid, ${template}, ${JSON.stringify(data)}::jsonb,
    ${personId}::uuid, ${organizationId ?? null}::uuid, ${now.toString()}::timestamptz) as posted`.execute(db)
  if (rows[0]?.posted) await enqueueSending({ db, now }, id)
}

/** Sends mails that were just written; those in quiet hours after their end. */
export const enqueueMails = (
  ctx: Transaction,
  mails: readonly { mail_id: string; not_before: Temporal.Instant | null }[],
): Promise<void> =>
  enqueueAll(
    ctx,
    'mail.send',
    mails.map(({ mail_id: id, not_before }) => ({ data: { id }, key: id, dueAt: not_before ?? undefined })),
  )

/** One job per mail: while it is unfinished there is no second one, so nobody sends the same mail at the same time. */
export const enqueueSending = (ctx: Transaction, id: string): Promise<boolean> =>
  enqueue(ctx, 'mail.send', { id }, { key: id })
