import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localDay, startOfDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import {
  addProgramme,
  beginCampaign,
  findProgramme,
  findRoad,
  loadRoads,
  nameNavigator,
  nameStaff,
  newProgramme,
  type Party,
  type Programme,
  releaseStage,
  type StepState,
  type ToldRoad,
  writeContactEntry,
} from '#foundation/programmes/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { LightPlace, LightStory } from './demo-light.ts'
import type { Places, Speaker } from './demo-organizations.ts'

/** demo/programmes.json: what runs, who takes part, and, in the whole story, sixty municipalities more. */
export interface StoryProgrammes {
  programmes: StoryProgramme[]
  roads: StoryRoad[]
  contacts: StoryContact[]
  campaigns: { programme: string; by: string; daysAgo: number; at: string; title: string; script: string }[]
  navigators: { programme: string; organization: string; by: string; person: string; daysAgo: number; at: string }[]
  light?: LightStory | undefined
}

interface StoryContact {
  programme: string
  organization: string
  by: string
  daysAgo: number
  at: string
  kind: 'call' | 'mail' | 'visit' | 'note'
  withWhom: string
  what: string
  followUpDaysAhead?: number
}

interface StoryProgramme {
  key: string
  name: string
  contractor?: string
  observers: string[]
  startsDaysAgo: number
  /** The end of the year, unless that is three weeks away or less: then of the next one. */
  deadline: 'yearEnd' | null
  deadlineDaysAhead?: number
  staff: { email: string; function: 'manager' | 'guide' }[]
  releases: { number: number; daysAgo: number; decision: string }[]
}

interface StoryRoad {
  organization: string
  programme: string
  beganDaysAgo: number
  /** One letter a step: done, in progress, not needed, open. */
  road: string
  /** When each step that is over ended, where other deeds of the story say it too. */
  daysAgo?: number[]
  now: { daysAgo?: number; waitingFor?: Party | null; missing?: string }
}

interface Cast {
  places: Places
  /** Those of whom little is told; none in the short story. */
  light: readonly LightPlace[]
  personId(email: string): string
  speaker: Speaker
}

type Day = ReturnType<typeof localDay>

const manager = 'programm@verbund.example'
/** Nobody of the story had a role before. What happened earlier was brought in by then. */
const longest = 58

export const readStoryProgrammes = (): StoryProgrammes =>
  JSON.parse(readFileSync(join(packageRoot, 'demo/programmes.json'), 'utf8')) as StoryProgrammes

/** Programmes, the roads in them, and what the workbook of the running programme would have brought. */
export async function tellProgrammes({ programmes, roads, ...told }: StoryProgrammes, cast: Cast): Promise<void> {
  const known = new Map<string, Programme>()
  const today = localDay((await cast.speaker(manager, 'verbund', 0, '23:59')).now)
  for (const programme of programmes) known.set(programme.key, await tellProgramme(programme, today, cast))
  for (const [key, programme] of known)
    await tellRoads(
      programme,
      roads.filter((road) => road.programme === key),
      today,
      cast,
    )
  const security = known.get('sicherkommunal')
  if (security) await tellLight(await cast.speaker(manager, 'verbund', 1, '07:45'), security, cast.light, today)
  await tellWork(told, { ...cast, known, today })
}

/** Whose days are told was admitted on its day, which gives it its money; the rest was brought in yesterday. */
async function tellRoads(programme: Programme, roads: readonly StoryRoad[], today: Day, cast: Cast): Promise<void> {
  const toRoad = (road: StoryRoad) => toldRoad(today, programme, idOf(cast.places, road.organization), road)
  const third = programme.steps.findIndex(({ key }) => key === 'admission') + 1
  for (const road of roads) {
    const admitted = road.daysAgo?.[third - 1]
    if (third === 0 || admitted === undefined) continue
    const ctx = await cast.speaker(manager, 'verbund', admitted, '17:00')
    const soFar = road.road.slice(0, third).padEnd(road.road.length, 'o')
    await loadRoads(ctx, programme, [toRoad({ ...road, road: soFar, now: { daysAgo: admitted } })])
  }
  await loadRoads(await cast.speaker(manager, 'verbund', 1, '07:30'), programme, roads.map(toRoad))
}

