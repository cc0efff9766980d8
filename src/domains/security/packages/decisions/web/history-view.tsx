import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import { whatInWords } from '../package.ts'
import type { SavedVersion } from '../queries.ts'

/** Every saved change of the packages of a road. */
export const HistoryView = ({
  versions,
  now,
  place,
}: {
  versions: readonly SavedVersion[]
  now: Temporal.Instant
  place: string
}) => (
  <>
    <PageHead title="Verlauf des Maßnahmenpakets" lead={`${place}. Jede gespeicherte Änderung ist eine Fassung.`} />
    {versions.length === 0 ? (
      <Empty level={2} title="Noch keine Fassung">
        Das erste Paket beginnt mit dem Vorschlag.
      </Empty>
    ) : (
      <Table
        caption="Die neueste zuerst"
        stack
        rows={versions}
        columns={[
          {
            header: 'Fassung',
            rowHeader: true,
            cell: ({ packageNumber, number }) => `Paket ${packageNumber}, Fassung ${number}`,
          },
          {
            header: 'Was geschah',
            cell: ({ what, reason }) => (reason === '' ? whatInWords(what) : `${whatInWords(what)}: „${reason}“`),
          },
          { header: 'Wer', cell: ({ savedByName }) => savedByName ?? 'jemand aus der Kommune' },
          { header: 'Wann', cell: ({ savedAt }) => germanMoment(savedAt, now) },
          { header: 'Maßnahmen', numeric: true, cell: ({ items }) => String(items) },
          { header: 'Summe', numeric: true, cell: ({ sumCents }) => euro(sumCents) },
        ]}
      />
    )}
  </>
)
