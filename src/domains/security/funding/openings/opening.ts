import { type Balances, moneyInWords, type SpentState, spentStates } from '../accounts/account.ts'

/** Where the money of a municipality stood when its programme was brought in from a workbook. */
export interface OpeningAmounts extends Balances {
  organizationId: string
  /** 0: all stages together. */
  stage: number
  /** Where each of the amounts stands, as people find it: "Blatt „Beträge“, Zelle D5". */
  cells: Readonly<Record<SpentState, string>>
}

/** Whose opening orders they are; official keys are told from each other by their length. */
export interface OpenedAccount {
  enrollmentId: string
  organizationId: string
  organizationName: string
  key: string | null
  remaining: number
  isWithdrawn: boolean
}

const keyOf = ({ key, organizationId }: OpenedAccount): string => key ?? organizationId.slice(-12)

/** The same for the same municipality, stage and state: by it a changed workbook finds what was booked before. "UEB-159001001-1-beauftragt" */
export const openingReference = (account: OpenedAccount, stage: number, state: SpentState): string =>
  ['UEB', keyOf(account), stage === 0 ? '' : String(stage), moneyInWords(state).replace(' ', '-')]
    .filter(Boolean)
    .join('-')

export const openingTitle = (stage: number, state: SpentState): string =>
  `Übernahme${stage === 0 ? '' : ` Stufe ${stage}`}: ${moneyInWords(state)}`

/** What was brought in before on one order, and of which entries it can be taken back. */
export interface OpenedOrder {
  id: string
  reference: string
  /** What it still holds in the state it was brought in with. */
  held: Balances
  entries: readonly { id: string; left: number }[]
}

/** One amount that is another than what is booked. */
export interface OpeningDifference {
  account: OpenedAccount
  stage: number
  state: SpentState
  cell: string
  order: OpenedOrder | undefined
  /** Above zero: to be brought in; below: to be taken back. */
  cents: number
}

/** What the amounts say against what stands booked; what is taken back comes first, since it frees what others need. */
export function differencesOf(
  amounts: readonly OpeningAmounts[],
  accounts: ReadonlyMap<string, OpenedAccount>,
  orders: ReadonlyMap<string, OpenedOrder>,
): OpeningDifference[] {
  const all = amounts.flatMap((wanted) => {
    const account = accounts.get(wanted.organizationId)
    if (!account) return []
    return spentStates.map((state): OpeningDifference => {
      const order = orders.get(openingReference(account, wanted.stage, state))
      const booked = order?.entries.reduce((sum, { left }) => sum + left, 0) ?? 0
      return { account, stage: wanted.stage, state, cell: wanted.cells[state], order, cents: wanted[state] - booked }
    })
  })
  return all
    .filter(({ cents }) => cents !== 0)
    .toSorted((one, other) => Number(one.cents > 0) - Number(other.cents > 0))
}
