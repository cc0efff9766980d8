// People and places of the demo by name, and what a role, an assignment or a deputy is as the API gives it.
import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { ApiClient } from '../harness/clients.ts'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from '../access/as-owner.ts'

export const admin = 'admin@verbund.example'
export const office = 'amt@musterstadt.example'
export const springer = 'springer@verbund.example'

export const musterstadt = 'Stadt Musterstadt'
export const kleinweiler = 'Gemeinde Kleinweiler'
export const elbaueName = 'Verbandsgemeinde Elbaue'

export interface Grant {
  id: string
  role: string
  from: string
  until: string | null
}

export const placeId = (house: TestHouse, name: string): Promise<string> =>
  asOwner(
    house,
    async (db) =>
      (
        await db
          .selectFrom('organizations.organization')
          .select('id')
          .where('name', '=', name)
          .executeTakeFirstOrThrow()
      ).id,
  )

export const personId = (house: TestHouse, email: string): Promise<string> =>
  asOwner(
    house,
    async (db) =>
      (await db.selectFrom('identity.person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id,
  )

export const dayFrom = (house: TestHouse, days: number): string => localDay(house.clock.now()).add({ days }).toString()

/** 00:30 in Berlin on the day so many days from now: of UTC it is the day before. */
export const halfPastMidnight = (house: TestHouse, days: number): Temporal.Instant =>
  localDay(house.clock.now())
    .add({ days })
    .toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '00:30' })
    .toInstant()

export const grantsOf = async (client: ApiClient, person: string, organization: string): Promise<Grant[]> =>
  (await client.get<{ items: Grant[] }>(`/roles?personId=${person}&organizationId=${organization}&limit=200`)).body
    .items

/** What stands in somebody's list of notifications. */
export const newsOf = async (house: TestHouse, email: string): Promise<string[]> => {
  const person = await personId(house, email)
  const now = house.clock.now()
  return unitOfWork(
    house.services.database,
    { as: { personId: person, actingFor: null }, now, mode: 'read only' },
    async (db) =>
      (await db.selectFrom('notifications.notification').select('title').orderBy('id', 'desc').execute()).map(
        ({ title }) => title,
      ),
  )
}

/** How many answers of a place the database itself shows to somebody, past all our code. */
export const answersSeen = async (
  house: TestHouse,
  email: string,
  actingFor: string,
  of = actingFor,
): Promise<number> => {
  const person = await personId(house, email)
  const now = house.clock.now()
  const as = { personId: person, actingFor }
  const rows = await unitOfWork(house.services.database, { as, now, mode: 'read only' }, (db) =>
    db.selectFrom('security.answer').select('control_id').where('organization_id', '=', of).execute(),
  )
  return rows.length
}
