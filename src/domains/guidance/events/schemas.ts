import { z } from 'zod'
import { idSchema, largestInteger, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { eventKinds, promotions } from './event/event.ts'
import { seatStates } from './places/registration.ts'

const line = (max: number) => textSchema(max).refine((text) => !text.includes('\n'), 'Bitte in einer Zeile.')
const filled = (max: number) => line(max).refine((text) => text !== '', 'Diese Angabe fehlt.')
const instant = z.iso
  .datetime({ offset: true, error: 'Bitte als Zeitpunkt mit Zeitzone, zum Beispiel 2026-12-01T09:00:00Z.' })
  .meta({ description: 'Instant, ISO 8601' })

const isHttps = (text: string): boolean => {
  if (text === '') return true
  const url = URL.parse(text)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === ''
}
export const httpsSchema = line(500).refine(isHttps, 'Bitte eine Adresse, die mit https:// beginnt.')

const hours = (max: number, min: number) => z.int().min(min).max(max)
const seats = z.int().min(1).max(100_000)

export const dateIn = z
  .object({
    id: idSchema.optional().meta({ description: 'Of a date that is there already' }),
    startsAt: instant,
    endsAt: instant,
    place: line(200).default(''),
    videoUrl: httpsSchema.nullish().meta({ description: 'Shown to those with a seat only' }),
    topic: line(200).default(''),
    isOnline: z.boolean().optional().meta({ description: 'Default: whether there is a link and no place' }),
  })
  .strict()
  .meta({ id: 'EventDateInput' })
export type DateInput = z.infer<typeof dateIn>

export const mostDates = 60

const shares = z
  .array(z.object({ upTo: z.int().min(0).max(largestInteger).nullable(), seats }).strict())
  .min(1)
  .max(12)
  .refine((rows) => new Set(rows.map(({ upTo }) => upTo)).size === rows.length, 'Jede Grenze steht einmal da.')
  .refine((rows) => rows.some(({ upTo }) => upTo === null), 'Eine Zeile gilt ohne Grenze nach oben (upTo: null).')

const facts = {
  kind: z.enum(eventKinds),
  title: filled(200),
  lead: textSchema(500),
  outcomes: textSchema(2000).meta({ description: 'What one is able to do afterwards, one per line' }),
  speakers: textSchema(1000),
  targetGroup: textSchema(500),
  costRule: textSchema(500),
  accessibility: textSchema(1000).meta({ description: 'Notes on the accessibility of the place' }),
  contactId: idSchema.nullable(),
  perOrganization: seats.nullable().meta({ description: 'Seats for each organization; null: no share' }),
  populationQuota: shares.nullable().meta({ description: 'Seats by inhabitants, instead of perOrganization' }),
  prerequisiteId: idSchema.nullable().meta({ description: 'An event of the course whose certificate one needs' }),
  programmeId: idSchema.nullable(),
  needsDeclaration: z.boolean().meta({ description: 'Only for organizations with a declaration for the programme' }),
  needsApproval: z.boolean(),
  promotion: z.enum(promotions),
  offerHours: hours(720, 1),
  offerStopHours: hours(720, 0),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  passPercent: z.int().min(1).max(100).nullable().meta({ description: 'Attendance for the certificate; null: none' }),
}
const capacity = z.int().min(0).max(100_000).nullable().meta({ description: 'Null: as many as come' })
const dates = z
  .array(dateIn)
  .max(mostDates, { error: `Höchstens ${mostDates} Termine.` })
  .meta({ description: 'All dates; one that is missing is taken away' })

export const eventIn = z
  .object({
    ...facts,
    kind: facts.kind.default('other'),
    lead: facts.lead.default(''),
    outcomes: facts.outcomes.default(''),
    speakers: facts.speakers.default(''),
    targetGroup: facts.targetGroup.default(''),
    costRule: facts.costRule.default(''),
    accessibility: facts.accessibility.default(''),
    contactId: facts.contactId.default(null),
    capacity: capacity.default(null),
    perOrganization: facts.perOrganization.default(null),
    populationQuota: facts.populationQuota.default(null),
    prerequisiteId: facts.prerequisiteId.default(null),
    programmeId: facts.programmeId.default(null),
    needsDeclaration: facts.needsDeclaration.default(false),
    needsApproval: facts.needsApproval.default(false),
    promotion: facts.promotion.default('offer'),
    offerHours: facts.offerHours.default(48),
    offerStopHours: facts.offerStopHours.default(24),
    opensAt: facts.opensAt.default(null),
    closesAt: facts.closesAt.default(null),
    passPercent: facts.passPercent.default(null),
    dates: dates.default([]),
    published: z.boolean().default(false),
  })
  .strict()
  .meta({ id: 'EventInput' })
export type EventInput = z.infer<typeof eventIn>

export const eventChange = z
  .object({
    ...facts,
    capacity,
    dates,
    published: z.boolean(),
    version: z.int().min(1).meta({ description: 'As it was read; another one by now: 409' }),
    keepSeats: z.boolean().meta({
      description:
        'Where fewer seats are left than are taken: everybody keeps theirs (default), or those who came last wait again',
    }),
  })
  .partial()
  .strict()
  .meta({ id: 'EventChange' })
export type EventChange = z.infer<typeof eventChange>

const dateOut = z.object({
  id: idSchema,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: z.string(),
  topic: z.string(),
  isOnline: z.boolean(),
  videoUrl: z.string().nullable(),
  cancelledAt: z.iso.datetime().nullable(),
})

const moment = z.iso.datetime().nullable()

export const eventOut = z
  .object({
    id: idSchema,
    kind: z.enum(eventKinds),
    title: z.string(),
    run: z.int(),
    lineId: idSchema,
    previousId: idSchema.nullable(),
    nextId: idSchema.nullable(),
    lead: z.string(),
    outcomes: z.string(),
    speakers: z.string(),
    targetGroup: z.string(),
    costRule: z.string(),
    accessibility: z.string(),
    contactId: idSchema.nullable(),
    capacity: z.int().nullable(),
    seatsTaken: z.int().meta({ description: 'Confirmed and offered' }),
    confirmed: z.int(),
    offered: z.int(),
    waiting: z.int(),
    perOrganization: z.int().nullable(),
    populationQuota: z.array(z.object({ upTo: z.int().nullable(), seats: z.int() })).nullable(),
    prerequisiteId: idSchema.nullable(),
    programmeId: idSchema.nullable(),
    needsDeclaration: z.boolean(),
    needsApproval: z.boolean(),
    promotion: z.enum(promotions),
    offerHours: z.int(),
    offerStopHours: z.int(),
    opensAt: moment,
    closesAt: moment,
    passPercent: z.int().nullable(),
    startsAt: moment,
    endsAt: moment,
    published: z.boolean(),
    cancelledAt: moment,
    cancelReason: z.string(),
    version: z.int(),
    dates: z.array(dateOut),
  })
  .meta({ id: 'Event' })

export const eventList = listOf(eventOut)

export const eventQuery = listQuery.extend({
  kind: z.enum(eventKinds).optional(),
  when: z.enum(['coming', 'past', 'all']).default('coming'),
  lineId: idSchema.optional().meta({ description: 'Runs of one course' }),
  drafts: z.enum(['true', 'false']).optional().meta({ description: 'For organizers: drafts only' }),
})

const guest = z
  .object({
    name: filled(200),
    email: z.email({ error: 'Das ist keine E-Mail-Adresse.' }).max(254),
    organizationId: idSchema.nullish(),
  })
  .strict()

export const registrationIn = z
  .object({
    personId: idSchema.optional().meta({ description: 'A colleague; without it and without a guest: oneself' }),
    organizationId: idSchema.optional().meta({ description: 'By the organizer: whom the person takes part for' }),
    guest: guest.optional().meta({ description: 'By the organizer: somebody without an account' }),
    note: textSchema(500).default(''),
    regardless: z.boolean().default(false).meta({ description: 'By the organizer: although a condition is not met' }),
  })
  .strict()
  .refine(({ personId, guest: one }) => !(personId && one), 'Entweder eine Person oder ein Gast.')
  .meta({ id: 'RegistrationInput' })
export type RegistrationInput = z.infer<typeof registrationIn>

export const registrationOut = z
  .object({
    id: idSchema,
    eventId: idSchema,
    state: z.enum(seatStates),
    position: z.int().nullable().meta({ description: 'Number on the waiting list from 1, never changed' }),
    rank: z.int().nullable().meta({ description: 'How many are to be served up to and including this one' }),
    reason: z.string().meta({ description: 'Why, in German' }),
    offerUntil: moment,
    person: z.object({ id: idSchema.nullable(), name: z.string(), email: z.string().nullable() }),
    organization: z.object({ id: idSchema, name: z.string().nullable() }).nullable(),
    note: z.string(),
    registeredAt: z.iso.datetime(),
  })
  .meta({ id: 'Registration' })

export const registrationList = listOf(registrationOut)
export const registrationQuery = listQuery.extend({ state: z.enum(seatStates).optional() })

export const cancellationIn = z
  .object({ reason: textSchema(500).default('') })
  .strict()
  .meta({ id: 'Cancellation' })

export const historyOut = listOf(
  z
    .object({
      seq: z.int(),
      registrationId: idSchema.nullable(),
      what: z.string(),
      text: z.string().meta({ description: 'In German' }),
      at: z.iso.datetime(),
    })
    .meta({ id: 'SeatDecision' }),
)
