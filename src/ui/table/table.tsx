import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'

export interface Column<Row> {
  /** Also the name in front of the value where rows are stacked. */
  header: string
  cell: (row: Row) => ComponentChildren
  /** Figures: right-aligned, with the unit in the cell. */
  numeric?: boolean | undefined
  /** The cell that names its row; one column of each table has it. */
  rowHeader?: boolean | undefined
  /** Where the header leads that sorts by this column, and how it sorts now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined
}

export interface TableProps<Row> {
  /** What is listed and in which order. */
  caption: ComponentChildren
  /** When the heading above says the same. */
  captionHidden?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** For work surfaces: one line per row, 14 px. */
  dense?: boolean | undefined
  /** On phones each row becomes a block with the column names in front. Without it the table scrolls in its own region. */
  stack?: boolean | undefined
  /** For more than seven columns: on phones a card of two columns. The first three cells stand above the others. */
  cards?: boolean | undefined
}

const cellClass = (part: 'header' | 'cell', numeric: boolean | undefined): string =>
  classNames(`kern-table__${part}`, numeric && `kern-table__${part}--numeric`)

/** Several tables on one page scroll apart, and are told apart. */
const nameOf = (caption: ComponentChildren): string =>
  typeof caption === 'string' ? `Tabelle „${caption}“` : 'Tabelle'

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row)
  return column.rowHeader ? (
    <th scope="row" class={cellClass('header', column.numeric)}>
      {content}
    </th>
  ) : (
    <td class={cellClass('cell', column.numeric)} data-name={column.header}>
      <div>{content}</div>
    </td>
  )
}

function Header<Row>({ column: { header, sort } }: { column: Column<Row> }) {
  if (!sort) return <>{header}</>
  return (
    <a class="lw-table__sort" href={sort.href}>
      {header}
      {sort.direction && <span aria-hidden="true">{sort.direction === 'ascending' ? ' ↑' : ' ↓'}</span>}
    </a>
  )
}

/** Rows of the same kind: text left, figures right, sorted by urgency. When there are no rows, show an `Empty` instead. */
export function Table<Row>({ caption, captionHidden, columns, rows, dense, stack, cards }: TableProps<Row>) {
  const table = (
    <table
      class={classNames(
        'kern-table',
        dense && 'lw-table--dense',
        stack && 'lw-table--stack',
        cards && 'lw-table--cards',
      )}
    >
      <caption class={captionHidden ? 'kern-sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={cellClass('header', column.numeric)} aria-sort={column.sort?.direction}>
              <Header column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (stack) return table
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section class="lw-scroll" tabindex={0} aria-label={`${nameOf(caption)}, seitlich verschiebbar`}>
      {table}
    </section>
  )
}
