// What goes wrong while restoring: damaged bytes, a kill at any moment, other editions of the product, a server that runs.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '#app/house.ts'
import { backUp } from '#app/operations/backup.ts'
import { restore } from '#app/operations/restore.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { unknownState } from '#platform/backup/restore-tables.ts'
import { type Config, schemaSources } from '#platform/config.ts'
import { emptyInstallation, filledInstallation, type Installation, kindOfProject } from './installations.ts'

const here = kindOfProject()
const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-faults-'))
const file = join(folder, 'alles.backup')
let source: Installation
let people = 0

beforeAll(async () => {
  source = await filledInstallation(here)
  people = await source.people()
  await backUp(source.config, { file, passphraseFile: undefined })
})
afterAll(async () => {
  await source.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('damaged, cut and padded files are refused before anything is touched', async () => {
  const whole = readFileSync(file)
  const target = await emptyInstallation(here)
  const damaged = join(folder, 'damaged')
  const random = seeded(20_261_121)
  const cases = [
    ...Array.from({ length: 20 }, () => flipped(whole, Math.floor(random() * whole.length))),
    ...Array.from({ length: 10 }, () => whole.subarray(0, Math.floor(random() * whole.length))),
    Buffer.concat([whole, Buffer.from('mehr')]),
    Buffer.alloc(0),
  ]
  try {
    for (const bytes of cases) {
      writeFileSync(damaged, bytes)
      const done = await restore(target.config, { file: damaged, passphraseFile: undefined })
      expect(done).toHaveProperty('refused', expect.stringContaining('Wiederhergestellt wurde nichts.'))
    }
    expect(existsSync(join(target.config.dataFolder, 'postgres'))).toBe(false)
    expect(existsSync(join(target.config.dataFolder, 'restoring'))).toBe(false)
  } finally {
    await target.drop()
  }
})

test(
  'a kill at any moment leaves an empty installation that says what to do, or a whole one',
  { timeout: 300_000 },
  async () => {
    const random = seeded(7)
    const length = await timeOfRestore()
    const seen = { empty: 0, whole: 0, told: 0 }
    for (let round = 0; round < 5; round++) {
      const target = await emptyInstallation(here)
      try {
        const child = begin(target.config)
        await begun(child, target.config)
        await setTimeout(round === 0 ? 0 : random() * length)
        await kill(child)
        const inside = await target.people()
        expect([0, people]).toContain(inside)
        seen[inside === 0 ? 'empty' : 'whole'] += 1
        if (existsSync(join(target.config.dataFolder, 'restoring'))) {
          seen.told += 1
          expect(await openHouse(target.config)).toHaveProperty('refused', expect.stringContaining('unterbrochen'))
        }
        if (inside === 0 || existsSync(join(target.config.dataFolder, 'restoring')))
          expect(await restore(target.config, { file, passphraseFile: undefined })).not.toHaveProperty('refused')
        expect(await target.people()).toBe(people)
        expect(existsSync(join(target.config.dataFolder, 'restoring'))).toBe(false)
      } finally {
        await target.drop()
      }
    }
    expect(seen.told).toBeGreaterThan(0)
    console.log(`killed while restoring: ${JSON.stringify(seen)}`)
  },
)

test('an edition that knows less, or knows it otherwise, refuses', () => {
  const older = join(folder, 'migrations')
  cpSync(schemaSources.migrationsFolder, older, { recursive: true })
  const sha256 = 'f'.repeat(64)
  expect(unknownState({ migrations: [{ name: '9999-later.sql', sha256 }] }, older)).toContain('neueren')
  expect(unknownState({ migrations: [{ name: '0001-platform.sql', sha256 }] }, older)).toContain('war dort anders')
  expect(unknownState({ migrations: [] }, older)).toBeUndefined()
})

test('a backup of a newer edition is refused, one of an older is brought up to the state of today', async () => {
  const target = await emptyInstallation(here)
  try {
    const newer = join(folder, 'newer.backup')
    await source.query(`insert into migrations.migration (name, sha256) values ('9999-later.sql', repeat('f', 64))`)
    await backUp(source.config, { file: newer, passphraseFile: undefined })
    await source.query(`delete from migrations.migration where name = '9999-later.sql'`)
    expect(await restore(target.config, { file: newer, passphraseFile: undefined })).toHaveProperty(
      'refused',
      expect.stringContaining('Bitte zuerst das Lotsenwerk aktualisieren. Wiederhergestellt wurde nichts.'),
    )
    expect(await target.people()).toBe(0)

    const older = join(import.meta.dirname, '../fixtures/backups/0008-demo.backup')
    expect(await restore(target.config, { file: older, passphraseFile: undefined })).toMatchObject({
      data: { tables: 17 },
    })
    expect(await target.people()).toBeGreaterThan(10)
    expect(await target.schema()).toBe(readFileSync('db/schema.sql', 'utf8'))
  } finally {
    await target.drop()
  }
})

test('nothing is restored while somebody works with the installation', async () => {
  const target = await emptyInstallation(here)
  const house = await openHouse(target.config)
  if (isRefusal(house)) throw new Error(house.refused)
  try {
    await setTimeout(here === 'postgres' ? 500 : 0)
    expect(await restore(target.config, { file, passphraseFile: undefined })).toHaveProperty(
      'refused',
      expect.stringMatching(/schon benutzt|arbeitet gerade ein Lotsenwerk/),
    )
  } finally {
    await house.database.close()
    await target.drop()
  }
})

/** Reproducible numbers from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ 0x10
  return changed
}

const begin = (config: Config): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'restore-process.ts'), JSON.stringify(config), file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })

/** Until it has begun to change something: everything has been checked, the mark lies there. */
async function begun(child: ChildProcess, { dataFolder }: Config): Promise<void> {
  while (child.exitCode === null && !existsSync(join(dataFolder, 'restoring'))) await setTimeout(5)
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
  // PostgreSQL notices a moment later that nobody is there any more.
  await setTimeout(here === 'postgres' ? 1000 : 0)
}

async function timeOfRestore(): Promise<number> {
  const target = await emptyInstallation(here)
  const child = begin(target.config)
  await begun(child, target.config)
  const began = performance.now()
  await once(child, 'exit')
  await target.drop()
  return performance.now() - began
}
