import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { readSheetFile } from './read-sheet.ts'
import { unpackedSize } from './unpacked-size.ts'
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
  expect(unpackedSize(bytes)).toBeGreaterThan(0xf0000000)
  const outcome = await readSheetFile(put('c.xlsx', bytes))
  expect(isRefusal(outcome) && outcome.refused).toMatch(/ausgepackt zu groß/)
})
