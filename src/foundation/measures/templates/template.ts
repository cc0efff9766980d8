import type { Temporal } from 'temporal-polyfill'
import type { MeasureKind } from '../measure.ts'

/** A measure that somebody offers to all others; nothing in it but what they wrote for others. */
export interface Template {
  id: string
  giverId: string
  giverName: string
  title: string
  kind: MeasureKind
  description: string
  effortTenths: number | null
  costCents: number | null
  releasedAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
}
