import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import type { Change, MunicipalityDifference } from '../compare/differences.ts'

interface Line extends Change {
  name: string
  isNew: boolean
  isFirst: boolean
  note: string
}

/** One line a change; the municipality stands at its first one. */
export const DifferenceList = ({ rows }: { rows: readonly MunicipalityDifference[] }) => (
  <Table
    caption="In der Reihenfolge der Tabelle"
    captionHidden
    dense
    stack
    rows={rows.flatMap(linesOf)}
    columns={[
      {
        header: 'Kommune',
        rowHeader: true,
        cell: ({ name, isNew, isFirst }) => (
          <>
            {isFirst ? name : <span class="lw-muted">{name}</span>}
            {isFirst && isNew && (
              <span class="lw-table__sub">
                <Tag state="running">nimmt neu teil</Tag>
              </span>
            )}
          </>
        ),
      },
      { header: 'Angabe', cell: ({ field, note }) => field || note },
      { header: 'Bisher', cell: ({ before, note }) => (note === '' ? before || '–' : '') },
      { header: 'Neu', cell: ({ after, note }) => (note === '' ? after || '–' : <Tag state="soon">Hinweis</Tag>) },
    ]}
  />
)

const linesOf = ({ name, isNew, changes, notes }: MunicipalityDifference): Line[] =>
  [
    ...changes.map((change) => ({ ...change, note: '' })),
    ...notes.map((note) => ({ field: '', before: '', after: '', note })),
  ].map((line, at) => ({ ...line, name, isNew, isFirst: at === 0 }))
