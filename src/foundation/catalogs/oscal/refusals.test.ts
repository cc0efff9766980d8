import { describe, expect, test } from 'vitest'

import { isRefusal, type Refusal } from '#kernel/outcome.ts'

import { limits } from './limits.ts'
import { readCatalog } from './read-catalog.ts'

const metadata = { title: 'Katalog', version: '1', 'oscal-version': '1.1.3' }
const one = { id: 'A.1', title: 'Erste' }
const bytesOf = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const catalogOf = (content: object, meta: object = metadata) => ({ catalog: { metadata: meta, ...content } })

function refusalOf(value: unknown): Refusal {
  const outcome = readCatalog(value instanceof Uint8Array ? value : bytesOf(value))
  if (!isRefusal(outcome)) throw new Error('was taken')
  return outcome
}

describe('bytes that are no JSON are refused with their place', () => {
  const cases: [string, string | Uint8Array, string][] = [
    ['nothing', '', 'Sie ist leer'],
    ['white space', ' \n ', 'Sie ist leer'],
    [
      'a missing comma',
      '{"catalog":\n{"a": 1 "b": 2}}',
      'In Zeile 2, Spalte 9 steht „"“, erwartet wird ein Komma oder „}“',
    ],
    ['columns count characters', '["ä😀", x]', 'In Zeile 1, Spalte 8 steht „x“, erwartet wird ein Wert'],
    ['a trailing comma', '{"a":1,}', 'erwartet wird ein Name in Anführungszeichen'],
    ['text after the end', '{} {}', 'In Zeile 1, Spalte 4 steht „{“, erwartet wird das Ende der Datei'],
    ['a raw line break in a text', '{"a":"x\ny"}', 'In Zeile 1, Spalte 8 steht „U+000A“'],
    ['a leading zero', '[01]', 'In Zeile 1, Spalte 3 steht „1“'],
    ['a bare minus', '[-]', 'erwartet wird eine Ziffer'],
    ['a wrong escape', '["\\x"]', 'eine gültige Umschreibung'],
    ['a truncated file', '{"catalog": {"meta', 'Sie bricht in Zeile 1, Spalte 19 mitten im JSON ab'],
    ['XML', '<?xml version="1.0"?><catalog/>', 'Sie ist XML oder HTML. Bitte wählen Sie die JSON-Fassung'],
    ['a workbook', Buffer.from('504b0304ff', 'hex'), 'ZIP-Archiv oder eine Office-Datei'],
    [
      'Windows-1252',
      Buffer.from('{"a":\n"\xfc"}', 'latin1'),
      'In Zeile 2, ab Byte 7 der Datei, steht kein gültiges UTF-8',
    ],
    [
      'a cut character after a genuine replacement character',
      Buffer.from([0x22, 0xef, 0xbf, 0xbd, 0xc3]),
      'ab Byte 4 ',
    ],
    [
      'UTF-16 with mark',
      Buffer.from('\ufeff{"catalog":{}}', 'utf16le'),
      'in UTF-16 gespeichert. Bitte speichern Sie sie in UTF-8',
    ],
    ['UTF-16 without mark', Buffer.from('{"catalog":{}}', 'utf16le'), 'in UTF-16 gespeichert'],
    ['UTF-16, big-endian', Buffer.from('\ufeff{"catalog":{}}', 'utf16le').swap16(), 'in UTF-16 gespeichert'],
  ]
  test.each(cases)('%s', (_name, bytes, expected) => {
    expect(refusalOf(bytes).refused).toContain(expected)
  })

  test('a name that stands twice in one object is found with its place', () => {
    const text = JSON.stringify(catalogOf({ controls: [one] })).replace(
      '"id"',
      '\n"controls":[],"\\u0063ontrols":[],"id"',
    )
    expect(refusalOf(text).refused).toContain(
      'In Zeile 2, Spalte 15 steht die Angabe „controls“ zum zweiten Mal im selben Objekt',
    )
  })

  test('characters that the database cannot hold are found even where nothing reads them', () => {
    const hidden = catalogOf({ groups: [{ id: 'G', title: 'G', extra: [{ deep: 'a\u0000b' }], controls: [one] }] })
    expect(refusalOf(hidden)).toEqual({
      refused:
        'Die Datei wurde nicht gelesen: In catalog.groups[0].extra[0].deep (nahe „G“) steht das Zeichen U+0000, das nicht gespeichert werden kann. Bitte entfernen Sie es in der Datei.',
      errors: [{ path: 'catalog.groups[0].extra[0].deep', message: 'Hier steht das Zeichen U+0000.' }],
    })
    const half = JSON.stringify(catalogOf({ controls: [{ ...one, ['k\ud800']: 1 }] }))
    expect(refusalOf(half).refused).toMatch(/in einem Namen das Zeichen ein halbes Ersatzpaar/)
    expect(refusalOf(half).refused.isWellFormed()).toBe(true)
    const whole = JSON.stringify(catalogOf({ controls: [{ ...one, title: 'x' }] })).replace('"x"', '"\\ud83d\\ude00"')
    expect(isRefusal(readCatalog(bytesOf(whole)))).toBe(false)
  })
})

