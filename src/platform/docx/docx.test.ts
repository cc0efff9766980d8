import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import type { Paper } from '#kernel/paper.ts'
import { barImage } from './bar-image.ts'
import { writeDocx } from './write-docx.ts'

const text = 'Größe <b>&amp;</b> \u0000\ud800\ufffe "x"'

const paper: Paper = {
  title: 'Bericht',
  author: 'Stadt Musterstadt',
  subject: 'Probe',
  madeAt: '2026-11-23T09:52:00Z',
  head: { left: 'links', right: 'rechts' },
  foot: 'unten',
  mark: 'ENTWURF',
  cover: { over: 'a', title: text, under: 'b', facts: [{ label: 'Stand', text }], note: text },
  blocks: [
    { kind: 'contents', title: 'Inhalt' },
    { kind: 'heading', level: 1, text: 'Erstes Kapitel', newPage: true },
    { kind: 'paragraph', line: [{ text: `${text}\nzweite Zeile` }] },
    { kind: 'list', ordered: false, items: [[{ text }]] },
    {
      kind: 'table',
      caption: 'Listen',
      columns: [
        { header: 'Liste', width: 2 },
        { header: 'Anteil', width: 1 },
      ],
      rows: [
        [
          { kind: 'lines', lines: [[{ text }]] },
          { kind: 'bar', percent: 64, alt: 'Netz: 64 %' },
        ],
      ],
    },
    { kind: 'columns', left: [{ kind: 'figures', items: [{ value: '1', unit: '', label: 'x' }] }], right: [] },
    { kind: 'signatures', items: [{ side: 'a', text: 'b' }] },
    { kind: 'badges', items: [{ over: 'a', name: 'b', under: 'c' }] },
  ],
}

/** The file of this name out of a ZIP. */
function entry(zip: Buffer, name: string): string {
  for (
    let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.toString('latin1', at + 46, at + 46 + length) !== name) continue
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))).toString('utf8')
  }
  throw new Error(`no ${name}`)
}

test('a Word file has title and language, headings, repeated head rows, and says what a bar shows', async () => {
  const bytes = await writeDocx(paper)
  if (isRefusal(bytes)) throw new Error(bytes.refused)
  const zip = Buffer.from(bytes)
  const document = entry(zip, 'word/document.xml')
  expect(entry(zip, 'docProps/core.xml')).toContain('<dc:title>Bericht</dc:title>')
  expect(entry(zip, 'word/styles.xml')).toContain('w:val="de-DE"')
  expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>/)
  expect(document).toContain('<w:tblHeader/>')
  expect(document).toContain('descr="Netz: 64 %"')
  expect(document).toContain('Größe &lt;b&gt;&amp;amp;&lt;/b&gt;')
  expect(['\u0000', '\ufffe'].filter((sign) => document.includes(sign))).toEqual([])
})

test('a bar is a picture of its share, also of too much', () => {
  expect(barImage(0).subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(barImage(140)).toEqual(barImage(100))
  expect(barImage(40)).not.toEqual(barImage(41))
})
