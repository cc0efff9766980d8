import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Outlines } from '../area.ts'
import type { Feature, Point, Ring } from './feature.ts'
import { labelPoint } from './label-point.ts'
import { projectionOf } from './project.ts'
import { type NumberedRing, weighPoints } from './weigh-points.ts'

/** All paths of a map together, in characters: so that a page with it stays small. */
export const mostPath = 60_000

/** Square units of the drawing, about as many pixels: what is smaller is not seen. */
const finest = 0.2

/** Areas as paths: projected, simplified with common borders kept common, as coarse as the limit of their length asks for. */
export function drawOutlines(features: readonly Feature[]): Outcome<Outlines> {
  const { points, areas } = numbered(features)
  const projection = projectionOf(points)
  if (isRefusal(projection)) return projection
  const { width, height, place } = projection
  const placed = points.map(place)
  const weights = weighPoints(
    placed,
    areas.flatMap(({ polygons }) => polygons.flat()),
  )
  for (let least = startFor(weights); least < width * height; least *= 1.5) {
    const drawn = areas.map((area) => ({ area, ...drawArea(area, placed, weights, least) }))
    if (drawn.reduce((sum, { path }) => sum + path.length, 0) > mostPath) continue
    return {
      width,
      height,
      areas: drawn.map(({ area: { key, name }, path, middle }) => {
        const [x, y] = labelPoint(middle)
        return { key, name, path, x: rounded(x), y: rounded(y) }
      }),
    }
  }
  return refuse('Die Umrisse sind nicht eingelesen.', [
    {
      path: 'file',
      message: 'Die Umrisse sind zu verwickelt, um sie klein genug zu zeichnen. Bitte vereinfachen Sie sie vorher.',
    },
  ])
}

/** The finest that can be short enough at all: a point takes four characters and more. */
function startFor(weights: Float64Array): number {
  const heaviest = weights.toSorted().toReversed()
  const limit = heaviest[mostPath / 4] ?? 0
  return Number.isFinite(limit) ? Math.max(finest, limit) : finest
}

interface NumberedArea extends Omit<Feature, 'polygons'> {
  polygons: NumberedRing[][]
}

/** The same place is the same number, whichever area says it. */
function numbered(features: readonly Feature[]): { points: Point[]; areas: NumberedArea[] } {
  const points: Point[] = []
  const numbers = new Map<string, number>()
  const numberOf = (point: Point): number => {
    const word = `${point[0]} ${point[1]}`
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, points.length)
    return points.push(point) - 1
  }
  const areas = features.map((feature) => ({
    ...feature,
    polygons: feature.polygons.map((rings) => rings.map((ring) => ring.map(numberOf))),
  }))
  return { points, areas }
}

/** The path, and the rings of its largest polygon, where the label stands. */
function drawArea(
  { polygons }: NumberedArea,
  points: readonly Point[],
  weights: Float64Array,
  least: number,
): { path: string; middle: Ring[] } {
  const drawn = polygons.map((rings) => {
    const [outer = [], ...holes] = rings.map((ring) => simplified(ring, points, weights, least))
    return { rings: [outer, ...holes.filter((hole) => sizeOf(hole) >= least * 4)], size: sizeOf(outer) }
  })
  const most = drawn.reduce((largest, { size }) => Math.max(largest, size), 0)
  const shown = drawn.filter(({ size }) => size === most || size >= least * 4)
  return {
    path: shown.flatMap(({ rings }) => rings.map(pathOf)).join(''),
    middle: drawn.find(({ size }) => size === most)?.rings ?? [],
  }
}

/** At least four points, so that nothing becomes a line. */
function simplified(ring: NumberedRing, points: readonly Point[], weights: Float64Array, least: number): Ring {
  const weightOf = (at: number): number => weights[at] ?? 0
  let kept = ring.filter((at) => weightOf(at) >= least)
  if (kept.length < 4) {
    const weightiest = new Set(
      ring.toSorted((one, other) => weightOf(other) - weightOf(one) || one - other).slice(0, 4),
    )
    kept = ring.filter((at) => weightiest.has(at))
  }
  const there = kept.map((at): Point => {
    const [x, y] = points[at] ?? [0, 0]
    return [rounded(x), rounded(y)]
  })
  return there.filter(([x, y], at) => {
    const [beforeX, beforeY] = there.at(at - 1) ?? []
    return x !== beforeX || y !== beforeY || there.length === 1
  })
}

function sizeOf(ring: Ring): number {
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}

const pathOf = ([first = [0, 0], ...others]: Ring): string =>
  `M${first.join(' ')}L${others.map((point) => point.join(' ')).join(' ')}Z`

const rounded = (value: number): number => Math.round(value * 10) / 10
