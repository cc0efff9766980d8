// What the operations of the inbox need to succeed: one of the notifications that the story leaves.
import { isb, type TestHouse } from '../harness/house.ts'

export async function inboxSamples(house: TestHouse) {
  const { body } = await (await house.as(isb)).get<{ items: { id: string }[] }>('/notifications?limit=1')
  const newest = body.items[0]?.id ?? ''
  const setting = { rhythm: 'daily', weekday: 1, hour: 7, quietFrom: '20:00', quietUntil: '06:30' }
  return {
    listNotifications: { query: 'unread=true' },
    readNotification: { of: newest },
    readNotifications: { body: { upTo: newest } },
    getNotificationSettings: {},
    changeNotificationSettings: {
      body: { ...setting, kinds: [{ kind: 'assessments.mentioned', channel: 'mail' }] },
    },
  }
}
