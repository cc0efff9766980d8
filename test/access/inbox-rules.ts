// Rules of inbox, settings and unsubscribe links. That nobody opens another person's notification is tried in test/inbox.
import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import type { Expected, RouteRule } from './rules.ts'
import type { TableRule } from './table-rules.ts'
import type { Standing } from './world.ts'

const own = ['addressee']
/** Everybody adds their own, and reaches nobody else's. */
const settings: TableRule = { select: own, insert: ['signedIn'], update: own, delete: own, author: 'person_id' }

export const inboxTableRules: Record<string, TableRule> = {
  // Its column read_at alone is the addressee's to write (test/inbox); a row as a whole is nobody's to repeat.
  'notifications.notification': { select: own },
  'notifications.setting': settings,
  'notifications.choice': settings,
  'notifications.digest': {},
  'notifications.unsubscribe_link': {},
}

const signedIn: readonly Standing[] = [
  'ownStaff',
  'dataProtection',
  'assessor',
  'manager',
  'administrator',
  'other',
  'colleague',
  'staff',
]

const plain = (by: Expected['by'], more: Partial<RouteRule> = {}): RouteRule => {
  const expected: Expected = { by, otherwise: 403 }
  return { object: 'nothing', own: expected, foreign: expected, unknown: expected, malformed: expected, ...more }
}

/** An id that is nobody's notification. */
const nowhere = (more: Partial<RouteRule> = {}): RouteRule => ({
  ...plain({ 404: signedIn }, more),
  object: 'catalog',
})

/** By the secret in the address, whoever has it. */
const anybody = (status: number, more: Partial<RouteRule> = {}): RouteRule =>
  plain({ [status]: ['stranger', ...signedIn] }, { open: true, ...more })

const emptyForm: Partial<RouteRule> = { send: () => ({ form: {} }) }
const emptyJson: Partial<RouteRule> = { send: () => ({ json: {} }) }

export const inboxPageRules: Record<string, RouteRule> = {
  'GET /postfach': plain({ 200: signedIn }),
  'POST /postfach/gelesen': plain({ 404: signedIn }, emptyForm),
  'GET /postfach/einstellungen': plain({ 200: signedIn }),
  'POST /postfach/einstellungen': plain({ 422: signedIn }, emptyForm),
  'POST /postfach/einstellungen/links': plain({ 303: signedIn }, emptyForm),
  'GET /postfach/:id': nowhere(),
  'POST /postfach/:id': nowhere(emptyForm),
  'POST /postfach/:id/gelesen': nowhere(emptyForm),
  'GET /abbestellen/:secret': anybody(404),
  'POST /abbestellen/:secret': anybody(404, emptyForm),
}

export const inboxOperationRules: Record<string, RouteRule> = {
  'GET /notifications': plain({ 200: signedIn }),
  'POST /notifications/:id/reading': nowhere(emptyJson),
  'POST /notifications/readings': plain({ 422: signedIn }, emptyJson),
  'GET /notification-settings': plain({ 200: signedIn }),
  'PUT /notification-settings': plain({ 422: signedIn }, emptyJson),
}

/** What the demo does not hold: a digest, and the link of a mail. */
export const digestsArrive = (house: TestHouse): Promise<unknown> =>
  asOwner(house, async (db) => {
    const now = house.clock.now().toString()
    await sql`insert into notifications.digest (id, person_id, due_at, created_at)
      select ${newId()}::uuid, id, ${now}::timestamptz, ${now}::timestamptz from identity.person order by email limit 1`.execute(
      db,
    )
    await sql`insert into notifications.unsubscribe_link (secret_hash, person_id, kind, created_at)
      select ${'ab'.repeat(32)}, id, 'notifications.digest', ${now}::timestamptz from identity.person order by email limit 1`.execute(
      db,
    )
  })
