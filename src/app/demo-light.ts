import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { findCatalog, listControlIds } from '#foundation/catalogs/index.ts'
import { addPerson, assign, grantRole, type OperatorContext } from '#foundation/identity/index.ts'
import { addOrganization, type Kind } from '#foundation/organizations/index.ts'
import { findAssessment, importAnswers, signAssessment } from '#domains/security/assessments/index.ts'
import type { Db } from '#platform/db/database.ts'
import { operator, speakAs } from '#platform/db/unit-of-work.ts'
import type { Context } from '#platform/http/context.ts'
import type { Places, Speaker } from './demo-organizations.ts'

/** Municipalities of which the story says little: name, kind, county, people; and what their checks came to, roughly. */
export interface LightStory {
  organizations: [name: string, kind: Kind, county: string, population: number][]
  /** Places in that list that do not take part. */
  without: number[]
  profiles: LightProfile[]
  checks: {
    catalog: string
    /** Profiles whose check is not signed. */
    withoutProfiles: number[]
    /** Percent of yes by list. */
    lists: Record<string, number>
    /** Full municipalities that took part in it too. */
    full: { organization: string; by: string; role: string; assessor: string; percent: number; daysAgo: number }[]
  }
}

export interface LightProfile {
  road: string
  beganDaysAgo: number
  daysAgo: number
  waitingFor: 'organization' | 'contractor' | 'cooperative' | 'ministry' | null
  missing: string
}

/** One of them. */
export interface LightPlace {
  at: number
  /** Under which it stands among the places of the story. */
  key: string
  id: string
  name: string
  profile: LightProfile
  takesPart: boolean
}

export interface LightCast {
  places: Places
  speaker: Speaker
  /** Somebody who speaks from now on. */
  addPerson(email: string, person: { id: string; name: string; places: string[] }): void
}

/** They are in the register from the beginning of the story on. */
export async function addLightPlaces(
  { organizations, without, profiles }: LightStory,
  { places, speaker }: Pick<LightCast, 'places' | 'speaker'>,
): Promise<LightPlace[]> {
  const ctx = await speaker('programm@verbund.example', 'verbund', 58, '08:30')
  const added: LightPlace[] = []
  for (const [at, [name, kind, county, population]] of organizations.entries()) {
    const id = must(await addOrganization(ctx, { name, kind, county, population }))
    const key = `light${at}`
    places.set(key, { id, name, kind })
    const profile = profiles[at % profiles.length]
    if (profile) added.push({ at, key, id, name, profile, takesPart: !without.includes(at) })
  }
  return added
}

interface CheckCast extends LightCast {
  db: Db
  now: Temporal.Instant
  catalogId: string
}

const assessor = 'reihenpruefung@pruefhaus.example'

/** Each answers all questions by a workbook, signs, and the test house countersigns: what the state picture is made of. */
export async function tellLightChecks(story: LightStory, light: readonly LightPlace[], cast: CheckCast): Promise<void> {
  const { checks, profiles } = story
  const checked = light.filter(
    ({ at, takesPart }) => takesPart && !checks.withoutProfiles.includes(at % profiles.length),
  )
  const heads = await addLightPeople(checked, cast)
  const first = await cast.speaker('programm@verbund.example', 'verbund', 57, '09:00')
  const catalog = await findCatalog(first.db, cast.catalogId)
  if (!catalog) throw new Error('demo: the catalog of the checks is not there')
  const controls = await listControlIds(first.db, catalog.id)
  const told = [
    ...checked.map(({ at, key, id }) => ({
      at,
      organizationId: id,
      key,
      by: heads.get(key) ?? '',
      role: 'chiefExecutive',
      assessor,
      // Five of six before the first picture of the story, the rest between its two.
      daysAgo: at % 6 === 5 ? 17 : 56 - (at % 20),
      // Some counties are further than others, so that the map has something to tell.
      percent: 12 + 9 * (at % 8) + ((at * 29) % 25),
    })),
    ...checks.full.map(({ organization, ...full }, at) => ({
      at: 100 + at,
      organizationId: cast.places.get(organization)?.id ?? '',
      key: organization,
      ...full,
    })),
  ]
  for (const one of told) {
    const answers = controls.map(({ id, topKey }, row) => ({
      row,
      key: id,
      answer: answerOf(`${one.at} ${id}`, (one.percent + (checks.lists[topKey] ?? 50)) / 2),
      unknownAnswer: null,
      note: '',
    }))
    const ctx = await cast.speaker(one.by, one.key, one.daysAgo, '09:10')
    const report = must(
      await importAnswers(ctx, one.organizationId, { sha256: catalog.sha256, questions: answers }, false),
    )
    if (!report.assessment) throw new Error('demo: nothing was imported')
    await sign(ctx, report.assessment.id, 'organization', one.role)
    await sign(
      await cast.speaker(one.assessor, 'pruefhaus', one.daysAgo, '15:40'),
      report.assessment.id,
      'assessor',
      'assessor',
    )
  }
}

