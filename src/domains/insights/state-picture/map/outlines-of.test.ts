import { expect, test } from 'vitest'
import { honeycombOf } from './outlines-of.ts'

const cell = (key: string) => ({ key, label: key, hidden: 'small' as const })

test('without a map the counties of a picture are a honeycomb, the county level and those without a county are not in it', () => {
  const families = [{ dimension: 'county' as const, cells: ['Harz', 'Börde', 'notStated', 'countyLevel'].map(cell) }]
  const drawn = honeycombOf({ families })
  expect(drawn?.areas.map(({ name }) => name)).toEqual(['Börde', 'Harz'])
  expect(drawn?.isSchematic).toBe(true)
})

test('a picture that speaks of no county has no map', () => {
  expect(honeycombOf({ families: [] })).toBeUndefined()
})
