import { expect, test } from 'vitest'
import { type BinaryRow, leavesOpen, leavesOpenBeside } from './binary.ts'
import { codeMean, intervalOf } from './coding.ts'

const rowOf = (yes: number, count: number): BinaryRow => ({ count, value: codeMean((100 * yes) / count) })

/** All numbers of yes that a published share allows. */
const possible = ({ count, value }: BinaryRow): number[] => {
  const [low, high] = intervalOf(value)
  return Array.from({ length: count + 1 }, (_, yes) => yes).filter(
    (yes) => (100 * yes) / count >= low && (100 * yes) / count <= high,
  )
}

/** Whether somebody among them, knowing the own answer, could name the answer of every other one. */
const isTold = (row: BinaryRow): boolean =>
  [0, 1].some((own) => {
    const others = possible(row)
      .map((yes) => yes - own)
      .filter((yes) => yes >= 0 && yes <= row.count - 1)
    return others.length > 0 && (others.every((yes) => yes === 0) || others.every((yes) => yes === row.count - 1))
  })

test('a share that is shown tells nobody the answer of another, whatever the own one is', () => {
  let shown = 0
  for (let count = 5; count <= 140; count += 1)
    for (let yes = 0; yes <= count; yes += 1)
      if (leavesOpen(rowOf(yes, count))) {
        shown += 1
        expect(isTold(rowOf(yes, count)), `${yes} of ${count}`).toBe(false)
      }
  expect(shown).toBeGreaterThan(5000)
})

test('two shares of different times tell nobody what those said who came or left', () => {
  const told = (before: BinaryRow, now: BinaryRow, came: number, left: number): boolean => {
    // Yes among those who came, less yes among those who left: from every pair of sums that both shares allow.
    const differences = possible(before).flatMap((one) => possible(now).map((other) => other - one))
    const allowed = differences.filter((by) => by <= came && by >= -left)
    const [least, most] = [Math.min(...allowed), Math.max(...allowed)]
    // One of those who came knows the own answer: with it the others are all yes, or all no.
    return allowed.length > 0 && (least > came - 2 || most < 2 - left)
  }
  let [shown, hidden] = [0, 0]
  for (const [count, came, left] of [
    [12, 5, 0],
    [20, 5, 5],
    [30, 1, 1],
    [30, 8, 2],
    [60, 3, 3],
    [60, 6, 1],
  ] as const)
    for (let before = 0; before <= count; before += 1)
      for (let now = Math.max(0, before - left); now <= Math.min(count + came - left, before + came); now += 1) {
        const rows = [rowOf(before, count), rowOf(now, count + came - left)] as const
        const open = leavesOpenBeside(...rows, { came, left })
        if (open) shown += 1
        else hidden += 1
        if (open) expect(told(...rows, came, left), `${before} of ${count}, then ${now}`).toBe(false)
      }
  expect([shown > 100, hidden > 100]).toEqual([true, true])
})

test('the same answers twice say nothing new', () => {
  expect(leavesOpenBeside(rowOf(3, 20), rowOf(3, 20), { came: 0, left: 0 })).toBe(true)
})
