import { isRefusal } from '#kernel/outcome.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import type { NotificationKind } from '../kind.ts'
import { changeSettings } from './change-settings.ts'
import { findSettings } from './queries.ts'
import { settingsIn, settingsOut } from './schemas.ts'

const shared = { tag: 'Notifications', who: 'Everybody signed in, their own' }

const setting = { rhythm: 'daily', weekday: 1, hour: 7, quietFrom: '20:00', quietUntil: '06:30' } as const

const example = {
  ...setting,
  kinds: [
    {
      kind: 'assessments.mentioned',
      title: 'Jemand nennt Sie in einem Kommentar',
      area: 'Sicherheitsprüfung',
      urgent: false,
      channel: 'mail' as const,
    },
  ],
}

const reply = { status: 200 as const, description: 'The settings as they are now', schema: settingsOut, example }

/** What comes by mail, when, and when nothing does. */
export const notificationSettingsOperations = (kinds: readonly NotificationKind[]): Operation[] => [
  operation({
    ...shared,
    method: 'get',
    path: '/notification-settings',
    id: 'getNotificationSettings',
    summary: 'What comes by mail at once, what in the digest, and when',
    reply,
    work: async (ctx) => json(await findSettings(ctx, kinds)),
  }),
  operation({
    ...shared,
    method: 'put',
    path: '/notification-settings',
    id: 'changeNotificationSettings',
    summary: 'Say what comes by mail, and when',
    body: settingsIn,
    bodyExample: { ...setting, kinds: [{ kind: 'assessments.mentioned', channel: 'mail' }] },
    reply,
    work: async (ctx, { body }) => {
      const outcome = await changeSettings(ctx, kinds, body)
      return isRefusal(outcome) ? unprocessable(outcome) : json(await findSettings(ctx, kinds))
    },
  }),
]
