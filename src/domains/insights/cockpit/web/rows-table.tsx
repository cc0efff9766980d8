import type { Temporal } from 'temporal-polyfill'
import { partyInWords, type Pressure, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField, SelectField } from '#ui/form/form.tsx'
import { Road } from '#ui/road/road.tsx'
import { type Column, Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import type { Filter, Order } from '../filter.ts'
import { cockpitRoutes } from '../routes.ts'
import type { Candidate, Row } from '../row.ts'
import { cockpitHref, sortOf } from './links.ts'
import {
  countInWords,
  kindBeside,
  orderInWords,
  pressureOfRow,
  pressureWord,
  roadLabel,
  shortDay,
  sinceInWords,
  stepTitle,
} from './words.ts'

interface RowsTableProps {
  programme: Programme
  filter: Filter
  rows: readonly Row[]
  count: number
  today: Temporal.PlainDate
  candidates: readonly Candidate[]
}

const looks: Partial<Record<Pressure, TagState>> = { late: 'late', endangered: 'late', tight: 'soon', onTrack: 'ok' }

/** The name of the box of one road: of repeated names forms keep the last. */
export const tickName = (id: string): string => `k_${id}`

function Name({ row }: { row: Row }) {
  const kind = kindBeside(row)
  return (
    <>
      <input
        class="lw-table__pick"
        type="checkbox"
        name={tickName(row.id)}
        value="ja"
        aria-label={`${row.name} auswählen`}
      />
      <a class="lw-link lw-strong" href={programmeRoutes.road.href({ id: row.id })}>
        {row.name}
      </a>
      {kind && <span class="lw-muted"> {kind}</span>}
    </>
  )
}

function columnsOf({ programme, filter, today }: RowsTableProps): Column<Row>[] {
  const sort = (order: Order) => sortOf(programme.id, filter, order)
  return [
    { header: 'Kommune', rowHeader: true, sort: sort('name'), cell: (row) => <Name row={row} /> },
    { header: 'Weg', sort: sort('phase'), cell: (row) => <Road road={row.road} label={roadLabel(programme, row)} /> },
    { header: 'Schritt', cell: (row) => stepTitle(programme, row.currentStep) },
    { header: 'Wartet auf', cell: ({ waitingFor }) => (waitingFor ? partyInWords(waitingFor) : '–') },
    { header: 'Was fehlt', cell: ({ missing }) => missing || '–' },
    {
      header: 'Seit',
      numeric: true,
      sort: sort('waiting'),
      cell: (row) => <span class="lw-nowrap">{sinceInWords(row, today)}</span>,
    },
    {
      header: 'Frist',
      sort: sort('pressure'),
      cell: (row) => {
        const pressure = pressureOfRow(row, programme, today)
        return pressure === 'none' ? '–' : <Tag state={looks[pressure] ?? 'none'}>{pressureWord(pressure)}</Tag>
      },
    },
    { header: 'Betreuung', cell: ({ guideName }) => <span class="lw-nowrap">{guideName ?? '–'}</span> },
    {
      header: 'Kontakt',
      numeric: true,
      sort: sort('contact'),
      cell: ({ lastContactOn }) => shortDay(lastContactOn, today),
    },
  ]
}

/** The table with a box for each municipality, and what can be done with those that are ticked. */
export function RowsTable(props: RowsTableProps) {
  const { programme, filter, rows, count, candidates } = props
  return (
    <Form action={cockpitRoutes.ticked.href({ id: programme.id })} label="Angekreuzte Kommunen">
      <HiddenField name="zurueck" value={cockpitHref(programme.id, filter)} />
      <Table
        caption={
          <>
            {countInWords(count, filter)}, {orderInWords(filter)}. „Seit“ zählt Kalendertage, die auf denselben Schritt
            gewartet wird.
          </>
        }
        dense
        stack
        cards
        columns={columnsOf(props)}
        rows={rows}
      />
      <fieldset class="lw-filter-bar lw-noprint">
        <legend class="kern-sr-only">Mit den angekreuzten Kommunen</legend>
        <SelectField
          name="guideId"
          required
          label="Betreuung der angekreuzten"
          empty="noch niemand"
          options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button size="x-small" name="tun" value="betreuung">
          Betreuung zuweisen
        </Button>
        <Button size="x-small" name="tun" value="nachricht" icon="mail">
          Angekreuzten schreiben
        </Button>
      </fieldset>
    </Form>
  )
}
