// What there is to visit: the checks of three towns, and what of each nobody else may read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { packageRoot } from '#platform/config.ts'
import { manager, type TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { elbaueBegins, elbauesNote } from './elbaue-begins.ts'
import { isTable, readRelations } from './read-schema.ts'
import { placeNamed } from './standings.ts'

interface Story {
  organizations: { key: string; name: string; kind: string }[]
  people: StoryPerson[]
  assessments: { organization: string; answers: { note?: string }[] }[]
}

export interface StoryPerson {
  email: string
  name: string
  roles: { role: string; organization: string }[]
  assignments?: { organization: string }[]
}

export const story = JSON.parse(readFileSync(join(packageRoot, 'demo/story.json'), 'utf8')) as Story

/** Which kind of visitor somebody is: rules.ts names what each kind gets. */
export type Standing =
  | 'stranger'
  | 'ownStaff'
  | 'dataProtection'
  | 'colleague'
  | 'assessor'
  | 'manager'
  | 'administrator'
  | 'staff'
  | 'other'

const standingByRole: [Standing, string[]][] = [
  ['ownStaff', ['chiefExecutive', 'securityOfficer', 'itStaff']],
  ['dataProtection', ['dataProtectionOfficer']],
  ['assessor', ['assessor']],
  ['manager', ['programmeManager', 'office']],
  ['administrator', ['administrator']],
  ['staff', ['guide', 'editor', 'procurer']],
  ['colleague', ['officeHead', 'organizationAdmin', 'navigator']],
]

export const standingOf = ({ roles }: StoryPerson): Standing =>
  standingByRole.find(([, names]) => roles.some(({ role }) => names.includes(role)))?.[0] ?? 'other'

export interface Town {
  key: string
  organization: string
  check: string
  /** Somebody who works there. */
  person: string
  /** Notes of its answers and names of its people: whoever is not entitled must never be sent one of them. */
  secrets: string[]
}

export interface World {
  house: TestHouse
  towns: Town[]
  /** The catalog of the checks, and one that nobody has begun. */
  catalog: string
  spare: string
  /** Tables in which nothing may have changed after a refusal. */
  tables: string[]
}

export const spareCatalog = readFileSync(join(packageRoot, 'test/fixtures/oscal/small-catalog-1.1.3.json'), 'utf8')

/** Relations of requirements to the controls of that catalog. */
export const spareMappings = readFileSync(
  join(packageRoot, 'test/fixtures/oscal/mapping-collection-1.2.1.json'),
  'utf8',
)

/** A control that no town has answered, on whatever edition. */
export const openControl = 'lw-start-18'

export async function readWorld(house: TestHouse): Promise<World> {
  const begun = await elbaueBegins(house)
  const torsten = await house.as(manager)
  const imported = await torsten.call<{ id: string }>('POST', '/catalogs', spareCatalog)
  expect(imported.status).toBe(201)
  expect((await torsten.call('POST', '/mapping-collections', spareMappings)).status).toBe(201)
  const found = await asOwner(house, (db) =>
    db
      .selectFrom('security.assessment')
      .select(['id', 'organization_id', 'catalog_id'])
      // What somebody has signed takes no answer from anybody (test/review).
      .where('in_review_at', 'is', null)
      .execute(),
  )
  const towns: Town[] = []
  for (const { key, name } of story.organizations) {
    const organization = await asOwner(house, (db) => placeNamed(db, name))
    const own = found.filter((one) => one.organization_id === organization)
    const check = (own.find(({ id }) => id === begun) ?? own[0])?.id
    if (check) towns.push({ key, organization, check, person: await somebodyAt(house, key), secrets: secretsOf(key) })
  }
  expect(towns.map(({ key }) => key)).toEqual(['musterstadt', 'elbaue', 'kleinweiler'])
  const tables = (await asOwner(house, readRelations)).filter(
    (relation) => isTable(relation) && !busy.has(relation.name),
  )
  const names = tables.map(({ name }) => name)
  return { house, towns, catalog: found[0]?.catalog_id ?? '', spare: imported.body.id, tables: names }
}

const somebodyAt = (house: TestHouse, key: string): Promise<string> => {
  const email = story.people.find((person) => actsFor(person) === key)?.email ?? ''
  return asOwner(
    house,
    async (db) =>
      (await db.selectFrom('identity.person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id,
  )
}

/** Written by whoever is only looking: last seen, attempts to sign in, notes about reading. */
const busy: ReadonlySet<string> = new Set([
  'identity.session',
  'identity.sign_in_attempt',
  'audit.entry',
  'audit.personal',
  'portal.visit',
])

const secretsOf = (key: string): string[] => [
  ...story.assessments
    .filter(({ organization }) => organization === key)
    // An answer without words holds nothing that could be shown.
    .flatMap(({ answers }) => answers.flatMap(({ note }) => note || [])),
  ...story.people.filter(({ roles }) => roles.some(({ organization }) => organization === key)).map(({ name }) => name),
  ...(key === 'elbaue' ? [elbauesNote] : []),
]

/** Towns whose check this person belongs to, by role or by assignment. */
export const homesOf = (person: StoryPerson, { towns }: World): Town[] =>
  towns.filter(
    ({ key }) => key === actsFor(person) || (person.assignments ?? []).some(({ organization }) => organization === key),
  )

/** For whom somebody visits: who has several organizations chooses the first. */
export const actsFor = ({ roles }: StoryPerson): string => roles[0]?.organization ?? ''

/** Takes back what a visit may have written, so that the next one finds the same. */
export const tidy = ({ house, spare }: World): Promise<unknown> =>
  asOwner(house, async (db) => {
    for (const table of [
      'security.declined_proposal',
      'security.review',
      'security.remark',
      'security.answer',
      'security.evidence',
      'security.comment',
    ] as const)
      await db.deleteFrom(table).where('control_id', '=', openControl).execute()
    await db.deleteFrom('security.assessment').where('catalog_id', '=', spare).execute()
  })
