// What lies in the outbox for somebody: links and codes that only a mail tells.
import { sql } from 'kysely'
import { asOwner } from '../access/as-owner.ts'
import type { TestHouse } from './house.ts'

export interface WaitingMail {
  template: string
  data: Record<string, string | number>
}

/** The newest first. */
export async function mailsTo(house: TestHouse, email: string): Promise<WaitingMail[]> {
  const { rows } = await asOwner(house, (db) =>
    sql<WaitingMail>`select template, data from mail.message where recipient_email = ${email} order by id desc`.execute(
      db,
    ),
  )
  return rows
}

/** From now on this kind of notification comes to this person by mail at once, everything else in the inbox only. */
export async function wantsAtOnce(house: TestHouse, email: string, ...kinds: string[]): Promise<void> {
  const { status } = await (
    await house.as(email)
  ).put('/notification-settings', {
    rhythm: 'never',
    weekday: 1,
    hour: 7,
    quietFrom: null,
    quietUntil: null,
    kinds: kinds.map((kind) => ({ kind, channel: 'mail' })),
  })
  if (status !== 200) throw new Error(`settings of ${email}: ${status}`)
}

/** The last part of the link in the newest mail of this template. */
export async function secretTo(house: TestHouse, email: string, template: string): Promise<string> {
  const mail = (await mailsTo(house, email)).find((each) => each.template === template)
  if (!mail) throw new Error(`no mail ${template} to ${email}`)
  return String(mail.data['link']).split('/').at(-1) ?? ''
}
