import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { calendarIn, type CalendarMessage } from './calendar-part.ts'
import type { MailData, MailTemplate } from './mail-template.ts'
import { notificationKinds } from './notifications.ts'
import { notify } from './notify.ts'
import { enqueueSending } from './post-mail.ts'
import { wordsToSend } from './queries.ts'
import { compose, type Wording, withChoice } from './wording.ts'

/** A mail that is to be handed over, in its final words. */
export interface ReadyMail extends Wording {
  id: string
  to: { email: string; name: string }
  createdAt: Temporal.Instant
  /** Address that unsubscribes this kind of mail; undefined for urgent ones and for mail that is no notification. */
  unsubscribe: string | undefined
  /** A date that the reader's calendar program is told of. */
  calendar: CalendarMessage | undefined
}

interface Row {
  id: string
  template: string
  data: MailData
  recipient_email: string
  recipient_name: string
  subject: string | null
  text: string | null
  kind: string | null
  unsubscribe: string | null
  created_at: Temporal.Instant
}

/**
 * Counts a try, if there is one to come, and returns the mail; worded once, before the first try, so that every further one is the same mail. Undefined
 * when it is not waiting any more, a refusal when it cannot be worded.
 */
export async function takeMail(
  { db }: PublicContext,
  id: string,
  { templates, portal, tries }: { templates: readonly MailTemplate[]; portal: string; tries: 0 | 1 },
): Promise<Outcome<ReadyMail | undefined>> {
  const { rows } = await sql<Row>`select * from mail.take(${id}::uuid, ${tries}::integer)`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { recipient_email: email, recipient_name: name, created_at: createdAt } = row
  // Written here, not taken from routes.ts: verbs know no pages, and an address in a mail stays what it was.
  const unsubscribe = row.unsubscribe === null ? undefined : `${portal}/abbestellen/${row.unsubscribe}`
  const ready = { id, to: { email, name }, createdAt, unsubscribe, calendar: calendarIn(row.data) }
  if (row.subject !== null && row.text !== null) return { ...ready, subject: row.subject, text: row.text }
  const template = templates.find((each) => each.name === row.template)
  if (!template) return refuse(`Die Vorlage „${row.template}“ gibt es nicht.`)
  const { wording, letterhead } = await wordsToSend(db, template)
  const worded = compose(wording, letterhead, row.data, { name, portal })
  if (isRefusal(worded)) return worded
  const text = row.kind === null ? worded.text : withChoice(worded.text, { portal, unsubscribe })
  await sql`select mail.compose(${id}::uuid, ${worded.subject}, ${text})`.execute(db)
  return { ...ready, ...worded, text }
}

export const delayMail = ({ db, now }: PublicContext, id: string, reason: string): Promise<unknown> =>
  sql`select mail.delay(${id}::uuid, ${reason}, ${now.toString()}::timestamptz)`.execute(db)

export const noteSent = ({ db, now }: PublicContext, id: string): Promise<unknown> =>
  sql`select mail.settle(${id}::uuid, 'sent', null, ${now.toString()}::timestamptz)`.execute(db)

/** Nobody will try it again by itself. */
export const noteFailed = ({ db, now }: PublicContext, id: string, reason: string): Promise<unknown> =>
  sql`select mail.settle(${id}::uuid, 'failed', ${reason}, ${now.toString()}::timestamptz)`.execute(db)

/** It came back. Without an id the newest mail to this address is meant. False when it was none of ours or noted before. */
export async function noteBounce(
  ctx: PublicContext,
  { id, email, reason }: { id: string | undefined; email: string | undefined; reason: string },
): Promise<boolean> {
  const { rows } = await sql<{ hit: boolean }>`
    select mail.bounce(${id ?? null}::uuid, ${email ?? null}, ${reason}, ${ctx.now.toString()}::timestamptz) as hit`.execute(
    ctx.db,
  )
  return rows[0]?.hit ?? false
}

const kind = notificationKinds.undelivered

/** That mail does not arrive: once a day, however much it is; the list at `url` says the rest. */
export async function tellOffice(ctx: PublicContext, url: string): Promise<void> {
  const since = ctx.now.subtract({ hours: 24 }).toString()
  const { rows } = await sql<{ person: string }>`
    select notifications.office_to_tell(${kind.kind}, ${since}::timestamptz, ${localDay(ctx.now).toString()}::date) as person`.execute(
    ctx.db,
  )
  await notify(ctx, {
    personIds: rows.map(({ person }) => person),
    kind,
    title: 'Mindestens eine Mail ist nicht angekommen. Der Postausgang nennt sie mit dem Grund.',
    url,
  })
}

/** Mails that wait although nobody is about to send them: they came before there was a mail server. */
export async function resumeWaiting(ctx: PublicContext, most: number): Promise<void> {
  const before = ctx.now.subtract({ minutes: 1 }).toString()
  const { rows } = await sql<{ id: string }>`
    select mail.waiting(${before}::timestamptz, ${most}) as id`.execute(ctx.db)
  for (const { id } of rows) await enqueueSending(ctx, id)
}

export async function clearOld({ db, now }: PublicContext): Promise<void> {
  const days = (count: number): string => now.subtract({ hours: count * 24 }).toString()
  await sql`select mail.clear(${days(90)}::timestamptz)`.execute(db)
  await sql`select notifications.clear(${days(400)}::timestamptz)`.execute(db)
}
