import { euro } from '#kernel/money.ts'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Why } from '#ui/why/why.tsx'
import { kindInWords } from '../../offers/offer.ts'
import { packageRoutes } from '../../routes.ts'
import { type ItemReason, type MeasurePackage, type PackageItem, sumOf } from '../package.ts'

interface Line extends PackageItem {
  isSum?: boolean
  at: number
}

const sumLine = (cents: number, at: number): Line => ({
  itemId: 'sum',
  offerId: null,
  title: 'Summe',
  kind: 'other',
  detail: '',
  contractor: null,
  priceCents: cents,
  workDays: 0,
  acceptanceDays: 0,
  isStruck: false,
  measureId: null,
  orderId: null,
  reference: null,
  isSum: true,
  at,
})

/** What is in a package: what it does, what it costs, why; where it may be edited, how. */
export function ItemTable({
  found,
  reasons,
  sees,
  edits,
}: {
  found: MeasurePackage
  /** Of a draft as they are now; else as they were kept. */
  reasons: Readonly<Record<string, ItemReason>>
  sees: boolean
  edits: boolean
}) {
  const lines: Line[] = found.items.map((item, at) => ({ ...item, at }))
  const road = found.enrollmentId
  return (
    <Table
      caption="Maßnahmen im Paket mit Wirkung und Preis"
      captionHidden
      stack
      rows={[...lines, sumLine(sumOf(found.items), lines.length)]}
      columns={[
        {
          header: 'Maßnahme',
          rowHeader: true,
          cell: (line: Line) => <ItemName line={line} reason={sees ? reasons[line.itemId] : undefined} />,
        },
        ...(sees
          ? [
              {
                header: 'Wirkung',
                cell: (line: Line) =>
                  line.isSum
                    ? ''
                    : (reasons[line.itemId]?.effect ??
                      (line.offerId === null ? 'von Ihnen hinzugefügt' : 'wird heute nicht angeboten')),
              },
            ]
          : []),
        ...(found.state === 'decided'
          ? [
              {
                header: 'Stand',
                cell: (line: Line) =>
                  line.isSum ? (
                    ''
                  ) : line.isStruck ? (
                    <Tag state="none">gestrichen</Tag>
                  ) : (
                    <Tag state="ok">{line.reference ? `beschlossen, Auftrag ${line.reference}` : 'beschlossen'}</Tag>
                  ),
              },
            ]
          : []),
        {
          header: 'Preis',
          numeric: true,
          cell: ({ priceCents, isSum }: Line) => (isSum ? <strong>{euro(priceCents)}</strong> : euro(priceCents)),
        },
        ...(edits
          ? [
              {
                header: 'Ändern',
                cell: ({ isSum, itemId, title }: Line) =>
                  isSum ? (
                    ''
                  ) : (
                    <a
                      class="lw-link lw-small"
                      href={packageRoutes.item.href({ id: road, item: itemId })}
                      aria-label={`${title} ändern`}
                    >
                      Ändern
                    </a>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function ItemName({ line, reason }: { line: Line; reason: ItemReason | undefined }) {
  if (line.isSum) return <strong>Summe</strong>
  const sub = [line.contractor?.name ?? (line.offerId === null ? kindInWords(line.kind) : ''), line.detail]
  return (
    <>
      <strong>{line.title}</strong>
      <span class="lw-table__sub">{sub.filter(Boolean).join(' · ')}</span>
      {reason && reason.why.length > 0 && (
        <Why summary="Warum diese?">
          {reason.why.map((sentence) => (
            <p>{sentence}</p>
          ))}
          {reason.sources.length > 0 && (
            <ul class="lw-list lw-small">
              {reason.sources.slice(0, mostShown).map(({ label }) => (
                <li>{label}</li>
              ))}
              {reason.sources.length > mostShown && <li>und {reason.sources.length - mostShown} weitere</li>}
            </ul>
          )}
        </Why>
      )}
    </>
  )
}

const mostShown = 12
