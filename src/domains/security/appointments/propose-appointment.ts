import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { assessorsOf } from '#foundation/identity/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { type Appointment, stepInWords } from './appointment.ts'
import { findAppointment } from './queries.ts'
import { type NewAppointment, slotOf } from './schemas.ts'
import { settleRoad } from './settle-road.ts'
import { checkSlots } from './slot-rules.ts'
import { tellDates } from './tell-dates.ts'
import { staffAmong, strangers } from './write-participants.ts'
import { insertProposals } from './write-proposals.ts'

/** Offers a municipality up to five times for a date; the step of the road waits for it from now on. */
export async function proposeAppointment(
  ctx: Context,
  enrollment: EnrollmentWithSteps,
  wish: NewAppointment,
): Promise<Outcome<Appointment>> {
  const { db, now } = ctx
  const slots = wish.proposals.map(slotOf)
  const wrong = checkSlots(slots, 'Vorgeschlagen ist noch nichts', { now, path: 'proposals' })
  if (isRefusal(wrong)) return wrong
  const hindered = hindrance(enrollment, wish)
  if (hindered) return hindered
  const assessorId = await whoComes(ctx, enrollment, wish)
  if (isRefusal(assessorId)) return assessorId
  const id = newId()
  const road = { id, organizationId: enrollment.organizationId, programmeId: enrollment.programmeId }
  const isWhole = await insert(ctx, { ...road, enrollmentId: enrollment.id, assessorId }, wish)
  if (!isWhole) return strangers
  const appointment = await findAppointment(db, id)
  if (!appointment) throw new Error('an appointment that was just proposed is not visible')
  const settled = await settleRoad(ctx, appointment, 'proposed', 'programme')
  if (isRefusal(settled)) return settled
  await record(ctx, 'appointment.proposed', {
    organizationId: road.organizationId,
    subjectId: id,
    data: { step: wish.step, proposals: slots.length },
  })
  await tellDates(ctx, appointment, 'proposed')
  return appointment
}

interface Row {
  id: string
  enrollmentId: string
  organizationId: string
  programmeId: string
  assessorId: string | null
}

/** Appointment, offers and participants by one statement; false when one of the people does not belong to the municipality today. */
async function insert(ctx: Context, row: Row, wish: NewAppointment): Promise<boolean> {
  const { id, enrollmentId, organizationId, programmeId, assessorId } = row
  const now = ctx.now.toString()
  const wanted = [...new Set(wish.participantIds)]
  const { rows } = await sql<{ known: number }>`
    with staff as (${staffAmong(organizationId, wanted)}),
    added as (
      insert into appointments.appointment (id, enrollment_id, organization_id, programme_id, step, title, note, assessor_id, minutes_before,
        minutes_after, state, proposed_by, proposed_at, changed_at)
      values (${id}::uuid, ${enrollmentId}::uuid, ${organizationId}::uuid, ${programmeId}::uuid, ${wish.step}, ${wish.title}, ${wish.note},
        ${assessorId}::uuid, ${wish.travelMinutesBefore}, ${wish.travelMinutesAfter}, 'proposed', ${ctx.actor.personId}::uuid,
        ${now}::timestamptz, ${now}::timestamptz)),
    offered as (${insertProposals(ctx, row, { round: 1, side: 'programme', slots: wish.proposals.map(slotOf) })}),
    invited as (
      insert into appointments.participant (appointment_id, person_id, organization_id, programme_id)
      select ${id}::uuid, s.person_id, ${organizationId}::uuid, ${programmeId}::uuid from staff s)
    select count(*)::integer as known from staff`.execute(ctx.db)
  return rows[0]?.known === wanted.length
}

/** Only on a road that goes on, for a step that is there and not over. */
function hindrance({ state, steps, organizationName }: EnrollmentWithSteps, { step }: NewAppointment) {
  if (state === 'withdrawn') return refuse(`${organizationName} nimmt nicht mehr teil. Vorgeschlagen ist nichts.`)
  const there = steps.find(({ key }) => key === step)
  if (step === 'other' || there?.state === 'open' || there?.state === 'inProgress') return undefined
  const message = there
    ? `„${stepInWords(step)}“ ist hier schon erledigt. Für ein weiteres Gespräch wählen Sie „Anderer Anlass“.`
    : `„${stepInWords(step)}“ gibt es in diesem Programm nicht.`
  return refuse(`${message} Vorgeschlagen ist nichts.`, [{ path: 'step', message }])
}

/** Somebody assigned to the municipality; an assessor comes in person unless they name a colleague. A kick-off and other meetings may do without. */
async function whoComes(
  { db, actor, now }: Context,
  { organizationId, isLed }: EnrollmentWithSteps,
  { assessorId, step }: NewAppointment,
): Promise<Outcome<string | null>> {
  const wanted = assessorId ?? (isLed ? undefined : actor.personId)
  if (wanted === undefined) {
    if (step === 'kickoff' || step === 'other') return null
    return refuse('Vorgeschlagen ist noch nichts. Bitte ändern Sie eine Angabe.', [
      { path: 'assessorId', message: 'Bitte wählen Sie, wer prüft.' },
    ])
  }
  if (wanted === actor.personId && !isLed) return wanted
  const assigned = await assessorsOf(db, organizationId, localDay(now).toString())
  return assigned.some(({ id }) => id === wanted)
    ? wanted
    : refuse('Vorgeschlagen ist noch nichts. Bitte ändern Sie eine Angabe.', [
        { path: 'assessorId', message: 'Diese Person ist der Kommune heute nicht zugewiesen.' },
      ])
}
