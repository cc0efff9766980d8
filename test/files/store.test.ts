// The store of contents: what was kept is there, whatever happens meanwhile.
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SettableClock, systemClock } from '#platform/clock.ts'
import { folderStore } from '#platform/storage/folder-store.ts'

const root = mkdtempSync(join(tmpdir(), 'lotsenwerk-store-'))
const folder = join(root, 'files')
const clock = new SettableClock()
const store = folderStore(folder, clock)
afterAll(() => rmSync(root, { recursive: true }))

const upload = (content: string): string => {
  const path = join(root, 'upload')
  writeFileSync(path, content)
  return path
}

const text = async (sha256: string): Promise<string> => new Response(store.read(sha256)).text()
const listed = async (before = clock.now()): Promise<string[]> => {
  const found: string[] = []
  for await (const some of store.olderThan(before)) found.push(...some)
  return found
}
const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2))

test('a content is there under its hash, once, and comes back byte by byte', async () => {
  const [one, same] = [
    await store.keep(upload('Inhalt '.repeat(50_000))),
    await store.keep(upload('Inhalt '.repeat(50_000))),
  ]
  expect(one).toEqual(same)
  expect(await store.find(one.sha256)).toEqual(one)
  expect(await text(one.sha256)).toBe('Inhalt '.repeat(50_000))
  expect(await store.find('0'.repeat(64))).toBeUndefined()
})

test('nothing but a hash becomes a path', async () => {
  for (const trick of [
    '../secret',
    '/etc/passwd',
    'ab/../../x',
    `${'a'.repeat(63)}/`,
    'A'.repeat(64),
    '',
    '..'.repeat(32),
  ]) {
    await expect(store.find(trick)).rejects.toThrow(TypeError)
    expect(() => store.read(trick)).toThrow(TypeError)
    await expect(store.removeUnlessKept(trick, clock.now())).rejects.toThrow(TypeError)
  }
})

test('what is young is not removed, what is old is', async () => {
  const { sha256 } = await store.keep(upload('alt'))
  const hourAgo = clock.now().subtract({ hours: 1 })
  expect(await listed(hourAgo)).toEqual([])
  await store.removeUnlessKept(sha256, hourAgo)
  expect(await text(sha256)).toBe('alt')
  clock.set(clock.now().add({ hours: 30 }))
  const dayAgo = clock.now().subtract({ hours: 24 })
  expect(await listed(dayAgo)).toContain(sha256)
  await store.removeUnlessKept(sha256, dayAgo)
  expect(await store.find(sha256)).toBeUndefined()
})

test('who keeps a content while it is being removed does not lose it, at whichever moment', async () => {
  for (let round = 0; round < 100; round++) {
    const { sha256 } = await store.keep(upload('umkämpft'))
    clock.set(clock.now().add({ hours: 30 }))
    const before = clock.now().subtract({ hours: 24 })
    const source = upload('umkämpft')
    await Promise.all([
      store.removeUnlessKept(sha256, before),
      store.keep(source),
      store.removeUnlessKept(sha256, before),
    ])
    expect(await text(sha256)).toBe('umkämpft')
  }
})

test('a removal that was cut off in the middle is listed again and can be taken back', async () => {
  const { sha256 } = await store.keep(upload('mittendrin'))
  renameSync(pathOf(sha256), `${pathOf(sha256)}.gone`)
  expect(await listed(clock.now().subtract({ hours: 24 }))).toContain(sha256)
  await store.bringBack(sha256)
  expect(await text(sha256)).toBe('mittendrin')
  await store.bringBack(sha256)
})

test('what a process that died has left half written goes away', async () => {
  writeFileSync(join(folder, 'abc.part'), 'halb')
  const real = systemClock.now()
  await listed(real.subtract({ hours: 24 }))
  expect(existsSync(join(folder, 'abc.part'))).toBe(true)
  await listed(real.add({ hours: 1 }))
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('reading opens nothing until it is asked, and a reader who leaves closes the file', async () => {
  const { sha256 } = await store.keep(upload('x'.repeat(300_000)))
  const open = (): number => readdirSync('/proc/self/fd').length
  const before = open()
  const streams = Array.from({ length: 50 }, () => store.read(sha256))
  expect(open()).toBeLessThan(before + 10)
  for (const stream of streams) {
    const reader = stream.getReader()
    await reader.read()
    await reader.cancel()
  }
  expect(open()).toBeLessThan(before + 10)
})
