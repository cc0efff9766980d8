// What a profile changes: parameters set, contents removed and added.
import { describe, expect, test } from 'vitest'
import { all, controlIn, only, resolved } from '../../../../../test/fixtures/profile-sources.ts'
import type { JsonObject } from '../document/fields.ts'
import { listOf, textOf } from './json-tree.ts'

describe('modify', () => {
  const parameter = (rest: object, control: string) => listOf(controlIn(rest, control), 'params')[0]

  test('a value takes the place of the value, a choice too; remarks are added', () => {
    const set = { 'param-id': 'a1-p', label: 'Neue Frist', values: ['7'], constraints: [{ description: 'x' }] }
    const rest = { imports: [all], modify: { 'set-parameters': [set, { ...set, values: ['8'] }] } }
    expect(parameter(rest, 'a1')).toEqual({
      id: 'a1-p',
      label: 'Neue Frist',
      values: ['8'],
      constraints: [{ description: 'x' }, { description: 'x' }],
    })
    const select = { 'param-id': 'a1-p', select: { choice: ['1', '2'] } }
    const chosen = parameter({ imports: [all], modify: { 'set-parameters': [select] } }, 'a1')
    expect(chosen).toEqual({ id: 'a1-p', label: 'Frist', select: { choice: ['1', '2'] } })
  })

  test('loose parameters come along where they are inserted, directly or through others, and can be set', () => {
    const modify = { 'set-parameters': [{ 'param-id': 'frei', values: ['hier'] }] }
    const { catalog } = resolved({ imports: [only('a1', 'a1.2')], modify }).document
    expect(listOf(catalog, 'params')).toEqual([
      { id: 'frei', values: ['hier'] },
      { id: 'in-gruppe', values: ['{{ insert: param, frei }}'] },
      { id: 'kind-p', values: ['5'] },
    ])
    expect(resolved({ imports: [only('a2')] }).document.catalog['params']).toBeUndefined()
  })

  test('unknown parameters, controls and places are warnings', () => {
    const modify = {
      'set-parameters': [{ 'param-id': 'gibt-es-nicht', values: ['1'] }],
      alters: [
        { 'control-id': 'b1', adds: [{ props: [{ name: 'x', value: 'y' }] }] },
        { 'control-id': 'a2', removes: [{ 'by-name': 'nichts' }], adds: [{ 'by-id': 'nirgends', parts: [] }] },
      ],
    }
    expect(resolved({ imports: [only('a2')], modify }).warnings).toEqual([
      'Das Profil setzt an einer Stelle Parameter, die es in seinen Quellen nicht gibt: „gibt-es-nicht“.',
      'Das Profil ändert an einer Stelle Anforderungen, die es nicht ausgewählt hat: „b1“.',
      'Streichungen des Profils treffen an einer Stelle nichts: „a2“.',
      'Ergänzungen des Profils haben an einer Stelle kein Ziel und fehlen: „a2: nirgends“.',
    ])
  })

  const removals: [string, object, (control: JsonObject) => unknown, unknown][] = [
    ['by name', { 'by-name': 'status' }, (control) => listOf(control, 'props').length, 1],
    ['by class', { 'by-class': 'weg' }, (control) => listOf(control, 'props').length, 2],
    ['by id', { 'by-id': 'a1-gdn' }, (control) => listOf(control, 'parts').length, 1],
    ['by id, deeper', { 'by-id': 'a1-a' }, (control) => listOf(listOf(control, 'parts')[0], 'parts').length, 1],
    ['by kind', { 'by-item-name': 'prop' }, (control) => control['props'], undefined],
    ['by namespace', { 'by-item-name': 'prop', 'by-ns': 'https://x.example' }, (c) => listOf(c, 'props').length, 2],
    ['only what fits all criteria', { 'by-name': 'status', 'by-class': 'weg' }, (c) => listOf(c, 'props').length, 3],
    ['links', { 'by-item-name': 'link' }, (control) => control['links'], undefined],
    [
      'nothing of nested controls',
      { 'by-item-name': 'param' },
      (c) => listOf(listOf(c, 'controls')[0], 'params').length,
      1,
    ],
  ]
  test.each(removals)('removes %s', (_name, removal, look, expected) => {
    const modify = { alters: [{ 'control-id': 'a1', removes: [removal] }] }
    expect(look(controlIn({ imports: [all], modify }, 'a1'))).toEqual(expected)
  })

  const part = { name: 'neu', prose: 'Neu' }
  const names = (json: JsonObject | undefined): (string | null)[] =>
    listOf(json, 'parts').map((item) => textOf(item, 'name'))
  const additions: [string, object, (control: JsonObject) => unknown, unknown][] = [
    ['at the end, when nothing is said', { parts: [part] }, names, ['statement', 'guidance', 'neu']],
    ['at the beginning', { position: 'starting', parts: [part] }, names, ['neu', 'statement', 'guidance']],
    [
      'before the control itself means at its beginning',
      { position: 'before', parts: [part] },
      names,
      ['neu', 'statement', 'guidance'],
    ],
    [
      'before a part',
      { position: 'before', 'by-id': 'a1-gdn', parts: [part] },
      names,
      ['statement', 'neu', 'guidance'],
    ],
    ['after a part', { position: 'after', 'by-id': 'a1-stm', parts: [part] }, names, ['statement', 'neu', 'guidance']],
    [
      'into a part',
      { position: 'starting', 'by-id': 'a1-stm', parts: [part] },
      (c) => names(listOf(c, 'parts')[0]),
      ['neu', 'item', 'item'],
    ],
    [
      'after a deeper part',
      { position: 'after', 'by-id': 'a1-a', parts: [part] },
      (c) => names(listOf(c, 'parts')[0]),
      ['item', 'neu', 'item'],
    ],
    [
      'beside a parameter',
      { position: 'before', 'by-id': 'a1-p', params: [{ id: 'p0' }] },
      (c) => listOf(c, 'params').map((p) => p['id']),
      ['p0', 'a1-p'],
    ],
    ['another title', { title: 'Umbenannt' }, (control) => control['title'], 'Umbenannt'],
    [
      'properties',
      { position: 'starting', props: [{ name: 'x', value: 'y' }] },
      (c) => textOf(listOf(c, 'props')[0], 'name'),
      'x',
    ],
  ]
  test.each(additions)('adds %s', (_name, addition, look, expected) => {
    const modify = { alters: [{ 'control-id': 'a1', adds: [addition] }] }
    expect(look(controlIn({ imports: [all], modify }, 'a1'))).toEqual(expected)
  })

  test('first takes away, then adds: so a text is replaced', () => {
    const alter = {
      'control-id': 'a1',
      removes: [{ 'by-name': 'guidance' }],
      adds: [{ parts: [{ name: 'guidance', prose: 'Besserer Rat' }] }],
    }
    const control = controlIn({ imports: [all], modify: { alters: [alter] } }, 'a1')
    expect(listOf(control, 'parts').map((item) => item['prose'])).toContain('Besserer Rat')
    expect(names(control)).toEqual(['statement', 'guidance'])
  })
})
