import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { readSheetFile } from './read-sheet.ts'
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

/** An archive of one part; `lie` is the size it says it has. */
function archiveOf(name: string, content: Buffer, lie?: number): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30 + name.length)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  local.write(name, 30)
  const entry = Buffer.alloc(46 + name.length)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(lie ?? content.length, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.write(name, 46)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, entry, end])
}

test('a bomb is refused before it takes the memory, also when it lies about its size', async () => {
  const bomb = Buffer.alloc(archiveLimits.unpacked + 1, 0x20)
  for (const lie of [undefined, 1000]) {
    const bytes = archiveOf('xl/worksheets/sheet1.xml', bomb, lie)
    expect(openArchive(bytes)).toBe('tooLarge')
    const outcome = await readSheetFile(put('bomb.xlsx', bytes))
    expect(isRefusal(outcome) && outcome.refused).toMatch(/ausgepackt zu groß/)
  }
  const dense = archiveOf('xl/worksheets/sheet1.xml', Buffer.alloc(archiveLimits.ratioFrom + 1, 0x20), 1000)
  expect(openArchive(dense)).toBe('tooLarge')
})

test('a million rows and declared entities are refused with their own sentences', async () => {
  const rows = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at}"/>`).join(''))
  const many = await readSheetFile(put('rows.xlsx', archiveOf('xl/worksheets/sheet1.xml', rows)))
  expect(isRefusal(many) && many.refused).toMatch(/mehr als 20\.000 Zeilen/)
  const laughs = Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')
  const foreign = await readSheetFile(put('dtd.xlsx', archiveOf('xl/sharedStrings.xml', laughs)))
  expect(isRefusal(foreign) && foreign.refused).toMatch(/Anweisungen, die Excel nicht schreibt/)
})
