// Taking pictures: what is counted, by whom, and that of several at once there is one.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { familyOf, findPicture, takePicture, type Taken } from '#domains/insights/state-picture/index.ts'
import { insights } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { manager, observer, test, type TestHouse } from '../harness/house.ts'
import { otherDatabase, within } from '../harness/work.ts'
import { programmeId } from '../cockpit/roads.ts'
import { addSignedChecks, type SignedCheck, signOff } from './signed-checks.ts'

const take = async (house: TestHouse, releaseOn: string): Promise<Taken> => {
  const programme = await programmeId(house)
  return within(house, insights, ({ db, now }) =>
    takePicture(db, { programmeId: programme, at: now, releaseOn, takenBy: null }),
  )
}

const pictureOf = async (house: TestHouse, taken: Taken) => {
  const found = await asOwner(house, (db) => findPicture(db, 'taken' in taken ? taken.taken : ''))
  if (!found) throw new Error('no picture')
  return found
}

let signed: SignedCheck[] = []

test('the latest signed-off checks are counted, by their last versions, as a slow reference counts them', async ({
  house,
}) => {
  signed = [
    ...(await addSignedChecks(house, { count: 6, county: 'Landkreis Probe' })),
    ...(await addSignedChecks(house, { count: 7, county: 'Landkreis Muster', population: 15_000 })),
  ]
  const picture = await pictureOf(house, await take(house, '2025-01-01'))
  const scores = new Map<string, number>()
  const { rows } = await asOwner(house, (db) =>
    sql<{ organization: string; answer: string }>`
      select a.organization_id as organization, a.answer from security.answer a join security.assessment s on s.id = a.assessment_id
        join programmes.enrollment e on e.organization_id = a.organization_id join programmes.programme p on p.id = e.programme_id and p.key = 'sicherkommunal'
       where s.signed_off_at is not null
         and a.version = (select max(b.version) from security.answer b where b.assessment_id = a.assessment_id and b.control_id = a.control_id)`.execute(
      db,
    ),
  )
  for (const [organization, answers] of Map.groupBy(rows, (row) => row.organization)) {
    const yes = answers.filter(({ answer }) => answer === 'yes').length
    const no = answers.filter(({ answer }) => answer === 'no').length
    scores.set(organization, (100 * yes) / (yes + no))
  }
  // Auental's check of the story is among them.
  expect(picture.assessed).toBe(scores.size)
  expect(scores.size).toBe(14)
  const own = signed.slice(6).map(({ organizationId }) => scores.get(organizationId) ?? 0)
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length
  const county = familyOf(picture, 'county').find(({ key }) => key === 'Landkreis Muster')
  expect(county).toMatchObject({ count: 7, percent: Math.round(mean / 5) * 5 })
  expect(familyOf(picture, 'total')).toMatchObject([{ count: 14 }])
})

test('for one day there is one picture, also when several take it at once', async ({ house }) => {
  const programme = await programmeId(house)
  const database = otherDatabase(house)
  const both = await Promise.all(
    [house.services.database, database].map(async (one) =>
      within({ ...house, services: { ...house.services, database: one } }, insights, ({ db, now }) =>
        takePicture(db, { programmeId: programme, at: now, releaseOn: '2025-02-01', takenBy: null }),
      ),
    ),
  )
  if (database !== house.services.database) await database.close()
  expect(both.filter((one) => 'taken' in one)).toHaveLength(1)
  expect(both.filter((one) => 'notTaken' in one)).toEqual([{ notTaken: 'there' }])
})

test('a picture that was taken while checks are signed and opened is of one moment', async ({ house }) => {
  const [first] = signed
  const over = new AbortController()
  const churn = (async () => {
    while (!over.signal.aborted)
      for (const at of [null, house.clock.now().toString()])
        if (first && house.kind === 'postgres') await asOwner(house, (db) => signOff(db, first.assessmentId, at))
        else await new Promise((resolve) => setTimeout(resolve, 1))
  })()
  for (const day of ['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04']) {
    const picture = await pictureOf(house, await take(house, day))
    const behind = await asOwner(house, (db) =>
      sql<{
        count: number
        lists: number
      }>`select count(*)::integer as count, min((select count(*) from jsonb_object_keys(s.lists)))::integer as lists
        from pictures.subject s where s.picture_id = ${picture.id}::uuid`.execute(db),
    )
    expect(behind.rows[0]?.count).toBe(picture.assessed)
    // Nobody's check is counted by half.
    expect(behind.rows[0]?.lists).toBe(6)
  }
  over.abort()
  await churn
  if (first) await asOwner(house, (db) => signOff(db, first.assessmentId, house.clock.now().toString()))
})

