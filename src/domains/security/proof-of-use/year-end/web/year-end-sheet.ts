import type { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { germanAmount } from '#kernel/money.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import { writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { fitInWords, type Item, lackInWords, sumsByLack } from '../lack.ts'
import type { TimeLeft } from '../time-left.ts'
import { partyNames } from './words.ts'

interface Shown {
  items: readonly Item[]
  left: TimeLeft | null
  now: Temporal.Instant
}

/** What is missing as a workbook: every item, and the sums. */
export const yearEndSheet = ({ key }: Programme, { items, left, now }: Shown): FileAnswer => ({
  kind: 'file',
  name: `jahresende-${key}-${localDay(now).toString()}.xlsx`,
  type: xlsxType,
  body: {
    make: () =>
      writeWorkbook([
        {
          name: 'Offen',
          columns: [
            { header: 'Kommune', width: 34 },
            { header: 'Landkreis', width: 24 },
            { header: 'Auftrag', width: 16 },
            { header: 'Leistung', width: 36, wrap: true },
            { header: 'Fehlt', width: 26 },
            { header: 'Betrag', width: 16 },
            { header: 'Wer muss handeln', width: 18 },
            { header: 'Name', width: 34 },
            { header: 'Was zu tun ist', width: 30, wrap: true },
            { header: 'Seit', width: 12 },
            { header: 'Tage', width: 8 },
            { header: 'Üblich (Arbeitstage)', width: 12 },
            { header: 'Bis zum Ende (Arbeitstage)', width: 14 },
            { header: 'Noch Arbeitstage', width: 12 },
            { header: 'Reicht es?', width: 14 },
          ],
          rows: items.map((item) => [
            item.organizationName,
            item.county ?? '',
            item.reference,
            item.title,
            lackInWords(item.lack),
            germanAmount(item.amountCents),
            partyNames[item.acts],
            item.actsName,
            item.deed,
            item.since === null ? '' : germanDay(localDay(item.since)),
            item.since === null ? '' : String(localDay(item.since).until(localDay(now)).days),
            String(item.usualDays),
            String(item.neededDays),
            left === null ? '' : String(left.workingDays),
            fitInWords(item.fit),
          ]),
        },
        {
          name: 'Summen',
          columns: [
            { header: 'Fehlt', width: 30 },
            { header: 'Kommunen', width: 12 },
            { header: 'Aufträge', width: 12 },
            { header: 'Betrag', width: 18 },
          ],
          rows: sumsByLack(items).map(({ lack, municipalities, orders, amountCents }) => [
            lackInWords(lack),
            String(municipalities),
            String(orders),
            germanAmount(amountCents),
          ]),
        },
      ]),
  },
})
