// The migrated database in the hands of its owner, on the database of this project: what `migrate` works on.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { inject } from 'vitest'
import { databaseFolder, embeddedPool, serverPool } from '#platform/db/database.ts'
import { EmbeddedPostgres } from '#platform/db/pglite.ts'
import { createDatabase, isPostgres, setUpRoles } from './own-database.ts'

export interface Owner {
  pool: pg.Pool
  close(): Promise<void>
}

export const openAsOwner = (): Promise<Owner> => (isPostgres ? onPostgres() : embedded())

async function onPostgres(): Promise<Owner> {
  const database = await createDatabase('demo')
  await setUpRoles(database) // rights on the database itself do not come with a template
  const pool = serverPool(database.url, 2)
  const close = async (): Promise<void> => {
    await pool.end()
    await database.drop()
  }
  return { pool, close }
}

async function embedded(): Promise<Owner> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-owner-'))
  cpSync(databaseFolder(inject('templates').embedded), folder, { recursive: true })
  const server = await EmbeddedPostgres.open(folder)
  await server.become('lotsenwerk_owner')
  const pool = embeddedPool(server)
  const close = async (): Promise<void> => {
    await pool.end()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { pool, close }
}
