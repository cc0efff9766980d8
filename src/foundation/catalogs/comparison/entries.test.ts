import { describe, expect, test } from 'vitest'
import { type ComparedControl, compareVersions } from './compare-versions.ts'
import { countsOf, entriesOf, type Entry, groupsOf, inGroup, inState } from './entries.ts'

const control = (id: string, key: string, more: Partial<ComparedControl> = {}): ComparedControl => ({
  id,
  key,
  title: `Titel ${key}`,
  statement: `Text ${key}`,
  obligation: 'should',
  guidance: '',
  topKey: id.split('.')[0] ?? '',
  position: 0,
  ...more,
})
const inOrder = (...controls: ComparedControl[]) => ({
  hasKeys: true,
  controls: controls.map((one, position) => ({ ...one, position })),
})

const entries = entriesOf(
  compareVersions(
    inOrder(
      control('A.1', 'stays'),
      control('A.2', 'moves'),
      control('A.3', 'goes'),
      control('B.1', 'changes'),
      control('C.1', 'alone'),
    ),
    inOrder(
      control('A.1', 'stays'),
      control('A.2', 'comes'),
      control('A.3', 'moves', { statement: 'Anderer Text' }),
      control('B.1', 'changes', { guidance: 'Ein Hinweis' }),
    ),
  ),
)
const line = ({ before, after, states }: Entry): string =>
  `${before?.id ?? '–'} ${after?.id ?? '–'} ${states.join('+')}`

describe('what became of each control', () => {
  test('stands in the order of the new version, the lost ones after it', () => {
    expect(entries.map(line)).toEqual([
      'A.1 A.1 same',
      '– A.2 new',
      'A.2 A.3 toConfirm+renumbered',
      'B.1 B.1 guidance',
      'A.3 – lost',
      'C.1 – lost',
    ])
    expect(countsOf(entries)).toEqual({ toConfirm: 1, renumbered: 1, guidance: 1, lost: 2, new: 1, same: 1 })
  })

  test('a number that was given to another control is told on both sides', () => {
    const told = entries.map(({ numberNow, numberBefore }) => [
      numberNow?.key ?? null,
      numberBefore && [numberBefore.control.key, numberBefore.after?.id ?? null],
    ])
    expect(told).toEqual([
      [null, null],
      [null, ['moves', 'A.3']],
      ['comes', ['goes', null]],
      [null, null],
      ['moves', null],
      [null, null],
    ])
  })

  test('is counted by group, also by those that only the old version has', () => {
    const before = ['A', 'B', 'C'].map((key) => ({ key, title: `Liste ${key}` }))
    const after = ['B', 'A', 'D'].map((key) => ({ key, title: key === 'A' ? 'Liste A neu' : `Liste ${key}` }))
    expect(
      groupsOf(entries, before, after).map(({ key, before: old, controls, counts }) => [
        key,
        old,
        controls,
        counts.lost,
      ]),
    ).toEqual([
      ['B', null, 1, 0],
      ['A', 'Liste A', 3, 1],
      ['C', null, 0, 1],
    ])
  })

  test('is found by state and group', () => {
    expect(inState(entries, 'different').map(line)).toHaveLength(5)
    expect(inState(entries, 'renumbered').map(line)).toEqual(['A.2 A.3 toConfirm+renumbered'])
    expect(inState(inGroup(entries, 'C'), 'lost').map(line)).toEqual(['C.1 – lost'])
    expect(inState(inGroup(entries, 'B'), 'same')).toEqual([])
  })
})
