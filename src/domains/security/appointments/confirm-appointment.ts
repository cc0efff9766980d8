import { isRefusal, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { allows, type Appointment, away, chooser, type Proposal, type Side, stateInWords } from './appointment.ts'
import { findAppointment, findClashes } from './queries.ts'
import { settleRoad } from './settle-road.ts'
import { checkSlots, type Clash } from './slot-rules.ts'
import { tellDates } from './tell-dates.ts'
import { writeParticipants } from './write-participants.ts'

export const overtaken = refuse(
  'Inzwischen hat jemand anderes über diesen Termin entschieden. Ihre Eingabe ist nicht gespeichert; unten steht, was jetzt gilt.',
)

/**
 * Chooses one of the times that the other side offers. Whoever comes is nowhere else then: everybody who decides about the same assessor waits
 * here for each other, and the database refuses what would pass nevertheless (`one_place_at_once`).
 */
export async function confirmAppointment(
  ctx: Context,
  appointment: Appointment,
  { side, proposalId, participantIds }: { side: Side; proposalId: string; participantIds: readonly string[] },
): Promise<Outcome<Appointment>> {
  const { db } = ctx
  const chosen = appointment.proposals.find(({ id }) => id === proposalId)
  const wrong = hindrance(ctx, appointment, side, chosen)
  if (wrong || !chosen) return wrong ?? overtaken
  const times = [away(chosen, appointment)]
  const clashes = await findClashes(db, { appointmentId: appointment.id, times }, { holding: true })
  const clash = clashes.find(({ whose, state }) => whose === 'assessor' && state === 'confirmed')
  if (clash) return elsewhere(clash)
  if (!(await choose(ctx, appointment, chosen))) return overtaken
  const added = await writeParticipants(ctx, appointment, { added: participantIds, removed: [] })
  if (isRefusal(added)) return added
  const { id: _, side: __, ...slot } = chosen
  const confirmed: Appointment = { ...appointment, state: 'confirmed', chosen: slot }
  const settled = await settleRoad(ctx, confirmed, 'confirmed', side)
  if (isRefusal(settled)) return settled
  await record(ctx, 'appointment.confirmed', {
    organizationId: appointment.organizationId,
    subjectId: appointment.id,
    data: { startsAt: chosen.startsAt.toString() },
  })
  const after = await findAppointment(db, appointment.id)
  if (!after) throw new Error('an appointment that was just confirmed is not visible')
  await tellDates(ctx, after, 'confirmed')
  return after
}

function hindrance(
  { now }: Context,
  appointment: Appointment,
  side: Side,
  chosen: Proposal | undefined,
): Refusal | undefined {
  if (!allows(appointment, 'choose'))
    return refuse(`Dieser Termin ist ${stateInWords(appointment.state)}. Auszuwählen gibt es nichts.`)
  if (chooser(appointment) !== side)
    return refuse(
      side === 'organization'
        ? 'Jetzt ist die andere Seite an der Reihe: Sie wählt aus Ihren Vorschlägen oder macht neue.'
        : 'Jetzt wählt die Kommune aus. Andere Zeiten schlagen Sie unter „Ändern“ vor.',
    )
  if (!chosen)
    return refuse('Bestätigt ist noch nichts. Bitte wählen Sie einen der Vorschläge.', [
      { path: 'proposalId', message: 'Bitte wählen Sie einen der Vorschläge, die jetzt gelten.' },
    ])
  if (appointment.enrollmentState === 'withdrawn') return refuse('Die Teilnahme ist beendet. Bestätigt ist nichts.')
  const checked = checkSlots([chosen], 'Bestätigt ist nichts', { now, path: 'proposals' })
  return isRefusal(checked)
    ? refuse('Dieser Zeitpunkt ist schon vorbei. Bestätigt ist nichts. Bitte wählen Sie einen anderen.', [
        { path: 'proposalId', message: 'Dieser Zeitpunkt ist schon vorbei.' },
      ])
    : undefined
}

/** The sentence names the place only for those who may know it. */
export function elsewhere({ name }: Pick<Clash, 'name'>): Refusal {
  const where = name === null ? 'einen anderen Termin' : `einen Termin in: ${name}`
  const message = `Zu dieser Zeit hat, wer prüft, inzwischen ${where}; der Weg ist mitgerechnet.`
  return refuse(`${message} Bestätigt ist nichts. Bitte wählen Sie eine andere Zeit.`, [
    { path: 'proposalId', message },
  ])
}

/** False when somebody was quicker. */
async function choose({ db, actor, now }: Context, appointment: Appointment, slot: Proposal): Promise<boolean> {
  const { from, until } = away(slot, appointment)
  const done = await db
    .updateTable('appointments.appointment')
    .set((eb) => ({
      state: 'confirmed',
      starts_at: slot.startsAt.toString(),
      ends_at: slot.endsAt.toString(),
      away_from: from.toString(),
      away_until: until.toString(),
      place: slot.place,
      video_url: slot.videoUrl,
      sequence: eb('sequence', '+', 1),
      reason: '',
      brought_in: false,
      decided_by: actor.personId,
      decided_at: now.toString(),
      version: eb('version', '+', 1),
      changed_at: now.toString(),
    }))
    .where('id', '=', appointment.id)
    .where('version', '=', appointment.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
