import { Temporal } from 'temporal-polyfill'
import { type Outcome, refuse } from '#kernel/outcome.ts'

/** A year and a bit, in days: who wants more asks again. */
export const longestRange = 400

/** The days that are asked for; without a last one thirty, without a first one from today. */
export function rangeOf(
  asked: { from?: string | undefined; until?: string | undefined },
  today: Temporal.PlainDate,
): Outcome<{ from: Temporal.PlainDate; until: Temporal.PlainDate }> {
  const from = asked.from === undefined ? today : Temporal.PlainDate.from(asked.from)
  const until = asked.until === undefined ? from.add({ days: 30 }) : Temporal.PlainDate.from(asked.until)
  const days = from.until(until).days
  if (days >= 0 && days <= longestRange) return { from, until }
  return refuse(`Der letzte Tag liegt nicht vor dem ersten und höchstens ${longestRange} Tage danach.`, [
    { path: 'until', message: days < 0 ? 'liegt vor dem ersten Tag' : 'liegt zu weit danach' },
  ])
}
