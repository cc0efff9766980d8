import { describe, expect, test } from 'vitest'

import { isRefusal } from '#kernel/outcome.ts'

import { readCatalog } from '../read-catalog.ts'

interface Blank {
  id: string
  label?: string
  values?: string[]
  select?: object
}

const insert = (id: string): string => `{{ insert: param, ${id} }}`

function readWith(params: Blank[], prose: string, controls = 1) {
  const control = (index: number) => ({ id: `a${index}`, title: 'x', parts: [{ name: 'statement', prose }] })
  const catalog = {
    metadata: { title: 'Katalog', version: '1', 'oscal-version': '1.2.0' },
    params,
    controls: [...Array(controls).keys()].map(control),
  }
  return readCatalog(Buffer.from(JSON.stringify({ catalog })))
}

function statement(params: Blank[], prose: string): string {
  const outcome = readWith(params, prose)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome.controls[0]?.statement ?? ''
}

describe('parameters are filled in', () => {
  const cases: [string, Blank[], string, string][] = [
    ['by value', [{ id: 'p', label: 'Frist', values: ['14 Tage'] }], `binnen ${insert('p')}.`, 'binnen 14 Tage.'],
    ['by several values', [{ id: 'p', values: ['rot', 'blau'] }], insert('p'), 'rot, blau'],
    [
      'by the choice of one',
      [{ id: 'p', select: { 'how-many': 'one', choice: ['a', 'b'] } }],
      insert('p'),
      'eines von: a / b',
    ],
    [
      'by the choice of many',
      [{ id: 'p', select: { 'how-many': 'one-or-more', choice: ['a', 'b'] } }],
      insert('p'),
      'eines oder mehrere von: a / b',
    ],
    ['by the only choice', [{ id: 'p', select: { choice: ['a'] } }], insert('p'), 'a'],
    ['by the label', [{ id: 'p', label: 'eine Frist' }], insert('p'), '[eine Frist]'],
    ['by the id at last', [{ id: 'p' }], insert('p'), '[p]'],
    [
      'nested',
      [
        { id: 'p', label: `bis ${insert('q')}` },
        { id: 'q', values: ['Montag'] },
      ],
      insert('p'),
      '[bis Montag]',
    ],
    ['undeclared', [], `vor ${insert('q')} nach`, 'vor [q] nach'],
    [
      'in a circle',
      [
        { id: 'p', values: [`a ${insert('q')}`] },
        { id: 'q', values: [`b ${insert('p')}`] },
      ],
      insert('p'),
      'a b [p]',
    ],
    ['in any spacing', [{ id: 'p', values: ['x'] }], '{{insert:param,p}}{{  insert: param ,  p  }}', 'xx'],
    [
      'not where it is no insertion',
      [{ id: 'p' }],
      '{{ insert: param }} {{p}} {{ insert: control, p }}',
      '{{ insert: param }} {{p}} {{ insert: control, p }}',
    ],
    ['twice, with nothing of a pattern in it', [{ id: 'p', values: ['$& $1'] }], insert('p').repeat(2), '$& $1$& $1'],
  ]
  test.each(cases)('%s', (_name, params, prose, expected) => {
    expect(statement(params, prose)).toBe(expected)
  })

  test('the innermost declaration holds, a foreign control’s is found too', () => {
    const prose = `${insert('p')} ${insert('fremd')}`
    const own = { id: 'a', title: 'x', params: [{ id: 'p', values: ['innen'] }], parts: [{ name: 'statement', prose }] }
    const other = { id: 'b', title: 'y', params: [{ id: 'fremd', values: ['nebenan'] }] }
    const groups = [{ id: 'g', title: 'g', params: [{ id: 'p', values: ['außen'] }], controls: [own, other] }]
    const metadata = { title: 'Katalog', version: '1', 'oscal-version': '1.1.2' }
    const outcome = readCatalog(Buffer.from(JSON.stringify({ catalog: { metadata, groups } })))
    expect(outcome).toMatchObject({ controls: [{ statement: 'innen nebenan' }, {}] })
  })
})

/** Each inserts the next one twice. */
const chain = (length: number, end: string): Blank[] => [
  ...[...Array(length).keys()].map((index) => ({ id: `p${index}`, values: [insert(`p${index + 1}`).repeat(2)] })),
  { id: `p${length}`, values: [end] },
]

describe('parameters that explode are refused', () => {
  test('by length', () => {
    const outcome = readWith(chain(14, 'zehn Zeichen und mehr'), insert('p0'))
    expect(outcome).toMatchObject({
      refused:
        'Der Katalog wurde nicht übernommen: In catalog.controls[0].parts[0].prose (nahe „a0“) wird der Text durch eingesetzte Parameter zu lang. Bitte kürzen Sie die Werte der Parameter und laden Sie die Datei erneut hoch.',
    })
  })

  test('by number, though nothing gets longer', () => {
    const empty = chain(15, '').map((blank) => (blank.id === 'p15' ? { id: 'p15', select: { choice: ['x'] } } : blank))
    expect(readWith(empty, insert('p0'), 100)).toMatchObject({ refused: expect.stringContaining('zu lang') })
  })

  test('not by depth: the seventeenth inside each other stays as its id', () => {
    const straight = [...Array(40).keys()].map((index) => ({ id: `p${index}`, values: [insert(`p${index + 1}`)] }))
    expect(statement(straight, insert('p0'))).toBe('[p16]')
  })
})
