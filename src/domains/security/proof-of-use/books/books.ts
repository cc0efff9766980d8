/** Where money stands, as the books name it. */
export const states = ['limit', 'planned', 'committed', 'delivered', 'accepted', 'invoiced', 'settled'] as const
export type State = (typeof states)[number]

const words: Record<State, string> = {
  limit: 'frei',
  planned: 'geplant',
  committed: 'beauftragt',
  delivered: 'erbracht',
  accepted: 'abgenommen',
  invoiced: 'in Rechnung',
  settled: 'abgerechnet',
}

export const stateInWords = (state: State): string => words[state]

/** One transfer between two states; never changed, corrected by further ones. Amount in cents, gross. */
export interface BookEntry {
  organizationId: string
  orderId: string | null
  from: State | 'grant'
  to: State | 'grant'
  amountCents: number
  /** Of a release: which stage. */
  stageNumber: number | null
  reason: string
  /** Local day: `2026-11-23`. */
  on: string
}

/** One service for one municipality. */
export interface BookOrder {
  id: string
  organizationId: string
  reference: string
  title: string
  stageNumber: number | null
  contractorName: string | null
}

/** A municipality with a budget, and how far it got. */
export interface BookPlace {
  organizationId: string
  name: string
  kind: string
  county: string | null
  isWithdrawn: boolean
  isAdmitted: boolean
  isAssessed: boolean
  hasAccepted: boolean
}

export interface BookStage {
  number: number
  title: string
  /** Per municipality. */
  amountCents: number
  releasedOn: string | null
  decision: string
}

/** Everything that the accounts of a programme hold at one moment: what a proof of use is made of. */
export interface Books {
  programmeId: string
  programmeKey: string
  programmeName: string
  runBy: string
  startsOn: string | null
  /** The last local day. */
  deadline: string | null
  /** Per municipality at most. */
  totalCents: number | null
  dueMonths: number
  keepYears: number
  stages: readonly BookStage[]
  /** In German order of the names. */
  places: readonly BookPlace[]
  orders: readonly BookOrder[]
  /** In the order in which they were booked. */
  entries: readonly BookEntry[]
}
