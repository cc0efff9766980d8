import type { Temporal } from 'temporal-polyfill'
import { germanDate, germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { germanAmount, germanMoney } from '#kernel/money.ts'
import { type Block, type Column, type Paper, run, words } from '#kernel/paper.ts'
import { type Account, moneyInWords, spentStates } from '../accounts/account.ts'
import { moveInWords, whoInWords } from '../entries/entry.ts'
import {
  addedUp,
  isExact,
  runBalances,
  type Standing,
  standingOf,
  type Statement,
  type StatementLine,
} from './statement.ts'

export interface PrintedStatement {
  statement: Statement
  madeAt: Temporal.Instant
  madeBy: string
}

/** The statement of one account as it is printed: opening, every entry with what stands after it, closing, and whether it adds up. */
export function statementPaper({ statement, madeAt, madeBy }: PrintedStatement): Paper {
  const { account, entries } = statement
  const lines = runBalances(entries)
  return {
    title: `Kontoauszug: ${account.organizationName}, ${account.programmeName}`,
    author: account.programmeName,
    subject: `Budget der Kommune im Programm ${account.programmeName}`,
    madeAt: madeAt.toString(),
    head: {
      left: `${account.organizationName} · ${account.programmeName}`,
      right: `Stand ${germanDay(localDay(madeAt))}`,
    },
    foot: `Kontoauszug · gedruckt ${momentOf(madeAt)} von ${madeBy}`,
    blocks: [
      {
        kind: 'masthead',
        title: 'Kontoauszug',
        under: `${account.organizationName} · ${account.programmeName}`,
        right: 'Alle Beträge brutto in Euro',
        rightSmall: `Stand ${momentOf(madeAt)}`,
      },
      { kind: 'figures', items: figuresOf(account) },
      { kind: 'heading', level: 1, text: entries.length === 1 ? 'Eine Buchung' : `${entries.length} Buchungen` },
      { kind: 'paragraph', look: 'muted', line: [run('Anfangsbestand: in jedem Stand 0,00 €.')] },
      ...(entries.length === 0 ? [] : [entryTable(lines)]),
      { kind: 'heading', level: 1, text: 'Schlussbestand' },
      closingTable(standingOf(account)),
      checkLine(isExact(statement), account),
    ],
  }
}

/** The statement of a programme: every account on a line, the sums, and whether each of them and all together add up. */
export function programmePaper({
  programmeName,
  deadline,
  statements,
  madeAt,
  madeBy,
}: {
  programmeName: string
  deadline: string | null
  statements: readonly Statement[]
  madeAt: Temporal.Instant
  madeBy: string
}): Paper {
  const wrong = statements.filter((statement) => !isExact(statement))
  return {
    title: `Kontoauszug: alle Budgets in ${programmeName}`,
    author: programmeName,
    subject: `Budgets aller Kommunen im Programm ${programmeName}`,
    madeAt: madeAt.toString(),
    landscape: true,
    head: { left: programmeName, right: `Stand ${germanDay(localDay(madeAt))}` },
    foot: `Budgets aller Kommunen · gedruckt ${momentOf(madeAt)} von ${madeBy}`,
    blocks: [
      {
        kind: 'masthead',
        title: 'Budgets aller Kommunen',
        under: `${programmeName}${deadline === null ? '' : ` · Frist ${germanDate(deadline)}, 24 Uhr`}`,
        right: 'Alle Beträge brutto in Euro',
        rightSmall: `Stand ${momentOf(madeAt)}`,
      },
      {
        kind: 'heading',
        level: 1,
        text: statements.length === 1 ? 'Ein Konto' : `${statements.length} Konten`,
      },
      accountsTable(statements),
      {
        kind: 'paragraph',
        line: [
          run(
            wrong.length === 0
              ? `Geprüft: Auf jedem Konto ergeben die Buchungen genau die gezeigten Stände; alle Stände zusammen sind, was freigegeben ist.`
              : `Achtung: Auf ${wrong.length} Konten ergeben die Buchungen etwas anderes als die gezeigten Stände: ${wrong.map(({ account }) => account.organizationName).join(', ')}.`,
            wrong.length === 0 ? 'muted' : 'strong',
          ),
        ],
      },
    ],
  }
}

const momentOf = (at: Temporal.Instant): string => `${germanDay(localDay(at))}, ${germanTime(at)}`

const figuresOf = (account: Account) =>
  [
    { label: 'freigegeben', cents: account.released },
    { label: 'geplant und vergeben', cents: account.released - account.remaining },
    { label: 'abgerechnet', cents: account.settled },
    { label: 'noch frei', cents: account.remaining },
  ].map(({ label, cents }) => ({ label, value: germanAmount(cents), unit: '€' }))

const entryTable = (lines: readonly StatementLine[]): Block => ({
  kind: 'table',
  caption: 'Jede Buchung nimmt einem Stand und gibt einem anderen dasselbe. „Danach“ sagt, was in diesen beiden steht.',
  columns: [
    { header: 'Nr.', width: 6, numeric: true },
    { header: 'Tag', width: 13 },
    { header: 'Buchung', width: 43 },
    { header: 'Betrag', width: 15, numeric: true },
    { header: 'Danach', width: 23, numeric: true },
  ],
  rows: lines.map(({ entry, after }) => [
    words(String(entry.number)),
    words(germanDay(localDay(entry.at))),
    words(
      run(moveInWords(entry), 'strong'),
      run([entry.orderReference, entry.orderTitle].filter(Boolean).join(' · ') || 'ohne Auftrag', 'small'),
      run(
        `${entry.correctsNumber === null ? '' : `Berichtigung zu Nr. ${entry.correctsNumber}: `}${entry.reason} (${whoInWords(entry)})`,
        'muted',
      ),
    ),
    words(germanAmount(entry.amountCents)),
    words(
      ...[entry.from, entry.to]
        .filter((state) => state !== 'grant')
        .map((state) => run(`${moneyInWords(state)} ${germanAmount(after[state])}`, 'small')),
    ),
  ]),
})

const closingTable = (standing: Standing): Block => ({
  kind: 'table',
  caption: '',
  columns: [
    { header: 'Stand', width: 60 },
    { header: 'Betrag', width: 40, numeric: true },
  ],
  rows: [
    ...(['limit', ...spentStates] as const).map((state) => [
      words(moneyInWords(state)),
      words(germanMoney(standing[state])),
    ]),
    [words(run('zusammen, also freigegeben', 'strong')), words(run(germanMoney(-standing.grant), 'strong'))],
  ],
})

const checkLine = (exact: boolean, { released }: Account): Block => ({
  kind: 'paragraph',
  line: [
    run(
      exact
        ? `Geprüft: Die Buchungen ergeben genau diesen Schlussbestand; zusammen mit der Zuwendung (−${germanMoney(released)}) ist die Summe 0,00 €.`
        : 'Achtung: Die Buchungen ergeben einen anderen Schlussbestand als den gezeigten. Bitte melden Sie das der Betriebsleitung.',
      exact ? 'muted' : 'strong',
    ),
  ],
})

const amounts = (standing: Standing, look?: 'strong') => [
  ...spentStates.map((state) => words(run(germanAmount(standing[state]), look))),
  words(run(germanAmount(standing.limit), look)),
  words(run(germanAmount(-standing.grant), look)),
]

function accountsTable(statements: readonly Statement[]): Block {
  const standings = statements.map(({ account }) => standingOf(account))
  const columns: Column[] = [...spentStates.map(moneyInWords), 'frei', 'freigegeben'].map((header) => ({
    header,
    width: 9.75,
    numeric: true,
  }))
  return {
    kind: 'table',
    caption: 'In der Reihenfolge der Namen; in der letzten Zeile die Summen.',
    columns: [{ header: 'Kommune', width: 22 }, ...columns],
    rows: [
      ...statements.map(({ account }, at) => [
        words(`${account.organizationName}${account.isWithdrawn ? ' (beendet)' : ''}`),
        ...amounts(standings[at] ?? standingOf(account)),
      ]),
      [words(run('zusammen', 'strong')), ...amounts(addedUp(standings), 'strong')],
    ],
  }
}
