import type { Context } from '#platform/http/context.ts'
import { type Appointment, away, type Slot } from './appointment.ts'
import { findClashes } from './queries.ts'
import { type Warning, warningsOf } from './slot-rules.ts'

type Dated = Pick<Appointment, 'id' | 'minutesBefore' | 'minutesAfter' | 'organizationName' | 'assessor'>

/** What stands against times of an appointment that exists, in the words of whoever asks; one query, none for no times. */
export async function loadWarnings(ctx: Context, appointment: Dated, slots: readonly Slot[]): Promise<Warning[]> {
  if (slots.length === 0) return []
  const clashes = await findClashes(
    ctx.db,
    { appointmentId: appointment.id, times: slots.map((slot) => away(slot, appointment)) },
    { holding: false },
  )
  return warningsOf(slots, clashes, {
    isAssessor: appointment.assessor?.id === ctx.actor.personId,
    organizationName: appointment.organizationName,
  })
}
