// A profile over two catalogs and a mapping collection, so that their tables have rows.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { importCatalog, levelCatalog, smallCatalog } from '../http/checks.ts'
import { manager, type TestHouse } from '../harness/house.ts'
import { spareMappings } from './world.ts'

const profile = join(import.meta.dirname, '../fixtures/oscal/profile-1.1.3.json')

export async function profileIsImported(house: TestHouse): Promise<void> {
  const resources = {
    'b1000000-0000-4000-8000-000000000001': await importCatalog(house, smallCatalog('Amtsstube')),
    'b1000000-0000-4000-8000-000000000002': await importCatalog(house, levelCatalog()),
  }
  const client = await house.as(manager)
  const document = JSON.parse(readFileSync(profile, 'utf8')) as object
  expect((await client.post('/catalogs', { ...document, resources })).status).toBe(201)
  expect((await client.call('POST', '/mapping-collections', spareMappings)).status).toBe(201)
}
