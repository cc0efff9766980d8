import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { DamagedBackup } from './damaged.ts'
import { Envelope, writeEnvelope } from './envelope.ts'
import { WrongPassphrase } from './seal.ts'
import { type Entry, entryOf, whole } from './tar.ts'

const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-envelope-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const passphrase = 'drei Eimer voll Elbwasser'
const head = { product: '1.2.3', created: '2026-11-21T10:00:00Z' }

async function* given(contents: Record<string, Buffer>): AsyncGenerator<Entry> {
  for (const [name, content] of Object.entries(contents)) yield entryOf(name, content)
}

async function write(name: string, contents: Record<string, Buffer>, secret?: string): Promise<string> {
  const file = join(folder, name)
  const handle = await open(file, 'w')
  await writeEnvelope(handle, head, given(contents), secret)
  await handle.close()
  return file
}

async function read(file: string, secret?: string): Promise<Record<string, Buffer>> {
  const envelope = await Envelope.open(file)
  try {
    if (secret !== undefined) await envelope.unlock(secret)
    const found: Record<string, Buffer> = {}
    for await (const entry of envelope.entries()) found[entry.name] = await whole(entry)
    return found
  } finally {
    await envelope.close()
  }
}

test('what goes in comes out, at every size, open and sealed', async () => {
  const bytes = fc.uint8Array({ maxLength: 3000 }).map((array) => Buffer.from(array))
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/), bytes), async (contents) => {
      const file = await write(`plain-${number++}`, contents)
      expect(await read(file)).toEqual({ ...contents })
    }),
    { numRuns: 40 },
  )
  for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 700_001]) {
    const content = Buffer.from(Buffer.alloc(size, 'kaum zu packen').map((byte, at) => byte ^ ((at * 7919) % 251)))
    expect(await read(await write(`sealed-${size}`, { 'a/b.bin': content }, passphrase), passphrase)).toEqual({
      'a/b.bin': content,
    })
  }
})

test('standard tools open it, so that nobody needs us for it', async () => {
  const file = await write('tools', { 'tables/a.b/000001.ndjson': Buffer.from('["1",null]\n') })
  const text = execFileSync('bash', ['-c', `tail -n +3 "$1" | head -c -32 | gunzip | tar xO`, 'bash', file], {
    encoding: 'utf8',
  })
  expect(text).toBe('["1",null]\n')
  expect(readFileSync(file, 'latin1').split('\n')[0]).toBe('LOTSENWERK-SICHERUNG 1')
})

test('a wrong passphrase is told apart, and sealed bytes show nothing', async () => {
  const file = await write('sealed', { secret: Buffer.from('Musterstadt'.repeat(100)) }, passphrase)
  await expect(read(file, `${passphrase}!`)).rejects.toBeInstanceOf(WrongPassphrase)
  expect(readFileSync(file, 'latin1')).not.toContain('Musterstadt')
})

test('every changed byte and every cut is found, open and sealed', async () => {
  const contents = {
    'a.json': Buffer.from(JSON.stringify(Array.from({ length: 400 }, (_, at) => ({ at })))),
    b: Buffer.alloc(900, 'x'),
  }
  for (const secret of [undefined, passphrase]) {
    const bytes = readFileSync(await write('whole', contents, secret))
    const file = join(folder, 'damaged')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ change
        writeFileSync(file, damaged)
        await expect(read(file, secret)).rejects.toBeInstanceOf(DamagedBackup)
        writeFileSync(file, bytes.subarray(0, at))
        await expect(read(file, secret)).rejects.toBeInstanceOf(DamagedBackup)
      }),
      { seed: 20_261_121, numRuns: 150 },
    )
  }
})

test('a file of a newer format or of somebody else is named as such', async () => {
  const file = await write('newer', {})
  writeFileSync(file, readFileSync(file).toString('latin1').replace('SICHERUNG 1', 'SICHERUNG 2'), 'latin1')
  await expect(Envelope.open(file)).rejects.toThrow('hat das Format 2')
  writeFileSync(file, 'Sehr geehrte Damen und Herren')
  await expect(Envelope.open(file)).rejects.toThrow('keine Sicherung des Lotsenwerks')
  writeFileSync(file, '')
  await expect(Envelope.open(file)).rejects.toThrow('keine Sicherung des Lotsenwerks')
})
