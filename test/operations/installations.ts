// Installations on both databases that no server has open: what backup and restore work on.
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { inject } from 'vitest'
import { openToRead } from '#app/operations/owner-door.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Config } from '#platform/config.ts'
import { describeSchema } from '../../tools/describe-schema.ts'
import { onServer, openCopy, testConfig } from '../harness/template.ts'

export type Kind = 'embedded' | 'postgres'

export const kindOfProject = (): Kind =>
  process.env['LOTSENWERK_TEST_DATABASE'] === 'postgres' ? 'postgres' : 'embedded'

/** The other database, where this machine has it. */
export function otherKind(kind: Kind): Kind | undefined {
  if (kind === 'postgres') return 'embedded'
  return inject('templates').postgres ? 'postgres' : undefined
}

export interface Installation {
  config: Config
  /** As the owner, while nobody has it open. */
  query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>
  people(): Promise<number>
  schema(): Promise<string>
  drop(): Promise<void>
}

/** The demo story, on a database of its own. */
export async function filledInstallation(kind: Kind): Promise<Installation> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lotsenwerk-filled-'))
  const templates = inject('templates')
  // Of the database there is a copy; the papers of the story lie beside it.
  if (kind === 'postgres') cpSync(join(templates.embedded, 'files'), join(dataFolder, 'files'), { recursive: true })
  const copy = await openCopy(templates, kind, kind === 'postgres' ? { dataFolder } : {})
  await copy.house.database.close()
  return installation(copy.config, async () => {
    await copy.drop()
    rmSync(dataFolder, { recursive: true, force: true })
  })
}

/** A data folder and, on PostgreSQL, a database in which there is nothing at all. */
export async function emptyInstallation(kind: Kind, rest: Partial<Config> = {}): Promise<Installation> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lotsenwerk-empty-'))
  const remove = (): void => rmSync(dataFolder, { recursive: true, force: true })
  const server = inject('templates').postgres
  if (kind === 'embedded' || !server)
    return installation(testConfig({ dataFolder, demo: undefined, ...rest }), async () => remove())
  const name = `lotsenwerk_empty_${randomUUID().slice(0, 8)}`
  await onServer(server.url, `create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return installation(testConfig({ dataFolder, databaseUrl: url.toString(), demo: undefined, ...rest }), async () => {
    await onServer(server.url, `drop database ${name} with (force)`)
    remove()
  })
}

function installation(config: Config, drop: () => Promise<void>): Installation {
  const query = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
    const owner = await openToRead(config)
    if (isRefusal(owner)) throw new Error(owner.refused)
    try {
      return await owner.asOwner(async (client) => (await client.query<Row>(text)).rows)
    } finally {
      await owner.close()
    }
  }
  return {
    config,
    query,
    people: async () => {
      const owner = await openToRead(config)
      if (isRefusal(owner)) return 0
      await owner.close()
      return Number((await query<{ n: string }>('select count(*)::text as n from identity.person'))[0]?.n)
    },
    schema: async () => {
      const owner = await openToRead(config)
      if (isRefusal(owner)) throw new Error(owner.refused)
      try {
        return await owner.asOwner((client) => describeSchema(client))
      } finally {
        await owner.close()
      }
    },
    drop,
  }
}
