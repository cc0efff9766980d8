import { type Coded, intervalOf } from './coding.ts'

/** A share of yes as it was published: of how many. */
export interface BinaryRow {
  count: number
  value: Coded
}

/** How many yes a published share leaves possible. */
function possible({ count, value }: BinaryRow): readonly [least: number, most: number] {
  const [low, high] = intervalOf(value)
  return [Math.ceil((low * count) / 100 - 1e-9), Math.floor((high * count) / 100 + 1e-9)]
}

/**
 * Whether a published share of yes leaves open what each one said, whatever somebody among them knows of the own answer: at least two yes and at
 * least two no are possible. An answer of yes or no is told as soon as it is told to less than a hundred points. Decided by what is published
 * alone, so that hiding says nothing more.
 */
export function leavesOpen(row: BinaryRow): boolean {
  const [least, most] = possible(row)
  return most >= 2 && row.count - least >= 2
}

/**
 * The same for two shares of different times: what lies between them leaves open what each of those said who came, and of those who left. `came` and
 * `left` are counts of answers; two publications of the same answers say the same.
 */
export function leavesOpenBeside(
  before: BinaryRow,
  now: BinaryRow,
  { came, left }: { came: number; left: number },
): boolean {
  if (came === 0 && left === 0) return true
  const [leastBefore, mostBefore] = possible(before)
  const [leastNow, mostNow] = possible(now)
  return leastNow - mostBefore <= came - 2 && leastBefore - mostNow <= left - 2
}
