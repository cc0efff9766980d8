import { germanDate } from '#kernel/local-day.ts'
import { Line } from '#ui/line/line.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { changeOf } from '../change.ts'
import type { Point } from '../development/queries.ts'
import { stateRoutes } from '../routes.ts'
import { notShown, percentInWords } from '../words.ts'
import { changeCell, Value } from './value.tsx'

interface Props {
  points: readonly Point[]
  /** Whether each row leads to its picture. */
  linked: boolean
}

/** How the value of all developed, as a line and as a table. */
export const DevelopmentPanel = ({ points, linked }: Props) => {
  const rows = points
    .map((point, at) => ({ ...point, change: changeOf(point.total, points[at - 1]?.total) }))
    .toReversed()
  return (
    <Panel id="entwicklung" title="Entwicklung">
      {points.length < 2 ? (
        <p>Das ist das erste Landesbild. Mit dem nächsten steht hier, was sich geändert hat.</p>
      ) : (
        <div class="lw-split lw-split--half">
          <Line
            label="Anteil Ja, alle Kommunen"
            points={points.map(({ releaseOn, total }) => ({
              label: germanDate(releaseOn).replace(/\d\d(\d\d)$/, '$1'),
              percent: total?.hidden === null ? total.percent : null,
              words: total ? percentInWords(total) : notShown,
            }))}
          />
          <Table
            caption="Anteil Ja, alle Kommunen, das Neueste zuerst"
            captionHidden
            dense
            rows={rows}
            columns={[
              {
                header: 'Erschienen',
                rowHeader: true,
                cell: ({ id, releaseOn }) =>
                  linked ? (
                    <a class="lw-link" href={stateRoutes.show.href({ id })}>
                      {germanDate(releaseOn)}
                    </a>
                  ) : (
                    germanDate(releaseOn)
                  ),
              },
              { header: 'Anteil Ja', numeric: true, cell: ({ total }) => (total ? <Value cell={total} /> : notShown) },
              { header: 'Änderung in Punkten', numeric: true, cell: ({ change }) => changeCell(change) },
            ]}
          />
        </div>
      )}
    </Panel>
  )
}
