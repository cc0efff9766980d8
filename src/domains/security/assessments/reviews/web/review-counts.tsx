import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { questionsHref } from '../../routes.ts'
import { countJudged, type Standing } from '../review.ts'

interface Props {
  assessmentId: string
  groups: readonly { key: string; title: string; total: number }[]
  standings: readonly Standing[]
  /** An assessor sees where to begin, too; others see it once there is something to see. */
  always: boolean
}

/** How far the review on site is, list by list. */
export function ReviewCounts({ assessmentId, groups, standings, always }: Props) {
  if (standings.length === 0 && !always) return null
  const counts = countJudged(groups, standings)
  const disputed = counts.reduce((sum, count) => sum + count.disputed, 0)
  return (
    <Panel
      id="vor-ort"
      title="Vor-Ort-Prüfung"
      {...(disputed > 0 && {
        link: {
          href: questionsHref(assessmentId, { auswahl: 'strittig' }),
          label: disputed === 1 ? '1 strittige Antwort' : `${disputed} strittige Antworten`,
        },
      })}
    >
      <Table
        caption="In der Reihenfolge des Katalogs; eine Bestätigung gilt für die Fassung, die gesehen wurde"
        stack
        rows={counts}
        columns={[
          { header: 'Liste', rowHeader: true, cell: ({ title }) => title },
          { header: 'Bestätigt', numeric: true, cell: ({ confirmed }) => confirmed },
          { header: 'Strittig', numeric: true, cell: (count) => count.disputed },
          { header: 'Hinweis', numeric: true, cell: ({ comment }) => comment },
          { header: 'Noch offen', numeric: true, cell: ({ open, total }) => `${open} von ${total}` },
        ]}
      />
    </Panel>
  )
}
