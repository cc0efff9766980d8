// Rules of the search. Which documents who finds is tried in test/search with everybody of the demo.
import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import type { Expected, RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'
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

const plain = (by: Expected['by'], more: Partial<RouteRule> = {}): RouteRule => {
  const expected: Expected = { by, otherwise: 403 }
  return { object: 'nothing', own: expected, foreign: expected, unknown: expected, malformed: expected, ...more }
}
const emptyForm: Partial<RouteRule> = { send: () => ({ form: {} }) }
const emptyJson: Partial<RouteRule> = { send: () => ({ json: {} }) }

export const searchPageRules: Record<string, RouteRule> = {
  'GET /suche': plain({ 200: signedIn }),
  'POST /suche/merken': plain({ 404: signedIn }, emptyForm),
  'POST /suche/gemerkt/entfernen': plain({ 404: signedIn }, emptyForm),
  'POST /suche/verlauf/entfernen': plain({ 303: signedIn }, emptyForm),
}

export const searchOperationRules: Record<string, RouteRule> = {
  'GET /search': plain({ 200: signedIn }),
  'GET /search-pins': plain({ 200: signedIn }),
  'POST /search-pins': plain({ 422: signedIn }, emptyJson),
  'DELETE /search-pins/:id': plain({ 404: signedIn }, { object: 'catalog', ...emptyJson }),
  'GET /recent-searches': plain({ 200: signedIn }),
  'DELETE /recent-searches': plain({ 200: signedIn }, emptyJson),
}

export const searchTableRules: Record<string, TableRule> = {
  'search.state': {},
  'search.kind': {},
  'search.stale': {},
  'search.document': { select: ['finder'] },
  'search.recent': { select: ['addressee'], delete: ['addressee'] },
  'search.pin': { select: ['addressee'], insert: ['signedIn'], delete: ['addressee'], author: 'person_id' },
}

const readers = new Set(['chiefExecutive', 'securityOfficer', 'itStaff', 'dataProtectionOfficer'])
const measureReaders = new Set([...readers, 'navigator', 'officeHead', 'organizationAdmin'])
/** Whose check or measure it is, by its id; filled when the world of the test is made. */
const townOf = new Map<string, string>()

export const searchMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  // Whoever reads the row that it was made from.
  finder: ({ standing: { subject, own, roles, assigned, knows }, row }) => {
    if (subject.personId === null) return false
    const id = String(row['row_id'])
    if (row['audience'] === 'signedIn') return true
    if (row['audience'] === 'person') return [subject.personId, ...knows].includes(id)
    const town = townOf.get(id)
    const reading = row['audience'] === 'measure' ? measureReaders : readers
    return town !== undefined && (assigned.includes(town) || (own === town && roles.some((role) => reading.has(role))))
  },
}

/** What the demo does not hold: something searched for, pinned, and not indexed yet. */
export const searchIsUsed = (house: TestHouse): Promise<void> =>
  asOwner(house, async (db) => {
    const now = house.clock.now().toString()
    const { rows } = await sql<{ id: string; town: string }>`
      select id, organization_id as town from security.assessment
      union all select id, organization_id from measures.measure`.execute(db)
    for (const { id, town } of rows) townOf.set(id, town)
    await sql`insert into search.recent (person_id, query_key, query, searched_at)
      select id, 'probe', 'Probe', ${now}::timestamptz from identity.person where is_demo`.execute(db)
    await sql`insert into search.pin (person_id, type, document_id, pinned_at)
      select id, 'handbook', 'organisationen', ${now}::timestamptz from identity.person where is_demo`.execute(db)
    await sql`insert into search.stale (id, type, subject, at) values (${newId()}::uuid, 'handbook', 'probe', ${now}::timestamptz)`.execute(
      db,
    )
  })

/** What the functions of the search may touch, besides what others may. */
export const searchAccessRights = {
  'catalogs.catalog': 'SELECT',
  'catalogs.control': 'SELECT',
  'catalogs.control_group': 'SELECT',
  'organizations.former_name': 'SELECT',
  'search.document': 'SELECT INSERT UPDATE DELETE',
  'search.kind': 'SELECT INSERT DELETE',
  'search.pin': 'SELECT DELETE',
  'search.recent': 'SELECT INSERT UPDATE DELETE',
  'search.stale': 'SELECT INSERT UPDATE DELETE',
  'search.state': 'SELECT UPDATE',
}
