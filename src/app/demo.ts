import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import {
  findCatalog,
  importMappings,
  importShipped,
  type PreparedMappings,
  type PreparedShipped,
  prepareShipped,
} from '#foundation/catalogs/index.ts'
import { addPerson, assign, grantRole, type OperatorContext, type Role } from '#foundation/identity/index.ts'
import {
  findAssessment,
  findQuestion,
  giveAnswer,
  type GivenAnswer,
  type Question,
  startAssessment,
} from '#domains/security/assessments/index.ts'
import type { PreparedInvoice } from '#domains/security/invoices/index.ts'
import { preparePaper, readStoryDeclarations, tellDeclarations } from './demo-declarations.ts'
import { prepareInvoices, tellInvoices } from './demo-invoices.ts'
import { tellConsents } from './demo-consents.ts'
import { tellCourses } from './demo-courses.ts'
import { tellCockpit } from './demo-cockpit.ts'
import { type StoryInvitation, tellInvitations } from './demo-invitations.ts'
import { tellMail } from './demo-mail.ts'
import { tellMap } from './demo-map.ts'
import { tellDeliveries } from './demo-deliveries.ts'
import { earlierEdition, prepareEarlierEdition, prepareOwnMappings } from './demo-edition.ts'
import { tellFunding } from './demo-funding.ts'
import { tellMeasures } from './demo-measures.ts'
import { tellProof } from './demo-proof.ts'
import { addLightPlaces, tellLightChecks } from './demo-light.ts'
import { tellLoad } from './demo-load.ts'
import { tellPictures } from './demo-pictures.ts'
import { tellPackages } from './demo-packages.ts'
import { type StoryMailChoice, tellMailChoices } from './demo-mail-choices.ts'
import { inOrder, reviewDeeds, type StoryReview } from './demo-review.ts'
import { tellParticipation } from './demo-participation.ts'
import { readStoryProgrammes, type StoryProgrammes, tellProgrammes } from './demo-programmes.ts'
import { type StoryPublishing, tellPublishing } from './demo-publishing.ts'
import { readStoryAppointments, type StoryAppointment, tellAppointments } from './demo-appointments.ts'
import { type StoryWork, tellWork } from './demo-work.ts'
import type { PreparedFile } from '#foundation/files/index.ts'
import { hashPassword } from '#platform/crypto/password.ts'
import { packageRoot } from '#platform/config.ts'
import type { Db } from '#platform/db/database.ts'
import { operator, speakAs } from '#platform/db/unit-of-work.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import type { Storage } from '#platform/storage/storage.ts'
import {
  addStoryOrganizations,
  type Places,
  type Speaker,
  type StoryOrganization,
  tellOrganizations,
} from './demo-organizations.ts'

export const demoPassword = 'lotsenwerk-demo'

/** demo/story.json: what happened in the weeks before today, told with the product's own verbs. */
interface Story {
  organizations: StoryOrganization[]
  people: StoryPerson[]
  /** The large ones, by their words; only the whole story has them. */
  catalogs: string[]
  assessments: StoryAssessment[]
  invitations: StoryInvitation[]
  publishing: StoryPublishing
  mailChoices: StoryMailChoice[]
  /** From demo/programmes.json. */
  programmes: StoryProgrammes
  /** From demo/appointments.json. */
  appointments: StoryAppointment[]
}

interface StoryPerson {
  email: string
  name: string
  roles: { role: Role; organization: string }[]
  assignments?: { organization: string; fromDaysAgo: number; untilDaysAhead: number }[]
}

interface StoryAssessment extends StoryReview, StoryWork {
  organization: string
  catalog: string
  startedBy: string
  startedDaysAgo: number
  answers: (GivenAnswer & { control: string; by: string; daysAgo: number; at: string })[]
}

export interface PreparedDemo {
  story: Story
  passwordHash: string
  catalogs: Map<string, PreparedShipped>
  mappings: PreparedMappings
  /** A scan that lies in the store. */
  paper: PreparedFile
  /** Read already. */
  invoices: PreparedInvoice[]
  storage: Storage
}

/** The short one leaves out the large catalogs and what was answered on them: they take longer than all the rest. */
export type StoryLength = 'whole' | 'short'

