// Databases and logins of a test's own on the PostgreSQL of this run.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { schemaSources } from '#platform/config.ts'
import { onServer } from '../harness/template.ts'

export const isPostgres = process.env['LOTSENWERK_TEST_DATABASE'] === 'postgres'

/** For `test.for`: what has a meaning on one of the two databases only is not skipped on the other, it does not exist there. */
export const onlyOnPostgres = isPostgres ? ['PostgreSQL'] : []
export const onlyEmbedded = isPostgres ? [] : ['the embedded database']

const server = (): { url: string; name: string } => {
  const { postgres } = inject('templates')
  if (!postgres) throw new Error('no PostgreSQL for this run')
  return postgres
}

export interface OwnDatabase {
  name: string
  /** As the superuser of the server. */
  url: string
  /** The same database as somebody else. */
  urlOf(login: string): string
  run(...statements: string[]): Promise<void>
  drop(): Promise<void>
}

const password = 'only-for-tests'
const objectInUse = '55006'

/** `empty`: as `create database` leaves it; `demo`: a copy of the demo story. */
export async function createDatabase(content: 'empty' | 'demo'): Promise<OwnDatabase> {
  const { url, name: template } = server()
  const name = `lotsenwerk_own_${randomUUID().slice(0, 8)}`
  await onServer(url, `create database ${name}${content === 'demo' ? ` template ${template}` : ''}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const urlOf = (login: string): string => {
    const other = new URL(own)
    other.username = login
    other.password = password
    return other.toString()
  }
  return {
    name,
    url: own.toString(),
    urlOf,
    run: (...statements) => onServer(own.toString(), ...statements),
    drop: () => dropWhenLeft(url, name),
  }
}

/** A pool that has ended may still be saying goodbye: the server waits five seconds for that by itself. Forced at once, the farewell would come
 *  back as an error nobody listens to any more. */
async function dropWhenLeft(url: string, name: string): Promise<void> {
  await onServer(url, `drop database if exists ${name}`).catch(async (problem: unknown) => {
    if (!(problem instanceof pg.DatabaseError) || problem.code !== objectInUse) throw problem
    await onServer(url, `drop database ${name} with (force)`)
  })
}

/** What the database administrator does once: db/roles.sql, and a password for the two logins. */
export async function setUpRoles(database: OwnDatabase): Promise<void> {
  await database.run(readFileSync(schemaSources.rolesFile, 'utf8'))
  for (const login of ['lotsenwerk', 'lotsenwerk_owner'])
    await database.run(`alter role ${login} password '${password}'`)
}

/** A login with some rights, for as long as `work` runs. */
export async function withLogin<T>(
  database: OwnDatabase,
  rights: string,
  work: (url: string, name: string) => Promise<T>,
): Promise<T> {
  const name = `test_${randomUUID().slice(0, 8)}`
  await database.run(`create role ${name} login noinherit password '${password}' ${rights}`)
  try {
    return await work(database.urlOf(name), name)
  } finally {
    await database.run(`drop owned by ${name}`, `drop role ${name}`)
  }
}

/** One query of one login, over a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}
