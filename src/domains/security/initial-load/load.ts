import type { Temporal } from 'temporal-polyfill'

/** How much of each kind a workbook brings. */
export interface Brought {
  roads: number
  steps: number
  contacts: number
  appointments: number
  amounts: number
  documents: number
  /** Municipalities that the register did not have. */
  municipalities: number
  /** Of all amounts that it names. */
  amountCents: number
}

/** One workbook: checked, or loaded. */
export interface Load {
  id: string
  programmeId: string
  fileName: string
  state: 'checked' | 'loaded'
  total: number
  added: number
  changed: number
  unchanged: number
  refused: number
  brought: Brought
  checkedBy: string
  checkedAt: Temporal.Instant
  loadedAt: Temporal.Instant | null
  checkerName: string | null
  loaderName: string | null
}
