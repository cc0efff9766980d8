// Rules of the calendar and its feeds. What whose calendar holds, and what an address opens, is tried in test/calendar.
import { isb, type TestHouse } from '../harness/house.ts'
import type { Expected, RouteRule } from './rules.ts'
import type { Standing } from './world.ts'

const signedIn: readonly Standing[] = [
  'ownStaff',
  'dataProtection',
  'colleague',
  'manager',
  'administrator',
  'staff',
  'assessor',
  'other',
]
const everybody: readonly Standing[] = ['stranger', ...signedIn]

const plain = (by: Expected['by'], more: Partial<RouteRule> = {}): RouteRule => {
  const expected: Expected = { by, otherwise: 403 }
  return { object: 'nothing', own: expected, foreign: expected, unknown: expected, malformed: expected, ...more }
}
const nowhere = (more: Partial<RouteRule>): RouteRule => ({ ...plain({ 404: signedIn }, more), object: 'catalog' })
const emptyForm: Partial<RouteRule> = { send: () => ({ form: {} }) }
const emptyJson: Partial<RouteRule> = { send: () => ({ json: {} }) }

export const calendarPageRules: Record<string, RouteRule> = {
  'GET /kalender': plain({ 200: signedIn }),
  'GET /kalender/abonnieren': plain({ 200: signedIn }),
  'POST /kalender/abonnieren': plain({ 422: signedIn }, emptyForm),
  'POST /kalender/abonnieren/:id/beenden': nowhere(emptyForm),
  'GET /calendar.ics': plain({ 200: everybody }, { open: true }),
  'GET /kalender/:capability': plain({ 404: everybody }, { open: true }),
}

export const calendarOperationRules: Record<string, RouteRule> = {
  'GET /calendar-entries': plain({ 200: signedIn }),
  'GET /calendar-subscriptions': plain({ 200: signedIn }),
  'POST /calendar-subscriptions': plain({ 422: signedIn }, emptyJson),
  'DELETE /calendar-subscriptions/:id': nowhere(emptyJson),
}

/** What the demo does not hold: an address for a calendar program. */
export async function feedsArrive(house: TestHouse): Promise<void> {
  const { status } = await (await house.as(isb)).post('/calendar-subscriptions', { scope: 'person' })
  if (status !== 201) throw new Error(`no address: ${status}`)
}
