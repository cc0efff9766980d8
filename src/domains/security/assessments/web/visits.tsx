import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import { recordRead } from '#foundation/audit/index.ts'
import type { Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { listVisits, type Visit, waitsForAssessor } from '../duties/visits.ts'
import { assessmentRoutes } from '../routes.ts'

export interface VisitsProps {
  visits: Visit[]
  notes: Note[]
}

/** The municipalities an assessor is assigned to today, with what waits there; reading that is noted. */
export async function visitsOf(ctx: Context): Promise<VisitsProps> {
  const visits = await listVisits(ctx)
  const shown = visits.flatMap(({ organizationId, assessmentId }) =>
    assessmentId === null ? [] : [{ organizationId, subjectId: assessmentId }],
  )
  return { visits, notes: shown.length > 0 ? [recordRead(ctx.now, 'assessment.read', shown)] : [] }
}

/** The assessor's day: where one is to go, and who waits for whom there. */
export const Visits = ({ visits }: Pick<VisitsProps, 'visits'>) => (
  <Panel id="kommunen" title="Ihre Kommunen" link={{ href: assessmentRoutes.list.href(), label: 'Alle Prüfungen' }}>
    <Table
      caption="Wo Sie zugewiesen sind, nach Namen"
      captionHidden
      stack
      rows={visits}
      columns={[
        { header: 'Kommune', rowHeader: true, cell: Place },
        {
          header: 'Beantwortet',
          numeric: true,
          cell: ({ total, answered }) => total !== null && `${answered} von ${total}`,
        },
        { header: 'Wer ist am Zug', cell: Turn },
        { header: 'Zugewiesen bis', cell: ({ until }) => germanDay(Temporal.PlainDate.from(until)) },
      ]}
    />
  </Panel>
)

const Place = ({ organizationName, assessmentId, catalogTitle }: Visit) =>
  assessmentId === null ? (
    organizationName
  ) : (
    <>
      <a class="lw-link" href={assessmentRoutes.show.href({ id: assessmentId })}>
        {organizationName}
      </a>
      <span class="lw-table__sub">{catalogTitle}</span>
    </>
  )

function Turn(visit: Visit) {
  const { state, text } = turnOf(visit)
  return <Tag state={state}>{text}</Tag>
}

/** Who the check waits for, in the order in which it can go on. */
export function turnOf(visit: Visit): { state: TagState; text: string } {
  const { assessmentId, total, answered, waitsForOrganization } = visit
  const waiting = waitsForAssessor(visit)
  if (assessmentId === null) return { state: 'none', text: 'Kommune: noch keine Prüfung begonnen' }
  if (visit.signedOff) return { state: 'ok', text: 'abgenommen' }
  if (visit.organizationSigned) return { state: 'soon', text: 'Sie: Ihre Unterschrift fehlt' }
  if (visit.assessorSigned) return { state: 'running', text: 'Kommune: ihre Unterschrift fehlt' }
  if (waiting > 0)
    return {
      state: 'soon',
      text: `Sie: ${waiting === 1 ? '1 Antwort' : `${waiting} Antworten`} prüfen`,
    }
  if (waitsForOrganization > 0) return { state: 'running', text: `Kommune: ${waitsForOrganization} strittig` }
  if (answered !== total) return { state: 'running', text: 'Kommune: Fragen sind offen' }
  return { state: 'soon', text: 'Beide: Unterschriften fehlen' }
}
