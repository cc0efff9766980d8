import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { currentGrants } from '#foundation/identity/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import { setStep } from '../enrollments/set-step.ts'
import { programmeKinds } from '../notifications.ts'
import { openNeeds } from '../road.ts'
import { type Navigator, namingStep } from './navigator.ts'
import { listNavigators } from './queries.ts'

export interface Naming {
  personId: string
  /** Local day, not before today. */
  from: string
  /** Why somebody else was named before; asked for then. */
  reason: string
}

/** `hasRole`: whether the person is Digital-Navigator in the portal already; roles are given on the page of the person. */
export interface Named {
  name: string
  hasRole: boolean
}

/** Names a colleague for the programme; whoever was named before has the day before as the last one. Settles the step. */
export async function nameNavigator(
  ctx: Context,
  enrollment: EnrollmentWithSteps,
  naming: Naming,
): Promise<Outcome<Named>> {
  const wrong = hindrance(ctx, enrollment, naming)
  if (wrong) return wrong
  // Holds the road: who names at the same time comes after this one.
  const settled = await setStep(ctx, enrollment, namingStep, { state: 'done' }, 'deed')
  if (isRefusal(settled)) return settled
  const grants = await currentGrants(ctx.db, { ...naming, ...enrollment }, localDay(ctx.now).toString())
  const name = grants[0]?.personName
  if (name === undefined)
    return no(
      'personId',
      `Diese Person gehört nicht zu ${enrollment.organizationName}. Bitte laden Sie sie zuerst ein.`,
    )
  const before = (await listNavigators(ctx.db, enrollment.id)).find(({ until }) => until === null)
  const taken = before && collision(naming, before)
  if (taken) return taken
  if (before) await end(ctx, before, naming)
  await insert(ctx, enrollment, naming)
  await record(ctx, before ? 'navigator.replaced' : 'navigator.named', {
    organizationId: enrollment.organizationId,
    subjectId: naming.personId,
    data: { programme: enrollment.programmeName, from: naming.from },
  })
  await notify(ctx, {
    personIds: [naming.personId],
    kind: programmeKinds.navigatorNamed,
    title: `${ctx.actor.name} hat Sie für „${enrollment.programmeName}“ benannt.`,
    url: `/teilnahmen/${enrollment.id}`,
    organizationId: enrollment.organizationId,
  })
  return { name, hasRole: grants.some(({ role }) => role === 'navigator') }
}

function hindrance({ now }: Context, { state, steps }: EnrollmentWithSteps, { from }: Naming): Refusal | undefined {
  const step = steps.find(({ key }) => key === namingStep)
  if (!step) return refuse('In diesem Programm wird niemand benannt.')
  if (state === 'withdrawn') return refuse('Die Teilnahme ist beendet. Benannt ist niemand.')
  const needs = openNeeds(steps, step).map(({ title }) => `„${title}“`)
  if (needs.length > 0) return refuse(`Benannt wird nach der Zulassung. Es fehlt noch: ${needs.join(', ')}.`)
  return from < localDay(now).toString() ? no('from', 'Frühestens heute.') : undefined
}

function collision({ personId, from, reason }: Naming, before: Navigator): Refusal | undefined {
  if (before.personId === personId) return no('personId', 'Diese Person ist schon benannt.')
  if (from < before.from) return no('from', 'Vorher ist schon jemand anderes benannt.')
  return reason ? undefined : no('reason', 'Bitte nennen Sie den Grund für den Wechsel.')
}

const insert = (
  { db, actor, now }: Context,
  { id, organizationId, programmeId }: EnrollmentWithSteps,
  { personId, from }: Naming,
): Promise<unknown> =>
  db
    .insertInto('programmes.navigator')
    .values({
      id: newId(),
      enrollment_id: id,
      organization_id: organizationId,
      programme_id: programmeId,
      person_id: personId,
      named_by: actor.personId,
      named_at: now.toString(),
      from_day: from,
    })
    .execute()

const end = ({ db, actor }: Context, { id }: Navigator, { from, reason }: Naming): Promise<unknown> =>
  db
    .updateTable('programmes.navigator')
    .set({ until_day: sql`${from}::date - 1`, ended_by: actor.personId, reason })
    .where('id', '=', id)
    .where('until_day', 'is', null)
    .execute()

const no = (path: string, message: string): Refusal =>
  refuse('Benannt ist noch niemand. Bitte ändern Sie eine Angabe.', [{ path, message }])
