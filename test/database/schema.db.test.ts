import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { describeSchema } from '../../tools/describe-schema.ts'
import { tableTypes } from '../../tools/table-types.ts'
import { test } from '../harness/house.ts'

const written = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
const remedy = 'after a new migration: node tools/db.ts'

test('the migrations give the schema that db/schema.sql shows, on this database too', async ({ house }) => {
  const { database } = house.services
  const lines = (await describeSchema(database.pool)).split('\n')
  expect(lines.length).toBeGreaterThan(300)
  expect({ remedy, lines }).toEqual({ remedy, lines: written('db/schema.sql').split('\n') })
})

test('the types of all tables are those of the migrations', async ({ house }) => {
  const types = await tableTypes(house.services.database.pool)
  expect({ remedy, types }).toEqual({ remedy, types: written('src/platform/db/tables.ts') })
})