describe('documents that are no catalog of 1.1 or 1.2 are refused by what they are', () => {
  const cases: [string, unknown, string][] = [
    ['a list', [], 'dort steht kein benanntes Objekt'],
    ['something else', { foo: 1 }, 'wird „catalog“ erwartet, dort steht „foo“'],
    ['a catalog that is a text', { catalog: 'x' }, '„catalog“ ist dort kein Objekt'],
    ['a profile', { profile: {} }, 'ist ein OSCAL-Profil und kein Katalog'],
    ['a component definition', { 'component-definition': {} }, 'component-definition'],
    [
      'OSCAL 1.0',
      catalogOf({ controls: [one] }, { ...metadata, 'oscal-version': '1.0.4' }),
      '„1.0.4“; angenommen werden 1.1 und 1.2',
    ],
    [
      'OSCAL 2',
      catalogOf({ controls: [one] }, { ...metadata, 'oscal-version': '2.1.0' }),
      '„2.1.0“; angenommen werden 1.1 und 1.2',
    ],
    ['no metadata', { catalog: { controls: [one] } }, 'In catalog.metadata fehlen die Angaben zum Katalog'],
    [
      'a numeric version',
      catalogOf({ controls: [one] }, { ...metadata, version: 2 }),
      'catalog.metadata.version steht eine Zahl',
    ],
    ['an empty title', catalogOf({ controls: [one] }, { ...metadata, title: ' ' }), 'ist der Titel des Katalogs leer'],
    ['no controls', catalogOf({ groups: [{ id: 'G', title: 'Leer' }] }), 'In catalog stehen keine Anforderungen'],
    [
      'an unknown scale',
      catalogOf(
        { controls: [one] },
        { ...metadata, props: [{ name: 'answer-scale', ns: 'https://lotsenwerk.example/ns/oscal', value: 'Sterne' }] },
      ),
      'In catalog.metadata.props[0].value steht die unbekannte Antwortskala „Sterne“; bekannt sind „yesNoNotApplicable“',
    ],
  ]
  test.each(cases)('%s', (_name, document, expected) => {
    expect(refusalOf(document).refused).toContain(expected)
  })
})

const inGroup = (control: unknown) => catalogOf({ groups: [{ id: 'G', title: 'Gruppe', controls: [one, control] }] })

