// Sample calls of the audit trail, of files and of the data of persons.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { prepareFile, storeFile } from '#foundation/files/index.ts'
import { addPerson } from '#foundation/identity/index.ts'
import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import { storageOf } from '#platform/storage/storage.ts'
import { demoPassword, isb, type TestHouse } from '../harness/house.ts'
import type { SampleCall } from './sample-calls.ts'

const admin = 'admin@verbund.example'

export async function floorSamples(
  house: TestHouse,
): Promise<Record<string, Partial<SampleCall> & { of?: string; query?: string }>> {
  const me = (await (await house.as(isb)).get<{ person: { id: string } }>('/me')).body.person.id
  return {
    listAuditEvents: { query: 'limit=10' },
    getFile: { of: await storedFile(house) },
    getOwnData: {},
    getPersonalData: { of: me, email: admin },
    erasePerson: { of: await somebodyWhoLeft(house), email: admin, body: { password: demoPassword } },
    listRetentionRules: { email: admin },
  }
}

async function storedFile(house: TestHouse): Promise<string> {
  const { body } = await (
    await house.as(isb)
  ).get<{ person: { id: string; name: string; email: string }; actingFor: { id: string; name: string } }>('/me')
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-sample-'))
  const path = join(folder, 'upload')
  writeFileSync(path, 'Notfallkarte')
  const storage = storageOf(house.config, house.clock)
  const prepared = given(await prepareFile({ name: 'Notfallkarte.txt', type: '', path, size: 12 }, storage))
  rmSync(folder, { recursive: true })
  const now = house.clock.now()
  const place = { ...body.actingFor, kind: '' }
  const actor = { personId: body.person.id, ...body.person, actingFor: place, roles: [], organizations: [place] }
  const as = { personId: body.person.id, actingFor: place.id }
  return unitOfWork(house.services.database, { as, now, mode: 'read write' }, async (db) =>
    given(
      await storeFile({ actor, db, now }, { organizationId: place.id, type: 'probe', id: body.person.id }, prepared),
    ),
  )
}

/** Without role, so that nothing speaks against the erasure. */
const somebodyWhoLeft = (house: TestHouse): Promise<string> => {
  const now = house.clock.now()
  return unitOfWork(house.services.database, { as: operator, now, mode: 'read write' }, async (db) => {
    const known = await sql<{
      id: string
    }>`select id from identity.person where email = 'gegangen@musterstadt.example'`.execute(db)
    const ctx = { actor: null, db, now }
    return (
      known.rows[0]?.id ??
      given(await addPerson(ctx, { email: 'gegangen@musterstadt.example', name: 'Grete Ganz', passwordHash: null }))
    )
  })
}

function given<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome
}
