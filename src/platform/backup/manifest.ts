import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
export const identifier = /^[a-z_][a-z0-9_]*$/
const name = z.string().regex(identifier)

const tableSchema = z.object({
  schema: name,
  name,
  columns: z.array(z.object({ name, type: z.string() })),
  rows: count,
  bytes: count,
  sha256,
})

/** What the tables were and which migrations had made them, at the one moment of the backup. */
export const snapshotSchema = z.object({
  migrations: z.array(z.object({ name: z.string().regex(/^[\w.-]+\.sql$/), sha256 })),
  tables: z.array(tableSchema),
})

/** The last entry of a backup: everything that must have been in front of it. */
export const manifestSchema = snapshotSchema.extend({
  files: z.array(z.object({ path: z.string(), bytes: count, sha256 })),
  /** Tells, without giving it away, whether an installation has the same secret. */
  secretMark: z.string(),
  hasSecret: z.boolean(),
})

export type BackedUpTable = z.infer<typeof tableSchema>
export type Snapshot = z.infer<typeof snapshotSchema>
export type Manifest = z.infer<typeof manifestSchema>

export const qualified = ({ schema, name: table }: Pick<BackedUpTable, 'schema' | 'name'>): string =>
  `${schema}.${table}`

/** Names of the entries. Rows come in numbered portions, each small enough to be held in memory. */
export const entryNames = {
  rows: (table: string, number: number): string => `tables/${table}/${String(number).padStart(6, '0')}.ndjson`,
  snapshot: 'snapshot.json',
  file: (path: string): string => `files/${path}`,
  secret: 'secret',
  manifest: 'manifest.json',
}

/** Which table the rows of an entry belong to; undefined when it holds something else. */
export const tableOfEntry = (entry: string): string | undefined => /^tables\/([^/]+)\/\d{6}\.ndjson$/.exec(entry)?.[1]
