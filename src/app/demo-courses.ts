import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { closedOn } from '#kernel/holidays.ts'
import { localDay } from '#kernel/local-day.ts'
import { momentAt } from '#kernel/local-moment.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import {
  addEvent,
  addMaterial,
  addNextRun,
  allRegistrations,
  changeEvent,
  type Event,
  eventIn,
  findEvent,
  findRegistration,
  giveFeedback,
  issueAll,
  type Kept,
  leave,
  mailGroup,
  recordAttendance,
  register,
  takeUntold,
} from '#domains/guidance/events/index.ts'
import { findProgrammeByKey } from '#foundation/programmes/index.ts'
import type { Db } from '#platform/db/database.ts'
import { speakAs, worker } from '#platform/db/unit-of-work.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { Places, Speaker } from './demo-organizations.ts'

type Texts = Record<'title' | 'lead', string> & Record<string, string | string[]>

interface StoryCourses {
  past: Texts & { topics: string[] }
  training: Texts
  breakfast: Texts
  network: Texts
  kickoff: Texts
  guests: string[]
}

interface Cast {
  places: Places
  personId(email: string): string
  now: Temporal.Instant
  speaker: Speaker
  db: Db
}

const guide = 'lotse@verbund.example'

/** A course that is over, its next run that is full, and what else one may come to. */
export async function tellCourses(cast: Cast): Promise<void> {
  const told = JSON.parse(readFileSync(join(packageRoot, 'demo/courses.json'), 'utf8')) as StoryCourses
  const past = await tellPastCourse(told, cast)
  await tellOthers(told, cast)
  await tellFullRun(told, past, cast)
}

const speak = ({ speaker }: Cast, daysAgo: number, at: string): Promise<Context> =>
  speaker(guide, 'verbund', daysAgo, at)

/** Run 1: six dates, the last one a week and a half ago. */
async function tellPastCourse({ past: { topics, ...texts } }: StoryCourses, cast: Cast): Promise<Event> {
  const ctx = await speak(cast, 58, '09:10')
  const dates = topics.map((topic, at) => ({
    ...dateOf(cast.now, -47 + at * 7, ['09:00', '15:00']),
    ...where(at),
    topic,
  }))
  const event = await add(ctx, {
    ...texts,
    kind: 'course',
    capacity: 6,
    perOrganization: 1,
    passPercent: 80,
    published: true,
    dates,
  })
  await enroll(cast, event, 'navigator@elbaue.example', ['elbaue', 57, '10:20'])
  await enroll(cast, event, 'alles@kleinweiler.example', ['kleinweiler', 57, '11:05'])
  await enroll(cast, event, 'amt@musterstadt.example', ['musterstadt', 56, '08:40'])
  await enroll(cast, event, 'isb@auental.example', ['auental', 55, '14:15'])
  await tellAttendance(event, cast)
  return event
}

/** Who misses which dates, by their number; Kleinweiler missed two and has no certificate. */
const missed: Record<string, number[]> = { 'Jonas Timm': [2], 'Anke Rohrbeck': [0, 3] }

/** Those who say how it was. */
const speakers = [
  ['navigator@elbaue.example', 'elbaue'],
  ['alles@kleinweiler.example', 'kleinweiler'],
  ['amt@musterstadt.example', 'musterstadt'],
] as const

async function tellAttendance({ id }: Event, cast: Cast): Promise<void> {
  const desk = await speak(cast, 46, '16:00')
  const event = await there(desk, id)
  const url = 'https://unterlagen.verbund.example/agenda'
  must(await addMaterial(desk, event, { title: 'Arbeitsblatt digitale Agenda', url, forEverybody: false }, undefined))
  for (const [at, date] of event.dates.entries()) {
    const ctx = await speak(cast, localDay(date.startsAt).until(localDay(cast.now)).days, '15:30')
    const places = await allRegistrations(ctx.db, id)
    const entries = places.map(({ id: registrationId, name }) => ({
      registrationId,
      state: missed[name]?.includes(at) ? ('absent' as const) : ('present' as const),
    }))
    must(await recordAttendance(ctx, event, date.id, entries))
  }
  const after = await speak(cast, 7, '10:00')
  must(await issueAll(after, event, { isTold: false }))
  const subject = 'Zertifikate und Rückmeldung'
  const text = 'Die Zertifikate stehen im Portal unter „Meine Anmeldungen“. Wir freuen uns über Ihre Rückmeldung.'
  must(await mailGroup(after, event, { audience: 'confirmed', subject, text }))
  for (const [email, key] of speakers) {
    const ctx = await cast.speaker(email, key, 6, '09:30')
    must(await giveFeedback(ctx, event, null, { useful: 5, pace: 'right', recommend: true, liked: '', missing: '' }))
  }
}