/** Reads files and hashes the password, before the transaction that tells the story. */
export async function prepareDemo(
  storage: Storage,
  now: Temporal.Instant,
  length: StoryLength = 'whole',
): Promise<PreparedDemo> {
  const story = {
    ...(JSON.parse(readFileSync(join(packageRoot, 'demo/story.json'), 'utf8')) as Story),
    programmes: readStoryProgrammes(),
    appointments: readStoryAppointments(),
  }
  const told = length === 'whole' ? story : shortened(story)
  const names = new Set([...told.assessments.map(({ catalog }) => catalog), ...told.catalogs])
  names.delete(earlierEdition)
  const [passwordHash, ...catalogs] = await Promise.all([hashPassword(demoPassword), ...[...names].map(prepareNamed)])
  return {
    story: told,
    passwordHash,
    // The earlier edition first: the one imported last is the one that is offered.
    catalogs: new Map([[earlierEdition, await prepareEarlierEdition()], ...catalogs]),
    mappings: await prepareOwnMappings(),
    paper: await preparePaper(storage),
    invoices: await prepareInvoices(storage, now),
    storage,
  }
}

const shortened = (story: Story): Story => ({
  ...story,
  catalogs: [],
  programmes: { ...story.programmes, light: undefined },
  assessments: story.assessments.filter(({ catalog }) => !story.catalogs.includes(catalog)),
})

async function prepareNamed(name: string): Promise<[string, PreparedShipped]> {
  const catalog = await prepareShipped(name)
  if (isRefusal(catalog)) throw new Error(catalog.refused)
  return [name, catalog]
}

/** Tells the whole story in the running transaction, each deed at its time and by its person. */
export async function loadDemo(
  db: Db,
  now: Temporal.Instant,
  { story, passwordHash, catalogs, mappings, paper, invoices, storage }: PreparedDemo,
): Promise<void> {
  const before = now.subtract({ hours: 24 * 60 })
  const ctx: OperatorContext = { actor: null, db, now: before }
  await speakAs(db, operator, before)
  const organizations = await addStoryOrganizations(ctx, story.organizations)
  const people = new Map<string, StoryActor>()
  for (const person of story.people)
    people.set(person.email, await addStoryPerson(ctx, now, person, organizations, passwordHash))
  const catalogIds = new Map<string, string>()
  for (const [name, prepared] of catalogs) catalogIds.set(name, (await importShipped(ctx, prepared)).id)
  await importMappings(ctx, mappings)
  const speaker = speakerOf(db, now, { organizations, people })
  await tellOrganizations(story.organizations, organizations, { now, manager: 'programm@verbund.example', speaker })
  await tellInvitations(story.invitations, organizations, speaker)
  for (const assessment of story.assessments)
    await tellAssessment(db, now, assessment, { organizations, people, catalogIds })
  const light =
    story.programmes.light && (await addLightPlaces(story.programmes.light, { places: organizations, speaker }))
  await tellProgrammes(story.programmes, {
    places: organizations,
    light: light ?? [],
    personId: (email) => known(people, email).id,
    speaker,
  })
  await tellConsents(speaker)
  await tellDeclarations(readStoryDeclarations(), { places: organizations, speaker, db, now, paper })
  await tellAppointments(story.appointments, {
    places: organizations,
    personId: (email) => known(people, email).id,
    now,
    speaker,
  })
  await tellParticipation({ places: organizations, speaker })
  await tellCockpit({ speaker, personId: (email) => known(people, email).id })
  await tellLoad(speaker)
  await tellMap(speaker)
  await tellFunding({ places: organizations, speaker })
  await tellMeasures({ places: organizations, speaker, now, personId: (email) => known(people, email).id })
  await tellPackages({ places: organizations, speaker })
  await tellDeliveries({ places: organizations, speaker })
  await tellInvoices({ places: organizations, speaker, invoices })
  await tellProof({ speaker, storage })
  if (story.programmes.light && light)
    await tellLightChecks(story.programmes.light, light, {
      places: organizations,
      speaker,
      addPerson: (email, person) => people.set(email, { email, ...person }),
      db,
      now,
      catalogId: known(catalogIds, story.programmes.light.checks.catalog),
    })
  await tellPictures(db, now, speaker)
  await tellCourses({ places: organizations, speaker, db, now, personId: (email) => known(people, email).id })
  await tellPublishing(db, now, story.publishing, speaker)
  await tellMailChoices(story.mailChoices, speaker)
  await tellMail(db, now, {
    administrator: known(people, 'admin@verbund.example'),
    cooperative: known(organizations, 'verbund'),
    personIds: [...people.values()].map(({ id }) => id),
  })
  await speakAs(db, operator, now)
  await sql`select platform.note_demo(${now.toString()}::timestamptz)`.execute(db)
}

