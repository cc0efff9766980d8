import { germanDate } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import { sumOfVouchers, type Voucher } from '../../books/vouchers.ts'

interface VoucherTableProps {
  vouchers: readonly Voucher[]
  /** What the accounts have as settled: the list is equal to it. */
  settled: number
  from: number
  href: string
}

const pageSize = 50

/** The list of vouchers with its sum. */
export function VoucherTable({ vouchers, settled, from, href }: VoucherTableProps) {
  if (vouchers.length === 0)
    return (
      <Empty title="Noch keine Belege">Sobald eine Rechnung zu zweit freigegeben ist, steht sie hier von selbst.</Empty>
    )
  const first = Number.isInteger(from) && from > 0 && from < vouchers.length ? from : 0
  const shown = vouchers.slice(first, first + pageSize)
  const places = new Set(vouchers.map(({ organizationId }) => organizationId)).size
  return (
    <div class="lw-stack">
      <p>
        {vouchers.length === 1 ? '1 Beleg' : `${vouchers.length} Belege`} aus{' '}
        {places === 1 ? '1 Kommune' : `${places} Kommunen`}, zusammen{' '}
        <strong>{germanMoney(sumOfVouchers(vouchers))}</strong>. In den Büchern abgerechnet: {germanMoney(settled)}.
      </p>
      <Table
        caption="Belege, nach Kommunen und Aufträgen"
        captionHidden
        dense
        stack
        rows={shown}
        columns={[
          { header: 'Rechnung', rowHeader: true, cell: ({ number }) => number ?? 'ohne Rechnung' },
          { header: 'Kommune', cell: ({ organizationName }) => organizationName },
          { header: 'Auftrag', cell: ({ orderReference, title }) => `${orderReference} · ${title}` },
          { header: 'Dienstleister', cell: ({ contractorName }) => contractorName ?? '–' },
          { header: 'vom', cell: ({ issuedOn }) => (issuedOn === null ? '–' : germanDate(issuedOn)) },
          { header: 'bezahlt', cell: ({ settledOn }) => (settledOn === null ? '–' : germanDate(settledOn)) },
          { header: 'Betrag', numeric: true, cell: ({ amountCents }) => germanMoney(amountCents) },
          { header: 'Hinweis', cell: ({ note }) => note || '–' },
        ]}
      />
      {vouchers.length > pageSize && (
        <Pager
          position={`Belege ${first + 1} bis ${first + shown.length} von ${vouchers.length}`}
          previous={first > 0 ? { href: `${href}?ab=${Math.max(0, first - pageSize)}#belege` } : undefined}
          next={first + pageSize < vouchers.length ? { href: `${href}?ab=${first + pageSize}#belege` } : undefined}
        />
      )}
    </div>
  )
}
