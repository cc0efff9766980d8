import type { Temporal } from 'temporal-polyfill'
import { type Balances, type SpentState, spentStates } from '../accounts/account.ts'

/** One service for one municipality under an order reference. All amounts gross, in cents. */
export interface ServiceOrder extends Balances {
  id: string
  organizationId: string
  organizationName: string
  programmeId: string
  enrollmentId: string
  contractorId: string | null
  contractorName: string | null
  /** What the contractor writes on the invoice: BT-13, or BT-132 of its line. */
  reference: string
  title: string
  stageNumber: number | null
  /** The last local day on which it can be delivered. */
  dueOn: string | null
  placedAt: Temporal.Instant
  committedAt: Temporal.Instant | null
  version: number
}

/** What all states together hold; nothing when it was withdrawn. */
export const orderTotal = (order: Balances): number => spentStates.reduce((sum, state) => sum + order[state], 0)

/** The state that holds it back most: an order is settled when all of it is. Withdrawn when nothing is left. */
export const orderState = (order: Balances): SpentState | 'withdrawn' =>
  spentStates.find((state) => order[state] > 0) ?? 'withdrawn'