/** Run 2: sold out on the first day; yesterday somebody gave a seat back, and whoever waited first, in Musterstadt, has the offer. */
async function tellFullRun({ guests }: StoryCourses, past: Event, cast: Cast): Promise<void> {
  const desk = await speak(cast, 12, '08:30')
  const { id } = must(await addNextRun(desk, past, workingDay(localDay(cast.now).add({ days: 50 }))))
  const draft = await there(desk, id)
  await changeTo(desk, draft, { capacity: 4, published: true })
  const event = await there(desk, id)
  const [first, ...others] = guests.slice(0, 4)
  const leaving = await guest(await speak(cast, 11, '09:02'), event, first ?? '')
  for (const [at, name] of others.entries()) await guest(await speak(cast, 11, `09:${10 + at}`), event, name)
  await enroll(cast, event, 'it@musterstadt.example', ['musterstadt', 10, '09:21'])
  await enroll(cast, event, 'navigator@elbaue.example', ['elbaue', 10, '11:02'])
  await enroll(cast, event, 'hvb@musterstadt.example', ['musterstadt', 9, '16:40'])
  const place = await findRegistration((await speak(cast, 1, '11:58')).db, leaving.registrationId)
  if (!place) throw new Error('demo: a place is not visible')
  // Of all this people heard at the time; what is told from here on is the offer.
  await speakAs(cast.db, worker, cast.now)
  await takeUntold({ db: cast.db, now: cast.now }, 10_000)
  must(await leave(await speak(cast, 1, '12:00'), event, place, 'Dienstliche Verhinderung'))
}

async function tellOthers({ training, breakfast, network, kickoff }: StoryCourses, cast: Cast): Promise<void> {
  const ctx = await speak(cast, 20, '10:00')
  const { now } = cast
  const day = await add(ctx, {
    ...training,
    kind: 'dayTraining',
    capacity: 12,
    perOrganization: 2,
    needsApproval: true,
    promotion: 'automatic',
    published: true,
    dates: [{ ...dateOf(now, 25, ['09:00', '16:00']), place: 'Auental, Bürgerhaus', topic: '' }],
  })
  await add(ctx, {
    ...breakfast,
    kind: 'breakfast',
    published: true,
    dates: [20, 48, 76, 104].map((days) => ({
      ...dateOf(now, days, ['09:00', '10:00']),
      isOnline: true,
      videoUrl: 'https://video.verbund.example/fruehstueck',
    })),
  })
  await add(ctx, {
    ...network,
    kind: 'network',
    capacity: 40,
    promotion: 'automatic',
    published: true,
    dates: [{ ...dateOf(now, 40, ['10:00', '14:00']), place: 'Musterstadt, Stadthalle', topic: '' }],
  })
  const programme = await findProgrammeByKey(ctx.db, 'prozessmanagement')
  if (!programme) throw new Error('demo: no programme for the kick-off')
  await add(ctx, {
    ...kickoff,
    kind: 'kickoff',
    programmeId: programme.id,
    published: true,
    dates: [{ ...dateOf(now, 33, ['13:00', '16:00']), place: 'Musterstadt, Rathaus, Saal 1', topic: '' }],
  })
  await enroll(cast, day, 'it@musterstadt.example', ['musterstadt', 8, '08:12'])
  await enroll(cast, day, 'isb@auental.example', ['auental', 6, '17:30'])
}

const where = (at: number) =>
  at % 2 === 0
    ? { place: 'Musterstadt, Rathaus, Saal 1' }
    : { place: '', isOnline: true, videoUrl: 'https://video.verbund.example/basis' }

/** So many days from today, on the next working day, as local times. */
function dateOf(now: Temporal.Instant, days: number, [from, until]: [string, string]) {
  const day = workingDay(localDay(now).add({ days }))
  const at = (time: string) => momentAt(day, Temporal.PlainTime.from(time)).toString()
  return { startsAt: at(from), endsAt: at(until) }
}

const workingDay = (day: Temporal.PlainDate): Temporal.PlainDate =>
  closedOn(day) === undefined ? day : workingDay(day.add({ days: 1 }))

async function add(ctx: Context, wish: Record<string, unknown>): Promise<Event> {
  const { id } = must(await addEvent(ctx, eventIn.parse(wish)))
  return there(ctx, id)
}

async function changeTo(ctx: Context, event: Event, change: { capacity: number; published: boolean }): Promise<void> {
  if (must(await changeEvent(ctx, event, change)) !== 'done')
    throw new Error('demo: an event was changed by somebody else')
}

async function enroll(
  cast: Cast,
  event: Event,
  email: string,
  [key, daysAgo, at]: [string, number, string],
): Promise<Kept> {
  const place = cast.places.get(key)
  if (!place) throw new Error(`demo: ${key} is not in the story`)
  const ctx = await cast.speaker(email, key, daysAgo, at)
  return must(await register(ctx, event, { personId: cast.personId(email), organizationId: place.id }))
}

async function guest(ctx: Context, event: Event, name: string): Promise<Kept> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@gaeste.example`
  return must(await register(ctx, event, { guest: { name, email }, organizationId: null }))
}

async function there({ db }: Context, id: string): Promise<Event> {
  const event = await findEvent(db, id)
  if (!event) throw new Error('demo: an event that was added is not visible')
  return event
}

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}
