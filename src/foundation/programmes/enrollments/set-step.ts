import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Enrollment } from '../enrollment.ts'
import type { Party } from '../programme.ts'
import { turnOf } from '../turn.ts'
import { tellTurn } from '../turns/tell-turn.ts'
import { hindrance, type RoadStep, stateInWords, type StepState } from '../road.ts'
import { noteChange, type Origin } from './note-change.ts'
import { holdRoad } from './hold-road.ts'

/** What is left out stays as it is; null takes away. */
export interface StepWish {
  state: StepState
  onDay?: string | null | undefined
  waitingFor?: Party | null | undefined
  missing?: string | undefined
  note?: string | undefined
}

/**
 * Sets one step of a road. The road is held until the end of the transaction, so two who do it at once come one after the other: the second
 * one finds it done and changes nothing (`same`). Whether the actor may is the caller's to ask.
 */
export async function setStep(
  ctx: Context,
  { id }: Pick<Enrollment, 'id'>,
  key: string,
  wish: StepWish,
  origin: Origin = 'person',
): Promise<Outcome<'set' | 'same'>> {
  const enrollment = await holdRoad(ctx, id)
  const step = enrollment?.steps.find((one) => one.key === key)
  if (!enrollment || !step) return refuse('Diesen Schritt gibt es auf diesem Weg nicht.')
  if (enrollment.state === 'withdrawn')
    return refuse('Die Teilnahme ist beendet. Geändert ist nichts; nach einem Wiedereintritt geht der Weg weiter.')
  const details = wanted(step, wish)
  if (isSame(step, details)) return 'same'
  const today = localDay(ctx.now)
  const wrong = hindrance(enrollment.steps, step, wish.state, { today, deadline: enrollment.deadline })
  if (wrong) return wrong
  await write(ctx, enrollment, step, details)
  const isMoved = step.state !== wish.state
  await noteChange(ctx, roadOf(enrollment), {
    step: key,
    what: isMoved ? wish.state : 'detail',
    before: step.state,
    onDay: details.onDay,
    note: wish.note,
    origin,
  })
  await record(ctx, 'enrollment.stepSet', {
    organizationId: enrollment.organizationId,
    subjectId: id,
    data: { programme: enrollment.programmeName, step: step.title, state: stateInWords(wish.state) },
  })
  const turn = turnOf(enrollment, { key, ...details })
  if (turn && !isToldByDeed(step, turn, origin)) await tellTurn(ctx, enrollment, turn.key)
  return 'set'
}

/** A decision, and a date that is offered, tell of themselves. */
const isToldByDeed = (step: RoadStep, turn: RoadStep, origin: Origin): boolean =>
  origin === 'deed' && (step.byDeed || step.key === turn.key)

type Details = Pick<RoadStep, 'state' | 'onDay' | 'waitingFor' | 'missing' | 'note'>

/** A step that moves on waits for whom it usually does, unless somebody else is named with it. */
function wanted(step: RoadStep, { state, onDay, waitingFor, missing, note }: StepWish): Details {
  const isMoved = state !== step.state
  return {
    state,
    onDay: onDay === undefined ? step.onDay : onDay,
    waitingFor: waitingFor === undefined ? (isMoved ? null : step.waitingFor) : waitingFor,
    missing: missing ?? (isMoved ? '' : step.missing),
    note: note ?? step.note,
  }
}

const isSame = (step: RoadStep, details: Details): boolean =>
  (Object.keys(details) as (keyof Details)[]).every((name) => step[name] === details[name])

const roadOf = ({ id, organizationId, programmeId }: Enrollment) => ({ enrollmentId: id, organizationId, programmeId })

async function write(
  { db, now, actor }: Context,
  { id }: Enrollment,
  step: RoadStep,
  { state, onDay, waitingFor, missing, note }: Details,
): Promise<void> {
  const written = await db
    .updateTable('programmes.enrollment_step')
    .set({
      state,
      ...(state === step.state ? {} : { since: now.toString() }),
      on_day: onDay,
      waiting_for: waitingFor,
      missing,
      note,
      changed_by: actor.personId,
    })
    .where('enrollment_id', '=', id)
    .where('step', '=', step.key)
    .executeTakeFirst()
  if (written.numUpdatedRows !== 1n)
    throw new Error(`row-level security kept ${step.key} as it is, though may said yes`)
}
