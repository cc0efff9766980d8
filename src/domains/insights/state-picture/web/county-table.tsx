import { Table } from '#ui/table/table.tsx'
import { changeOf } from '../change.ts'
import type { PictureCell } from '../picture.ts'
import { familyWords, notShown } from '../words.ts'
import { changeCell, Count, Value } from './value.tsx'

export interface CountyTableProps {
  cells: readonly PictureCell[]
  /** The same counties in the picture before. */
  before: readonly PictureCell[]
  /** "seit 01.08.2026"; undefined where there is no picture before. */
  since: string | undefined
}

/** The counties: their values, and what changed since the picture before. */
export const CountyTable = ({ cells, before, since }: CountyTableProps) => (
  <Table
    caption="Anteil „Ja“ an allen Antworten ohne „nicht relevant“, nach Landkreis"
    dense
    stack
    rows={cells}
    columns={[
      { header: familyWords.county.header, rowHeader: true, cell: ({ label }) => label },
      { header: 'Kommunen', numeric: true, cell: (cell) => <Count cell={cell} /> },
      { header: familyWords.county.value, numeric: true, cell: (cell) => <Value cell={cell} /> },
      ...(since === undefined
        ? []
        : [
            {
              header: since,
              numeric: true,
              cell: (cell: PictureCell) =>
                cell.hidden === null
                  ? changeCell(
                      changeOf(
                        cell,
                        before.find(({ key }) => key === cell.key),
                      ),
                    )
                  : notShown,
            },
          ]),
    ]}
  />
)