async function tellProgramme(told: StoryProgramme, today: Day, cast: Cast): Promise<Programme> {
  const { contractor, observers, startsDaysAgo, deadline, deadlineDaysAhead, staff, releases, ...rest } = told
  const { places, speaker } = cast
  const ctx = await speaker(manager, 'verbund', longest, '09:00')
  const lastDay = deadline === 'yearEnd' ? yearEnd(today) : deadlineDaysAhead && today.add({ days: deadlineDaysAhead })
  const wanted = newProgramme.parse({
    ...rest,
    contractorId: contractor === undefined ? null : idOf(places, contractor),
    observerIds: observers.map((key) => idOf(places, key)),
    startsOn: today.subtract({ days: startsDaysAgo }).toString(),
    deadline: lastDay ? lastDay.toString() : null,
  })
  const id = must(await addProgramme(ctx, wanted))
  const programme = await findProgramme(ctx.db, id)
  if (!programme) throw new Error(`demo: the programme ${told.key} is not visible`)
  for (const one of staff) must(await nameStaff(ctx, programme, { ...one, personId: cast.personId(one.email) }))
  for (const { number, daysAgo, decision } of releases) {
    const then = await speaker(manager, 'verbund', longest, '10:00')
    must(await releaseStage(then, programme, { number, on: today.subtract({ days: daysAgo }).toString(), decision }))
  }
  return programme
}

function yearEnd(today: Day): Day {
  const { year } = today.add({ days: 21 })
  return today.with({ year, month: 12, day: 31 })
}

/** What people of the cooperative and of municipalities did in the programmes: by hand, one after the other. */
async function tellWork(
  { contacts, campaigns, navigators }: Pick<StoryProgrammes, 'contacts' | 'campaigns' | 'navigators'>,
  cast: Cast & { known: ReadonlyMap<string, Programme>; today: Day },
): Promise<void> {
  const programmeOf = (key: string): Programme => {
    const programme = cast.known.get(key)
    if (!programme) throw new Error(`demo: the programme ${key} is not in the story`)
    return programme
  }
  for (const { programme, organization, by, daysAgo, at, followUpDaysAhead, ...entry } of contacts) {
    const ctx = await cast.speaker(by, 'verbund', daysAgo, at)
    const followUpOn = followUpDaysAhead === undefined ? null : cast.today.add({ days: followUpDaysAhead }).toString()
    const about = { programme: programmeOf(programme), organizationId: idOf(cast.places, organization) }
    must(await writeContactEntry(ctx, about, { ...entry, followUpOn }))
  }
  for (const { programme, by, daysAgo, at, ...campaign } of campaigns)
    must(await beginCampaign(await cast.speaker(by, 'verbund', daysAgo, at), programmeOf(programme), campaign))
  for (const { programme, organization, by, person, daysAgo, at } of navigators) {
    const ctx = await cast.speaker(by, organization, daysAgo, at)
    const road = await findRoad(ctx.db, {
      organizationId: idOf(cast.places, organization),
      programmeId: programmeOf(programme).id,
    })
    if (!road) throw new Error(`demo: ${organization} is not on the road of ${programme}`)
    must(
      await nameNavigator(ctx, road, {
        personId: cast.personId(person),
        from: localDay(ctx.now).toString(),
        reason: '',
      }),
    )
  }
}

const states: Record<string, StepState> = { d: 'done', p: 'inProgress', n: 'notNeeded', o: 'open' }

/** The steps that are over lie where they are said to, else evenly between the beginning and the day since which is waited now. */
function toldRoad(
  today: Day,
  { steps }: Programme,
  organizationId: string,
  {
    road,
    beganDaysAgo,
    daysAgo: ended = [],
    now: { daysAgo = 0, waitingFor = null, missing = '' },
  }: Omit<StoryRoad, 'organization' | 'programme'>,
): ToldRoad {
  const over = road.split('').filter((letter) => letter === 'd' || letter === 'n').length
  const dayOf = (place: number) =>
    today.subtract({
      days:
        ended[place - 1] ??
        Math.round(beganDaysAgo - ((beganDaysAgo - daysAgo) * Math.min(place, over)) / Math.max(over, 1)),
    })
  const current = road.split('').findIndex((letter) => letter === 'o' || letter === 'p')
  return {
    organizationId,
    beganAt: startOfDay(dayOf(0)).add({ hours: 9 }).toString(),
    steps: road.split('').flatMap((letter, at) => {
      const key = steps[at]?.key
      const isCurrent = at === current
      if (key === undefined || (letter === 'o' && !isCurrent)) return []
      const day = dayOf(at + 1)
      return [
        {
          key,
          state: states[letter] ?? 'open',
          since: startOfDay(day).add({ hours: 9 }).toString(),
          onDay: letter === 'd' ? day.toString() : null,
          waitingFor: isCurrent ? waitingFor : null,
          missing: isCurrent ? missing : '',
          note: '',
        },
      ]
    }),
  }
}

const tellLight = (ctx: Context, programme: Programme, light: readonly LightPlace[], today: Day): Promise<unknown> =>
  loadRoads(
    ctx,
    programme,
    light
      .filter(({ takesPart }) => takesPart)
      .map(({ id, profile }) =>
        toldRoad(today, programme, id, { road: profile.road, beganDaysAgo: profile.beganDaysAgo, now: profile }),
      ),
  )

function idOf(places: Places, key: string): string {
  const place = places.get(key)
  if (!place) throw new Error(`demo: ${key} is not in the story`)
  return place.id
}

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}
