import type { Point } from './feature.ts'
import { Heap } from './heap.ts'

/** A ring as numbers of its points. */
export type NumberedRing = number[]

/**
 * How much each point says about the shape, as the area that is lost without it (Visvalingam and Whyatt). Where three lines meet it is
 * infinite, and a line between two such places is weighed once for both its sides: neighbours that are simplified still touch.
 */
export function weighPoints(points: readonly Point[], rings: readonly NumberedRing[]): Float64Array {
  const weights = new Float64Array(points.length).fill(-1)
  for (const junction of junctionsOf(points.length, rings)) weights[junction] = Infinity
  for (const ring of rings) {
    const turned = turnedToPinned(points, ring, weights)
    let line = turned.slice(0, 1)
    for (const at of [...turned.slice(1), turned[0] ?? 0]) {
      line.push(at)
      if (weights[at] !== Infinity) continue
      weighLine(points, line, weights)
      line = [at]
    }
  }
  return weights
}

/** Points with other than two different neighbours, over all rings. */
function junctionsOf(count: number, rings: readonly NumberedRing[]): number[] {
  const [one, other] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)]
  const meets = new Set<number>()
  const add = (at: number, next: number): void => {
    if (one[at] === next || other[at] === next) return
    if (one[at] === -1) one[at] = next
    else if (other[at] === -1) other[at] = next
    else meets.add(at)
  }
  for (const ring of rings)
    for (const [index, at] of ring.entries()) {
      const next = ring[(index + 1) % ring.length] ?? at
      add(at, next)
      add(next, at)
    }
  for (const ring of rings) for (const at of ring) if (other[at] === -1) meets.add(at)
  return [...meets]
}

/** Beginning at a point that stays. A ring without any, such as an island, gets two that do not depend on where it begins. */
function turnedToPinned(points: readonly Point[], ring: NumberedRing, weights: Float64Array): NumberedRing {
  let start = ring.findIndex((at) => weights[at] === Infinity)
  if (start === -1) {
    const lowest = ring.reduce((least, at) => Math.min(least, at), Infinity)
    const [x, y] = points[lowest] ?? [0, 0]
    const distance = (at: number) => Math.hypot((points[at]?.[0] ?? 0) - x, (points[at]?.[1] ?? 0) - y)
    const farthest = ring.reduce((best, at) => {
      const gain = distance(at) - distance(best)
      return gain > 0 || (gain === 0 && at < best) ? at : best
    }, lowest)
    weights[lowest] = Infinity
    weights[farthest] = Infinity
    start = ring.indexOf(lowest)
  }
  return [...ring.slice(start), ...ring.slice(0, start)]
}

/** A line between two points that stay; nothing is done when it has been weighed from its other side. */
function weighLine(points: readonly Point[], line: readonly number[], weights: Float64Array): void {
  const second = line[1]
  if (line.length < 3 || second === undefined || weights[second] !== -1) return
  const before = line.map((_, at) => at - 1)
  const after = line.map((_, at) => at + 1)
  const current = new Float64Array(line.length)
  const heap = new Heap<number>()
  const pointAt = (at: number): Point => points[line[at] ?? 0] ?? [0, 0]
  const weigh = (at: number, least: number): void => {
    if (at <= 0 || at >= line.length - 1) return
    current[at] = Math.max(least, triangle(pointAt(before[at] ?? 0), pointAt(at), pointAt(after[at] ?? 0)))
    heap.push(current[at], at)
  }
  for (const at of line.keys()) weigh(at, 0)
  for (let entry = heap.pop(); entry; entry = heap.pop()) {
    const { value: at, weight } = entry
    const own = line[at] ?? 0
    // Weighed anew since, or done.
    if (current[at] !== weight || weights[own] !== -1) continue
    weights[own] = weight
    const [left, right] = [before[at] ?? 0, after[at] ?? 0]
    after[left] = right
    before[right] = left
    weigh(left, weight)
    weigh(right, weight)
  }
}

const triangle = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
