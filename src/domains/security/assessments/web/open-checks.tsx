import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import { percent, unanswered } from '#kernel/scale.ts'
import type { Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { type Fact, Facts } from '#ui/facts/facts.tsx'
import { Meter } from '#ui/meter/meter.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../access.ts'
import { type Assessment, type GroupCount, stateNames, stateOf, sum } from '../assessment.ts'
import { countGroups, listAssessments } from '../queries.ts'
import { readNotes } from '../read-note.ts'
import { assessmentRoutes } from '../routes.ts'
import type { Delegation } from '../delegations/delegation.ts'
import { listDelegationsOf } from '../delegations/queries.ts'
import { percentName, segmentsOf } from './segments.ts'

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
  /** Whose checks these are. */
  organizationName: string
  notes: Note[]
}

/** The checks of the own organization, for the start page: the newest five. */
export async function openChecks(ctx: Context): Promise<Outcome<OpenChecksProps>> {
  const found = await listAssessments(ctx.db, { limit: 5, withoutClosed: true })
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
    organizationName: ctx.actor.actingFor?.name ?? '',
    notes: readNotes(ctx, ...found.items),
  }
}

/** "So steht Stadt Musterstadt": the check that runs with its figures, the others with their bar. */
export const OpenChecks = ({ checks, mayStart, organizationName }: OpenChecksProps) => {
  const inParts = checks.length > 0 && checks.every(({ assessment }) => assessment.parts !== null)
  const main = checks.find(({ assessment }) => stateOf(assessment) === 'open') ?? checks[0]
  return (
    <Panel
      id="pruefungen"
      title={inParts ? 'Ihre Listen' : `So steht ${organizationName}`}
      link={{ href: assessmentRoutes.list.href(), label: 'Alle Prüfungen' }}
    >
      {main ? (
        <div class="lw-stack lw-stack--l">
          <Check {...main} isMain />
          {checks
            .filter((check) => check !== main)
            .map((check) => (
              <Check {...check} />
            ))}
        </div>
      ) : (
        <Empty
          title="Noch keine Prüfung"
          actions={mayStart && <ButtonLink href={assessmentRoutes.new.href()}>Prüfung beginnen</ButtonLink>}
        >
          {mayStart
            ? 'Fangen Sie mit dem Startcheck an: Er dauert eine halbe Stunde, und Sie können jederzeit unterbrechen.'
            : 'Sobald jemand eine Prüfung beginnt und Ihnen Listen überträgt, steht hier, wie weit Sie sind.'}
        </Empty>
      )}
    </Panel>
  )
}

/** "Ihre Listen, bis 04.12.2026" */
function until(delegations: readonly Delegation[]): string {
  const [first] = delegations.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
  return first === undefined ? 'Ihre Listen' : `Ihre Listen, bis ${germanDay(Temporal.PlainDate.from(first))}`
}

function factsOf({ assessment, groups }: CheckProps): Fact[] {
  const count = sum(groups)
  const share = percent(count)
  const { quickWinsLeft, mandatoryLeft } = count
  return [
    ...(share === null
      ? []
      : [{ label: percentName[assessment.scale], value: share.toLocaleString('de-DE'), unit: '%' }]),
    {
      label: `${unanswered(count) === 1 ? 'Frage' : 'Fragen'} noch offen von ${count.total}`,
      value: unanswered(count),
    },
    ...(mandatoryLeft > 0 ? [{ label: 'zwingende Punkte zu erledigen', value: mandatoryLeft }] : []),
    ...(quickWinsLeft > 0 ? [{ label: 'Schnellstarter möglich', value: quickWinsLeft }] : []),
  ]
}

function Check({ isMain, ...check }: CheckProps & { isMain?: boolean }) {
  const { assessment, groups, mayAnswer, delegations } = check
  const count = sum(groups)
  const state = stateOf(assessment)
  return (
    <div class="lw-stack lw-stack--s">
      <p>
        <a class="lw-link lw-strong" href={assessmentRoutes.show.href({ id: assessment.id })}>
          {assessment.catalogTitle}
        </a>{' '}
        <span class="lw-small lw-muted">
          {stateNames[state]}
          {assessment.parts && ` · ${until(delegations)}: ${groups.map(({ title }) => title).join(', ')}`}
        </span>
      </p>
      {isMain && <Facts items={factsOf(check)} />}
      <Meter
        label={assessment.catalogTitle}
        segments={segmentsOf(assessment.scale, count)}
        size={isMain ? 'tall' : undefined}
        legend
      />
      {mayAnswer && unanswered(count) > 0 && (
        <p class="lw-small">
          <a class="lw-link" href={assessmentRoutes.next.href({ id: assessment.id })}>
            Weiter mit der nächsten offenen Frage
          </a>
        </p>
      )}
    </div>
  )
}
