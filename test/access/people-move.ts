// What the demo does not hold yet: a deputy, a departure and a replacement to come, and a choice that is remembered. No right changes today.
import { localDay } from '#kernel/local-day.ts'
import { isb, itStaff, manager, type TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { placeNamed } from './standings.ts'

const office = 'amt@musterstadt.example'
const springer = 'springer@verbund.example'

export async function peopleMove(house: TestHouse): Promise<void> {
  const idOf = (email: string): Promise<string> =>
    asOwner(
      house,
      async (db) =>
        (await db.selectFrom('identity.person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id,
    )
  const town = await asOwner(house, (db) => placeNamed(db, 'Stadt Musterstadt'))
  const day = (days: number): string => localDay(house.clock.now()).add({ days }).toString()
  const deputy = { deputyId: await idOf(office), from: day(20), until: day(30) }
  const departure = { personId: await idOf(springer), organizationId: town, lastDay: day(40) }
  const named = await (await house.as(isb)).post('/substitutions', deputy)
  const left = await (await house.as(office)).post('/departures', departure)
  const replaced = { organizationId: town, personId: await idOf(itStaff), reason: 'Niemand erreichbar.' }
  const proposed = await (await house.as(manager)).post('/administrator-replacements', replaced)
  const confirmed = await (
    await house.as('admin@verbund.example')
  ).post(`/administrator-replacements/${String(proposed.body['id'])}/confirmation`)
  const nele = await house.signedIn(springer)
  const chosen = await nele.post('/handeln-fuer', { organization: town })
  if (proposed.status !== 201 || confirmed.status !== 200) throw new Error('nobody was replaced')
  if (named.status !== 201 || left.status !== 201 || chosen.status !== 200) throw new Error('people did not move')
}
