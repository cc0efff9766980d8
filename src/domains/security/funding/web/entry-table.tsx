import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { type Column, Table } from '#ui/table/table.tsx'
import { type Entry, moveInWords, whoInWords } from '../entries/entry.ts'
import { fundingRoutes as routes } from '../routes.ts'

interface EntryTableProps {
  enrollmentId: string
  entries: readonly Entry[]
  books: boolean
}

/** Every entry in words, the newest first. */
export function EntryTable({ enrollmentId, entries, books }: EntryTableProps) {
  const columns: Column<Entry>[] = [
    { header: 'Buchung', rowHeader: true, cell: ({ number }) => `Nr. ${number}` },
    {
      header: 'Wann',
      cell: ({ at }) => (
        <span class="lw-nowrap">
          {germanDay(localDay(at))}
          <span class="lw-table__sub">{germanTime(at)}</span>
        </span>
      ),
    },
    {
      header: 'Von → nach',
      cell: (entry) => (
        <>
          {moveInWords(entry)}
          {entry.correctsNumber !== null && (
            <span class="lw-table__sub">Berichtigung zu Nr. {entry.correctsNumber}</span>
          )}
          {entry.corrected > 0 && <span class="lw-table__sub">davon berichtigt {germanMoney(entry.corrected)}</span>}
        </>
      ),
    },
    {
      header: 'Betrag',
      numeric: true,
      cell: ({ amountCents }) => <span class="lw-nowrap">{germanMoney(amountCents)}</span>,
    },
    {
      header: 'Wofür',
      cell: ({ reason, orderReference, orderTitle }) => (
        <>
          {reason}
          {orderReference !== null && (
            <span class="lw-table__sub">
              {[orderReference, orderTitle === reason ? null : orderTitle].filter(Boolean).join(' · ')}
            </span>
          )}
        </>
      ),
    },
    { header: 'Wer', cell: whoInWords },
  ]
  if (books)
    columns.push({
      header: 'Ändern',
      cell: (entry) =>
        isCorrectable(entry) ? (
          <a
            class="lw-link lw-small"
            href={routes.correction.href({ id: enrollmentId, entry: entry.id })}
            aria-label={`Buchung ${entry.number} berichtigen`}
          >
            Berichtigen
          </a>
        ) : (
          '–'
        ),
    })
  return <Table caption="Buchungen, die neueste zuerst" captionHidden dense stack columns={columns} rows={entries} />
}

/** Releases follow the stages; a correction is put right by booking the right way anew. */
const isCorrectable = ({ from, to, correctsId, amountCents, corrected }: Entry): boolean =>
  from !== 'grant' && to !== 'grant' && correctsId === null && corrected < amountCents
