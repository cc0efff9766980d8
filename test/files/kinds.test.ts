// What may be stored: by its bytes, not by what it says it is.
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { prepareFile } from '#foundation/files/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { systemClock } from '#platform/clock.ts'
import { storageOf } from '#platform/storage/storage.ts'
import { docx, docxParts, openDocument, type Part, xlsx, zip } from './zips.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'lotsenwerk-kinds-'))
const storage = storageOf({ dataFolder }, systemClock)
afterAll(() => rmSync(dataFolder, { recursive: true }))

/** The media type and name it was stored under, or the sentence why it was not. */
async function offer(name: string, content: string | Buffer, limit?: number): Promise<string> {
  const path = join(dataFolder, 'upload')
  writeFileSync(path, content)
  const upload = { name, type: 'application/x-whatever', path, size: statSync(path).size }
  const prepared = await prepareFile(upload, storage, limit)
  return isRefusal(prepared)
    ? (prepared.errors?.[0]?.message ?? prepared.refused)
    : `${prepared.name}: ${prepared.mediaType}`
}

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0xe2, 0xe3, 0, 1])])
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex')
const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.from([1, 0, 0, 0]), Buffer.from('WEBPVP8 ')])

test('each kind that may be stored is known by its bytes', async () => {
  expect(await offer('Bericht.PDF', pdf)).toBe('Bericht.PDF: application/pdf')
  expect(await offer('Wappen.png', png)).toBe('Wappen.png: image/png')
  expect(await offer('Rathaus.jpeg', jpeg)).toBe('Rathaus.jpeg: image/jpeg')
  expect(await offer('Rathaus.jpg', jpeg)).toBe('Rathaus.jpg: image/jpeg')
  expect(await offer('Rathaus.webp', webp)).toBe('Rathaus.webp: image/webp')
  expect(await offer('Notiz.txt', 'Grüße aus Probstau\r\n')).toBe('Notiz.txt: text/plain')
  expect(await offer('Liste.csv', Buffer.from('Stra\xdfe;1\r\n', 'latin1'))).toBe('Liste.csv: text/csv')
  expect(await offer('Daten.json', ' {"a":1}')).toBe('Daten.json: application/json')
  expect(await offer('Notfallkarte.docx', docx())).toMatch(/^Notfallkarte\.docx: .*wordprocessingml\.document$/)
  expect(await offer('Konten.xlsx', xlsx())).toMatch(/spreadsheetml\.sheet$/)
  expect(await offer('Konzept.odt', openDocument('text'))).toMatch(/opendocument\.text$/)
  expect(await offer('Konten.ods', openDocument('spreadsheet'))).toMatch(/opendocument\.spreadsheet$/)
})

test('content and ending must agree, and the sentence names both', async () => {
  expect(await offer('Bericht.pdf', png)).toBe(
    'Der Name sagt PDF, der Inhalt ist PNG. Bitte speichern Sie die Datei im richtigen Format.',
  )
  expect(await offer('Bericht.docx', pdf)).toContain('Der Name sagt DOCX, der Inhalt ist PDF')
  expect(await offer('Bericht.xlsx', docx())).toContain('der Inhalt ist DOCX')
  expect(await offer('Bericht.pdf', 'nur Text')).toContain('der Inhalt ist Text')
  expect(await offer('Notiz.txt', pdf)).toContain('der Inhalt ist PDF')
  expect(await offer('Daten.json', 'kein json')).toContain('kein JSON')
})

test('programs, pages and drawings are refused under whatever name', async () => {
  expect(await offer('Rechnung.pdf.exe', 'MZ')).toContain('Endung „exe“')
  expect(await offer('Rechnung', pdf)).toContain('Endung „ohne“')
  expect(await offer('Wappen.svg', '<svg/>')).toContain('SVG')
  expect(await offer('Seite.html', '<p>')).toContain('Webseiten')
  expect(await offer('Seite.txt', '\ufeff  <!DOCTYPE html><p>')).toContain('Webseite oder Zeichnung')
  expect(await offer('Wappen.csv', 'a;b\n<svg onload=alert(1)>')).toContain('Webseite oder Zeichnung')
  expect(await offer('Tabelle.xlsm', xlsx())).toContain('Makros')
  expect(await offer('Programm.txt', Buffer.from('MZ\x90\x00\x03', 'latin1'))).toContain('keiner, den wir kennen')
  expect(await offer('Programm.pdf', Buffer.from('7f454c4602', 'hex'))).toContain('keiner, den wir kennen')
})

