import { germanMoney } from '#kernel/money.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { openCents, type Share } from '../invoice.ts'
import { invoiceRoutes as routes } from '../routes.ts'

/** What was booked for each order, and whether it is paid. */
export const SharePanel = ({
  shares,
  programmeId,
  isLed,
}: {
  shares: readonly Share[]
  programmeId: string
  isLed: boolean
}) => (
  <Panel
    id="gebucht"
    title="Gebucht"
    link={isLed ? { href: routes.payments.href({ id: programmeId }), label: 'Zur Zahlung freigeben' } : undefined}
  >
    <Table
      caption="Je Position"
      captionHidden
      stack
      rows={shares}
      columns={[
        {
          header: 'Auftrag',
          rowHeader: true,
          cell: ({ orderReference, organizationName }) => `${orderReference}, ${organizationName}`,
        },
        { header: 'Gebucht', numeric: true, cell: ({ amountCents }) => germanMoney(amountCents) },
        {
          header: 'Gutgeschrieben',
          numeric: true,
          cell: ({ creditedCents }) => (creditedCents === 0 ? '–' : germanMoney(creditedCents)),
        },
        {
          header: 'Zurück ins Budget',
          numeric: true,
          cell: ({ differenceCents, typeCode, amountCents }) =>
            typeCode === '381' ? germanMoney(amountCents) : differenceCents === 0 ? '–' : germanMoney(differenceCents),
        },
        { header: 'Zahlung', cell: (share) => paidInWords(share) },
      ]}
    />
  </Panel>
)

function paidInWords(share: Share): string {
  if (share.typeCode === '381') return 'verrechnet'
  if (share.settledAt) return `freigegeben am ${germanDay(localDay(share.settledAt))}`
  return openCents(share) === 0 ? 'nichts mehr offen' : `offen: ${germanMoney(openCents(share))}`
}
