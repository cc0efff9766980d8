import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { record } from '#foundation/audit/index.ts'
import { findEnrollment, setStep, stateInWords, type StepState } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { ServiceOrder } from '#domains/security/funding/index.ts'

type Matter = Pick<ServiceOrder, 'id' | 'enrollmentId' | 'organizationId'>

/** After something was commissioned, delivered or taken back: where the step of execution stands now. It waits while its turn has not come. */
export async function tendExecution(ctx: Context, { id, enrollmentId, organizationId }: Matter): Promise<void> {
  const { rows } = await sql<{ step_title: string; programme: string; state: StepState }>`
    select * from deliveries.tend_execution(${id}::uuid)`.execute(ctx.db)
  for (const { step_title: step, programme, state } of rows)
    await record(ctx, 'enrollment.stepSet', {
      organizationId,
      subjectId: enrollmentId,
      data: { programme, step, state: stateInWords(state) },
    })
}

/** After a countersignature: acceptance is over when all that was ordered on the road is accepted. A road that is not there yet stays as it is. */
export async function tendAcceptance(ctx: Context, { enrollmentId }: Pick<Matter, 'enrollmentId'>): Promise<void> {
  const account = await ctx.db
    .selectFrom('funding.account')
    .select(['planned_cents', 'committed_cents', 'delivered_cents'])
    .where('enrollment_id', '=', enrollmentId)
    .executeTakeFirstOrThrow()
  const isOver = account.planned_cents + account.committed_cents + account.delivered_cents === 0
  const road = await findEnrollment(ctx.db, enrollmentId)
  const step = road?.steps.find(({ key }) => key === 'acceptance')
  if (!road || !step || step.state === 'notNeeded' || step.state === 'done') return
  const wish = isOver
    ? { state: 'done' as const, onDay: localDay(ctx.now).toString() }
    : { state: 'inProgress' as const }
  await setStep(ctx, road, 'acceptance', wish, 'deed')
}
