import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { deliveryRoutes as routes } from '../../routes.ts'
import { type Acceptance, type AcceptanceState, acceptanceStateInWords, resultInWords } from '../acceptance.ts'

const looks: Record<AcceptanceState, TagState> = {
  prepared: 'soon',
  signed: 'running',
  accepted: 'ok',
  refused: 'late',
  returned: 'late',
  withdrawn: 'none',
}

export const AcceptanceTag = ({ state }: { state: AcceptanceState }) => (
  <Tag state={looks[state]}>{acceptanceStateInWords(state)}</Tag>
)

interface RowsProps {
  acceptances: readonly Acceptance[]
  now: Temporal.Instant
  /** The contractor reads how it was decided, and has no page of it. */
  hasWays: boolean
  showsOrder?: boolean | undefined
}

const openOf = ({ reservations }: Acceptance): string => {
  if (reservations.length === 0) return '–'
  const open = reservations.filter(({ fixedOn }) => fixedOn === null).length
  return open === 0 ? 'alle behoben' : `${open} offen`
}

/** Acceptances, the newest first. */
export const AcceptanceRows = ({ acceptances, now, hasWays, showsOrder = false }: RowsProps) => (
  <div class="lw-stack">
    <Table
      caption="Abnahmen, die neueste zuerst"
      captionHidden
      stack
      rows={acceptances}
      columns={[
        {
          header: 'Abnahme',
          rowHeader: true,
          cell: (one) => {
            const name = showsOrder
              ? `${one.orderTitle}: ${resultInWords(one)}`
              : `${one.number}: ${resultInWords(one)}`
            return hasWays ? (
              <a class="lw-link" href={routes.acceptance.href({ id: one.enrollmentId, acceptance: one.id })}>
                {name}
              </a>
            ) : (
              name
            )
          },
        },
        { header: 'Betrag', numeric: true, cell: ({ amountCents }) => germanMoney(amountCents) },
        { header: 'Unterschrieben', cell: ({ signedAt }) => (signedAt === null ? '–' : germanMoment(signedAt, now)) },
        { header: 'Vorbehalte', cell: openOf },
        { header: 'Stand', cell: ({ state }) => <AcceptanceTag state={state} /> },
      ]}
    />
    {!hasWays && <Words acceptances={acceptances} />}
  </div>
)

/** Reasons and reservations for the contractor, who puts them right. */
const Words = ({ acceptances }: Pick<RowsProps, 'acceptances'>) => {
  const lines = acceptances.flatMap(({ number, note, reservations }) => [
    ...(note === '' ? [] : [`Abnahme ${number}: ${note}`]),
    ...reservations.map(
      (one) => `Abnahme ${number}, Vorbehalt ${one.number}: ${one.text}${one.fixedOn === null ? '' : ' (behoben)'}`,
    ),
  ])
  return lines.length === 0 ? null : (
    <ul class="lw-list">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
