import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import { limits } from './limits.ts'
import { readOscalFile } from './read-catalog-in-worker.ts'
import { readCatalog } from './read-catalog.ts'

const fixtures = join(import.meta.dirname, '../../../../test/fixtures/oscal')
const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-catalog-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const control = (index: number): string =>
  `{"id":"a${index}","title":"x","parts":[${Array(20).fill('{"name":"guidance","prose":"ä"}').join()}]}`

/** Within the limits of the reader, but the work of a second or so. */
const large = (): string => {
  const controls = Array.from({ length: 15_000 }, (_, index) => control(index)).join()
  return `{"catalog":{"metadata":{"title":"K","version":"1","oscal-version":"1.1.3"},"controls":[${controls}]}}`
}

describe('reading in a worker', () => {
  test('gives what reading here gives', async () => {
    const path = join(fixtures, 'small-catalog-1.1.3.json')
    expect(await readOscalFile({ path })).toMatchObject({ kind: 'catalog', catalog: readCatalog(readFileSync(path)) })
  })

  test('passes a refusal on', async () => {
    expect(await readOscalFile({ path: fileOf('empty.json', '') })).toMatchObject({
      refused: expect.stringContaining('leer'),
    })
  })

  test('refuses a file over the limit without reading it', async () => {
    const path = fileOf('sparse.json', '')
    truncateSync(path, limits.bytes + 1)
    expect(await readOscalFile({ path })).toMatchObject({ refused: expect.stringContaining('größer als 32 MiB') })
  })

  test('refuses what is no file', async () => {
    expect(await readOscalFile({ path: join(folder, 'fehlt.json') })).toMatchObject({
      refused: expect.stringContaining('„fehlt.json“'),
    })
    expect(await readOscalFile({ path: folder })).toMatchObject({ refused: expect.stringContaining('keine Datei') })
  })

  test('ends in time', async () => {
    expect(await readOscalFile({ path: fileOf('slow.json', large()) }, { timeoutMs: 1 })).toEqual({
      refused:
        'Der Katalog wurde nicht übernommen: Das Lesen dauerte länger als 0,001 Sekunden und wurde abgebrochen. Bitte versuchen Sie es später erneut oder teilen Sie den Katalog auf.',
    })
  })

  test('takes the most values and the longest names that the limits admit', async () => {
    const names = Array.from({ length: 999_990 }, (_, index) => `"–kkkkkkkkkkkkkk${index}":1.5`).join()
    const outcome = await readOscalFile({ path: fileOf('wide.json', `{"catalog":{"metadata":{},"x":{${names}}}}`) })
    expect(outcome).toMatchObject({ refused: expect.stringContaining('fehlt der Titel des Katalogs') })
  })
})
