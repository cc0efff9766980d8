import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Database, FolderDamaged, databaseFolder, embeddedPool, isFreshFolder, openEmbedded } from './database.ts'
import { migrate, migrationFiles } from './migrate.ts'
import { EmbeddedPostgres } from './pglite.ts'

export interface SchemaSources {
  rolesFile: string
  migrationsFolder: string
  /** Where a ready-made empty database is kept; making one takes 2 to 10 s, copying it half a second. */
  templateFolder: string
}

/** Opens the embedded database of a data folder with the schema of today. A new folder starts from the template. */
export const openEmbeddedReady = (dataFolder: string, sources: SchemaSources): Promise<Database> =>
  openEmbedded(dataFolder, {
    before: () => copyTemplate(dataFolder, sources),
    prepare: (server) => bringUpToDate(server, sources),
  })

async function copyTemplate(dataFolder: string, sources: SchemaSources): Promise<void> {
  if (!isFreshFolder(dataFolder)) return
  const target = databaseFolder(dataFolder)
  const half = `${target}.new`
  rmSync(half, { recursive: true, force: true })
  const template = await ensureTemplate(sources)
  // A folder that a kill left half copied must not look like a database: it gets its name last.
  cpSync(template, half, { recursive: true })
  try {
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw new FolderDamaged(target, error) // something else lies there; it is not ours to remove
  }
}

async function ensureTemplate(sources: SchemaSources): Promise<string> {
  const folder = join(sources.templateFolder, schemaHash(sources))
  if (existsSync(join(folder, 'PG_VERSION'))) return folder
  const half = `${folder}.${process.pid}`
  mkdirSync(dirname(folder), { recursive: true })
  rmSync(half, { recursive: true, force: true })
  const server = await EmbeddedPostgres.open(half)
  await bringUpToDate(server, sources)
  await server.close()
  try {
    renameSync(half, folder)
  } catch {
    rmSync(half, { recursive: true, force: true }) // another process was first
  }
  return folder
}

/** As superuser the roles, as owner the migrations; afterwards the session is neither. */
async function bringUpToDate(server: EmbeddedPostgres, sources: SchemaSources): Promise<void> {
  const pool = embeddedPool(server)
  try {
    await server.become('postgres')
    await pool.query(readFileSync(sources.rolesFile, 'utf8'))
    await server.become('lotsenwerk_owner')
    await migrate(pool, sources.migrationsFolder)
  } finally {
    await pool.end()
  }
}

/** Changes with everything the template is made of: roles, migrations and PGlite itself. */
export function schemaHash({ rolesFile, migrationsFolder }: SchemaSources): string {
  const files = [rolesFile, ...migrationFiles(migrationsFolder).map((name) => join(migrationsFolder, name))]
  const hash = createHash('sha256').update(pgliteVersion())
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

const pgliteVersion = (): string => {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  return readFileSync(join(dirname(entry), '../package.json'), 'utf8')
}
