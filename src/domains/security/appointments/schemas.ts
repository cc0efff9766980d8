import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { appointmentStates, appointmentSteps, mostProposals, type Slot } from './appointment.ts'

const line = (max: number) =>
  textSchema(max)
    .refine((text) => text !== '', 'Diese Angabe fehlt.')
    .refine((text) => !text.includes('\n'), 'Bitte in einer Zeile.')

const instant = z.iso
  .datetime({ offset: true, error: 'Bitte als Zeitpunkt mit Zeitzone, zum Beispiel 2026-12-01T09:00:00Z.' })
  .meta({ description: 'Instant, ISO 8601' })
const day = z.iso.date({ error: 'Bitte als JJJJ-MM-TT, zum Beispiel 2026-12-31.' })
const minutes = z.number().int().min(0).max(600)

const isHttps = (text: string): boolean => {
  if (text === '') return true
  const url = URL.parse(text)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === ''
}

const where = {
  place: textSchema(200)
    .refine((text) => !text.includes('\n'), 'Bitte in einer Zeile.')
    .default(''),
  videoUrl: textSchema(500)
    .refine(isHttps, 'Bitte eine Adresse, die mit https:// beginnt.')
    .default('')
    .meta({ description: 'Link to a video meeting, https only' }),
}

export const slotIn = z
  .object({ startsAt: instant, endsAt: instant, ...where })
  .strict()
  .refine(({ place, videoUrl }) => place !== '' || videoUrl !== '', {
    error: 'Bitte einen Ort oder einen Link zur Videokonferenz nennen.',
    path: ['place'],
  })
  .meta({ id: 'AppointmentTime' })

/** As the product counts: instants. */
export const slotOf = ({ startsAt, endsAt, place, videoUrl }: z.infer<typeof slotIn>): Slot => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
  place,
  videoUrl,
})

const facts = {
  title: line(120),
  note: textSchema(2000).default(''),
  travelMinutesBefore: minutes.default(0).meta({ description: 'The way there' }),
  travelMinutesAfter: minutes.default(0).meta({ description: 'The way back' }),
}

const people = z.array(idSchema).max(20)

export const newAppointment = z
  .object({
    enrollmentId: idSchema,
    step: z.enum(appointmentSteps).meta({ description: 'Step of the road it belongs to' }),
    ...facts,
    assessorId: idSchema.nullish().meta({ description: 'Who comes; without it the assessor who proposes' }),
    participantIds: people.default([]).meta({ description: 'People of the municipality' }),
    proposals: z
      .array(slotIn)
      .min(1, { error: 'Bitte mindestens einen Zeitpunkt vorschlagen.' })
      .max(mostProposals, { error: `Höchstens ${mostProposals} Vorschläge.` }),
  })
  .strict()
  .meta({ id: 'NewAppointment' })
export type NewAppointment = z.infer<typeof newAppointment>

export const appointmentChange = z
  .object({
    version: z.int().min(1).meta({ description: 'As it was read' }),
    title: facts.title.optional(),
    note: textSchema(2000).optional(),
    travelMinutesBefore: minutes.optional(),
    travelMinutesAfter: minutes.optional(),
    participantIds: people.optional(),
    proposals: z.array(slotIn).min(1).max(mostProposals).optional().meta({ description: 'Offers anew; a confirmed time is given back' }), // prettier-ignore
    time: slotIn.optional().meta({ description: 'Moves a confirmed appointment, as agreed with the municipality' }),
  })
  .strict()
  .refine(({ proposals, time }) => proposals === undefined || time === undefined, {
    error: 'Entweder neue Vorschläge oder ein neuer Zeitpunkt, nicht beides.',
    path: ['time'],
  })
  .meta({ id: 'AppointmentChange' })
export type AppointmentChange = z.infer<typeof appointmentChange>

export const confirmation = z
  .object({
    proposalId: idSchema,
    participantIds: people.optional().meta({ description: 'Who of the municipality takes part, besides whoever confirms' }), // prettier-ignore
  })
  .strict()
  .meta({ id: 'AppointmentConfirmation' })

const reason = textSchema(1000).refine((text) => text !== '', 'Bitte nennen Sie den Grund. Die andere Seite liest ihn.')

export const declination = z
  .object({ reason, suggestions: z.array(slotIn).max(mostProposals).default([]) })
  .strict()
  .meta({ id: 'AppointmentDeclination' })
export type Declination = z.infer<typeof declination>

export const cancellation = z.object({ reason }).strict().meta({ id: 'AppointmentCancellation' })

export const heldIn = z
  .object({
    attendedIds: people.default([]).meta({ description: 'Participants who came' }),
    stepDone: z.boolean().default(false).meta({ description: 'The step of the road is done with it' }),
  })
  .strict()
  .meta({ id: 'AppointmentHeld' })
export type Held = z.infer<typeof heldIn>

export const appointmentQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  organizationId: idSchema.optional(),
  enrollmentId: idSchema.optional(),
  from: day.optional().meta({ description: 'First local day of the time chosen, or of the earliest one offered' }),
  until: day.optional().meta({ description: 'Last local day' }),
  state: z.enum(appointmentStates).optional(),
})

const person = z.object({ id: idSchema, name: z.string() })

const slotOut = { startsAt: z.iso.datetime(), endsAt: z.iso.datetime(), place: z.string(), videoUrl: z.string() }

export const appointmentOut = z
  .object({
    id: idSchema,
    enrollmentId: idSchema,
    organizationId: idSchema,
    organizationName: z.string(),
    programmeId: idSchema,
    programmeName: z.string(),
    step: z.enum(appointmentSteps),
    title: z.string(),
    note: z.string(),
    state: z.enum(appointmentStates),
    assessor: person.nullable(),
    participants: z.array(person.extend({ attended: z.boolean().nullable() })),
    travelMinutesBefore: z.int(),
    travelMinutesAfter: z.int(),
    startsAt: z.iso.datetime().nullable(),
    endsAt: z.iso.datetime().nullable(),
    place: z.string(),
    videoUrl: z.string(),
    proposals: z.array(z.object({ id: idSchema, side: z.enum(['organization', 'programme']), ...slotOut })),
    reason: z.string(),
    kickoffId: idSchema.nullable(),
    attended: z.boolean().nullable(),
    version: z.int(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Appointment' })

/** With what to look at: other dates, weekends, holidays. */
export const appointmentWithWarnings = appointmentOut
  .extend({ warnings: z.array(z.object({ number: z.int(), message: z.string() })) })
  .meta({ id: 'AppointmentWithWarnings' })

export const appointmentList = listOf(appointmentOut)

export const newKickoff = z
  .object({
    title: line(120),
    note: textSchema(2000).default(''),
    time: slotIn,
    enrollmentIds: z.array(idSchema).min(1, { error: 'Bitte mindestens eine Kommune auswählen.' }).max(1000),
  })
  .strict()
  .meta({ id: 'NewKickoff' })
export type NewKickoff = z.infer<typeof newKickoff>

export const attendance = z
  .object({
    attended: z
      .array(idSchema)
      .max(1000)
      .meta({ description: 'Enrollments whose people were there; all others were not' }),
  }) // prettier-ignore
  .strict()
  .meta({ id: 'KickoffAttendance' })

export const kickoffOut = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    title: z.string(),
    ...slotOut,
    invited: z.int(),
    attended: z.int(),
    recorded: z.boolean(),
  })
  .meta({ id: 'Kickoff' })
