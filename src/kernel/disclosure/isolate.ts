/** A column of what is published: how many unknown subjects stand in exactly these rows. */
export interface Column {
  weight: number
  /** Places of the rows with a one. */
  rows: readonly number[]
}

// Exact sums of rows are looked at modulo a prime: what depends over the rationals depends there too, so nothing is overlooked.
const prime = 2_147_483_647n

const power = (base: bigint, exponent: bigint): bigint => {
  let [result, square] = [1n, base % prime]
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}
const inverse = (value: bigint): bigint => power(value, prime - 2n)
const reduced = (value: bigint): bigint => ((value % prime) + prime) % prime

type Vector = bigint[]

/** Rows in reduced echelon form, with the place of the one that each begins with. */
function echelon(rows: readonly Vector[], width: number): { rows: Vector[]; pivots: number[] } {
  const left = rows.map((row) => [...row])
  const [done, pivots]: [Vector[], number[]] = [[], []]
  for (let at = 0; at < width; at += 1) {
    const found = left.findIndex((row) => row[at] !== 0n)
    if (found === -1) continue
    const [row = []] = left.splice(found, 1)
    const factor = inverse(row[at] ?? 1n)
    const unit = row.map((value) => reduced(value * factor))
    for (const other of [...left, ...done]) {
      const times = other[at] ?? 0n
      if (times !== 0n)
        for (let place = 0; place < width; place += 1)
          other[place] = reduced((other[place] ?? 0n) - times * (unit[place] ?? 0n))
    }
    done.push(unit)
    pivots.push(at)
  }
  return { rows: done, pivots }
}

/** For each column its coordinates in a basis of what no sum of rows can tell apart. */
function kernelColumns(columns: readonly Column[], height: number): Vector[] {
  const width = columns.length
  const matrix = Array.from({ length: height }, (_, row) => columns.map(({ rows }) => (rows.includes(row) ? 1n : 0n)))
  const { rows, pivots } = echelon(matrix, width)
  const free = columns.map((_, at) => at).filter((at) => !pivots.includes(at))
  return columns.map((_, at) => {
    const pivot = pivots.indexOf(at)
    return free.map((place) => (pivot === -1 ? (place === at ? 1n : 0n) : reduced(-(rows[pivot]?.[place] ?? 0n))))
  })
}

/** Without what the basis says already; a vector of nothing but zeros depends on it. */
function rest(vector: Vector, basis: readonly { at: number; vector: Vector }[]): Vector {
  let left = vector
  for (const { at, vector: known } of basis) {
    const times = left[at] ?? 0n
    if (times !== 0n) left = left.map((value, place) => reduced(value - times * (known[place] ?? 0n)))
  }
  return left
}

/**
 * Columns of fewer than `least` subjects together of which some sum of rows speaks alone: undefined when there are none. A sum of rows speaks of a
 * set alone when it is zero on every other column. `height` is the number of rows.
 */
export function findIsolated(columns: readonly Column[], height: number, least: number): number[] | undefined {
  const kernel = kernelColumns(columns, height)
  const light = columns.flatMap(({ weight }, at) => (weight > 0 && weight < least ? [at] : []))
  const look = (
    from: number,
    weight: number,
    chosen: readonly number[],
    basis: readonly { at: number; vector: Vector }[],
  ): number[] | undefined => {
    for (let next = from; next < light.length; next += 1) {
      const column = light[next] ?? 0
      const more = weight + (columns[column]?.weight ?? 0)
      if (more >= least) continue
      const left = rest(kernel[column] ?? [], basis)
      const at = left.findIndex((value) => value !== 0n)
      if (at === -1) return [...chosen, column]
      const factor = inverse(left[at] ?? 1n)
      const unit = { at, vector: left.map((value) => reduced(value * factor)) }
      const found = look(next + 1, more, [...chosen, column], [...basis, unit])
      if (found) return found
    }
    return undefined
  }
  return look(0, 0, [], [])
}
