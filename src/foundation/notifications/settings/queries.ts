import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import type { Context } from '#platform/http/context.ts'
import { choosable, type NotificationKind } from '../kind.ts'
import { type Channel, type Rhythm, type Setting, unchosen } from './setting.ts'

export interface KindSetting extends Pick<NotificationKind, 'kind' | 'title' | 'area' | 'urgent'> {
  channel: Channel
}

export interface Settings extends Setting {
  kinds: KindSetting[]
}

/** One's own settings, with the defaults where nothing was chosen. */
export async function findSettings({ db, now }: Context, kinds: readonly NotificationKind[]): Promise<Settings> {
  const chosen = await db
    .selectFrom('notifications.setting')
    .select(['rhythm', 'weekday', 'hour', 'quiet_from as quietFrom', 'quiet_until as quietUntil'])
    .executeTakeFirst()
  const choices = await db.selectFrom('notifications.choice').select(['kind', 'channel']).execute()
  const channelOf = new Map(choices.map(({ kind, channel }) => [kind, channel as Channel]))
  const setting = chosen
    ? { ...chosen, rhythm: chosen.rhythm as Rhythm }
    : { ...unchosen, rhythm: await defaultRhythm(db, localDay(now).toString()) }
  return {
    ...setting,
    kinds: choosable(kinds).map(({ kind, title, area, urgent }) => ({
      kind,
      title,
      area,
      urgent,
      channel: urgent ? 'mail' : (channelOf.get(kind) ?? 'digest'),
    })),
  }
}

async function defaultRhythm(db: Context['db'], today: string): Promise<Rhythm> {
  const { rows } = await sql<{ rhythm: Rhythm }>`
    select notifications.own_default_rhythm(${today}::date) as rhythm`.execute(db)
  return rows[0]?.rhythm ?? 'daily'
}

/** What the link in a mail unsubscribes; undefined when it is none of ours, or not any more. */
export async function findUnsubscribeLink(
  db: Context['db'],
  secretHash: string,
): Promise<{ kind: string; done: boolean } | undefined> {
  const { rows } = await sql<{ kind: string; done: boolean }>`
    select * from notifications.find_unsubscribe_link(${secretHash})`.execute(db)
  return rows[0]
}
