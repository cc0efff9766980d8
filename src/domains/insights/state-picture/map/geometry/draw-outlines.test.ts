import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { needsSharedData, sharedData } from '../../../../../../test/fixtures/shared-data.ts'
import type { Outlines } from '../area.ts'
import { matchAreas } from '../match-areas.ts'
import { drawOutlines, mostPath } from './draw-outlines.ts'
import type { Feature, Point, Properties, Ring } from './feature.ts'
import { labelPoint } from './label-point.ts'
import { readOutlines } from './read-outlines.ts'

function drawn(text: string, wanted: Properties = {}): Outlines {
  const features = readOutlines(text, wanted)
  const outlines = isRefusal(features) ? features : drawOutlines(features)
  if (isRefusal(outlines)) throw new Error(JSON.stringify(outlines))
  return outlines
}

const ringsOf = (path: string): Ring[] =>
  path
    .split('M')
    .slice(1)
    .map((part) => [...part.matchAll(/(-?[0-9.]+) (-?[0-9.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]))

const isInside = (rings: readonly Ring[], x: number, y: number): boolean =>
  rings.reduce(
    (inside, ring) =>
      ring.reduce((odd, [ax, ay], at) => {
        const [bx, by] = ring.at(at - 1) ?? [ax, ay]
        return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd
      }, inside),
    false,
  )

const edges = (path: string): string[] =>
  ringsOf(path).flatMap((ring) =>
    ring.map((point, at) => [point.join(' '), (ring.at(at - 1) ?? point).join(' ')].toSorted().join(' – ')),
  )

const wave = (from: number, to: number, count: number, x: number): Point[] =>
  Array.from({ length: count + 1 }, (_, at) => [x + Math.sin(at) / 40, from + ((to - from) * at) / count])

test('a border of two areas stays one line when it is simplified', () => {
  const border = wave(51, 52, 400, 11)
  const features: Feature[] = [
    { key: '1', name: 'West', polygons: [[[[10, 51], ...border, [10, 52]]]] },
    { key: '2', name: 'Ost', polygons: [[[[12, 52], ...border.toReversed(), [12, 51]]]] },
  ]
  const outlines = drawOutlines(features)
  if (isRefusal(outlines)) throw new Error(outlines.refused)
  const [west = [], east = []] = outlines.areas.map(({ path }) => edges(path))
  const common = west.filter((edge) => east.includes(edge))
  expect(west.length).toBeLessThan(400)
  expect(west.length - common.length).toBe(3)
  expect(east.length - common.length).toBe(3)
})

test('a city within a county fills its hole, and the label of the county stands beside it', () => {
  const box = (left: number, right: number, bottom: number, top: number): Ring => [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]
  const city = box(11, 12, 51, 52)
  const outlines = drawOutlines([
    { key: '1', name: 'Umland', polygons: [[box(10, 13, 50, 53), city.toReversed()]] },
    { key: '2', name: 'Stadt', polygons: [[city]] },
  ])
  if (isRefusal(outlines)) throw new Error(outlines.refused)
  const [around = [], inside = []] = outlines.areas.map(({ path }) => ringsOf(path))
  const [one = '', other = ''] = outlines.areas.map(({ path }) => path)
  expect(edges(one)).toEqual(expect.arrayContaining(edges(other)))
  expect(outlines.areas.map(({ x, y }, at) => isInside([around, inside][at] ?? [], x, y))).toEqual([true, true])
})

test('the label point is in the middle of the widest part', () => {
  const hammer: Ring = [
    [0, 0],
    [100, 0],
    [100, 10],
    [200, 10],
    [200, 20],
    [100, 20],
    [100, 100],
    [0, 100],
  ]
  const [x, y] = labelPoint([hammer])
  expect(Math.hypot(x - 50, y - 50)).toBeLessThan(3)
})

test('whatever the numbers are, a map is drawn or refused', () => {
  const number = fc.oneof(
    fc.double({ noNaN: false }),
    fc.double({ min: -180, max: 180 }),
    fc.integer({ min: 9, max: 13 }),
  )
  const ring = fc.array(fc.tuple(number, number), { maxLength: 12 })
  const area = fc.record({
    type: fc.constant('Feature'),
    properties: fc.record({ ARS: fc.string(), GEN: fc.string() }),
    geometry: fc.record({
      type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point'),
      coordinates: fc.oneof(fc.array(ring), fc.array(fc.array(ring)), fc.anything()),
    }),
  })
  fc.assert(
    fc.property(fc.array(area, { maxLength: 4 }), (features) => {
      const read = readOutlines(JSON.stringify({ type: 'FeatureCollection', features }))
      const outlines = isRefusal(read) ? read : drawOutlines(read)
      if (isRefusal(outlines)) expect(outlines.errors?.length).toBeGreaterThan(0)
      else expect(JSON.stringify(outlines)).not.toMatch(/NaN|Infinity|null/)
    }),
  )
})

const counties = sharedData('geo', 'kreise.geojson')
const topology = sharedData('geo', 'sachsen-anhalt.topo.json')
const list = sharedData('geo', 'kommunen-133.csv')

describe.skipIf(!counties || !topology || !list)(`Saxony-Anhalt (${needsSharedData('geo')})`, () => {
  const text = (file: string | null): string => readFileSync(file ?? '', 'utf8')

  test.for([
    ['GeoJSON', counties, {}],
    ['TopoJSON', topology, { object: 'kreise' }],
  ] as const)('has 14 areas from %s, small enough for a page, each with its label inside', ([, file, wanted]) => {
    const { width, height, areas } = drawn(text(file), wanted)
    expect(areas).toHaveLength(14)
    expect(areas.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(mostPath / 2)
    expect([width, height]).toEqual([420, 544])
    for (const { path, x, y, name } of areas) {
      expect(path).toMatch(/^(M[0-9.]+ [0-9.]+L[0-9. ]+Z)+$/)
      expect(isInside(ringsOf(path), x, y), name).toBe(true)
    }
  })

  test('each inner border is drawn twice and each outer one once: nothing gapes', () => {
    const all = drawn(text(counties)).areas.flatMap(({ path }) => edges(path))
    const times = [...Map.groupBy(all, (edge) => edge).values()].map((same) => same.length)
    expect(times.every((count) => count <= 2)).toBe(true)
    expect(times.filter((count) => count === 2).length).toBeGreaterThan(300)
  })

  test('all eleven counties of the list of municipalities have their area; the three cities have no county', () => {
    const rows = text(list)
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(';'))
    const named = rows
      .filter(([, , , kind]) => kind && kind !== 'kreisfreie Stadt' && kind !== 'Landkreis')
      .map((row) => row[5] ?? '')
    const match = matchAreas(
      drawn(text(counties)).areas,
      [...new Set(named)].map((key) => ({ key })),
    )
    expect(match.cellsWithoutArea).toEqual([])
    expect(match.areas.size).toBe(11)
    expect(match.areasWithoutCell.map(({ key }) => key)).toEqual(['15001', '15002', '15003'])
  })

  test('218 municipalities are made as coarse as a page needs', () => {
    const { areas } = drawn(text(topology), { object: 'gemeinden' })
    expect(areas).toHaveLength(218)
    expect(areas.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThanOrEqual(mostPath)
  })

  test('a file with any character changed is read or refused, and never more than that', () => {
    const whole = text(topology)
    const start = whole.indexOf('"objects"')
    // Around where arcs end and objects begin there is something of everything.
    const [head, tail] = [whole.slice(0, start), whole.slice(start)]
    const small = JSON.stringify({
      ...(JSON.parse(whole) as object),
      objects: { kreise: (JSON.parse(whole) as { objects: { kreise: unknown } }).objects.kreise },
    })
    expect(head.length + tail.length).toBe(whole.length)
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 0.999, noNaN: true }),
            fc.constantFrom('[', ']', '{', '}', '-', '9', '"', ',', 'e', '', 'null'),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        (changes) => {
          const changed = changes.reduce((now, [where, what]) => {
            const at = Math.floor(where * now.length)
            return now.slice(0, at) + what + now.slice(at + 1)
          }, small)
          const read = readOutlines(changed)
          const outlines = isRefusal(read) ? read : drawOutlines(read)
          if (isRefusal(outlines)) expect(outlines.errors?.[0]?.message).toMatch(/[.]$/)
          else expect(outlines.areas.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})
