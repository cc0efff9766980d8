/** A column of what is published: how many unknown subjects stand in exactly these rows. */
export interface Column {
  weight: number
  /** Places of the rows with a one. */
  rows: readonly number[]
}

// Sums of rows are looked at modulo a prime: what depends over the rationals depends there too, so nothing is overlooked. Below 2^26, so that a
// product of two is exact.
const prime = 67_108_859

type Vector = number[]

const reduced = (value: number): number => ((value % prime) + prime) % prime

function inverse(value: number): number {
  let [result, square] = [1, value]
  for (let left = prime - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}

/** Takes so many times the other vector away, in place. */
function takeAway(vector: Vector, times: number, other: Vector): void {
  if (times === 0) return
  for (let place = 0; place < vector.length; place += 1)
    vector[place] = reduced((vector[place] ?? 0) - times * (other[place] ?? 0))
}

const unitAt = (vector: Vector, at: number): Vector => {
  const factor = inverse(vector[at] ?? 1)
  return vector.map((value) => (value * factor) % prime)
}

/** Rows in reduced echelon form, with the place of the one that each begins with. */
function echelon(rows: readonly Vector[], width: number): { rows: Vector[]; pivots: number[] } {
  const left = rows.map((row) => [...row])
  const [done, pivots]: [Vector[], number[]] = [[], []]
  for (let at = 0; at < width && left.length > 0; at += 1) {
    const found = left.findIndex((row) => row[at] !== 0)
    if (found === -1) continue
    const [row = []] = left.splice(found, 1)
    const unit = unitAt(row, at)
    for (const other of [...left, ...done]) takeAway(other, other[at] ?? 0, unit)
    done.push(unit)
    pivots.push(at)
  }
  return { rows: done, pivots }
}

/** For each column its coordinates in a basis of what no sum of rows can tell apart. */
function kernelColumns(columns: readonly Column[], height: number): Vector[] {
  const width = columns.length
  const matrix = Array.from({ length: height }, (_, row) => columns.map(({ rows }) => (rows.includes(row) ? 1 : 0)))
  const { rows, pivots } = echelon(matrix, width)
  const placeOf = new Map(pivots.map((column, place) => [column, place]))
  const free = columns.map((_, at) => at).filter((at) => !placeOf.has(at))
  return columns.map((_, at) => {
    const row = rows[placeOf.get(at) ?? -1]
    return free.map((place) => (row ? reduced(-(row[place] ?? 0)) : place === at ? 1 : 0))
  })
}

/** Shadows in few dimensions: what depends on each other does so there too, and what does not hardly ever. The same each time. */
function shadows(vectors: readonly Vector[], dimensions: number): Vector[] {
  let state = 12_345
  const next = (): number => (state = (state * 48_271) % 2_147_483_647) % prime
  const length = vectors[0]?.length ?? 0
  const mix = Array.from({ length: dimensions }, () => Array.from({ length }, next))
  return vectors.map((vector) =>
    mix.map((factors) => factors.reduce((sum, factor, at) => (sum + factor * (vector[at] ?? 0)) % prime, 0)),
  )
}

interface Basis {
  at: number
  vector: Vector
}

/** Without what the basis says already; a vector of nothing but zeros depends on it. */
function rest(vector: Vector, basis: readonly Basis[]): Vector {
  const left = [...vector]
  for (const { at, vector: known } of basis) takeAway(left, left[at] ?? 0, known)
  return left
}

function dependsOn(vectors: readonly Vector[]): boolean {
  const basis: Basis[] = []
  for (const vector of vectors) {
    const left = rest(vector, basis)
    const at = left.findIndex((value) => value !== 0)
    if (at === -1) return true
    basis.push({ at, vector: unitAt(left, at) })
  }
  return false
}

/**
 * Columns of fewer than `least` subjects together of which some sum of rows speaks alone: undefined when there are none. A sum of rows speaks of a
 * set alone when it is zero on every other column; that is so exactly when the kernel's coordinates of the set depend on each other. `height` is
 * the number of rows.
 */
export function findIsolated(columns: readonly Column[], height: number, least: number): number[] | undefined {
  const kernel = kernelColumns(columns, height)
  const small = shadows(kernel, least)
  const light = columns.flatMap(({ weight }, at) => (weight > 0 && weight < least ? [at] : []))
  const look = (
    from: number,
    weight: number,
    chosen: readonly number[],
    basis: readonly Basis[],
  ): number[] | undefined => {
    for (let next = from; next < light.length; next += 1) {
      const column = light[next] ?? 0
      const more = weight + (columns[column]?.weight ?? 0)
      if (more >= least) continue
      const left = rest(small[column] ?? [], basis)
      const at = left.findIndex((value) => value !== 0)
      const all = [...chosen, column]
      if (at === -1) {
        if (dependsOn(all.map((place) => kernel[place] ?? []))) return all
        continue
      }
      const found = more + 1 < least && look(next + 1, more, all, [...basis, { at, vector: unitAt(left, at) }])
      if (found) return found
    }
    return undefined
  }
  return look(0, 0, [], [])
}
