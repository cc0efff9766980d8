import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { holdersOf, namesOf } from '#foundation/identity/index.ts'
import { type CalendarMessage, notify, withCalendar } from '#foundation/notifications/index.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { idSchema } from '#platform/http/parse.ts'
import { type Appointment, placeInWords, slotInWords, type Slot } from './appointment.ts'
import { appointmentKinds } from './notifications.ts'

const occasions = ['proposed', 'reproposed', 'confirmed', 'moved', 'released', 'declined', 'cancelled'] as const
type Occasion = (typeof occasions)[number]

export const tellingJob = 'appointments.tellDates'

export const telling = z.object({
  occasion: z.enum(occasions),
  appointmentId: idSchema,
  enrollmentId: idSchema,
  organizationId: idSchema,
  organizationName: z.string(),
  title: z.string(),
  zeit: z.string(),
  ort: z.string(),
  grund: z.string(),
  /** Have it in their calendars, or shall have it. */
  attendeeIds: z.array(idSchema),
  /** No longer take part. */
  removedIds: z.array(idSchema),
  assessorId: idSchema.nullable(),
  proposedBy: idSchema,
  calendar: z
    .object({ sequence: z.int(), startsAt: z.string(), endsAt: z.string(), place: z.string(), description: z.string() })
    .nullable(),
  /** Who did it, and when. */
  personId: idSchema,
  at: z.iso.datetime(),
})
type Telling = z.infer<typeof telling>

type Deed = Exclude<Occasion, 'released'>

/** Tells everybody concerned, after the deed is kept. What is told is as it was then, however late the telling. `appointment` is as it is now. */
export async function tellDates(
  { actor, db, now }: Context,
  appointment: Appointment,
  deed: Deed,
  removedIds: readonly string[] = [],
): Promise<void> {
  const { id, enrollmentId, organizationId, organizationName, title, chosen, assessor } = appointment
  const isKnown = chosen !== null && appointment.sequence >= 0
  const occasion = deed === 'declined' && isKnown && appointment.state === 'confirmed' ? 'released' : deed
  const calendar = isKnown && occasion !== 'proposed' && occasion !== 'declined' ? dateOf(appointment, chosen) : null
  await enqueue({ db, now }, tellingJob, {
    occasion,
    appointmentId: id,
    enrollmentId,
    organizationId,
    organizationName,
    title,
    ...timesInWords(appointment, occasion),
    grund: appointment.reason,
    attendeeIds: [...appointment.participants.map((one) => one.id), ...(assessor ? [assessor.id] : [])],
    removedIds: [...removedIds],
    assessorId: assessor?.id ?? null,
    proposedBy: appointment.proposedBy,
    calendar,
    personId: actor.personId,
    at: now.toString(),
  } satisfies Telling)
}

const dateOf = ({ sequence, note }: Appointment, { startsAt, endsAt, place, videoUrl }: Slot) => ({
  sequence,
  startsAt: startsAt.toString(),
  endsAt: endsAt.toString(),
  place: [place, videoUrl].filter((part) => part !== '').join(', '),
  description: note,
})

function timesInWords({ chosen, proposals }: Appointment, occasion: Occasion): { zeit: string; ort: string } {
  const isOffer = occasion === 'proposed' || occasion === 'reproposed' || !chosen
  const lines = proposals.map((slot) => `- ${slotInWords(slot)}: ${placeInWords(slot)}`).join('\n')
  return isOffer ? { zeit: lines, ort: '' } : { zeit: slotInWords(chosen), ort: placeInWords(chosen) }
}

const titles: Record<Occasion, (who: string, what: string) => string> = {
  proposed: (who, what) => `${who} schlägt Zeiten für ${what} vor. Bitte wählen Sie eine aus.`,
  reproposed: (who, what) => `Der Zeitpunkt für ${what} gilt nicht mehr. ${who} schlägt neue vor.`,
  confirmed: (who, what) => `${who} hat ${what} bestätigt.`,
  moved: (who, what) => `${who} hat ${what} geändert.`,
  released: (who, what) => `${who} bittet um eine andere Zeit für ${what}. Der bestätigte Zeitpunkt gilt nicht mehr.`,
  declined: (who, what) => `${who} bittet um andere Zeiten für ${what}.`,
  cancelled: (who, what) => `${who} hat ${what} abgesagt.`,
}

