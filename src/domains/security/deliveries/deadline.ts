import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Refusal, refuse } from '#kernel/outcome.ts'

/** Said before anybody signs in vain; the ledger holds to it in any case. */
export function lateFault(
  { deadline, programmeName }: { deadline: string | null; programmeName: string },
  now: Temporal.Instant,
): Refusal | undefined {
  if (deadline === null || localDay(now).toString() <= deadline) return undefined
  return refuse(
    `Die Frist von „${programmeName}“ ist am ${germanDay(Temporal.PlainDate.from(deadline))} um 24 Uhr abgelaufen: Abgenommen wird nicht mehr. Gespeichert ist nichts.`,
  )
}

/** "noch 39 Tage, bis 31.12.2026 um 24 Uhr", "heute bis 24 Uhr", "abgelaufen am 31.12.2026"; nothing where there is no deadline. */
export function timeLeft(deadline: string | null, now: Temporal.Instant): string | undefined {
  if (deadline === null) return undefined
  const last = Temporal.PlainDate.from(deadline)
  const { days } = localDay(now).until(last, { largestUnit: 'day' })
  if (days < 0) return `abgelaufen am ${germanDay(last)}`
  if (days === 0) return 'heute bis 24 Uhr'
  return `noch ${days} ${days === 1 ? 'Tag' : 'Tage'}, bis ${germanDay(last)} um 24 Uhr`
}
