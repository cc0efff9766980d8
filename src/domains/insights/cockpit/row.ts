import type { Temporal } from 'temporal-polyfill'

/** One municipality as a line of the table. */
export interface Row {
  /** Of the road. */
  id: string
  organizationId: string
  name: string
  kind: string
  county: string | null
  state: 'active' | 'withdrawn'
  road: string
  /** Null when every step is over. */
  currentStep: string | null
  phase: string
  waitingFor: 'organization' | 'contractor' | 'cooperative' | 'ministry' | null
  waitingSince: Temporal.Instant | null
  missing: string
  daysNeeded: number
  completedAt: Temporal.Instant | null
  guideId: string | null
  guideName: string | null
  lastContactOn: string | null
}

/** A municipality that could take part and does not. */
export interface Outsider {
  organizationId: string
  name: string
  kind: string
  county: string | null
  population: number | null
}

export interface Counted {
  key: string
  name: string
  count: number
}

/** What stands above the table. Counts are of roads that are not withdrawn; `open` of those that are not over. */
export interface Summary {
  active: number
  open: number
  completed: number
  withdrawn: number
  /** Of the kinds that the programme is open to, without a road in it. */
  outside: number
  late: number
  endangered: number
  /** Open ones, by the key of the phase. */
  phases: ReadonlyMap<string, number>
  waiting: ReadonlyMap<string, number>
  /** Open ones. */
  counties: readonly Counted[]
  guides: readonly Counted[]
  /** Keys of the cockpit's own needs. */
  needs: ReadonlyMap<string, number>
}

/** Somebody who may look after municipalities in this programme. */
export interface Candidate {
  id: string
  name: string
}
