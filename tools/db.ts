// Writes db/schema.sql and src/platform/db/tables.ts after a new migration: `node tools/db.ts`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedReady } from '../src/platform/db/embedded.ts'
import { schemaSources } from '../src/platform/config.ts'
import { describeSchema } from './describe-schema.ts'
import { tableTypes } from './table-types.ts'

const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-schema-'))
const database = await openEmbeddedReady(folder, schemaSources)
writeFileSync('db/schema.sql', await describeSchema(database.pool))
writeFileSync('src/platform/db/tables.ts', await tableTypes(database.pool))
await database.close()
rmSync(folder, { recursive: true, force: true })
