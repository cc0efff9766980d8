// Rules of the audit trail, of files and of the data of persons. Which entries and files who sees is tried in test/audit and test/files:
// here objects that are not there, and what comes before them.
import { newId } from '#platform/crypto/random.ts'
import { sql } from 'kysely'
import { demoPassword, type TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import type { Expected, RouteRule } from './rules.ts'
import type { Standing } from './world.ts'
import { seal } from '../audit/chain.ts'

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

const nowhere = (by: Expected['by'], more: Partial<RouteRule> = {}): RouteRule => ({
  ...plain(by, more),
  object: 'catalog',
})
const administrator: readonly Standing[] = ['administrator']

export const floorPageRules: Record<string, RouteRule> = {
  'GET /protokoll': plain({ 200: signedIn }),
  'GET /dateien/:id': nowhere({ 404: signedIn }),
  'GET /mein-zugang/daten': plain({ 200: signedIn }),
  'GET /mein-zugang/daten.json': plain({ 200: signedIn }),
  'GET /datenschutz': plain({ 200: administrator }),
  'GET /datenschutz/fristen': plain({ 200: administrator }),
  'GET /datenschutz/personen/:id': nowhere({ 404: administrator }),
  'GET /datenschutz/personen/:id/auskunft.json': nowhere({ 404: administrator }),
  'POST /datenschutz/personen/:id/loeschung': nowhere({ 404: administrator }, { send: () => ({ form: {} }) }),
}

export const floorOperationRules: Record<string, RouteRule> = {
  'GET /audit-events': plain({ 200: signedIn }),
  'GET /files/:id': nowhere({ 404: signedIn }),
  'GET /me/data': plain({ 200: signedIn }),
  'GET /people/:id/data': nowhere({ 404: administrator }),
  'POST /people/:id/erasure': nowhere({ 404: administrator }, { send: () => ({ json: { password: demoPassword } }) }),
  'GET /retention-rules': plain({ 200: administrator }),
}

/** What the demo does not hold: a link of the chain, and a file in each town that has a check. */
export async function filesArrive(house: TestHouse): Promise<void> {
  await seal(house)
  await asOwner(house, async (db) => {
    const { rows } = await sql<{ place: string; person: string }>`
      select distinct on (organization_id) organization_id as place, started_by as person from security.assessment`.execute(
      db,
    )
    for (const { place, person } of rows)
      await sql`insert into files.file (id, organization_id, owner_type, owner_id, name, media_type, size, sha256, scan, uploaded_by, uploaded_at)
        values (${newId()}::uuid, ${place}::uuid, 'probe', ${place}::uuid, 'Notfallkarte.pdf', 'application/pdf', 1000, ${'ab'.repeat(32)}, 'clean', ${person}::uuid, ${house.clock.now().toString()})`.execute(
        db,
      )
  })
}
