import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import type { EventInput } from '../schemas.ts'
import { checkRules } from './check-rules.ts'
import { datesOf, writeDates } from './dates.ts'
import { spanOf } from './event.ts'

/** Of an earlier run, for a further one. */
interface Line {
  lineId: string
  run: number
  previousId: string
}

/** A draft, or published at once. `line` makes it the next run of a course. */
export async function addEvent(ctx: Context, input: EventInput, line?: Line): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = ctx
  if (!actor.actingFor) return refuse('Bitte wählen Sie zuerst, für welche Organisation Sie handeln.')
  const dates = datesOf(input.dates, [], now)
  if (isRefusal(dates)) return dates
  const span = spanOf(input.kind, dates)
  const checked = await checkRules(ctx, input, { dates, span })
  if (isRefusal(checked)) return checked
  const id = newId()
  const at = now.toString()
  await db
    .insertInto('guidance.event')
    .values({
      id,
      organizer_id: actor.actingFor.id,
      line_id: line?.lineId ?? id,
      run: line?.run ?? 1,
      previous_id: line?.previousId ?? null,
      capacity: input.capacity,
      ...factColumns(input),
      published_at: input.published ? at : null,
      published_by: input.published ? actor.personId : null,
      created_at: at,
      created_by: actor.personId,
      changed_at: at,
    })
    .execute()
  const written = await writeDates(ctx, { id, organizerId: actor.actingFor.id, kind: input.kind }, dates)
  if (isRefusal(written)) return written
  await record(ctx, input.published ? 'event.published' : 'event.added', {
    organizationId: actor.actingFor.id,
    subjectId: id,
    data: { title: input.title },
    needs: organizers,
  })
  return { id }
}

/** What is written as it was said. */
export const factColumns = (facts: Omit<EventInput, 'dates' | 'published' | 'capacity'>) => ({
  kind: facts.kind,
  title: facts.title,
  lead: facts.lead,
  outcomes: facts.outcomes,
  speakers: facts.speakers,
  target_group: facts.targetGroup,
  cost_rule: facts.costRule,
  accessibility: facts.accessibility,
  contact_id: facts.contactId,
  per_organization: facts.perOrganization,
  population_quota: facts.populationQuota ? JSON.stringify(facts.populationQuota) : null,
  prerequisite_id: facts.prerequisiteId,
  programme_id: facts.programmeId,
  needs_declaration: facts.needsDeclaration,
  needs_approval: facts.needsApproval,
  promotion: facts.promotion,
  offer_hours: facts.offerHours,
  offer_stop_hours: facts.offerStopHours,
  opens_at: facts.opensAt,
  closes_at: facts.closesAt,
  pass_percent: facts.passPercent,
})
