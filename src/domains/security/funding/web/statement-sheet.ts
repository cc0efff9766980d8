import type { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import type { Sheet, SheetColumn } from '#platform/spreadsheet/write-sheet.ts'
import { type Kind, kindNames } from '#foundation/organizations/index.ts'
import { type Account, moneyInWords, type MoneyState, spentStates } from '../accounts/account.ts'
import { whoInWords } from '../entries/entry.ts'
import {
  addedUp,
  closingOf,
  isExact,
  nothingYet,
  runBalances,
  type Standing,
  standingOf,
  type Statement,
} from '../statements/statement.ts'

const shown: readonly MoneyState[] = ['limit', ...spentStates]

const balanceColumns: SheetColumn[] = shown.map((state) => ({
  header: `${moneyInWords(state)} (€)`,
  width: 15,
  cents: true,
}))

const balances = (standing: Standing): string[] => shown.map((state) => String(standing[state]))

const accountColumns: SheetColumn[] = [
  { header: 'Kommune', width: 34 },
  { header: 'Art', width: 20 },
  { header: 'Landkreis', width: 24 },
  { header: 'Teilnahme', width: 12 },
  { header: 'freigegeben (€)', width: 16, cents: true },
  ...balanceColumns,
]

const accountCells = (account: Account): string[] => [
  account.organizationName,
  kindNames[account.organizationKind as Kind],
  account.county ?? '',
  account.isWithdrawn ? 'beendet' : 'läuft',
  String(account.released),
  ...balances(standingOf(account)),
]

/** Accounts on their lines, with their sums. */
export const accountsSheet = (accounts: readonly Account[]): Sheet => {
  const sum = addedUp(accounts.map(standingOf))
  return {
    name: 'Konten',
    columns: accountColumns,
    rows: [...accounts.map(accountCells), ['zusammen', '', '', '', String(-sum.grant), ...balances(sum)]],
  }
}

const entryColumns: SheetColumn[] = [
  { header: 'Nr.', width: 6 },
  { header: 'Tag', width: 12 },
  { header: 'Uhrzeit', width: 9 },
  { header: 'Von', width: 13 },
  { header: 'Nach', width: 13 },
  { header: 'Betrag (€)', width: 14, cents: true },
  { header: 'Auftrag', width: 18 },
  { header: 'Leistung', width: 32, wrap: true },
  { header: 'Grund', width: 40, wrap: true },
  { header: 'Berichtigt Nr.', width: 13 },
  { header: 'Wer', width: 22 },
  ...balanceColumns.map((column) => ({ ...column, header: `danach ${column.header}` })),
]

/** Opening and closing have no amount and no reason. */
const between = Array.from({ length: 7 }, () => '')

/** Opening, every entry with what stands everywhere after it, closing. */
function entryRows({ account, entries }: Statement): string[][] {
  return [
    ['', '', '', 'Anfangsbestand', ...between, ...balances(nothingYet)],
    ...runBalances(entries).map(({ entry, after }) => [
      String(entry.number),
      germanDay(localDay(entry.at)),
      germanTime(entry.at),
      moneyInWords(entry.from),
      moneyInWords(entry.to),
      String(entry.amountCents),
      entry.orderReference ?? '',
      entry.orderTitle ?? '',
      entry.reason,
      entry.correctsNumber === null ? '' : String(entry.correctsNumber),
      whoInWords(entry),
      ...balances(after),
    ]),
    ['', '', '', 'Schlussbestand', ...between, ...balances(standingOf(account))],
  ]
}

const verdict = (exact: boolean): string =>
  exact ? 'stimmt: Buchungen und Stände sind gleich, die Summe ist 0,00 €' : 'stimmt nicht'

function checkSheet(statements: readonly Statement[], madeAt: Temporal.Instant, madeBy: string): Sheet {
  const closing = addedUp(statements.map(({ entries }) => closingOf(entries)))
  return {
    name: 'Prüfung',
    columns: [
      { header: 'Angabe', width: 40 },
      { header: 'Wert', width: 60 },
      { header: 'Betrag (€)', width: 16, cents: true },
    ],
    rows: [
      ['Erstellt', `${germanDay(localDay(madeAt))}, ${germanTime(madeAt)}, ${madeBy}`, ''],
      ['Konten', String(statements.length), ''],
      ['Buchungen', String(statements.reduce((sum, { entries }) => sum + entries.length, 0)), ''],
      ['Zuwendung, aus den Buchungen', '', String(closing.grant)],
      ['frei und die sechs Stände, aus den Buchungen', '', String(-closing.grant)],
      ['Summenprüfung', verdict(statements.every(isExact)), ''],
    ],
  }
}

/** The workbook of one account. */
export const statementSheets = (statement: Statement, madeAt: Temporal.Instant, madeBy: string): Sheet[] => [
  { name: 'Buchungen', columns: entryColumns, rows: entryRows(statement) },
  accountsSheet([statement.account]),
  checkSheet([statement], madeAt, madeBy),
]

/** The workbook of a programme: accounts, every entry of all of them, the check. */
export const programmeSheets = (
  statements: readonly Statement[],
  madeAt: Temporal.Instant,
  madeBy: string,
): Sheet[] => [
  accountsSheet(statements.map(({ account }) => account)),
  {
    name: 'Buchungen',
    columns: [{ header: 'Kommune', width: 34 }, ...entryColumns],
    rows: statements.flatMap((statement) =>
      entryRows(statement).map((row) => [statement.account.organizationName, ...row]),
    ),
  },
  checkSheet(statements, madeAt, madeBy),
]
