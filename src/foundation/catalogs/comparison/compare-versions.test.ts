import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ComparedControl, compareVersions, isRenumbered, isToConfirm } from './compare-versions.ts'

const control = (id: string, more: Partial<ComparedControl> = {}): ComparedControl => ({
  id,
  key: `key of ${id}`,
  title: `Titel ${id}`,
  statement: `Text ${id}`,
  obligation: 'should',
  guidance: '',
  topKey: 'A',
  position: 1,
  ...more,
})
const version = (...controls: ComparedControl[]) => ({ hasKeys: true, controls })

const ids = (controls: readonly ComparedControl[]): string[] => controls.map(({ id }) => id)

describe('two versions of a catalog', () => {
  test('a control keeps its identity under another number, and a re-used number does not lend it to another control', () => {
    const old = control('A.7', { key: 'k1' })
    const after = compareVersions(
      version(old),
      version({ ...old, id: 'A.6' }, control('A.7', { key: 'k2', title: 'Etwas anderes' })),
    )
    expect(after.pairs.map((pair) => [pair.before.id, pair.after.id, pair.by, isRenumbered(pair)])).toEqual([
      ['A.7', 'A.6', 'key', true],
    ])
    expect(ids(after.new)).toEqual(['A.7'])
    expect(after.lost).toEqual([])
  })

  test('swapped numbers follow the identity', () => {
    const [a, b] = [control('A.1', { key: 'a' }), control('A.2', { key: 'b' })]
    const { pairs } = compareVersions(version(a, b), version({ ...b, id: 'A.1' }, { ...a, id: 'A.2' }))
    expect(pairs.map(({ before, after }) => `${before.id}→${after.id}`)).toEqual(['A.2→A.1', 'A.1→A.2'])
  })

  test('another identity under the same number and title is the same control, to be confirmed where its text changed', () => {
    const old = control('A.2', { key: 'a', title: 'Warteraum' })
    const { pairs, lost } = compareVersions(version(old), version({ ...old, key: 'b', statement: 'Ein anderer Text' }))
    expect(pairs.map((pair) => [pair.by, pair.changes, isToConfirm(pair)])).toEqual([
      ['idAndTitle', ['statement'], true],
    ])
    expect(lost).toEqual([])
  })

  test('neither the number nor the title alone makes two controls one', () => {
    const old = control('A.1', { key: 'a' })
    const after = compareVersions(
      version(old),
      version(control('A.1', { key: 'b', title: 'Anders' }), { ...old, id: 'A.9', key: 'c' }),
    )
    expect([ids(after.lost), ids(after.new)]).toEqual([['A.1'], ['A.1', 'A.9']])
  })

  test.for([
    ['text', { statement: 'Neu' }, true],
    ['title', { title: 'Neu' }, true],
    ['modal verb', { obligation: 'must' }, true],
    ['guidance', { guidance: 'Neu' }, false],
    ['white space', { statement: ' Text \n A.1 ' }, false],
    ['word that may be set now', { statement: 'Text [A.1]' }, false],
  ] as const)('another %s: %j', ([, change, asks]) => {
    const old = control('A.1')
    const [pair] = compareVersions(version(old), version({ ...old, ...change })).pairs
    expect(pair && isToConfirm(pair)).toBe(asks)
  })

  test('without identities on one side number and title decide together', () => {
    const old = control('A.1')
    const after = compareVersions(version(old), { hasKeys: false, controls: [{ ...old, key: 'A.1' }] })
    expect([after.byKeys, after.pairs[0]?.by]).toEqual([false, 'idAndTitle'])
    const renumbered = compareVersions(version(old), { hasKeys: false, controls: [{ ...old, id: 'A.2', key: 'A.2' }] })
    expect([ids(renumbered.lost), ids(renumbered.new)]).toEqual([['A.1'], ['A.2']])
  })

  test('every control of both versions is told exactly once, whatever they look like', () => {
    const some = fc.uniqueArray(
      fc
        .record({ n: fc.nat(12), key: fc.nat(12), title: fc.constantFrom('x', 'y') })
        .map(({ n, key, title }) => control(`A.${n}`, { key: `k${key}`, title })),
      { selector: ({ id }) => id, maxLength: 12 },
    )
    fc.assert(
      fc.property(some, some, fc.boolean(), (a, b, hasKeys) => {
        const { pairs, lost, new: added } = compareVersions({ hasKeys, controls: a }, { hasKeys, controls: b })
        expect([...pairs.map(({ before }) => before.id), ...ids(lost)].toSorted()).toEqual(ids(a).toSorted())
        expect([...pairs.map(({ after }) => after.id), ...ids(added)].toSorted()).toEqual(ids(b).toSorted())
      }),
    )
  })
})
