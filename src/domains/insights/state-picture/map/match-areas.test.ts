import { expect, test } from 'vitest'
import { matchAreas, missingInWords, shortCounty } from './match-areas.ts'

const area = (key: string, name: string) => ({ key, name })
const cell = (key: string) => ({ key })
const pairs = (areas: ReturnType<typeof area>[], ...cells: string[]) =>
  Object.fromEntries([...matchAreas(areas, cells.map(cell)).areas].map(([key, found]) => [key, found.key]))

test('a county is found by its key, its very name, or its name with and without Landkreis', () => {
  const areas = [area('15085', 'Harz'), area('15089', 'Salzlandkreis'), area('15090', 'Landkreis Stendal')]
  expect(pairs(areas, '15085', 'Salzlandkreis', 'Stendal')).toEqual({
    '15085': '15085',
    Salzlandkreis: '15089',
    Stendal: '15090',
  })
  expect(pairs(areas, 'Landkreis Harz', 'Kreis Stendal')).toEqual({
    'Landkreis Harz': '15085',
    'Kreis Stendal': '15090',
  })
  expect(pairs([area('1', 'BÖRDE, Landkreis')], 'Landkreis Börde')).toEqual({ 'Landkreis Börde': '1' })
})

test('what fits nothing is said on both sides', () => {
  const match = matchAreas(
    [area('15001', 'Dessau-Roßlau'), area('15085', 'Harz')],
    ['Harz', 'Landkreis Nordaue'].map(cell),
  )
  expect(match.cellsWithoutArea).toEqual([cell('Landkreis Nordaue')])
  expect(match.areasWithoutCell).toEqual([area('15001', 'Dessau-Roßlau')])
  expect(match.cells.get('15085')).toEqual(cell('Harz'))
})

test('a city and a county of one name are told apart, and a name that could be two is nobody’s', () => {
  const areas = [area('13003', 'Rostock'), area('13072', 'Landkreis Rostock')]
  expect(pairs(areas, 'Landkreis Rostock')).toEqual({ 'Landkreis Rostock': '13072' })
  expect(pairs(areas, 'Kreis Rostock')).toEqual({})
  expect(pairs([area('1', 'Harz')], 'Harz', 'Landkreis Harz')).toEqual({ Harz: '1' })
  expect(pairs([area('1', 'Landkreis')], 'Landkreis')).toEqual({ Landkreis: '1' })
})

test('missing areas are one German sentence', () => {
  expect(missingInWords([])).toBeUndefined()
  expect(missingInWords(['Harz'])).toBe(
    'Ein Landkreis des Registers hat keine Fläche: Harz. Sein Wert steht nur in der Tabelle.',
  )
  expect(missingInWords(Array.from({ length: 10 }, (_, at) => `K${at}`))).toContain('K7 und 2 weitere. Ihre Werte')
})

test('in the drawing a county is called without Landkreis', () => {
  expect(['Landkreis Nordaue', 'Salzlandkreis', 'Landkreis'].map(shortCounty)).toEqual([
    'Nordaue',
    'Salzlandkreis',
    'Landkreis',
  ])
})
