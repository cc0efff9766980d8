import type { Temporal } from 'temporal-polyfill'
import { germanDate, germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { germanAmount, germanMoney } from '#kernel/money.ts'
import { type Paper, run, words } from '#kernel/paper.ts'
import { states, stateInWords } from '../books/books.ts'
import { unusedOf } from '../books/figures.ts'
import { keptUntil } from '../proofs/proof.ts'
import { type ProofContent, voucherBlocks } from '../proofs/proof-paper.ts'

/** The part of one municipality as it is printed: figures and vouchers, without the narrative of the cooperative. */
export function ownPaper(
  { books, figures, vouchers }: Omit<ProofContent, 'narrative' | 'asOf'>,
  { organization, asOf }: { organization: string; asOf: Temporal.Instant },
): Paper {
  const moment = `${germanDay(localDay(asOf))}, ${germanTime(asOf)}`
  const { total } = figures
  const kept = keptUntil(books.deadline, books.keepYears)
  return {
    title: `Verwendungsnachweis: ${organization}, ${books.programmeName}`,
    author: books.runBy,
    subject: `Anteil von ${organization} am Programm ${books.programmeName}`,
    madeAt: asOf.toString(),
    isArchived: true,
    head: { left: `${organization} · ${books.programmeName}`, right: `Stand ${moment}` },
    foot: 'Verwendungsnachweis, Anteil der Kommune',
    blocks: [
      {
        kind: 'masthead',
        title: 'Verwendungsnachweis: Anteil der Kommune',
        under: `${organization} · ${books.programmeName}`,
        right: books.runBy,
        rightSmall: `Stand ${moment}`,
      },
      {
        kind: 'pairs',
        items: [
          { label: 'Freigegeben', text: germanMoney(total.released) },
          { label: 'Abgerechnet', text: germanMoney(total.settled) },
          { label: 'Nicht abgerechnet', text: germanMoney(unusedOf(total)) },
          ...(kept === null ? [] : [{ label: 'Aufbewahrung', text: `Belege beim Verbund bis ${germanDate(kept)}` }]),
        ],
      },
      { kind: 'heading', level: 1, text: '1 Zahlen' },
      {
        kind: 'table',
        caption: 'Wo die Mittel stehen, in Euro, brutto',
        columns: [
          { header: 'Stand', width: 60 },
          { header: 'Betrag', width: 40, numeric: true },
        ],
        rows: [
          ...states.map((state) => [words(stateInWords(state)), words(germanAmount(total[state]))]),
          [words(run('freigegeben', 'strong')), words(run(germanAmount(total.released), 'strong'))],
        ],
      },
      { kind: 'heading', level: 1, text: '2 Belege' },
      ...voucherBlocks(vouchers, total),
    ],
  }
}
