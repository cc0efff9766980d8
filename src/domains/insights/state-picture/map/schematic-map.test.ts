import { expect, test } from 'vitest'
import { schematicMap } from './schematic-map.ts'

const names = (count: number) => Array.from({ length: count }, (_, at) => `Landkreis ${String.fromCodePoint(65 + at)}`)

test('each name has one cell within the sheet, and no cell lies on another', () => {
  for (const count of [0, 1, 2, 3, 5, 8, 11, 14, 26]) {
    const { width, height, areas } = schematicMap(names(count))
    expect(areas.map(({ name }) => name)).toEqual(names(count))
    for (const { path } of areas) {
      const numbers = [...path.matchAll(/([0-9.]+) ([0-9.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
      expect(numbers).toHaveLength(6)
      expect(numbers.every(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true)
    }
    const half = Math.abs((areas[0]?.x ?? 0) - Number(/L([0-9.]+)/.exec(areas[0]?.path ?? '')?.[1]))
    for (const [at, one] of areas.entries())
      for (const other of areas.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * half - 0.5)
  }
})

test('the same names in any order are the same map, in German order', () => {
  const map = schematicMap(['Landkreis Zeitz', 'Landkreis Ölsnitz', 'Landkreis Nordaue', 'Landkreis Nordaue'])
  expect(map.areas.map(({ key }) => key)).toEqual(['Landkreis Nordaue', 'Landkreis Ölsnitz', 'Landkreis Zeitz'])
  expect(schematicMap(['Landkreis Nordaue', 'Landkreis Zeitz', 'Landkreis Ölsnitz'])).toEqual(map)
})
