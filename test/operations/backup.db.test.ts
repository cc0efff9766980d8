import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp } from '#app/operations/backup.ts'
import { restore } from '#app/operations/restore.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { Envelope } from '#platform/backup/envelope.ts'
import { checkBackup } from '#platform/backup/read-backup.ts'
import { systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { exportsOf } from './exports.ts'
import { type Installation, emptyInstallation, filledInstallation, kindOfProject, otherKind } from './installations.ts'

const here = kindOfProject()
const other = otherKind(here)
/** Many databases are opened one after the other. */
const slow = { timeout: 300_000 }
const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-backup-'))
const passphraseFile = join(folder, 'kennwort')
let source: Installation
/** Papers that the story itself brings. */
let ofTheStory = 0

const filesBelow = (dataFolder: string): number =>
  readdirSync(join(dataFolder, 'files'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.part'),
  ).length

beforeAll(async () => {
  writeFileSync(passphraseFile, 'drei Eimer voll Elbwasser\n')
  source = await filledInstallation(here)
  ofTheStory = filesBelow(source.config.dataFolder)
})
afterAll(async () => {
  await source.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function save(config: Config, name: string, sealed = false): Promise<string> {
  const file = join(folder, name)
  const done = await backUp(config, { file, passphraseFile: sealed ? passphraseFile : undefined })
  if (isRefusal(done)) throw new Error(done.refused)
  return file
}

async function manifestOf(file: string, passphrase?: string) {
  const envelope = await Envelope.open(file)
  if (passphrase) await envelope.unlock(passphrase)
  const manifest = await checkBackup(envelope)
  await envelope.close()
  return manifest
}

test('everything comes back on the other database, and from there again, byte for byte', slow, async ({ skip }) => {
  if (!other) return skip('PostgreSQL is missing: apt-get install postgresql')
  const at = systemClock.now()
  const before = await exportsOf(source.config, at)
  expect([...before.keys()].filter((path) => path.endsWith('poam.json')).length).toBeGreaterThan(0)
  const file = await save(source.config, 'first')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const first = await manifestOf(file)
  expect(first.tables.find(({ name }) => name === 'answer')?.rows).toBeGreaterThan(10)
  expect(first.tables.map(({ schema }) => schema)).not.toContain('migrations')

  const moved = await emptyInstallation(other)
  const back = await emptyInstallation(here)
  try {
    const done = await restore(moved.config, { file, passphraseFile: undefined })
    expect(done).toMatchObject({ data: { sameSecret: true } })
    const second = await save(moved.config, 'second')
    expect((await manifestOf(second)).tables).toEqual(first.tables)
    expect(await exportsOf(moved.config, at)).toEqual(before)
    expect(await restore(back.config, { file: second, passphraseFile: undefined })).not.toHaveProperty('refused')
    expect((await manifestOf(await save(back.config, 'third'))).tables).toEqual(first.tables)
    expect(await exportsOf(back.config, at)).toEqual(before)
    expect(await moved.schema()).toBe(await back.schema())
    expect(await moved.schema()).toBe(readFileSync('db/schema.sql', 'utf8'))
  } finally {
    await Promise.all([moved.drop(), back.drop()])
  }
})

test(
  'files and, with a passphrase, the secret are in it; without one the command says what follows',
  slow,
  async () => {
    const stored = join(source.config.dataFolder, 'files/ab/ab12.bin')
    mkdirSync(dirname(stored), { recursive: true })
    writeFileSync(stored, 'Nachweis')
    writeFileSync(`${stored}.part`, 'half')
    const config = { ...source.config, secret: undefined }
    writeFileSync(join(config.dataFolder, 'secret'), 's'.repeat(43))
    // The story's own papers, and this one; not the half one.
    const kept = filesBelow(config.dataFolder)
    const sealed = await save(config, 'sealed', true)
    const open = await save(config, 'open')
    expect(readFileSync(sealed, 'latin1')).not.toContain('Musterstadt')

    const target = await emptyInstallation(here, { secret: undefined })
    const second = await emptyInstallation(here, { secret: undefined })
    try {
      expect(await restore(target.config, { file: sealed, passphraseFile })).toMatchObject({
        data: { files: kept, sameSecret: true },
      })
      const at = (name: string): string => readFileSync(join(target.config.dataFolder, name), 'utf8')
      expect(at('files/ab/ab12.bin')).toBe('Nachweis')
      expect(at('secret')).toBe('s'.repeat(43))
      const done = await restore(second.config, { file: open, passphraseFile: undefined })
      expect(done).toMatchObject({ data: { files: kept, sameSecret: false } })
      expect(done).toHaveProperty('sentence', expect.stringContaining('zweiten Faktor'))
    } finally {
      await Promise.all([target.drop(), second.drop()])
      rmSync(stored)
      rmSync(`${stored}.part`)
      rmSync(join(config.dataFolder, 'secret'))
    }
  },
)

test('files that the database names must be where the backup looks', async () => {
  const hashes = ['a', 'b'].map((letter) => letter.repeat(64))
  for (const [at, hash] of hashes.entries())
    await source.query(`insert into files.file (id, organization_id, owner_type, owner_id, name, media_type, size, sha256, scan, uploaded_by, uploaded_at)
      select '01890a5d-ac96-774b-bcce-b302099a805${at}', o.id, 'answer', o.id, 'Nachweis.pdf', 'application/pdf', 8, '${hash}', 'clean', p.id, now()
        from organizations.organization o, identity.person p where p.email = 'isb@musterstadt.example' and o.name = 'Stadt Musterstadt'`)
  const file = join(folder, 'named')
  // Only what this test puts there.
  renameSync(join(source.config.dataFolder, 'files'), join(source.config.dataFolder, 'files-of-the-story'))
  const before = await save({ ...source.config }, 'other-folder').catch((error: Error) => error.message)
  expect(before).toContain('liegt keine der Dateien')

  const stored = join(source.config.dataFolder, 'files/aa', 'a'.repeat(62))
  mkdirSync(dirname(stored), { recursive: true })
  writeFileSync(stored, 'x')
  const wrong = await backUp(source.config, { file, passphraseFile: undefined })
  expect(wrong).toHaveProperty('refused') // what lies there has another hash than its name says
  const content = 'Nachweis'
  const sha256 = createHash('sha256').update(content).digest('hex')
  await source.query(`update files.file set sha256 = '${sha256}' where sha256 = '${hashes[0]}'`)
  writeFileSync(stored, content)
  // The papers of the story lie in another folder by now, and count as missing, too.
  expect(await backUp(source.config, { file, passphraseFile: undefined })).toMatchObject({
    data: { files: 1, missing: ofTheStory + 1 },
  })
  await source.query("delete from files.file where owner_type = 'answer'")
  rmSync(join(source.config.dataFolder, 'files'), { recursive: true })
  renameSync(join(source.config.dataFolder, 'files-of-the-story'), join(source.config.dataFolder, 'files'))
})

test('what must not be is refused with a sentence, and nothing is changed', async () => {
  const file = await save({ ...source.config, secret: 'x'.repeat(40) }, 'for-refusals', true)
  const target = await emptyInstallation(here)
  const wrong = join(folder, 'wrong')
  writeFileSync(wrong, 'fünf Eimer voll Elbwasser')
  const short = join(folder, 'short')
  writeFileSync(short, 'kurz')
  const refusals: [string, Parameters<typeof restore>[1]][] = [
    ['ist verschlüsselt', { file, passphraseFile: undefined }],
    ['Mit diesem Kennwort', { file, passphraseFile: wrong }],
    ['zu kurz', { file, passphraseFile: short }],
    ['gibt es nicht', { file, passphraseFile: join(folder, 'none') }],
    ['gibt es nicht', { file: join(folder, 'none'), passphraseFile }],
    ['keine Sicherung', { file: wrong, passphraseFile }],
  ]
  try {
    for (const [words, options] of refusals)
      expect(await restore(target.config, options)).toHaveProperty('refused', expect.stringContaining(words))
    expect(await restore(source.config, { file, passphraseFile })).toHaveProperty(
      'refused',
      expect.stringContaining('gibt es schon eine Installation'),
    )
    expect(await backUp(source.config, { file: wrong, passphraseFile: undefined })).toHaveProperty(
      'refused',
      expect.stringContaining('etwas anderes als eine Sicherung'),
    )
    expect(await target.people()).toBe(0)
  } finally {
    await target.drop()
  }
})
