import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { giveRole, rolesToday } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Enrollment, EnrollmentWithSteps } from '../enrollment.ts'
import { setStep } from '../enrollments/set-step.ts'
import { programmeKinds } from '../notifications.ts'
import { openNeeds } from '../road.ts'
import { type Navigator, namingStep } from './navigator.ts'
import { listNavigators } from './queries.ts'

export interface Naming {
  person: { id: string; name: string }
  /** Local day, not before today. */
  from: string
  /** Why somebody else was named before; asked for then. */
  reason: string
}

/** Names a colleague for the programme; whoever was named before has the day before as the last one. Settles the step. */
export async function nameNavigator(
  ctx: Context,
  enrollment: EnrollmentWithSteps,
  naming: Naming,
): Promise<Outcome<string>> {
  await sql`select programmes.hold(${enrollment.id}::uuid)`.execute(ctx.db)
  const before = (await listNavigators(ctx.db, enrollment.id)).find(({ until }) => until === null)
  const wrong = hindrance(ctx, enrollment, naming, before)
  if (wrong) return wrong
  const role = await giveTheRole(ctx, enrollment, naming.person)
  if (isRefusal(role)) return role
  if (before) await end(ctx, enrollment, before, naming)
  const id = newId()
  await ctx.db
    .insertInto('programmes.navigator')
    .values({
      id,
      enrollment_id: enrollment.id,
      organization_id: enrollment.organizationId,
      programme_id: enrollment.programmeId,
      person_id: naming.person.id,
      named_by: ctx.actor.personId,
      named_at: ctx.now.toString(),
      from_day: naming.from,
    })
    .execute()
  const settled = await setStep(ctx, enrollment, namingStep, { state: 'done', onDay: naming.from }, 'deed')
  if (isRefusal(settled)) return settled
  await record(ctx, 'navigator.named', {
    organizationId: enrollment.organizationId,
    subjectId: naming.person.id,
    data: { programme: enrollment.programmeName, from: naming.from },
  })
  await notify(ctx, {
    personIds: [naming.person.id],
    kind: programmeKinds.navigatorNamed,
    title: `${ctx.actor.name} hat Sie für „${enrollment.programmeName}“ benannt.`,
    url: `/teilnahmen/${enrollment.id}`,
    organizationId: enrollment.organizationId,
  })
  return id
}

/** Whoever is named is Digital-Navigator in the portal too; nobody gives that to oneself. */
async function giveTheRole(
  ctx: Context,
  { organizationId, organizationName, organizationKind }: Enrollment,
  person: Naming['person'],
): Promise<Outcome<unknown>> {
  const roles = await rolesToday(ctx.db, { personId: person.id, organizationId }, localDay(ctx.now).toString())
  if (roles.length === 0)
    return refuse(`${person.name} gehört nicht zu ${organizationName}. Bitte laden Sie die Person zuerst ein.`, [
      { path: 'personId', message: 'gehört nicht zu dieser Kommune' },
    ])
  if (roles.includes('navigator')) return true
  if (person.id === ctx.actor.personId)
    return refuse(
      'Sich selbst gibt niemand eine Aufgabe. Bitte lassen Sie sich „Digital-Navigation“ zuerst von Ihrer Zugangsverwaltung geben.',
      [{ path: 'personId', message: 'Ihnen fehlt die Aufgabe „Digital-Navigation“.' }],
    )
  return giveRole(
    ctx,
    { person, place: { id: organizationId, name: organizationName, kind: organizationKind } },
    { role: 'navigator' },
  )
}

function hindrance(
  { now }: Context,
  { state, steps }: EnrollmentWithSteps,
  { person, from, reason }: Naming,
  before: Navigator | undefined,
): Refusal | undefined {
  const step = steps.find(({ key }) => key === namingStep)
  if (!step) return refuse('In diesem Programm wird niemand benannt.')
  if (state === 'withdrawn') return refuse('Die Teilnahme ist beendet. Benannt ist niemand.')
  const needs = openNeeds(steps, step).map(({ title }) => `„${title}“`)
  if (needs.length > 0) return refuse(`Benannt wird nach der Zulassung. Es fehlt noch: ${needs.join(', ')}.`)
  if (from < localDay(now).toString()) return no('from', 'Frühestens heute.')
  if (before?.personId === person.id) return no('personId', `${person.name} ist schon benannt.`)
  if (before && from < before.from) return no('from', 'Vorher ist schon jemand anderes benannt.')
  return before && !reason ? no('reason', 'Bitte nennen Sie den Grund für den Wechsel.') : undefined
}

const no = (path: string, message: string): Refusal =>
  refuse('Benannt ist noch niemand. Bitte ändern Sie eine Angabe.', [{ path, message }])

async function end(
  ctx: Context,
  { programmeName, organizationId }: Enrollment,
  before: Navigator,
  { from, reason }: Naming,
): Promise<void> {
  await ctx.db
    .updateTable('programmes.navigator')
    .set({ until_day: sql`${from}::date - 1`, ended_by: ctx.actor.personId, reason })
    .where('id', '=', before.id)
    .where('until_day', 'is', null)
    .execute()
  await record(ctx, 'navigator.replaced', {
    organizationId,
    subjectId: before.personId,
    data: { programme: programmeName },
  })
}
