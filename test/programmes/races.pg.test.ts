// Several people at the same step of the same road. Only PostgreSQL has several connections.
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { manager, test, type TestHouse } from '../harness/house.ts'

const managers = [manager, 'programm2@verbund.example']

describe('with several connections', () => {
  test('twenty who admit the same town at once all hear that it is done, and it happened once', async ({ house }) => {
    const road = await declaredRoad(house, 'Gleichzeitig')
    const both = await Promise.all(managers.map((email) => house.as(email)))
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => both)
        .flat()
        .map((client) => client.put(`/enrollments/${road.id}/steps/admission`, { state: 'done' })),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(await admissionsOf(house, road.id)).toBe(1)
  })

  test('whoever looks first and writes then, without holding the road, admits it several times', async ({ house }) => {
    const road = await declaredRoad(house, 'Ungehalten')
    const me = await (await house.as(manager)).get<{ person: { id: string }; actingFor: { id: string } }>('/me')
    const { database, clock } = house.services
    const as = { personId: me.body.person.id, actingFor: me.body.actingFor.id }
    const naive = () =>
      unitOfWork(database, { as, now: clock.now(), mode: 'read write' }, async (db) => {
        const found = db.selectFrom('programmes.enrollment_step').select('state').where('enrollment_id', '=', road.id)
        const { state } = await found.where('step', '=', 'admission').executeTakeFirstOrThrow()
        await sql`select pg_sleep(0.05)`.execute(db)
        if (state !== 'open') return
        await sql`insert into programmes.step_change (id, enrollment_id, organization_id, programme_id, step, what, before, origin, at, person_id)
          select gen_random_uuid(), e.id, e.organization_id, e.programme_id, 'admission', 'done', 'open', 'person', ${clock.now().toString()}::timestamptz,
                 ${as.personId}::uuid from programmes.enrollment e where e.id = ${road.id}::uuid`.execute(db)
        await sql`update programmes.enrollment_step set state = 'done' where enrollment_id = ${road.id}::uuid and step = 'admission'`.execute(
          db,
        )
      })
    await Promise.all(Array.from({ length: 20 }, naive))
    expect(await admissionsOf(house, road.id)).toBeGreaterThan(1)
  })
})

/** A new town whose declaration is there, so that it can be admitted. */
async function declaredRoad(house: TestHouse, name: string): Promise<{ id: string }> {
  const client = await house.as(manager)
  const programmes = await client.get<{ items: { id: string; key: string }[] }>('/programmes')
  const programmeId = programmes.body.items.find(({ key }) => key === 'sicherkommunal')?.id
  const town = await client.post<{ id: string }>('/organizations', { name, kind: 'unitaryMunicipality' })
  const road = await client.post<{ id: string }>('/enrollments', { organizationId: town.body.id, programmeId })
  for (const step of ['interest', 'declaration'])
    expect((await client.put(`/enrollments/${road.body.id}/steps/${step}`, { state: 'done' })).status).toBe(200)
  return road.body
}

const admissionsOf = (house: TestHouse, enrollmentId: string): Promise<number> =>
  asOwner(house, async (db) => {
    const found = db.selectFrom('programmes.step_change').select('id').where('enrollment_id', '=', enrollmentId)
    return (await found.where('step', '=', 'admission').where('what', '=', 'done').execute()).length
  })