describe('a faulty control is named by its path and the nearest id', () => {
  const cases: [string, unknown, string][] = [
    ['no title', { id: 'A.2' }, 'In catalog.groups[0].controls[1].title (nahe „A.2“) fehlt der Titel.'],
    [
      'an empty title',
      { id: 'A.2', title: ' \t' },
      'catalog.groups[0].controls[1].title (nahe „A.2“) ist der Titel leer',
    ],
    ['a numeric title', { id: 'A.2', title: 7 }, 'title (nahe „A.2“) steht eine Zahl statt eines Textes'],
    ['no id', { title: 'x' }, 'In catalog.groups[0].controls[1].id (nahe „G“) fehlt die ID der Anforderung'],
    ['a boolean id', { id: true, title: 'x' }, 'steht ein Wahrheitswert statt eines Textes'],
    ['an id with a slash', { id: 'A/2', title: 'x' }, 'ist „A/2“ keine gültige ID; sie beginnt mit einem Buchstaben'],
    ['an id with a blank', { id: 'A.2 ', title: 'x' }, 'ist „A.2 “ keine gültige ID'],
    ['an endless id', { id: 'A'.repeat(256), title: 'x' }, 'mit 256 Zeichen zu lang; erlaubt sind 255'],
    ['a long title', { id: 'A.2', title: 'x'.repeat(2001) }, 'mit 2.001 Zeichen zu lang; erlaubt sind 2.000'],
    [
      'long prose',
      { id: 'A.2', title: 'x', parts: [{ name: 'guidance', prose: 'x'.repeat(100_001) }] },
      'In catalog.groups[0].controls[1].parts[0].prose (nahe „A.2“) ist der Text mit 100.001 Zeichen zu lang',
    ],
    [
      'parts that are an object',
      { id: 'A.2', title: 'x', parts: {} },
      '.parts (nahe „A.2“) steht ein Objekt statt einer Liste',
    ],
    [
      'a numeric value',
      { id: 'A.2', title: 'x', props: [{ name: 'effort_level', value: 2 }] },
      'props[0].value (nahe „A.2“) steht eine Zahl',
    ],
    [
      'a numeric parameter',
      { id: 'A.2', title: 'x', params: [{ id: 'p', values: ['a', 1] }] },
      'params[0].values[1] (nahe „p“) steht eine Zahl',
    ],
    ['a control that is null', null, 'In catalog.groups[0].controls[1] (nahe „G“) steht null statt eines Objekts'],
    [
      'a doubled id',
      { id: 'A.1', title: 'x' },
      'controls[1].id (nahe „A.1“) steht die ID der Anforderung „A.1“ zum zweiten Mal; zuerst steht sie in catalog.groups[0].controls[0].id',
    ],
  ]
  test.each(cases)('%s', (_name, control, expected) => {
    const { refused } = refusalOf(inGroup(control))
    expect(refused).toContain(expected)
    expect(refused).toMatch(/^Der Katalog wurde nicht übernommen: In .+\. Bitte berichtigen Sie diese Stelle/)
  })

  test('a doubled group', () => {
    const group = { id: 'G', title: 'x', controls: [] }
    expect(refusalOf(catalogOf({ groups: [group, group], controls: [one] })).refused).toContain(
      'die ID der Gruppe „G“ zum zweiten Mal',
    )
  })

  test('the first twenty places are listed, all are counted', () => {
    const refusal = refusalOf(catalogOf({ controls: [...Array(30).keys()].map((index) => ({ id: `a${index}` })) }))
    expect(refusal.errors).toHaveLength(20)
    expect(refusal.errors?.[1]).toEqual({
      path: 'catalog.controls[1].title',
      message: 'Hier (nahe „a1“) fehlt der Titel.',
    })
    expect(refusal.refused).toContain('Bitte berichtigen Sie diese und 29 weitere Stellen')
  })
})

describe('sizes are limited', () => {
  const nested = (levels: number, inner: object): object =>
    levels === 0 ? inner : { groups: [{ id: `g${levels}`, title: 'x', ...nested(levels - 1, inner) }] }

  test('groups and controls nest at most 32 deep', () => {
    expect(isRefusal(readCatalog(bytesOf(catalogOf(nested(31, { controls: [one] })))))).toBe(false)
    expect(refusalOf(catalogOf(nested(32, { controls: [one] }))).refused).toContain('tiefer als 32 Ebenen')
  })

  test('at most 20,000 controls', () => {
    const controls = [...Array(limits.controls + 1).keys()].map((index) => ({ id: `a${index}`, title: 'x' }))
    expect(refusalOf(catalogOf({ controls })).refused).toContain(
      'In catalog.controls[20000] beginnt die 20.001. Anforderung; erlaubt sind 20.000. Bitte teilen Sie den Katalog auf.',
    )
  })

  test('a million brackets are refused before anything is built', () => {
    expect(refusalOf('['.repeat(1_000_000)).refused).toContain(
      'In Zeile 1, Spalte 101 ist sie mehr als 100 Ebenen tief verschachtelt',
    )
    expect(refusalOf('{"a":'.repeat(1_000_000)).refused).toContain('mehr als 100 Ebenen')
  })

  test('32 MiB of small values are refused', () => {
    expect(refusalOf(Buffer.alloc(limits.bytes, '[],')).refused).toContain('In Zeile 1, Spalte 3 steht „,“')
    const list = Buffer.alloc(limits.bytes, '[],')
    list[0] = 0x20
    list[1] = 0x5b
    list[2] = 0x20
    expect(refusalOf(list).refused).toContain('mehr als 1.000.000 Einzelwerte')
  })

  test('one byte more than 32 MiB is refused', () => {
    expect(refusalOf(Buffer.alloc(limits.bytes + 1, ' ')).refused).toContain('größer als 32 MiB')
  })

  test('one huge text, number or name is no trouble', () => {
    const huge = 'x'.repeat(20 * 1024 * 1024)
    expect(refusalOf(`{"catalog":"${huge}"}`).refused).toContain('kein Objekt')
    expect(refusalOf(`{"${huge}":1}`).refused.length).toBeLessThan(400)
    expect(refusalOf(`{"a":${'9'.repeat(20 * 1024 * 1024)}}`).refused).toContain('dort steht „a“')
  })
})
