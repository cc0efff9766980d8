// Import of a catalog (BSI's kernel of 901 controls where the shared data are, else an invented one of the same size), from the file to the
// last row, held against JSON.parse plus bare inserts of the same rows into a table without keys, checks or policies (at most 4 times).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { runnerImport } from 'vite'
import { isRefusal } from '../src/kernel/outcome.ts'
import type { Database } from '../src/platform/db/database.ts'
import { sharedData } from '../test/fixtures/shared-data.ts'
import type * as doors from './catalog-import-doors.ts'
import { type Figure, figure, quantile } from './figure.ts'

type Doors = typeof doors

const rounds = 5

export async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-bench-'))
  const { module } = await runnerImport<Doors>('./bench/catalog-import-doors.ts')
  const database = await module.openEmbeddedReady(join(folder, 'data'), module.schemaSources)
  try {
    const source = readFileSync(
      sharedData('oscal/BSI-Stand-der-Technik-Kernel-catalog.json') ?? invented(folder, 901),
      'utf8',
    )
    const [ours, bare]: [number[], number[]] = [[], []]
    for (let round = 0; round <= rounds; round++) {
      const file = join(folder, `${round}.json`)
      writeFileSync(file, source + ' '.repeat(round)) // another hash each time, so that each import is a new catalog
      const times = [
        await timed(() => importOnce(module, database, file)),
        await timed(() => bareInserts(database.pool, file)),
      ] as const
      if (round > 0) {
        ours.push(times[0])
        bare.push(times[1])
      }
    }
    return [
      figure(
        'catalog import',
        '901 controls, embedded: import / JSON.parse and bare inserts (goal 4)',
        quantile(ours, 0.5),
        'ms',
        quantile(bare, 0.5),
      ),
    ]
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function importOnce(door: Doors, database: Database, file: string): Promise<void> {
  const prepared = await door.prepareCatalog(file)
  if (isRefusal(prepared)) throw new Error(prepared.refused)
  const now = door.systemClock.now()
  const { isNew } = await door.unitOfWork(database, { as: door.operator, now, mode: 'read write' }, (db) =>
    door.importCatalog({ actor: null, db, now }, prepared),
  )
  if (!isNew) throw new Error('the catalog was there already, nothing was measured')
}

interface OscalControl {
  id: string
  title: string
  parts?: { prose?: string }[]
  controls?: OscalControl[]
}

interface OscalGroup {
  groups?: OscalGroup[]
  controls?: OscalControl[]
}

async function bareInserts(pool: pg.Pool, file: string): Promise<void> {
  const { catalog } = JSON.parse(readFileSync(file, 'utf8')) as { catalog: OscalGroup }
  const client = await pool.connect()
  await client.query('begin')
  await client.query('create temporary table bare (id text, title text, statement text, help jsonb) on commit drop')
  for (const { id, title, parts = [] } of controlsOf(catalog))
    await client.query('insert into bare values ($1, $2, $3, $4)', [
      id,
      title,
      parts[0]?.prose,
      JSON.stringify(parts.slice(1)),
    ])
  await client.query('commit')
  client.release()
}

const controlsOf = ({ groups = [], controls = [] }: OscalGroup): OscalControl[] => [
  ...controls.flatMap((control) => [control, ...controlsOf(control)]),
  ...groups.flatMap(controlsOf),
]

/** A catalog of our own with so many controls, each as long as BSI's are on average. */
function invented(folder: string, count: number): string {
  const prose = 'Die Einrichtung legt fest, wer zuständig ist, und hält es schriftlich fest. '.repeat(12)
  const control = (at: number) => ({
    id: `X.${at}`,
    title: `Anforderung ${at}`,
    props: [{ name: 'effort_level', value: String(at % 6) }],
    parts: [
      { id: `X.${at}_s`, name: 'statement', prose },
      { id: `X.${at}_g`, name: 'guidance', prose: prose.repeat(2) },
    ],
  })
  const catalog = {
    uuid: '5a0b4c1e-6d2f-4c8a-9b7e-1f2a3b4c5d6e',
    metadata: { title: 'Messkatalog', version: '1', 'oscal-version': '1.1.3', 'last-modified': '2026-11-21T00:00:00Z' },
    groups: [{ id: 'X', title: 'Alles', controls: Array.from({ length: count }, (_, at) => control(at)) }],
  }
  const file = join(folder, 'invented.json')
  writeFileSync(file, JSON.stringify({ catalog }))
  return file
}