const kinds: Record<Occasion, (typeof appointmentKinds)[Exclude<keyof typeof appointmentKinds, 'kickoff'>]> = {
  proposed: appointmentKinds.proposed,
  reproposed: appointmentKinds.proposed,
  confirmed: appointmentKinds.confirmed,
  moved: appointmentKinds.moved,
  released: appointmentKinds.released,
  declined: appointmentKinds.declined,
  cancelled: appointmentKinds.cancelled,
}

/** The job: in the scope of whoever did the deed, dated as the deed; one mail for each person. */
export async function tellPeople({ db }: PublicContext, data: Telling): Promise<void> {
  const ctx = { db, now: Temporal.Instant.from(data.at) }
  const who = (await namesOf(db, [data.personId])).get(data.personId) ?? 'Jemand'
  const told = await peopleToTell(ctx, data)
  for (const personId of told) await tellOne(ctx, data, { who, personId, occasion: data.occasion })
  for (const personId of data.removedIds) await tellOne(ctx, data, { who, personId, occasion: 'cancelled' })
}

type Short = Pick<PublicContext, 'db' | 'now'>

/** Whoever has it in the calendar is told in any case, the doer too; of words alone the doer knows. */
async function peopleToTell(ctx: Short, data: Telling): Promise<string[]> {
  const { attendeeIds, assessorId, proposedBy, occasion, calendar, personId } = data
  const guests = attendeeIds.filter((id) => id !== assessorId)
  const hosts = guests.length > 0 ? guests : await speakersOf(ctx, data.organizationId)
  const others = ((): string[] => {
    switch (occasion) {
      case 'proposed':
      case 'reproposed':
        return hosts
      case 'declined':
        return [proposedBy, ...(assessorId ? [assessorId] : [])]
      case 'confirmed':
      case 'moved':
      case 'released':
        return [proposedBy]
      case 'cancelled':
        return [proposedBy, ...hosts, ...attendeeIds]
    }
  })()
  const byCalendar = calendar ? attendeeIds : []
  return [...new Set([...byCalendar, ...others.filter((id) => id !== personId)])]
}

/** Where nobody takes part yet: those who see to it that somebody does. */
const speakersOf = ({ db, now }: Short, organizationId: string): Promise<string[]> =>
  holdersOf(db, {
    organizationId,
    roles: ['chiefExecutive', 'securityOfficer', 'organizationAdmin'],
    today: localDay(now).toString(),
  })

interface Told {
  who: string
  personId: string
  occasion: Occasion
}

async function tellOne(ctx: Short, data: Telling, { who, personId, occasion }: Told): Promise<void> {
  const { organizationName, organizationId, title, zeit, ort, grund, attendeeIds, removedIds } = data
  const link = `/teilnahmen/${data.enrollmentId}/termine/${data.appointmentId}`
  const words = {
    wer: who,
    organisation: organizationName,
    anlass: title,
    zeit,
    ort,
    grund: grund || 'keiner genannt',
    link,
  }
  const hasDate = attendeeIds.includes(personId) || removedIds.includes(personId)
  const mailData =
    data.calendar && hasDate ? withCalendar(words, messageOf(data, data.calendar, occasion, link)) : words
  await notify(ctx, {
    personIds: [personId],
    kind: kinds[occasion],
    title: titles[occasion](who, `„${title}“ (${organizationName})`),
    url: link,
    organizationId,
    mail: { template: `appointments.${occasion}`, data: mailData },
  })
}

const messageOf = (
  { appointmentId, organizationName, title, at }: Telling,
  date: NonNullable<Telling['calendar']>,
  occasion: Occasion,
  path: string,
): CalendarMessage => ({
  method: occasion === 'confirmed' || occasion === 'moved' ? 'REQUEST' : 'CANCEL',
  // Not that of the subscribed calendar, which counts its changes otherwise: a program that has both would keep the wrong one.
  uid: `appointment-${appointmentId}@termine.lotsenwerk`,
  at,
  title: `${title}, ${organizationName}`,
  path,
  ...date,
})
