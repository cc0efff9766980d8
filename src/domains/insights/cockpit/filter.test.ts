import { expect, test } from 'vitest'
import { type Filter, filterQuery, isFiltered, readFilter } from './filter.ts'

const asQuery = (filter: Filter): Record<string, string> =>
  Object.fromEntries(Object.entries(filterQuery(filter)).flatMap(([name, value]) => (value ? [[name, value]] : [])))

test('A filter survives the way through the address', () => {
  const filter: Filter = {
    search: 'stendal',
    phase: 'preparation',
    waitingFor: 'organization',
    county: 'Landkreis Nordaue',
    guideId: 'none',
    pressure: 'endangered',
    need: 'withoutContact',
    state: 'withdrawn',
    order: 'waiting',
    isReversed: true,
  }
  expect(readFilter(asQuery(filter))).toEqual(filter)
})

test('What fits nothing is as if it were not there', () => {
  const hostile = {
    suche: 'a\0b',
    phase: "x'; drop table",
    wartet: 'everybody',
    kreis: '\uD800',
    betreuung: '1',
    frist: 'never',
    fehlt: '__proto__ ',
    stand: 'all',
    ordnung: '--name',
  }
  expect(isFiltered(readFilter(hostile))).toBe(false)
  expect(readFilter(hostile).order).toBeUndefined()
})

test('The order alone is no filter, and the usual order does not stand in the address', () => {
  expect(isFiltered({ order: 'name', state: 'active' })).toBe(false)
  expect(asQuery({ order: 'pressure', state: 'active' })).toEqual({})
  expect(asQuery({ order: 'pressure', isReversed: true })).toEqual({ ordnung: '-pressure' })
})
