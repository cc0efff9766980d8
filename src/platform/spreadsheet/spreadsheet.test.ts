import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { readSheetFile } from './read-sheet.ts'
import { rawArchive, rawRow, rawWorkbook } from '../../../test/fixtures/raw-archive.ts'
import { archiveLimits, openArchive } from './archive.ts'
import { writeSheet } from './write-sheet.ts'

const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-sheet-'))
const put = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const columns = [
  { header: 'Name', width: 20 },
  { header: 'E-Mail', width: 30 },
]

test('what is written comes back as text, also what looks like a formula', async () => {
  const path = put(
    'a.xlsx',
    await writeSheet(columns, [
      ['=1+1', 'ä@b.example'],
      ['150010000000', ''],
    ]),
  )
  expect(await readSheetFile(path)).toEqual([
    ['Name', 'E-Mail'],
    ['=1+1', 'ä@b.example'],
    ['150010000000', ''],
  ])
})

test('no workbook, a cut one, a changed one: a refusal, never a crash', async () => {
  const whole = Buffer.from(await writeSheet(columns, [['a', 'b']]))
  const changed = Buffer.from(whole)
  changed.fill(0xff, 40, changed.length - 600)
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('Name;E-Mail'),
    whole.subarray(0, 900),
    changed,
    Buffer.alloc(5000),
  ])
    expect(isRefusal(await readSheetFile(put('b.xlsx', bytes)))).toBe(true)
})

test('a file that says it unpacks to gigabytes is refused unread', async () => {
  const bytes = Buffer.from(await writeSheet(columns, [['a', 'b']]))
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(0xf0000000, entry + 24)
  expect(openArchive(bytes)).toBe('tooLarge')
  const outcome = await readSheetFile(put('c.xlsx', bytes))
  expect(isRefusal(outcome) && outcome.refused).toMatch(/ausgepackt zu groß/)
})

test('a bomb is refused before it takes the memory, also when it lies about its size', async () => {
  const bomb = Buffer.alloc(archiveLimits.unpacked + 1, 0x20)
  for (const lie of [undefined, 1000]) {
    const bytes = rawArchive({ 'xl/worksheets/sheet1.xml': bomb }, lie)
    expect(openArchive(bytes)).toBe('tooLarge')
    const outcome = await readSheetFile(put('bomb.xlsx', bytes))
    expect(isRefusal(outcome) && outcome.refused).toMatch(/ausgepackt zu groß/)
  }
  const dense = rawArchive({ 'xl/worksheets/sheet1.xml': Buffer.alloc(archiveLimits.ratioFrom + 1, 0x20) }, 1000)
  expect(openArchive(dense)).toBe('tooLarge')
})

test('a million rows and declared entities are refused with their own sentences', async () => {
  const rows = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at}"/>`).join(''))
  const many = await readSheetFile(put('rows.xlsx', rawArchive({ 'xl/worksheets/sheet1.xml': rows })))
  expect(isRefusal(many) && many.refused).toMatch(/mehr als 20\.000 Zeilen/)
  const laughs = Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')
  const foreign = await readSheetFile(put('dtd.xlsx', rawArchive({ 'xl/sharedStrings.xml': laughs })))
  expect(isRefusal(foreign) && foreign.refused).toMatch(/Anweisungen, die Excel nicht schreibt/)
})

test('the sheet whose name matches is read, else the first; formulas by their value, merged cells once', async () => {
  const path = put(
    'sheets.xlsx',
    rawWorkbook({
      Deckblatt: rawRow(1, ['Stadt']),
      'Dokumentation WiBA': [
        rawRow(1, ['Liste', 'Nr.']),
        rawRow(2, ['Netze', '=ROW()-1→1']),
        rawRow(3, ['Backup', '=1+0→1']),
        rawRow(4, ['', '=1+1→2']),
      ].join(''),
    }),
  )
  expect(await readSheetFile(path, /dokumentation/i)).toEqual([
    ['Liste', 'Nr.'],
    ['Netze', '1'],
    ['Backup', '1'],
    ['', '2'],
  ])
  expect(await readSheetFile(path)).toEqual([['Stadt']])
  expect(await readSheetFile(path, /gibt es nicht/)).toEqual([['Stadt']])
})

test('mutated archives are opened or refused, never thrown at', async () => {
  const whole = Buffer.from(await writeSheet(columns, [['a', 'b']]))
  const faults = new Set(['noArchive', 'tooLarge', 'tooManyRows', 'foreignXml'])
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
      const changed = Buffer.from(whole)
      changed[at] = byte
      for (const bytes of [changed, changed.subarray(0, length), changed.subarray(length)]) {
        const found = openArchive(bytes)
        expect(typeof found === 'string' ? faults.has(found) : found instanceof Map).toBe(true)
      }
    }),
    { numRuns: 2000, seed: 5 },
  )
})
