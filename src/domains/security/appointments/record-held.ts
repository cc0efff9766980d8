import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { allows, type Appointment, stateInWords } from './appointment.ts'
import { overtaken } from './confirm-appointment.ts'
import type { Held } from './schemas.ts'
import { settleRoad } from './settle-road.ts'

/** It took place, with these people; the step of the road may be done with it. */
export async function recordHeld(
  ctx: Context,
  appointment: Appointment,
  { attendedIds, stepDone }: Held,
): Promise<Outcome<true>> {
  const { db, now } = ctx
  if (!allows(appointment, 'hold'))
    return refuse(`Dieser Termin ist ${stateInWords(appointment.state)}. Festzuhalten gibt es nichts.`)
  if (!appointment.chosen || Temporal.Instant.compare(appointment.chosen.startsAt, now) > 0)
    return refuse('Dieser Termin hat noch nicht begonnen. Fällt er aus, sagen Sie ihn ab.')
  const known = new Set(appointment.participants.map(({ id }) => id))
  if (attendedIds.some((id) => !known.has(id)))
    return refuse('Eine der Personen nimmt an diesem Termin nicht teil. Gespeichert ist nichts.', [
      { path: 'attendedIds', message: 'Bitte wählen Sie aus den Teilnehmenden.' },
    ])
  const done = await db
    .updateTable('appointments.appointment')
    .set((eb) => ({
      state: 'held',
      brought_in: false,
      version: eb('version', '+', 1),
      changed_at: now.toString(),
    }))
    .where('id', '=', appointment.id)
    .where('version', '=', appointment.version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return overtaken
  await db
    .updateTable('appointments.participant')
    .set({ attended: sql<boolean>`person_id = any (${[...attendedIds]}::uuid[])` })
    .where('appointment_id', '=', appointment.id)
    .execute()
  const settled = await settleRoad(ctx, appointment, stepDone ? 'heldAndDone' : 'held', 'programme')
  if (isRefusal(settled) && stepDone) return { ...settled, errors: [{ path: 'stepDone', message: settled.refused }] }
  await record(ctx, 'appointment.held', {
    organizationId: appointment.organizationId,
    subjectId: appointment.id,
    data: { attended: attendedIds.length },
  })
  return true
}
