import { isRefusal, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { allows, type Appointment, away, type Slot, stateInWords } from './appointment.ts'
import { elsewhere, overtaken } from './confirm-appointment.ts'
import { findAppointment, findClashes } from './queries.ts'
import { type AppointmentChange, slotOf } from './schemas.ts'
import { settleRoad } from './settle-road.ts'
import { checkSlots } from './slot-rules.ts'
import { tellDates } from './tell-dates.ts'
import { writeParticipants } from './write-participants.ts'
import { writeProposals } from './write-proposals.ts'

/**
 * New proposals give a chosen time back; a new time moves it as both sides have agreed. Everybody who has the date in the calendar gets it anew,
 * with a higher SEQUENCE.
 */
export async function changeAppointment(
  ctx: Context,
  appointment: Appointment,
  change: AppointmentChange,
): Promise<Outcome<Appointment>> {
  const wish = wishOf(appointment, change)
  const wrong = hindrance(ctx, appointment, change, wish) ?? (await busy(ctx, appointment, wish))
  if (wrong) return wrong
  if (!(await write(ctx, appointment, wish))) return overtaken
  const { removed, added } = peopleOf(appointment, change)
  const known = await writeParticipants(ctx, appointment, { removed, added })
  if (isRefusal(known)) return known
  if (wish.offered)
    await writeProposals(ctx, appointment, { round: appointment.round + 1, side: 'programme', slots: wish.offered })
  const after = await findAppointment(ctx.db, appointment.id)
  if (!after) throw new Error('an appointment that was just changed is not visible')
  const event = eventOf(wish)
  const settled = event ? await settleRoad(ctx, after, event, 'programme') : true
  if (isRefusal(settled)) return settled
  await record(ctx, 'appointment.changed', {
    organizationId: appointment.organizationId,
    subjectId: appointment.id,
    data: { proposals: wish.offered?.length ?? 0, moved: change.time !== undefined },
  })
  if (event) await tellDates(ctx, after, event === 'moved' || !wish.wasConfirmed ? event : 'reproposed', removed)
  return after
}

const eventOf = ({ offered, isConfirmed }: Wish): 'proposed' | 'moved' | undefined =>
  offered ? 'proposed' : isConfirmed ? 'moved' : undefined

interface Wish {
  title: string
  note: string
  minutesBefore: number
  minutesAfter: number
  offered: Slot[] | undefined
  time: Slot | null
  wasConfirmed: boolean
  /** Stays confirmed, or becomes so elsewhere. */
  isConfirmed: boolean
}

function wishOf(appointment: Appointment, change: AppointmentChange): Wish {
  const offered = change.proposals?.map(slotOf)
  const wasConfirmed = appointment.state === 'confirmed'
  return {
    title: change.title ?? appointment.title,
    note: change.note ?? appointment.note,
    minutesBefore: change.travelMinutesBefore ?? appointment.minutesBefore,
    minutesAfter: change.travelMinutesAfter ?? appointment.minutesAfter,
    offered,
    time: change.time ? slotOf(change.time) : appointment.chosen,
    wasConfirmed,
    isConfirmed: wasConfirmed && offered === undefined,
  }
}

function hindrance(
  { now }: Context,
  appointment: Appointment,
  change: AppointmentChange,
  wish: Wish,
): Refusal | undefined {
  if (!allows(appointment, 'change'))
    return refuse(`Dieser Termin ist ${stateInWords(appointment.state)} und lässt sich nicht mehr ändern.`)
  if (change.version !== appointment.version) return overtaken
  if (wish.offered && appointment.enrollmentState === 'withdrawn')
    return refuse('Die Teilnahme ist beendet. Geändert ist nichts.')
  if (change.time && !wish.wasConfirmed)
    return refuse('Dieser Termin ist noch nicht bestätigt. Schlagen Sie neue Zeiten vor; die Kommune wählt.', [
      { path: 'time', message: 'Verschieben lässt sich nur ein bestätigter Termin.' },
    ])
  const slots = wish.offered ?? (change.time && wish.time ? [wish.time] : [])
  const path = wish.offered ? 'proposals' : 'time'
  const checked = checkSlots(slots, 'Geändert ist noch nichts', { now, path })
  return isRefusal(checked) ? checked : undefined
}

async function busy({ db }: Context, appointment: Appointment, { isConfirmed, time, ...minutes }: Wish) {
  if (!isConfirmed || !time) return undefined
  const times = [away(time, minutes)]
  const clashes = await findClashes(db, { appointmentId: appointment.id, times }, { holding: true })
  const clash = clashes.find(({ whose, state }) => whose === 'assessor' && state === 'confirmed')
  if (!clash) return undefined
  const { errors, refused } = elsewhere(clash)
  return refuse(
    refused.replace('Bestätigt', 'Geändert'),
    errors?.map((error) => ({ ...error, path: 'time' })),
  )
}

function peopleOf({ participants }: Appointment, { participantIds }: AppointmentChange) {
  const before = participants.map(({ id }) => id)
  const wanted = participantIds ?? before
  return { removed: before.filter((id) => !wanted.includes(id)), added: wanted.filter((id) => !before.includes(id)) }
}

async function write({ db, actor, now }: Context, { id, version }: Appointment, wish: Wish): Promise<boolean> {
  const { title, note, minutesBefore, minutesAfter, offered, time, isConfirmed, wasConfirmed } = wish
  const there = isConfirmed && time ? { ...time, ...away(time, { minutesBefore, minutesAfter }) } : undefined
  const done = await db
    .updateTable('appointments.appointment')
    .set((eb) => ({
      title,
      note,
      minutes_before: minutesBefore,
      minutes_after: minutesAfter,
      ...(offered ? { state: 'proposed', round: eb('round', '+', 1), reason: '' } : {}),
      ...(there
        ? {
            starts_at: there.startsAt.toString(),
            ends_at: there.endsAt.toString(),
            away_from: there.from.toString(),
            away_until: there.until.toString(),
            place: there.place,
            video_url: there.videoUrl,
          }
        : {}),
      sequence: eb('sequence', '+', wasConfirmed ? 1 : 0),
      brought_in: false,
      decided_by: actor.personId,
      decided_at: now.toString(),
      version: eb('version', '+', 1),
      changed_at: now.toString(),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
