import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { allows, type Appointment, type Side, stateInWords } from './appointment.ts'
import { overtaken } from './confirm-appointment.ts'
import { settleRoad } from './settle-road.ts'
import { tellDates } from './tell-dates.ts'

/** It does not take place. The other side reads why; a time that was chosen is free again. */
export async function cancelAppointment(
  ctx: Context,
  appointment: Appointment,
  { reason, side }: { reason: string; side: Side },
): Promise<Outcome<true>> {
  if (!allows(appointment, 'cancel'))
    return refuse(`Dieser Termin ist ${stateInWords(appointment.state)}. Abzusagen gibt es nichts.`)
  const wasConfirmed = appointment.state === 'confirmed'
  const done = await ctx.db
    .updateTable('appointments.appointment')
    .set((eb) => ({
      state: 'cancelled',
      reason,
      sequence: eb('sequence', '+', wasConfirmed ? 1 : 0),
      brought_in: false,
      decided_by: ctx.actor.personId,
      decided_at: ctx.now.toString(),
      version: eb('version', '+', 1),
      changed_at: ctx.now.toString(),
    }))
    .where('id', '=', appointment.id)
    .where('version', '=', appointment.version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return overtaken
  // Refused only on a road that has ended, where the step stays as it is.
  await settleRoad(ctx, appointment, 'cancelled', side)
  await record(ctx, 'appointment.cancelled', {
    organizationId: appointment.organizationId,
    subjectId: appointment.id,
    data: { side },
  })
  await tellDates(ctx, { ...appointment, reason, sequence: appointment.sequence + (wasConfirmed ? 1 : 0) }, 'cancelled')
  return true
}