interface StoryActor {
  id: string
  name: string
  email: string
  /** Keys of the organizations they hold a role at. */
  places: string[]
}

async function addStoryPerson(
  ctx: OperatorContext,
  now: Temporal.Instant,
  person: StoryPerson,
  places: Places,
  passwordHash: string,
): Promise<StoryActor> {
  const { email, name } = person
  const personId = must<string>(await addPerson(ctx, { email, name, passwordHash, isDemo: true }))
  for (const { role, organization } of person.roles)
    await grantRole(ctx, { personId, organizationId: known(places, organization).id, role })
  for (const { organization, fromDaysAgo, untilDaysAhead } of person.assignments ?? []) {
    const today = localDay(now)
    const [from, until] = [
      today.subtract({ days: fromDaysAgo }).toString(),
      today.add({ days: untilDaysAhead }).toString(),
    ]
    await assign(ctx, { personId, organizationId: known(places, organization).id, from, until })
  }
  return { id: personId, name, email, places: person.roles.map(({ organization }) => organization) }
}

interface Cast {
  organizations: Places
  people: Map<string, StoryActor>
  catalogIds: Map<string, string>
}

async function tellAssessment(db: Db, now: Temporal.Instant, told: StoryAssessment, cast: Cast): Promise<void> {
  const organization = known(cast.organizations, told.organization)
  const speaker = speakerOf(db, now, cast)
  // Own staff act for the municipality, everybody else for their own house.
  const placeOf = (email: string): string => {
    const { places } = known(cast.people, email)
    return places.includes(told.organization) ? told.organization : (places[0] ?? '')
  }
  const as = (email: string, daysAgo: number, at: string) => speaker(email, placeOf(email), daysAgo, at)
  const begin = await as(told.startedBy, told.startedDaysAgo, '08:15')
  const catalog = await findCatalog(db, known(cast.catalogIds, told.catalog))
  if (!catalog) throw new Error(`demo: no catalog ${told.catalog}`)
  const assessment = await findAssessment(db, must<string>(await startAssessment(begin, organization.id, catalog)))
  if (!assessment) throw new Error('demo: the check that was started is not visible')
  const questionOf = async (control: string): Promise<Question> => {
    const question = await findQuestion(db, assessment, control)
    if (!question) throw new Error(`demo: no question ${control}`)
    return question
  }
  const answers = told.answers.map(({ control, by, daysAgo, at, ...given }) => ({
    by,
    daysAgo,
    at,
    tell: async (ctx: Context) => {
      const question = await questionOf(control)
      const outcome = await giveAnswer(ctx, assessment, question, { ...given, version: question.answer?.version })
      if (!('saved' in outcome)) throw new Error(`demo: answer to ${control} was not saved`)
    },
  }))
  for (const { by, daysAgo, at, tell } of inOrder([...answers, ...reviewDeeds(assessment.id, told)]))
    await tell(await as(by, daysAgo, at))
  await tellWork(told, {
    assessmentId: assessment.id,
    now,
    as,
    personId: (email) => known(cast.people, email).id,
  })
}

const speakerOf =
  (db: Db, now: Temporal.Instant, { organizations, people }: Pick<Cast, 'organizations' | 'people'>): Speaker =>
  async (email, key, daysAgo, at) => {
    const organization = known(organizations, key)
    const person = known(people, email)
    const then = momentOf(now, daysAgo, at)
    await speakAs(db, { personId: person.id, actingFor: organization.id }, then)
    const actor: Actor = {
      personId: person.id,
      name: person.name,
      email,
      actingFor: organization,
      roles: [],
      organizations: [organization],
    }
    return { actor, db, now: then }
  }

/** A local time of day, so many days ago; never in the future. */
function momentOf(now: Temporal.Instant, daysAgo: number, at: string): Temporal.Instant {
  const moment = localDay(now)
    .subtract({ days: daysAgo })
    .toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: at })
    .toInstant()
  return Temporal.Instant.compare(moment, now) < 0 ? moment : now
}

function known<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`demo: ${key} is not in the story`)
  return value
}

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}

/** The demo sign-ins, as `npm start` prints them. */
export function demoSignIns(): string[] {
  const { people } = JSON.parse(readFileSync(join(packageRoot, 'demo/story.json'), 'utf8')) as Story
  return people.map(
    ({ email, name, roles }) => `  ${email.padEnd(34)} ${name} (${roles.map(({ role }) => role).join(', ')})`,
  )
}
