// A right lasts from one local day to another, and ends with the next request by itself. Tried half an hour after midnight
// in Berlin, when the day of UTC is still yesterday.
import type { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { assessor, isb, test, type TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { addToStory, placeNamed } from './standings.ts'

const musterstadt = 'Stadt Musterstadt'

/** 00:30 in Berlin on the day so many days from now: of UTC it is the day before. */
function halfPastMidnight({ clock }: TestHouse, days: number): Temporal.Instant {
  const day = localDay(clock.now()).add({ days })
  const moment = day.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '00:30' }).toInstant()
  expect(moment.toZonedDateTimeISO('UTC').toPlainDate().toString()).toBe(day.subtract({ days: 1 }).toString())
  return moment
}

const hourBefore = (moment: Temporal.Instant): Temporal.Instant => moment.subtract({ hours: 1 })
const dayOf = (moment: Temporal.Instant): string => localDay(moment).toString()
const dayBefore = (moment: Temporal.Instant): string => localDay(moment).subtract({ days: 1 }).toString()

/** What somebody gets of Musterstadt's check: by list, by address, and in the database itself, past all our code. */
async function reach(house: TestHouse, email: string, at: Temporal.Instant) {
  house.clock.set(at)
  const client = await house.as(email)
  const { id, place } = await check(house)
  const list = await client.get<{ items: unknown[] }>('/assessments')
  const one = await client.get(`/assessments/${id}`)
  const me = await client.get<{ person: { id: string }; actingFor: { id: string } | null }>('/me')
  const as = { personId: me.body.person.id, actingFor: me.body.actingFor?.id ?? place }
  const rows = await unitOfWork(house.services.database, { as, now: house.clock.now(), mode: 'read only' }, (db) =>
    db.selectFrom('security.answer').selectAll().where('organization_id', '=', place).execute(),
  )
  return { listed: list.body.items.length, status: one.status, answers: rows.length }
}

const check = (house: TestHouse) =>
  asOwner(house, async (db) => {
    const place = await placeNamed(db, musterstadt)
    const { id } = await db
      .selectFrom('security.assessment')
      .select('id')
      .where('organization_id', '=', place)
      .executeTakeFirstOrThrow()
    return { id, place }
  })

const everything = { listed: 1, status: 200, answers: 17 }
const nothing = { listed: 0, status: 404, answers: 0 }

test('a role that ended yesterday gives nothing, though it is still yesterday in Greenwich', async ({ house }) => {
  const moment = halfPastMidnight(house, 3)
  const person = await addToStory(house, {
    email: 'vertretung@musterstadt.example',
    role: 'securityOfficer',
    organization: musterstadt,
  })
  const until = dayBefore(moment)
  await asOwner(house, (db) =>
    db.updateTable('identity.role_grant').set({ until_day: until }).where('person_id', '=', person).execute(),
  )
  expect(await reach(house, 'vertretung@musterstadt.example', hourBefore(moment))).toEqual(everything)
  expect(await reach(house, 'vertretung@musterstadt.example', moment)).toEqual(nothing)
  expect(await reach(house, isb, moment)).toEqual(everything)
})

test('a role that begins tomorrow gives nothing today', async ({ house }) => {
  const moment = halfPastMidnight(house, 6)
  const person = await addToStory(house, {
    email: 'nachfolge@musterstadt.example',
    role: 'itStaff',
    organization: musterstadt,
  })
  const from = dayOf(moment)
  await asOwner(house, (db) =>
    db.updateTable('identity.role_grant').set({ from_day: from }).where('person_id', '=', person).execute(),
  )
  expect(await reach(house, 'nachfolge@musterstadt.example', hourBefore(moment))).toEqual(nothing)
  expect(await reach(house, 'nachfolge@musterstadt.example', moment)).toEqual(everything)
})

test('an assignment gives nothing the day before it begins and nothing the day after it ended', async ({ house }) => {
  const [begins, ended] = [halfPastMidnight(house, 9), halfPastMidnight(house, 12)]
  const email = 'zweite@pruefhaus.example'
  const assigned = { organization: musterstadt, from: dayOf(begins), until: dayBefore(ended) }
  await addToStory(house, { email, role: 'assessor', organization: 'Prüfhaus GmbH', assigned })
  expect(await reach(house, email, hourBefore(begins))).toEqual(nothing)
  expect(await reach(house, email, begins)).toEqual(everything)
  expect(await reach(house, email, hourBefore(ended))).toEqual(everything)
  expect(await reach(house, email, ended)).toEqual(nothing)
})

test('an assessor without an assignment sees nothing, and an assignment without the role of an assessor gives nothing', async ({
  house,
}) => {
  const [role, organization] = ['assessor', 'Prüfhaus GmbH'] as const
  const today = localDay(house.clock.now()).toString()
  const assigned = {
    organization: musterstadt,
    from: today,
    until: localDay(house.clock.now()).add({ days: 60 }).toString(),
  }
  await addToStory(house, { email: 'unbeauftragt@pruefhaus.example', role, organization })
  await addToStory(house, { email: 'buero@pruefhaus.example', role: 'contractorOffice', organization, assigned })
  expect(await reach(house, 'unbeauftragt@pruefhaus.example', house.clock.now())).toEqual(nothing)
  expect(await reach(house, 'buero@pruefhaus.example', house.clock.now())).toEqual(nothing)
  expect(await reach(house, assessor, house.clock.now())).toEqual(everything)
})

test('a session outlives the last role of its person, and reaches nothing from midnight on', async ({ house }) => {
  const moment = halfPastMidnight(house, 15)
  house.clock.set(hourBefore(moment))
  const browser = await house.signedIn('it@musterstadt.example')
  const { id } = await check(house)
  expect((await browser.get(`/pruefungen/${id}`)).status).toBe(200)
  await asOwner(house, (db) =>
    db
      .updateTable('identity.role_grant')
      .set({ until_day: dayBefore(moment) })
      .where(
        'person_id',
        '=',
        db.selectFrom('identity.person').select('id').where('email', '=', 'it@musterstadt.example'),
      )
      .execute(),
  )
  house.clock.set(hourBefore(moment).add({ minutes: 20 }))
  expect((await browser.get(`/pruefungen/${id}`)).status).toBe(200)
  house.clock.set(moment.subtract({ minutes: 20 }))
  expect((await browser.get(`/pruefungen/${id}`)).status).toBe(404)
  expect((await browser.get('/')).status).toBe(200)
})
