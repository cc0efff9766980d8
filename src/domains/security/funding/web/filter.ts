import { type Kind, kinds } from '#foundation/organizations/index.ts'
import { readGermanCents } from '#kernel/money.ts'
import { type AccountOrder, accountOrders, type SpentState, spentStates } from '../accounts/account.ts'
import type { AccountFilter } from '../accounts/queries.ts'

/** What is shown of the budgets of a programme. */
export interface ShownAccounts {
  search?: string | undefined
  kind?: Kind | undefined
  county?: string | undefined
  holding?: SpentState | undefined
  isUntouched?: boolean | undefined
  /** As it was typed; `16.100` or `500,50`. */
  remainingAbove?: string | undefined
  order?: AccountOrder | undefined
  isReversed?: boolean | undefined
}

const one = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((each) => each === text)

const line = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= 200 && text.isWellFormed() && !text.includes('\0')
    ? text.trim() || undefined
    : undefined

const untouched = 'nichts'

/** From the address of the page. What fits nothing is as if it were not there. */
export function readShown(query: Readonly<Record<string, string>>): ShownAccounts {
  const order = query['ordnung']
  const remainingAbove = line(query['rest'])
  return {
    search: line(query['suche']),
    kind: one(kinds, query['art']),
    county: line(query['kreis']),
    holding: one(spentStates, query['stand']),
    isUntouched: query['stand'] === untouched || undefined,
    remainingAbove: centsOf(remainingAbove) === undefined ? undefined : remainingAbove,
    order: one(accountOrders, order?.replace(/^-/, '')),
    isReversed: order?.startsWith('-') || undefined,
  }
}

const mostCents = 1_000_000_000_000

/** Undefined for what is no amount. */
export function centsOf(text: string | undefined): number | undefined {
  const cents = readGermanCents(text)
  return typeof cents === 'number' && cents <= mostCents ? cents : undefined
}

/** As the address of the page writes it. */
export const shownQuery = ({
  order = 'name',
  isReversed,
  ...shown
}: ShownAccounts): Record<string, string | undefined> => ({
  suche: shown.search,
  art: shown.kind,
  kreis: shown.county,
  stand: shown.isUntouched ? untouched : shown.holding,
  rest: shown.remainingAbove,
  ordnung: isReversed || order !== 'name' ? `${isReversed ? '-' : ''}${order}` : undefined,
})

/** Whether anything but the order is chosen. */
export const isNarrowed = ({ order: _, isReversed: __, ...rest }: ShownAccounts): boolean =>
  Object.values(rest).some((value) => value !== undefined)

/** For the query. */
export const filterOf = ({ remainingAbove, order: _, isReversed: __, ...rest }: ShownAccounts): AccountFilter => ({
  ...rest,
  remainingAbove: centsOf(remainingAbove),
})
