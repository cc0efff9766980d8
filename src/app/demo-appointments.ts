import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { closedOn } from '#kernel/holidays.ts'
import { localDay } from '#kernel/local-day.ts'
import { momentAt } from '#kernel/local-moment.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import {
  type Appointment,
  confirmAppointment,
  findAppointment,
  newAppointment,
  proposeAppointment,
  recordHeld,
} from '#domains/security/appointments/index.ts'
import { findProgrammeByKey, findRoad } from '#foundation/programmes/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { Places, Speaker } from './demo-organizations.ts'

interface Deed {
  by: string
  for: string
  daysAgo: number
  at: string
}

/** demo/appointments.json: dates on the roads, each deed by its own person. */
export interface StoryAppointment {
  organization: string
  programme: string
  step: string
  title: string
  note: string
  assessor?: string
  participants: string[]
  travelMinutes: number
  place: string
  videoUrl?: string
  proposed: Deed
  /** From today on; moved to the next working day. */
  slots: { days: number; from: string; until: string }[]
  /** The first slot. */
  confirmed?: Deed
  held?: Deed & { without: string[] }
}

interface Cast {
  places: Places
  personId(email: string): string
  now: Temporal.Instant
  speaker: Speaker
}

export const readStoryAppointments = (): StoryAppointment[] =>
  JSON.parse(readFileSync(join(packageRoot, 'demo/appointments.json'), 'utf8')) as StoryAppointment[]

export async function tellAppointments(told: readonly StoryAppointment[], cast: Cast): Promise<void> {
  for (const story of told) {
    const id = await tellProposal(story, cast)
    const { confirmed, held } = story
    if (confirmed) await tellConfirmation(id, confirmed, cast)
    if (held) await tellHeld(id, held, cast)
  }
}

async function tellProposal(story: StoryAppointment, cast: Cast): Promise<string> {
  const ctx = await speak(cast, story.proposed)
  const programme = await findProgrammeByKey(ctx.db, story.programme)
  const place = cast.places.get(story.organization)
  const road = programme && place && (await findRoad(ctx.db, { organizationId: place.id, programmeId: programme.id }))
  if (!road) throw new Error(`demo: ${story.organization} is not on the road of ${story.programme}`)
  const wish = newAppointment.parse({
    enrollmentId: road.id,
    step: story.step,
    title: story.title,
    note: story.note,
    assessorId: story.assessor === undefined ? undefined : cast.personId(story.assessor),
    travelMinutesBefore: story.travelMinutes,
    travelMinutesAfter: story.travelMinutes,
    participantIds: story.participants.map((email) => cast.personId(email)),
    proposals: story.slots.map(({ days, from, until }) => {
      const day = workingDay(localDay(cast.now).add({ days }))
      return {
        startsAt: momentAt(day, Temporal.PlainTime.from(from)).toString(),
        endsAt: momentAt(day, Temporal.PlainTime.from(until)).toString(),
        place: story.place,
        videoUrl: story.videoUrl ?? '',
      }
    }),
  })
  return must(await proposeAppointment(ctx, road, wish)).id
}

async function tellConfirmation(id: string, deed: Deed, cast: Cast): Promise<void> {
  const ctx = await speak(cast, deed)
  const appointment = await there(ctx, id)
  const proposalId = appointment.proposals[0]?.id ?? ''
  must(
    await confirmAppointment(ctx, appointment, {
      side: 'organization',
      proposalId,
      participantIds: [ctx.actor.personId],
    }),
  )
}

async function tellHeld(id: string, deed: Deed & { without: string[] }, cast: Cast): Promise<void> {
  const ctx = await speak(cast, deed)
  const appointment = await there(ctx, id)
  const missed = new Set(deed.without.map((email) => cast.personId(email)))
  const attendedIds = appointment.participants.map((one) => one.id).filter((one) => !missed.has(one))
  must(await recordHeld(ctx, appointment, { attendedIds, stepDone: false }))
}

const speak = ({ speaker }: Cast, { by, for: organization, daysAgo, at }: Deed): Promise<Context> =>
  speaker(by, organization, daysAgo, at)

/** Nobody meets at the weekend or on a holiday. */
function workingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return closedOn(day) === undefined ? day : workingDay(day.add({ days: 1 }))
}

async function there({ db }: Context, id: string): Promise<Appointment> {
  const appointment = await findAppointment(db, id)
  if (!appointment) throw new Error('demo: an appointment that was proposed is not visible')
  return appointment
}

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}
