import { Temporal } from 'temporal-polyfill'
import { isRefusal } from '#kernel/outcome.ts'
import { recordRead } from '#foundation/audit/index.ts'
import { maySubstitute, substitutionRoutes } from '#foundation/identity/index.ts'
import { type Actor, type Context, hasRole } from '#platform/http/context.ts'
import type { Task, TaskPage, TaskSource } from '#platform/portal/task.ts'
import { answering, isChecked, may } from './access.ts'
import { type Duty, reasonOf, titleOf } from './duties/duty.ts'
import { listDuties } from './duties/queries.ts'
import { dutiesOf, listVisits } from './duties/visits.ts'
import { assessmentRoutes, migrationHref, questionsHref } from './routes.ts'
import { signOffRoutes } from './sign-off/routes.ts'

/** What checks want from whoever asks: answers, verdicts, signatures, decisions, evidence. */
export const assessmentTasks: TaskSource = {
  name: 'security/assessments',
  title: 'Prüfungen',
  async list(ctx, { limit }) {
    if (!may.see(ctx.actor) && !hasRole(ctx.actor, 'member')) return { items: [], total: 0 }
    if (hasRole(ctx.actor, 'assessor')) return listForAssessor(ctx, limit)
    const { duties, total } = await listDuties(ctx.db, scopeOf(ctx.actor), limit)
    return { items: duties.map((duty) => taskOf(ctx.actor, duty)), total }
  },
}

const scopeOf = (actor: Actor) => ({
  own: actor.actingFor?.id ?? null,
  isHead: hasRole(actor, 'chiefExecutive', 'securityOfficer'),
  answers: hasRole(actor, ...answering),
  isSecurityOfficer: hasRole(actor, 'securityOfficer'),
  isChecked: actor.actingFor !== null && isChecked(actor.actingFor.kind),
})

/** What is the assessor's turn at the municipalities assigned. */
async function listForAssessor(ctx: Context, limit: number): Promise<TaskPage> {
  const all = dutiesOf(await listVisits(ctx))
  const duties = all.slice(0, limit)
  return { items: duties.map((duty) => taskOf(ctx.actor, duty)), total: all.length, notes: notesOf(ctx, duties) }
}

/** A duty at somebody else's check tells what stands in it. */
function notesOf({ now }: Context, duties: readonly Duty[]) {
  const shown = new Map(
    duties.map(({ assessmentId, organizationId }) => [assessmentId, { organizationId, subjectId: assessmentId }]),
  )
  return shown.size > 0 ? [recordRead(now, 'assessment.read', [...shown.values()])] : []
}

const taskOf = (actor: Actor, duty: Duty): Task => ({
  key: duty.key,
  title: titleOf(duty),
  reason: reasonOf(duty, duty.organizationId === actor.actingFor?.id),
  dueOn: duty.dueOn === null ? null : Temporal.PlainDate.from(duty.dueOn),
  url: hrefOf(duty),
  handOnUrl: handOnOf(actor, duty),
})

function hrefOf(duty: Duty): string {
  const id = duty.assessmentId
  switch (duty.kind) {
    case 'delegated':
    case 'open':
      return assessmentRoutes.next.href({ id })
    case 'unconfirmed':
      return questionsHref(id, { auswahl: 'bestaetigen' })
    case 'sourceChanged':
      return questionsHref(id, { auswahl: 'quelle-geaendert' })
    case 'disputed':
      return questionsHref(id, { auswahl: 'strittig' })
    case 'judge':
      return assessmentRoutes.show.href({ id })
    case 'sign':
    case 'ready':
    case 'reopen':
      return signOffRoutes.show.href({ id })
    case 'evidence':
      return `${assessmentRoutes.question.href({ id, controlId: duty.controlId })}#nachweise`
    case 'migrate':
      return migrationHref(id, duty.toId)
    case 'begin':
      return assessmentRoutes.new.href()
  }
}

/** Lists are given to colleagues, or back; what hangs on a role is done by whoever stands in for it. */
function handOnOf(actor: Actor, { kind, assessmentId }: Duty): string | undefined {
  switch (kind) {
    case 'delegated':
    case 'open':
    case 'unconfirmed':
    case 'sourceChanged':
      return assessmentRoutes.delegations.href({ id: assessmentId })
    case 'disputed':
    case 'sign':
    case 'ready':
    case 'reopen':
    case 'migrate':
    case 'begin':
      return isRefusal(maySubstitute.name(actor)) ? undefined : substitutionRoutes.list.href()
    case 'judge':
    case 'evidence':
      return undefined
  }
}
