import type { Temporal } from 'temporal-polyfill'
import { type Count, noCount, percent } from '#kernel/scale.ts'
import type { Assessment, GroupCount } from '../assessment.ts'

/** Where a check stood at one moment. */
export interface Standing {
  at: Temporal.Instant
  count: Count
  percent: number | null
  /** By key of the outermost group. */
  groups: Map<string, number | null>
}

export interface CountAt extends Omit<Count, 'total'> {
  at: Temporal.Instant
  key: string
}

const mostMoments = 6

/** Equally far from each other, from the day after the beginning to the end; one for each day at most. */
export function momentsOf({ startedAt, signedOffAt }: Assessment, now: Temporal.Instant): Temporal.Instant[] {
  const [first, last] = [startedAt.epochMilliseconds, (signedOffAt ?? now).epochMilliseconds]
  const days = Math.max(1, Math.ceil((last - first) / 86_400_000))
  const steps = Math.min(mostMoments, days)
  return Array.from({ length: steps }, (_, at) =>
    at === steps - 1
      ? (signedOffAt ?? now)
      : startedAt.add({ milliseconds: Math.round(((last - first) / steps) * (at + 1)) }),
  )
}

/** The standing at each of these moments; groups are those that the check has. */
export function standingsOf(
  moments: readonly Temporal.Instant[],
  groups: readonly GroupCount[],
  counts: readonly CountAt[],
): Standing[] {
  const byMoment = Map.groupBy(counts, ({ at }) => at.epochMilliseconds)
  return moments.map((at) => {
    const then = new Map((byMoment.get(at.epochMilliseconds) ?? []).map((count) => [count.key, count]))
    const full = groups.map((group): Count & { key: string } => ({
      ...noCount,
      ...then.get(group.key),
      key: group.key,
      total: group.total,
    }))
    return { at, ...summed(full), groups: new Map(full.map((count) => [count.key, percent(count)])) }
  })
}

/** The standing of a wave that is over, or of this one now. */
export function standingNow(at: Temporal.Instant, groups: readonly GroupCount[]): Standing {
  return { at, ...summed(groups), groups: new Map(groups.map((group) => [group.key, percent(group)])) }
}

function summed(counts: readonly Count[]): { count: Count; percent: number | null } {
  const count = { ...noCount }
  for (const each of counts) for (const key of Object.keys(count) as (keyof Count)[]) count[key] += each[key]
  return { count, percent: percent(count) }
}
