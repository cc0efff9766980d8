import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { allows, type Appointment, stateInWords } from './appointment.ts'
import { overtaken } from './confirm-appointment.ts'
import { type Declination, slotOf } from './schemas.ts'
import { settleRoad } from './settle-road.ts'
import { checkSlots } from './slot-rules.ts'
import { tellDates } from './tell-dates.ts'
import { writeProposals } from './write-proposals.ts'

/** The municipality can come at none of these times, or no longer at the one it chose: with the reason, and when it could. */
export async function declineAppointment(
  ctx: Context,
  appointment: Appointment,
  { reason, suggestions }: Declination,
): Promise<Outcome<true>> {
  if (!allows(appointment, 'decline'))
    return refuse(`Dieser Termin ist ${stateInWords(appointment.state)}. Abzulehnen gibt es nichts.`)
  const slots = suggestions.map(slotOf)
  const wrong = checkSlots(slots, 'Die Antwort ist noch nicht abgeschickt', { now: ctx.now, path: 'suggestions' })
  if (isRefusal(wrong)) return wrong
  const wasConfirmed = appointment.state === 'confirmed'
  const done = await ctx.db
    .updateTable('appointments.appointment')
    .set((eb) => ({
      state: 'declined',
      reason,
      round: eb('round', '+', 1),
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
  await writeProposals(ctx, appointment, { round: appointment.round + 1, side: 'organization', slots })
  // Refused only on a road that has ended, where the step stays as it is.
  await settleRoad(ctx, appointment, 'declined', 'organization')
  await record(ctx, 'appointment.declined', {
    organizationId: appointment.organizationId,
    subjectId: appointment.id,
    data: { suggestions: slots.length },
  })
  await tellDates(ctx, { ...appointment, reason, sequence: appointment.sequence + (wasConfirmed ? 1 : 0) }, 'declined')
  return true
}
