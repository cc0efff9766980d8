import type { Point, Ring } from './feature.ts'
import { Heap } from './heap.ts'

const precision = 1
const mostTries = 400

interface Square {
  x: number
  y: number
  half: number
  /** To the nearest border; negative outside. */
  distance: number
}

/** The point inside of the rings that is farthest from their border, holes counted: squares are divided while they may hold a better one. */
export function labelPoint(rings: readonly Ring[]): Point {
  const all = rings.flat()
  const [left, right] = extent(all.map(([x]) => x))
  const [top, bottom] = extent(all.map(([, y]) => y))
  const squareAt = (x: number, y: number, half: number): Square => ({
    x,
    y,
    half,
    distance: distanceInside(rings, x, y),
  })
  const size = Math.max(precision, Math.min(right - left, bottom - top))
  const heap = new Heap<Square>()
  const add = (square: Square): void => heap.push(-(square.distance + square.half * Math.SQRT2), square)
  let best = squareAt((left + right) / 2, (top + bottom) / 2, 0)
  // At most some hundred squares to begin with, however long and thin the area is.
  const step = Math.max(size, (right - left) / 20, (bottom - top) / 20)
  for (let x = left; x < right; x += step)
    for (let y = top; y < bottom; y += step) add(squareAt(x + step / 2, y + step / 2, step / 2))
  for (let tries = 0; tries < mostTries; tries++) {
    const next = heap.pop()
    if (!next || -next.weight - best.distance <= precision) break
    const { x, y, half, distance } = next.value
    if (distance > best.distance) best = next.value
    const quarter = half / 2
    for (const across of [-quarter, quarter])
      for (const down of [-quarter, quarter]) add(squareAt(x + across, y + down, quarter))
  }
  return [best.x, best.y]
}

const extent = (values: readonly number[]): Point =>
  values.reduce<Point>(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity])

function distanceInside(rings: readonly Ring[], x: number, y: number): number {
  let isInside = false
  let nearest = Infinity
  for (const ring of rings) {
    let before = ring.at(-1) ?? [0, 0]
    for (const point of ring) {
      const [[ax, ay], [bx, by]] = [before, point]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
      nearest = Math.min(nearest, toSegment(x, y, before, point))
      before = point
    }
  }
  return (isInside ? 1 : -1) * Math.sqrt(nearest)
}

/** Squared. */
function toSegment(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return (ax + share * dx - x) ** 2 + (ay + share * dy - y) ** 2
}
