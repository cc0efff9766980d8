/** Where money stands, in the order in which it usually goes on. */
export const spentStates = ['planned', 'committed', 'delivered', 'accepted', 'invoiced', 'settled'] as const
export type SpentState = (typeof spentStates)[number]

/** All accounts of the ledger: the source, what is released and free, and the six. */
export const moneyStates = ['grant', 'limit', ...spentStates] as const
export type MoneyState = (typeof moneyStates)[number]

const words: Record<MoneyState, string> = {
  grant: 'Zuwendung',
  limit: 'frei',
  planned: 'geplant',
  committed: 'beauftragt',
  delivered: 'erbracht',
  accepted: 'abgenommen',
  invoiced: 'in Rechnung',
  settled: 'abgerechnet',
}

/** "geplant", "beauftragt", … */
export const moneyInWords = (state: MoneyState): string => words[state]

export type Balances = Readonly<Record<SpentState, number>>

/** The budget of one municipality in one programme. All amounts gross, in cents. */
export interface Account extends Balances {
  enrollmentId: string
  organizationId: string
  organizationName: string
  organizationKind: string
  county: string | null
  programmeId: string
  programmeName: string
  /** What was released; `remaining` and the six together. */
  released: number
  /** Released and not yet planned with: the balance of `limit`. */
  remaining: number
  /** Amount of the first stage, and of all together at most; null where the programme names none. */
  stage1: number | null
  total: number | null
  /** Last local day for acceptance and settlement. */
  deadline: string | null
  entries: number
  isWithdrawn: boolean
}

/** What the programme may still release for it. */
export const unreleased = ({ total, released }: Pick<Account, 'total' | 'released'>): number =>
  Math.max(0, (total ?? released) - released)

/** What lists of accounts are sorted by: the name, or the most of something first. */
export const accountOrders = [
  'name',
  'remaining',
  'planned',
  'committed',
  'delivered',
  'accepted',
  'invoiced',
  'settled',
] as const
export type AccountOrder = (typeof accountOrders)[number]
