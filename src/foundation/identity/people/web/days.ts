import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'

/** 2026-11-23 → 23.11.2026 */
export const dayInWords = (day: string): string => germanDay(Temporal.PlainDate.from(day))

/** "seit 23.09.2026", "ab 01.12.2026 bis 31.12.2026" */
export function spanInWords({ from, until }: { from: string; until: string | null }, today: string): string {
  const begin = from > today ? `ab ${dayInWords(from)}` : `seit ${dayInWords(from)}`
  return until === null ? begin : `${begin} bis ${dayInWords(until)}`
}
