import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import { answered, unanswered } from '#kernel/scale.ts'
import type { Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Meter } from '#ui/meter/meter.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../access.ts'
import { type Assessment, type GroupCount, sum } from '../assessment.ts'
import { countGroups, listAssessments } from '../queries.ts'
import { readNotes } from '../read-note.ts'
import { assessmentRoutes } from '../routes.ts'
import type { Delegation } from '../delegations/delegation.ts'
import { listDelegationsOf } from '../delegations/queries.ts'
import { segmentsOf } from './segments.ts'

interface CheckProps {
  assessment: Assessment
  groups: GroupCount[]
  mayAnswer: boolean
  /** Lists of it that were given to the reader. */
  delegations: Delegation[]
}

export interface OpenChecksProps {
  checks: CheckProps[]
  mayStart: boolean
  notes: Note[]
}

/** The checks one is working on, for the start page: at most five. */
export async function openChecks(ctx: Context): Promise<Outcome<OpenChecksProps>> {
  const found = await listAssessments(ctx.db, { limit: 5 })
  if (isRefusal(found)) return found
  const groups = await countGroups(
    ctx.db,
    found.items.map(({ id }) => id),
  )
  const { personId, actingFor } = ctx.actor
  const delegations = found.items.some(({ parts }) => parts !== null)
    ? await listDelegationsOf(ctx.db, personId, actingFor?.id ?? '')
    : []
  return {
    checks: found.items.map((assessment) => ({
      assessment,
      groups: groups.get(assessment.id) ?? [],
      mayAnswer: !isRefusal(may.change(ctx.actor, assessment)),
      delegations: delegations.filter(({ assessmentId }) => assessmentId === assessment.id),
    })),
    mayStart: !isRefusal(may.start(ctx.actor, ctx.actor.actingFor?.id ?? '')),
    notes: readNotes(ctx, ...found.items),
  }
}

export const OpenChecks = ({ checks, mayStart }: OpenChecksProps) => (
  <Panel id="pruefungen" title="Ihre Prüfungen" link={{ href: assessmentRoutes.list.href(), label: 'Alle anzeigen' }}>
    {checks.length === 0 ? (
      <Empty
        title="Noch keine Prüfung"
        actions={mayStart && <ButtonLink href={assessmentRoutes.new.href()}>Prüfung beginnen</ButtonLink>}
      >
        {mayStart
          ? 'Fangen Sie mit dem Startcheck an: Er dauert eine halbe Stunde, und Sie können jederzeit unterbrechen.'
          : 'Hier erscheinen die Prüfungen, die Ihnen zugewiesen sind.'}
      </Empty>
    ) : (
      <div class="lw-stack lw-stack--l">
        {checks.map((check) => (
          <Check {...check} />
        ))}
      </div>
    )}
  </Panel>
)

/** "Ihre Listen, bis 04.12.2026" */
function until(delegations: readonly Delegation[]): string {
  const [first] = delegations.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
  return first === undefined ? 'Ihre Listen' : `Ihre Listen, bis ${germanDay(Temporal.PlainDate.from(first))}`
}

function Check({ assessment, groups, mayAnswer, delegations }: CheckProps) {
  const count = sum(groups)
  const open = unanswered(count)
  return (
    <div class="lw-stack lw-stack--s">
      <p>
        <a class="lw-link lw-strong" href={assessmentRoutes.show.href({ id: assessment.id })}>
          {assessment.catalogTitle}
        </a>
        , {assessment.organizationName}: {answered(count)} von {count.total} Fragen beantwortet
        {assessment.parts && ` (${until(delegations)}: ${groups.map(({ title }) => title).join(', ')})`}
        {count.quickWinsLeft > 0 && `, ${count.quickWinsLeft} Schnellstarter möglich`}
      </p>
      {mayAnswer && open > 0 && (
        <p class="lw-small">
          <a class="lw-link" href={assessmentRoutes.next.href({ id: assessment.id })}>
            Weiter mit der nächsten offenen Frage
          </a>
        </p>
      )}
      <Meter label={assessment.catalogTitle} segments={segmentsOf(assessment.scale, count)} />
    </div>
  )
}
