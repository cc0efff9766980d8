import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import type { Temporal } from 'temporal-polyfill'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { type Consent, nameInWords, stands } from '../consent.ts'
import { purposeTitle } from '../purposes.ts'

interface Props {
  consents: Consent[]
  /** On the page of one purpose its name says nothing. */
  isOfOne?: boolean
}

/** Who gave what when, on which wording, and who took it back. */
export const HistoryTable = ({ consents, isOfOne }: Props) => (
  <Table
    caption="Die neueste zuerst"
    captionHidden
    stack
    rows={consents}
    columns={[
      ...(isOfOne ? [] : [{ header: 'Wofür', rowHeader: true, cell: (one: Consent) => purposeTitle(one.purpose) }]),
      {
        header: 'Gegeben',
        rowHeader: isOfOne,
        cell: ({ givenAt, givenBy }) => `${moment(givenAt)}, ${nameInWords(givenBy)}`,
      },
      { header: 'Text', cell: ({ textVersion }) => `Fassung ${textVersion}` },
      {
        header: 'Widerrufen',
        cell: (one) =>
          one.revokedAt && one.revokedBy ? `${moment(one.revokedAt)}, ${nameInWords(one.revokedBy)}` : '–',
      },
      {
        header: 'Stand',
        cell: (one) => (stands(one) ? <Tag state="ok">gilt</Tag> : <Tag state="none">widerrufen</Tag>),
      },
    ]}
  />
)

/** 20.11.2026, 10:15 Uhr */
export const moment = (instant: Temporal.Instant): string => `${germanDay(localDay(instant))}, ${germanTime(instant)}`
