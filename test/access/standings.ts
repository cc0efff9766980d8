// Everybody who could ask the database, with what they are there for in truth: every person of the demo, and those who pretend.
import { sql } from 'kysely'
import { addPerson, assign, grantRole, type Role } from '#foundation/identity/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { operator, type Subject, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'

export interface Standing {
  name: string
  subject: Subject
  /** The organization acted for, and the roles held there; empty for who pretends. */
  own: string | null
  roles: string[]
  /** Organizations that an assessor is assigned to. */
  assigned: string[]
  /** People whose names this one may see, besides the own. */
  knows: string[]
}

interface Facts {
  people: { id: string; email: string }[]
  grants: { person: string; organization: string; role: string }[]
  assignments: { person: string; organization: string }[]
}

async function readFacts(db: Db): Promise<Facts> {
  const people = await db.selectFrom('identity.person').select(['id', 'email']).orderBy('email').execute()
  const grants = await sql<Facts['grants'][number]>`
    select person_id as person, organization_id as organization, role from identity.role_grant`.execute(db)
  const assignments = await sql<Facts['assignments'][number]>`
    select person_id as person, organization_id as organization from identity.assignment`.execute(db)
  return { people, grants: grants.rows, assignments: assignments.rows }
}

/** Roles that no person of the demo holds alone, so that each role is tried at least once by itself. */
const lonely: [email: string, role: Role, organization: string][] = [
  ['datenschutz@elbaue.example', 'dataProtectionOfficer', 'Verbandsgemeinde Elbaue'],
  ['buero@verbund.example', 'office', 'Kommunalverbund Elbe-Saale eG'],
  ['einkauf@verbund.example', 'procurer', 'Kommunalverbund Elbe-Saale eG'],
  ['neu@pruefhaus.example', 'assessor', 'Prüfhaus GmbH'],
]

export interface NewPerson {
  email: string
  role: Role
  organization: string
  assigned?: { organization: string; from: string; until: string }
}

/** A further person, added as the operator does. Returns the id. */
export const addToStory = ({ services: { database, clock } }: TestHouse, wanted: NewPerson): Promise<string> =>
  unitOfWork(database, { as: operator, now: clock.now(), mode: 'read write' }, async (db) => {
    const ctx = { actor: null, db, now: clock.now() }
    const personId = await addPerson(ctx, { email: wanted.email, name: wanted.email, passwordHash: null, isDemo: true })
    if (isRefusal(personId)) throw new Error(personId.refused)
    await grantRole(ctx, { personId, organizationId: await placeNamed(db, wanted.organization), role: wanted.role })
    if (wanted.assigned)
      await assign(ctx, {
        ...wanted.assigned,
        personId,
        organizationId: await placeNamed(db, wanted.assigned.organization),
      })
    return personId
  })

export async function placeNamed(db: Db, name: string): Promise<string> {
  const place = db.selectFrom('organizations.organization').select('id').where('name', '=', name)
  return (await place.executeTakeFirstOrThrow()).id
}

export async function gatherStandings(house: TestHouse): Promise<Standing[]> {
  for (const [email, role, organization] of lonely) await addToStory(house, { email, role, organization })
  const facts = await asOwner(house, readFacts)
  const real = facts.people.flatMap(({ id, email }) => standingsOf(facts, id, email))
  return [...real, ...pretenders(facts, real)]
}

/** Who sees people everywhere. */
const staff = new Set(['programmeManager', 'guide', 'editor', 'procurer', 'office', 'administrator'])

function standingsOf(facts: Facts, person: string, email: string): Standing[] {
  const places = [
    ...new Set(facts.grants.filter((grant) => grant.person === person).map(({ organization }) => organization)),
  ]
  return places.map((own) => {
    const roles = facts.grants
      .filter((grant) => grant.person === person && grant.organization === own)
      .map(({ role }) => role)
    const mine = facts.assignments
      .filter((assignment) => assignment.person === person)
      .map(({ organization }) => organization)
    const assigned = roles.includes('assessor') ? mine : []
    const knows = roles.some((role) => staff.has(role))
      ? facts.people.map(({ id }) => id)
      : acquaintances(facts, own, assigned)
    return { name: email, subject: { personId: person, actingFor: own }, own, roles, assigned, knows }
  })
}

/** Colleagues, the assessors of one's organization, and for an assessor the staff of the organizations assigned. */
const acquaintances = ({ grants, assignments }: Facts, own: string, assigned: string[]): string[] => [
  ...grants
    .filter(({ organization }) => organization === own || assigned.includes(organization))
    .map(({ person }) => person),
  ...assignments.filter(({ organization }) => organization === own).map(({ person }) => person),
]

const nothing = { own: null, roles: [], assigned: [], knows: [] }

function pretenders({ people }: Facts, real: Standing[]): Standing[] {
  const idOf = (email: string): string | null => people.find((person) => person.email === email)?.id ?? null
  const town = real.find(({ name }) => name === 'isb@musterstadt.example')?.own ?? null
  const stranger = { personId: idOf('navigator@elbaue.example'), actingFor: town }
  return [
    { ...nothing, name: 'nobody', subject: { personId: null, actingFor: null } },
    { ...nothing, name: 'nobody, pretending to act for Musterstadt', subject: { personId: null, actingFor: town } },
    { ...nothing, name: "Elbaue's navigator, pretending to act for Musterstadt", subject: stranger },
    {
      ...nothing,
      name: "Musterstadt's officer, acting for nobody",
      subject: { personId: idOf('isb@musterstadt.example'), actingFor: null },
    },
    { ...nothing, name: 'the operator', subject: operator },
  ]
}
