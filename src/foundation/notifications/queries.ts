import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import type { MailState } from './mail-state.ts'
import type { MailTemplate } from './mail-template.ts'
import { type Letterhead, ourLetterhead, type Wording } from './wording.ts'

/** A wording and its version; 0 while the office has never touched it. */
export interface CurrentWording extends Wording {
  version: number
  /** Whether the office wrote it. */
  own: boolean
  changedAt: Temporal.Instant | null
}

/** The words of a template as they are today. */
export async function findWording(db: Db, template: MailTemplate): Promise<CurrentWording> {
  const row = await db
    .selectFrom('mail.template')
    .select(['subject', 'text', 'version', 'changed_at as changedAt'])
    .where('name', '=', template.name)
    .executeTakeFirst()
  return wordingOf(template, row)
}

interface WordingRow {
  subject: string | null
  text: string | null
  version: number
  changedAt: Temporal.Instant
}

function wordingOf(template: MailTemplate, row: WordingRow | undefined): CurrentWording {
  const { subject = null, text = null, version = 0, changedAt = null } = row ?? {}
  return subject !== null && text !== null
    ? { subject, text, version, own: true, changedAt }
    : { subject: template.subject, text: template.text, version, own: false, changedAt }
}

/** All templates in the words of today, in one query. */
export async function listWordings(
  db: Db,
  templates: readonly MailTemplate[],
): Promise<{ template: MailTemplate; wording: CurrentWording }[]> {
  const rows = await db
    .selectFrom('mail.template')
    .select(['name', 'subject', 'text', 'version', 'changed_at as changedAt'])
    .execute()
  const byName = new Map(rows.map((row) => [row.name, row]))
  return templates.map((template) => ({ template, wording: wordingOf(template, byName.get(template.name)) }))
}

/** For the worker, which reads no table: the words of a template, and the letterhead. */
export async function wordsToSend(
  db: Db,
  template: MailTemplate,
): Promise<{ wording: Wording; letterhead: Letterhead }> {
  const own = await sql<Wording>`select * from mail.own_wording(${template.name})`.execute(db)
  return { wording: own.rows[0] ?? template, letterhead: await letterheadToSend(db) }
}

export async function letterheadToSend(db: Db): Promise<Letterhead> {
  const { rows } = await sql<Letterhead>`select * from mail.own_letterhead()`.execute(db)
  return rows[0] ?? ourLetterhead(await cooperativeName(db))
}

async function cooperativeName(db: Db): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`select mail.cooperative_name() as name`.execute(db)
  return rows[0]?.name ?? null
}

export interface CurrentLetterhead {
  letterhead: Letterhead
  version: number
  own: boolean
}

export async function findLetterhead(db: Db): Promise<CurrentLetterhead> {
  const ours = ourLetterhead(await cooperativeName(db))
  const row = await db
    .selectFrom('mail.letterhead')
    .select(['sender', 'closing', 'footer', 'version'])
    .executeTakeFirst()
  const { sender = null, closing = null, footer = null, version = 0 } = row ?? {}
  return {
    letterhead: {
      sender: sender ?? ours.sender,
      closing: closing ?? ours.closing,
      footer: footer ?? ours.footer,
    },
    version,
    own: sender !== null,
  }
}

/** A mail as the office sees it: never what it says. */
export interface OutboxEntry {
  id: string
  template: string
  email: string
  name: string
  state: MailState
  attempts: number
  reason: string | null
  createdAt: Temporal.Instant
  changedAt: Temporal.Instant
}

/** The newest mails in these states; empty for whoever is not the office. */
export async function listOutbox(db: Db, states: readonly MailState[], newest: number): Promise<OutboxEntry[]> {
  const { rows } = await sql<OutboxEntry>`
    select id, template, recipient_email as email, recipient_name as name, state, attempts, reason,
           created_at as "createdAt", changed_at as "changedAt"
      from mail.outbox(${[...states]}::text[], ${newest})`.execute(db)
  return rows
}

export async function countOutbox(db: Db): Promise<Record<MailState, number>> {
  const { rows } = await sql<{ state: MailState; count: number }>`select * from mail.counts()`.execute(db)
  const counts = { waiting: 0, sent: 0, failed: 0, bounced: 0 }
  for (const { state, count } of rows) counts[state] = count
  return counts
}

export interface DemoMail {
  id: string
  subject: string
  text: string | null
  state: MailState
  createdAt: Temporal.Instant
}

/** One's own mail while demo accounts exist. */
export async function listDemoMail(db: Db): Promise<DemoMail[]> {
  const { rows } = await sql<DemoMail>`
    select id, subject, text, state, created_at as "createdAt" from mail.demo_mailbox()`.execute(db)
  return rows
}
