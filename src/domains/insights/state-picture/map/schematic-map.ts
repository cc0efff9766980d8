import { sortKey } from '#kernel/sort-key.ts'
import type { Outlines } from './area.ts'

const [sheet, margin, largest] = [420, 4, 62]

/**
 * A honeycomb with one cell for each name: for installations without outlines, and for counties that do not exist.
 * In German order from the upper left; the same names are always the same map.
 */
export function schematicMap(names: readonly string[]): Outlines {
  const own = [...new Set(names)].toSorted((one, other) => compare(sortKey(one), sortKey(other)) || compare(one, other))
  const rows = rowsFor(own.length)
  const halves = Math.max(2, ...rows.map(({ from, count }) => from + count * 2))
  const side = Math.min(largest, (sheet - 2 * margin) / (halves * (Math.sqrt(3) / 2)))
  const half = (side * Math.sqrt(3)) / 2
  const left = (sheet - halves * half) / 2
  return {
    width: sheet,
    height: Math.ceil(side * (2 + 1.5 * Math.max(0, rows.length - 1)) + 2 * margin),
    areas: rows.flatMap(({ from, count, start }, row) =>
      Array.from({ length: count }, (_, at) => {
        const name = own[start + at] ?? ''
        const [x, y] = [left + (from + at * 2 + 1) * half, margin + side + row * side * 1.5]
        return { key: name, name, path: hexagon(x, y, side), x: rounded(x), y: rounded(y) }
      }),
    ),
  }
}

interface Row {
  /** Half cells left free before the first one. */
  from: number
  count: number
  start: number
}

/** Rows of n and n - 1 in turn, so that the cells interlock; one that is not full stands in the middle of its row. */
function rowsFor(count: number): Row[] {
  const width = Math.ceil(Math.sqrt(count))
  const rows: Row[] = []
  for (let start = 0; start < count;) {
    const shift = rows.length % 2
    const full = Math.max(1, width - shift)
    const there = Math.min(full, count - start)
    rows.push({ from: shift + Math.floor((full - there) / 2) * 2, count: there, start })
    start += there
  }
  return rows
}

function hexagon(x: number, y: number, side: number): string {
  const [half, rise] = [(side * Math.sqrt(3)) / 2, side / 2]
  const corners = [
    [x, y - side],
    [x + half, y - rise],
    [x + half, y + rise],
    [x, y + side],
    [x - half, y + rise],
    [x - half, y - rise],
  ].map(([cornerX = 0, cornerY = 0]) => `${rounded(cornerX)} ${rounded(cornerY)}`)
  return `M${corners[0] ?? ''}L${corners.slice(1).join(' ')}Z`
}

const rounded = (value: number): number => Math.round(value * 10) / 10

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)
