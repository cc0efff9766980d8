import { germanDate } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
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
                cell: (line: Line) =>
                  line.isSum ? '' : <Deeds line={line} road={road} version={found.version} count={lines.length} />,
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

const Deeds = ({ line, road, version, count }: { line: Line; road: string; version: number; count: number }) => {
  const at = { id: road, item: line.itemId }
  return (
    <div class="lw-row">
      <a class="lw-link lw-small" href={packageRoutes.item.href(at)} aria-label={`${line.title} ändern`}>
        Ändern
      </a>
      {line.at > 0 && (
        <Form action={packageRoutes.moveItem.href(at)} layout="row" label={`${line.title} nach oben`}>
          <HiddenField name="version" value={String(version)} />
          <HiddenField name="direction" value="up" />
          <Submit variant="secondary" size="x-small">
            Nach oben
          </Submit>
        </Form>
      )}
      {line.at === 0 && count > 1 && (
        <Form action={packageRoutes.moveItem.href(at)} layout="row" label={`${line.title} nach unten`}>
          <HiddenField name="version" value={String(version)} />
          <HiddenField name="direction" value="down" />
          <Submit variant="secondary" size="x-small">
            Nach unten
          </Submit>
        </Form>
      )}
    </div>
  )
}

/** "bis 10.12.2026" */
export const untilInWords = (day: string): string => `bis ${germanDate(day)}`
