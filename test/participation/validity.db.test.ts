// Documents that hold until a day: told once in time, asked for again in the tasks until a new version lies there.
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { assessor, everything, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { mailsTo, wantsAtOnce } from '../harness/mails.ts'
import { dayFrom, halfPastMidnight, newsOf } from '../people/cast.ts'
import { documents, type Items, roadOf, upload } from './cast.ts'

interface Duty {
  title: string
  reason: string
  dueOn: string | null
  url: string
}

const duties = async (house: TestHouse, email: string) =>
  (await (await house.as(email)).get<Items<Duty>>('/tasks?limit=200')).body.items.filter(({ url }) =>
    url.includes('/unterlagen/'),
  )

const morning = async (house: TestHouse, day: number): Promise<void> => {
  house.clock.set(halfPastMidnight(house, day).add({ hours: 8 }))
  await house.app.request('http://127.0.0.1:3000/api/v1/test/jobs', { method: 'POST' })
}

const wants = async (house: TestHouse, title: string) => {
  const road = await roadOf(house, everything)
  const found = (await documents(house, everything, road.id)).find((one) => one.title === title)
  if (!found) throw new Error(`no document ${title}`)
  return { road, document: found }
}

test('thirty days before its end the municipality is told once, and has a task until a new version lies there', async ({
  house,
}) => {
  await wantsAtOnce(house, everything, 'participation.documentEnding')
  const { road, document } = await wants(house, 'Netzplan')
  const anke = await house.as(everything)
  const handIn = (validUntil: string, content: string) =>
    anke.post(`/documents/${document.id}/files`, upload({ validUntil }, content))
  const last = dayFrom(house, 32)
  expect((await handIn(last, '%PDF-1.7\neins')).status).toBe(201)
  const told: number[] = []
  const asked: number[] = []
  for (const day of [1, 2, 3]) {
    await morning(house, day)
    told.push((await newsOf(house, everything)).filter((title) => title.includes('„Netzplan“')).length)
    asked.push((await duties(house, everything)).length)
  }
  expect([told, asked]).toEqual([
    [0, 1, 1],
    [0, 1, 1],
  ])
  const [soon] = await duties(house, everything)
  expect(soon).toMatchObject({ title: '„Netzplan“ erneuern', dueOn: last })
  expect(soon?.reason).toContain('Gilt nur noch bis')
  expect(soon?.url).toContain(`/teilnahmen/${road.id}/unterlagen/`)
  expect((await mailsTo(house, everything)).map(({ template }) => template)).toContain('participation.documentEnding')
  expect(await duties(house, assessor)).toEqual([])
  expect(await duties(house, manager)).toEqual([])
  expect(await duties(house, isb)).toEqual([])

  await morning(house, 30)
  const [expired] = await duties(house, everything)
  expect(expired?.reason).toContain('Gilt nicht mehr')
  const page = await (await house.signedIn(everything)).get(expired?.url ?? '')
  expect(page.status).toBe(200)
  expect((await newsOf(house, everything)).filter((title) => title.includes('„Netzplan“'))).toHaveLength(1)

  expect(
    (await (await house.as(everything)).post(`/documents/${document.id}/files`, upload({}, '%PDF-1.7\nzwei'))).status,
  ).toBe(201)
  expect(await duties(house, everything)).toEqual([])
})

test('a version that was taken back or replaced, and a road that has ended, remind nobody', async ({ house }) => {
  const { road, document } = await wants(house, 'Notfallplan')
  const anke = await house.as(everything)
  const path = `/documents/${document.id}/files`
  await anke.post(path, upload({ validUntil: dayFrom(house, 5) }, '%PDF-1.7\ndrei'))
  expect(await duties(house, everything)).toHaveLength(1)
  await anke.post(path, upload({ validUntil: dayFrom(house, 200) }, '%PDF-1.7\nvier'))
  expect(await duties(house, everything)).toEqual([])
  await anke.post(path, upload({ validUntil: dayFrom(house, 6) }, '%PDF-1.7\nfünf'))
  expect(await duties(house, everything)).toHaveLength(1)
  await asOwner(house, (db) =>
    db
      .updateTable('programmes.enrollment')
      .set({ state: 'withdrawn', withdrawn_at: house.clock.now().toString(), withdrawal_reason: 'Probe' })
      .where('id', '=', road.id)
      .execute(),
  )
  await morning(house, 1)
  expect(await duties(house, everything)).toEqual([])
  expect((await newsOf(house, everything)).some((title) => title.includes('„Notfallplan“'))).toBe(false)
})
