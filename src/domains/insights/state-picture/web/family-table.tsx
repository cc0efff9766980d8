import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Dimension, PictureCell } from '../picture.ts'
import { familyWords } from '../words.ts'
import { Count, Value } from './value.tsx'

/** One breakdown as a table. */
export const FamilyTable = ({ dimension, cells }: { dimension: Dimension; cells: readonly PictureCell[] }) => {
  const { title, header, value } = familyWords[dimension]
  return (
    <Table
      caption={`${value}: ${title}`}
      captionHidden
      dense
      rows={cells}
      columns={[
        { header, rowHeader: true, cell: ({ label }) => label },
        { header: 'Kommunen', numeric: true, cell: (cell) => <Count cell={cell} /> },
        { header: value, numeric: true, cell: (cell) => <Value cell={cell} /> },
      ]}
    />
  )
}

export const FamilyPanel = ({ dimension, cells }: { dimension: Dimension; cells: readonly PictureCell[] }) =>
  cells.length === 0 ? null : (
    <Panel id={`nach-${dimension.toLowerCase()}`} title={familyWords[dimension].title}>
      <FamilyTable dimension={dimension} cells={cells} />
    </Panel>
  )
