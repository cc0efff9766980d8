// A programme with four towns, steps with usual days and a last day, whose orders stop somewhere on the way.
import { Temporal } from 'temporal-polyfill'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { asOwner } from '../access/as-owner.ts'
import { manager, type TestHouse } from '../harness/house.ts'

const manager2 = 'programm2@verbund.example'
export const states = ['limit', 'planned', 'committed', 'delivered', 'accepted', 'invoiced', 'settled'] as const
export type State = (typeof states)[number]

let made = 0

export interface Towns {
  programmeId: string
  deadline: Temporal.PlainDate
  /** Ids by name. */
  ids: ReadonlyMap<string, string>
  /** Takes an amount of an order of a town so far, step by step, the last one by a second person. */
  take(town: string, reference: string, amountCents: number, until: State): Promise<void>
  /** One entry by hand; the answer as it comes. */
  book(town: string, wish: { from: string; to: string; amountCents: number; orderReference: string }): Promise<number>
}

const step = (key: string, typicalDays: number, acts: string, needs: string[] = []) => ({
  key,
  title: key,
  duty: key,
  acts,
  needs,
  typicalDays,
})

/** The names of the story by the beginnings of those above. */
async function townIds(house: TestHouse): Promise<Map<string, string>> {
  const { rows } = await asOwner(house, (db) =>
    sql<{ id: string; name: string }>`select o.id, o.name from organizations.organization o
      where o.name ~ '(Musterstadt|Elbaue|Kleinweiler|Auental)$' order by o.sort_key`.execute(db),
  )
  return new Map(rows.map(({ id, name }) => [name, id]))
}

export async function programmeOfTowns(house: TestHouse): Promise<Towns> {
  const [torsten, tanja] = [await house.as(manager), await house.as(manager2)]
  made += 1
  const deadline = Temporal.PlainDate.from({ year: localDay(house.clock.now()).year, month: 12, day: 31 })
  const contractorId = await contractor(house)
  const programme = await torsten.post<{ id: string }>('/programmes', {
    name: `Jahresende ${made}`,
    startsOn: deadline.subtract({ years: 2 }).toString(),
    deadline: deadline.toString(),
    contractorId,
    totalCents: 3_000_000,
    stages: [
      { title: 'Stufe 1', amountCents: 1_610_000 },
      { title: 'Stufe 2', amountCents: 1_390_000 },
    ],
    phases: [
      {
        key: 'work',
        title: 'Arbeit',
        steps: [
          step('execution', 7, 'contractor'),
          step('acceptance', 3, 'organization', ['execution']),
          step('settlement', 3, 'cooperative', ['acceptance']),
        ],
      },
    ],
  })
  expect([programme.status, programme.text]).toEqual([201, expect.anything()])
  const programmeId = programme.body.id
  const ids = await townIds(house)
  for (const organizationId of ids.values())
    expect((await torsten.post('/enrollments', { organizationId, programmeId })).status).toBe(201)
  const released = await torsten.post(`/programmes/${programmeId}/releases`, {
    number: 1,
    on: localDay(house.clock.now()).toString(),
    decision: 'Beschluss',
  })
  expect(released.status).toBe(201)
  const book: Towns['book'] = async (town, wish) => {
    const path = `/budget-accounts/${ids.get(town)}/entries?programmeId=${programmeId}`
    const client = wish.to === 'settled' ? tanja : torsten
    return (await client.post(path, { ...wish, reason: 'Probe' })).status
  }
  return {
    programmeId,
    deadline,
    ids,
    book,
    take: async (town, orderReference, amountCents, until) => {
      for (const [at, to] of states.slice(1, states.indexOf(until) + 1).entries()) {
        const wish = { from: states[at] ?? 'limit', to, amountCents, orderReference }
        expect([wish, await book(town, wish)]).toEqual([wish, 201])
      }
      await nameContractor(house, orderReference, programmeId, contractorId)
    },
  }
}

async function contractor(house: TestHouse): Promise<string> {
  const { rows } = await asOwner(house, (db) =>
    sql<{
      id: string
    }>`select g.organization_id as id from identity.role_grant g join identity.person p on p.id = g.person_id
      where p.email = 'auftrag@pruefhaus.example'`.execute(db),
  )
  return rows[0]?.id ?? ''
}

/** Orders that began by hand have no contractor yet. */
const nameContractor = (house: TestHouse, reference: string, programmeId: string, contractorId: string) =>
  asOwner(house, (db) =>
    sql`update funding.service_order set contractor_id = ${contractorId}::uuid where reference = ${reference} and programme_id = ${programmeId}::uuid`.execute(
      db,
    ),
  )