test('what both sides opened again is not counted; what they signed again is', async ({ house }) => {
  const [first] = signed
  const id = first?.assessmentId ?? ''
  const countOf = () =>
    asOwner(house, async (db) => {
      const { rows } = await sql<{
        lists: number
      }>`select count(*)::integer as lists from security.signed_result r where r.assessment_id = ${id}::uuid`.execute(
        db,
      )
      return rows[0]?.lists
    })
  expect(await countOf()).toBe(6)
  await asOwner(house, (db) => signOff(db, id, null))
  expect(await countOf()).toBe(0)
  await asOwner(house, (db) => signOff(db, id, house.clock.now().toString()))
  expect(await countOf()).toBe(6)
})

test('the role that counts reads its views alone, and never changes what it has kept', async ({ house }) => {
  for (const statement of [
    sql`select * from security.answer`,
    sql`select * from security.signed_result`,
    sql`select * from identity.person`,
    sql`update pictures.cell set label = 'anders'`,
    sql`delete from pictures.picture`,
    sql`update pictures.picture set participants = 1`,
  ])
    await expect(within(house, insights, ({ db }) => statement.execute(db))).rejects.toThrow('permission denied')
})

test('whoever has the file of a picture comes to its hash', async ({ house }) => {
  const reader = await house.signedIn(observer)
  const { id } = await (async () => pictureOf(house, await take(house, '2025-04-01')))()
  const file = JSON.parse((await reader.get(`/landesbild/${id}/daten.json`)).text) as {
    sha256: string
    published: object
  }
  expect(createHash('sha256').update(JSON.stringify(file.published)).digest('hex')).toBe(file.sha256)
  const open = await house.browser().get(`/landesbild/${id}/daten.json`)
  expect(open.text).not.toContain('"cells"')
})

test('before its day nobody sees a picture, not even who had it taken; afterwards the ministry does', async ({
  house,
}) => {
  const tomorrow = house.clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days: 1 })
  const taken = await take(house, tomorrow.toString())
  const idOf = async (email: string) => {
    const reply = await (await house.as(email)).get('/state-picture')
    return (reply.body as { id?: string }).id
  }
  const id = 'taken' in taken ? taken.taken : ''
  expect([await idOf(observer), await idOf(manager)]).not.toContain(id)
  const before = house.clock.now()
  house.clock.set(before.add({ hours: 24 }))
  expect([await idOf(observer), await idOf(manager)]).toEqual([id, id])
  house.clock.set(before)
})

test('who takes the consent back is not named in a picture that has not appeared: it is taken anew on its day', async ({
  house,
}) => {
  const later = house.clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days: 3 }).toString()
  const first = await take(house, later)
  expect((await pictureOf(house, first)).named.map(({ name }) => name)).toEqual(['Gemeinde Auental'])
  const birgit = await house.as('isb@auental.example')
  const { body } = await birgit.get<{ items: { id: string; revokedAt: string | null }[] }>('/consents')
  const standing = body.items.find(({ revokedAt }) => revokedAt === null)?.id ?? ''
  expect((await birgit.post(`/consents/${standing}/revocation`)).status).toBe(200)
  await expect(pictureOf(house, first)).rejects.toThrow('no picture')
  expect((await pictureOf(house, await take(house, later))).named).toEqual([])
})

test('every night the pictures are taken whose day it is, and for a week those that were missed', async ({ house }) => {
  const before = house.clock.now()
  const due = Temporal.PlainDate.from('2031-05-03')
    .toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '05:00' })
    .toInstant()
  // The schedule begins with the night after its first look.
  for (const days of [2, 0]) {
    house.clock.set(due.subtract({ hours: 24 * days }))
    await house.services.worker.runDue()
  }
  const taken = await asOwner(house, async (db) => {
    const { rows } = await sql<{
      day: string
    }>`select p.release_on::text as day from pictures.picture p join programmes.programme o on o.id = p.programme_id
      where o.key = 'sicherkommunal' and p.release_on > '2031-01-01'`.execute(db)
    return rows.map(({ day }) => day)
  })
  expect(taken).toEqual(['2031-05-01'])
  house.clock.set(before)
})
