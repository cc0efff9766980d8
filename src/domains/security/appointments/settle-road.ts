import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { setStep } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Appointment, Side } from './appointment.ts'
import { effectOn, type RoadEvent } from './road-effect.ts'

/** Tells the step of the road what became of the appointment; refused where the road does not allow it. */
export async function settleRoad(
  ctx: Context,
  appointment: Appointment,
  event: RoadEvent,
  side: Side,
): Promise<Outcome<true>> {
  const wish = effectOn(appointment, event, side)
  if (!wish) return true
  const set = await setStep(ctx, { id: appointment.enrollmentId }, appointment.step, wish, 'deed')
  return isRefusal(set) ? set : true
}