const refusedZips: [string, Buffer, string][] = [
  ['an ordinary archive', zip([{ name: 'a.txt', content: 'a' }]), 'Zip-Archive'],
  ['a macro under its usual name', docx([{ name: 'word/vbaProject.bin', content: 'x' }]), 'Makros'],
  [
    'a macro under another name',
    docx(
      [{ name: 'word/harmlos.bin', content: 'x' }],
      '<Override PartName="/word/harmlos.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    ),
    'Makros',
  ],
  [
    'an embedded program',
    docx([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]),
    'Makros oder eingebettete Programme',
  ],
  ['a part outside of its folder', docx([{ name: '../../etc/passwd', content: 'x' }]), 'unzulässigen Namen'],
  ['the same part twice', docx([{ name: 'word/Document.xml', content: 'x' }]), 'zweimal'],
  ['a part with a password', docx([{ name: 'word/more.xml', content: 'x', claims: { flags: 1 } }]), 'Kennwort'],
  [
    'a bomb by its directory',
    docx([{ name: 'word/media/a.png', content: 'x', claims: { unpacked: 0xfffffff0 } }]),
    'viel größer',
  ],
  ['a bomb that packs well', docx([{ name: 'word/media/a.xml', content: Buffer.alloc(8_000_000) }]), 'viel größer'],
  [
    'a list of types that is a bomb',
    zip([
      { name: '[Content_Types].xml', content: Buffer.alloc(1_200_000), claims: { unpacked: 10 } },
      ...docxParts().slice(1),
    ]),
    'unvollständig oder beschädigt',
  ],
  [
    'too many parts',
    zip(Array.from({ length: 5001 }, (_, at): Part => ({ name: `a${at}`, content: '' }))),
    'zu viele Teile',
  ],
  ['something in front', zip(docxParts(), { before: Buffer.from('PK\u0003\u0004MZ') }), 'nicht so aufgebaut'],
  [
    'parts that lie over each other',
    docx([{ name: 'word/a.xml', content: 'x', claims: { packed: 100_000 } }]),
    'nicht so aufgebaut',
  ],
  ['an end that is cut off', docx().subarray(0, -30), 'unvollständig oder beschädigt'],
  [
    'a second end in the comment',
    Buffer.concat([docx(), Buffer.from('504b050600000000', 'hex')]),
    'unvollständig oder beschädigt',
  ],
]

for (const [what, content, sentence] of refusedZips)
  test(`an office document is refused with ${what}`, async () => {
    expect(await offer('Bericht.docx', content)).toContain(sentence)
  })

test('macros of OpenDocument are refused too', async () => {
  expect(
    await offer('Konzept.odt', openDocument('text', [{ name: 'Basic/Standard/Module1.xml', content: 'x' }])),
  ).toContain('Makros')
  expect(await offer('Konzept.odt', openDocument('presentation'))).toContain('Zip-Archive')
})

test('a file that is empty or too large is refused with its size', async () => {
  expect(await offer('leer.txt', '')).toBe('Diese Datei ist leer.')
  expect(await offer('lang.txt', 'x'.repeat(3000), 2000)).toBe(
    'Diese Datei ist 3\u00a0KB groß. Möglich sind höchstens 2\u00a0KB.',
  )
})

test('of a name nothing stays that could lead elsewhere or deceive', async () => {
  const names: [string, string][] = [
    ['../../etc/Bericht.txt', 'Bericht.txt'],
    ['C:\\Users\\Jana\\Bericht.txt', 'Bericht.txt'],
    ['Bericht\u202etxt.exe.txt', 'Berichttxt.exe.txt'],
    ['  ..Bericht  2026 .txt. ', 'Bericht 2026 .txt'],
    ['a<b>:c.txt', 'a_b__c.txt'],
    ['.txt', 'ohne'],
    [`${'ü'.repeat(400)}.txt`, `${'ü'.repeat(160)}.txt`],
    ['Zeile\r\nSet-Cookie: a.txt', 'ZeileSet-Cookie_ a.txt'],
  ]
  for (const [given, kept] of names) expect((await offer(given, 'Text')).split(': text')[0]).toContain(kept)
})

test('the store has files of the owner only, under their hash and nothing half written', async () => {
  await offer('Notiz.txt', 'immer gleich')
  await offer('Andere.txt', 'immer gleich')
  const files = readdirSync(join(dataFolder, 'files'), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  )
  expect(files.every(({ parentPath, name }) => /\/[0-9a-f]{2}$/.test(parentPath) && /^[0-9a-f]{62}$/.test(name))).toBe(
    true,
  )
  expect(files.every(({ parentPath, name }) => (statSync(join(parentPath, name)).mode & 0o777) === 0o600)).toBe(true)
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
})
