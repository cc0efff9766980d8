import { describe, expect, test } from 'vitest'
import type { ComparedControl, Comparison } from '#foundation/catalogs/index.ts'
import { listsOf, neighboursOf, pairsOf, planOf } from './plan-migration.ts'
import { consequences } from './web/consequences.ts'

const control = (id: string, position: number, more: Partial<ComparedControl> = {}): ComparedControl => ({
  id,
  key: `key of ${id}`,
  title: `Titel ${id}`,
  statement: `Text ${id}`,
  obligation: 'should',
  guidance: '',
  topKey: id.split('.')[0] ?? '',
  position,
  ...more,
})

const pair = (
  before: ComparedControl,
  after: ComparedControl,
  changes: Comparison['pairs'][number]['changes'] = [],
) => ({
  before,
  after,
  by: 'key' as const,
  changes,
})

const comparison = (more: Partial<Comparison>): Comparison => ({ pairs: [], lost: [], new: [], byKeys: true, ...more })
type Catalog = Parameters<typeof planOf>[0]
const catalog = { id: 'neu', title: 'Katalog', version: '2' } as Catalog

describe('what moving does', () => {
  test('each requirement is told by what becomes of it, and whether it was answered', () => {
    const compared = comparison({
      pairs: [
        pair(control('A.1', 1), control('A.1', 1)),
        pair(control('A.2', 2), control('A.3', 3), ['title']),
        pair(control('A.4', 4), control('A.4', 4), ['guidance']),
      ],
      lost: [control('A.3', 3)],
      new: [control('A.2', 2)],
    })
    const plan = planOf(catalog, compared, new Set(['A.2', 'A.3']), false)
    const ids = (part: keyof Pick<typeof plan, 'same' | 'renumbered' | 'changed' | 'lost' | 'new'>) =>
      plan[part].map(({ before, after, answered }) => `${before?.id}→${after?.id}${answered ? '!' : ''}`)
    expect(ids('same')).toEqual(['A.1→A.1', 'A.4→A.4'])
    expect(ids('renumbered')).toEqual(['A.2→A.3!'])
    // Other guidance alone asks nobody.
    expect(ids('changed')).toEqual(['A.2→A.3!'])
    expect([ids('lost'), ids('new')]).toEqual([['A.3→undefined!'], ['undefined→A.2']])
    expect(pairsOf(compared)).toEqual([
      ['A.1', 'A.1', false],
      ['A.2', 'A.3', true],
      ['A.4', 'A.4', false],
    ])
    expect(consequences(plan)).toEqual([
      '3 Anforderungen gibt es weiter, 1 davon unter anderer Nummer. 1 Antwort zieht um.',
      '1 Antwort ist danach zu bestätigen, weil der Text ein anderer ist. Bis dahin zählt sie nicht.',
      '1 Anforderung entfällt; 1 Antwort dazu bleibt in der bisherigen Prüfung lesbar und lässt sich als Notiz übernehmen.',
      '1 Anforderung kommt hinzu und ist noch offen.',
    ])
  })

  test('where nothing was answered and nothing changed it says only that', () => {
    const plan = planOf(catalog, comparison({ pairs: [pair(control('A.1', 1), control('A.1', 1))] }), new Set(), false)
    expect(consequences(plan)).toEqual([
      '1 Anforderung gibt es weiter, alle unter ihrer Nummer. Beantwortet ist davon noch keine.',
    ])
  })

  test('after a signed check every answer asks, whatever changed', () => {
    const plan = planOf(
      catalog,
      comparison({ pairs: [pair(control('A.1', 1), control('A.1', 1))] }),
      new Set(['A.1']),
      true,
    )
    expect(consequences(plan)[1]).toBe('1 Antwort ist danach zu bestätigen. Bis dahin zählt sie nicht.')
  })
})

describe('lists that were given to somebody', () => {
  test('stay where the list stays, else go where most of its requirements went; one that is gone goes nowhere', () => {
    const compared = comparison({
      pairs: [
        pair(control('A.1', 1), control('A.1', 1)),
        pair(control('B.1', 2), control('C.1', 2)),
        pair(control('B.2', 3), control('D.1', 3)),
        pair(control('B.3', 4), control('D.2', 4)),
      ],
      lost: [control('E.1', 5)],
      new: [],
    })
    expect(listsOf(compared)).toEqual({ A: 'A', B: 'D' })
  })

  test('a list of the same name stays with its holder, though most of it moved away', () => {
    const compared = comparison({
      pairs: [pair(control('A.1', 1), control('B.1', 2)), pair(control('A.2', 2), control('B.2', 3))],
      new: [control('A.9', 1)],
    })
    expect(listsOf(compared)).toEqual({ A: 'A' })
  })
})

describe('neighbours of what is lost', () => {
  const pairs = [1, 2, 4, 5].map((n) => pair(control(`A.${n}`, n), control(`A.${n}`, n * 10)))
  const ids = (lost: ComparedControl, more: Partial<Comparison> = {}) =>
    neighboursOf(lost, comparison({ pairs, ...more })).map(({ id }) => id)

  test('are the three nearest in the list it would stand in, new ones among them', () => {
    expect(ids(control('A.3', 3))).toEqual(['A.2', 'A.1', 'A.4'])
    expect(ids(control('A.3', 3), { new: [control('A.3', 21), control('B.1', 22)] })).toEqual(['A.2', 'A.3', 'A.1'])
  })

  test('of a list that is gone as a whole there are none', () => {
    expect(ids(control('Z.1', 99))).toEqual([])
  })
})
