import { type Account, type MoneyState, moneyStates } from '../accounts/account.ts'
import type { Entry } from '../entries/entry.ts'

/** What stands in each state; the grant is what the programme still has, seen from this account: below zero by what it gave. */
export type Standing = Readonly<Record<MoneyState, number>>

export const nothingYet: Standing = Object.fromEntries(moneyStates.map((state) => [state, 0])) as Record<
  MoneyState,
  number
>

/** One entry, and what stands where after it. */
export interface StatementLine {
  entry: Entry
  after: Standing
}

/** An account with all its entries, read at one moment. */
export interface Statement {
  account: Account
  entries: readonly Entry[]
}

/** Every entry with what stood after it, from nothing on. */
export function runBalances(entries: readonly Entry[]): StatementLine[] {
  let after = nothingYet
  return entries.map((entry) => {
    const { from, to, amountCents } = entry
    after = { ...after, [from]: after[from] - amountCents, [to]: after[to] + amountCents }
    return { entry, after }
  })
}

/** What the entries come to. */
export const closingOf = (entries: readonly Entry[]): Standing => runBalances(entries).at(-1)?.after ?? nothingYet

/** What the account says about itself, in the same terms. */
export const standingOf = (account: Account): Standing => ({
  grant: -account.released,
  limit: account.remaining,
  planned: account.planned,
  committed: account.committed,
  delivered: account.delivered,
  accepted: account.accepted,
  invoiced: account.invoiced,
  settled: account.settled,
})

/** All states together: zero, since what one leg of an entry takes the other gives. */
export const sumOf = (standing: Standing): number => moneyStates.reduce((sum, state) => sum + standing[state], 0)

export const addedUp = (standings: readonly Standing[]): Standing =>
  Object.fromEntries(
    moneyStates.map((state) => [state, standings.reduce((sum, standing) => sum + standing[state], 0)]),
  ) as Record<MoneyState, number>

/** Whether the entries come to exactly what the account shows, and to zero. */
export function isExact({ account, entries }: Pick<Statement, 'account' | 'entries'>): boolean {
  const closing = closingOf(entries)
  const shown = standingOf(account)
  return sumOf(closing) === 0 && moneyStates.every((state) => closing[state] === shown[state])
}