async function sign(ctx: Context, id: string, side: 'organization' | 'assessor', role: string): Promise<void> {
  const assessment = await findAssessment(ctx.db, id)
  if (!assessment) throw new Error('demo: who signs does not see the check')
  must(await signAssessment(ctx, assessment, { side, role, passwordConfirmed: true }))
}

/** The same each time; one in fourteen is not applicable. */
function answerOf(what: string, percent: number): 'yes' | 'no' | 'notApplicable' {
  const number = Number.parseInt(sha256(what).slice(0, 8), 16)
  if (number % 14 === 0) return 'notApplicable'
  return Math.floor(number / 14) % 100 < percent ? 'yes' : 'no'
}

const givenNames = ['Anja', 'Bernd', 'Carla', 'Detlef', 'Elke', 'Frank', 'Gesa', 'Holger', 'Inka', 'Jens', 'Kerstin']
const familyNames = [
  'Abendrot',
  'Brückner',
  'Dornfeld',
  'Eichstedt',
  'Fährmann',
  'Grünwald',
  'Heidloff',
  'Immenhof',
  'Kranz',
  'Lindloh',
  'Moorbach',
  'Nordhof',
  'Quellmalz',
]

/** A head in each of them, and one assessor who did them in a row. */
async function addLightPeople(light: readonly LightPlace[], cast: CheckCast): Promise<Map<string, string>> {
  const before = cast.now.subtract({ hours: 24 * 60 })
  await speakAs(cast.db, operator, before)
  const ctx: OperatorContext = { actor: null, db: cast.db, now: before }
  const examiner = must(
    await addPerson(ctx, { email: assessor, name: 'Malte Ohlsen', passwordHash: null, isDemo: true }),
  )
  const house = cast.places.get('pruefhaus')?.id ?? ''
  await grantRole(ctx, { personId: examiner, organizationId: house, role: 'assessor' })
  cast.addPerson(assessor, { id: examiner, name: 'Malte Ohlsen', places: ['pruefhaus'] })
  const today = localDay(cast.now)
  const [from, until] = [today.subtract({ days: 58 }).toString(), today.subtract({ days: 1 }).toString()]
  const heads = new Map<string, string>()
  for (const { at, key, id, name } of light) {
    const email = `leitung@${hostOf(name)}.example`
    const person = `${givenNames[at % givenNames.length]} ${familyNames[at % familyNames.length]}`
    const personId = must(await addPerson(ctx, { email, name: person, passwordHash: null, isDemo: true }))
    await grantRole(ctx, { personId, organizationId: id, role: 'chiefExecutive' })
    await assign(ctx, { personId: examiner, organizationId: id, from, until })
    cast.addPerson(email, { id: personId, name: person, places: [key] })
    heads.set(key, email)
  }
  return heads
}

/** "Verbandsgemeinde Tannfurth" → "vg-tannfurth", "Landkreis Westerfurt" → "lk-westerfurt", "Stadt Ostermühl" → "ostermuehl". */
const hostOf = (name: string): string =>
  sortKey(name)
    .trim()
    .replace(/^(stadt|gemeinde) /, '')
    .replace(/^verbandsgemeinde /, 'vg ')
    .replace(/^landkreis /, 'lk ')
    .replaceAll(/[^a-z0-9]+/g, '-')

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}
