// The days before the deadline: four towns lack something, everybody who must act gets one mail.
import { expect } from 'vitest'
import { germanDay } from '#kernel/local-day.ts'
import { everything, hvb, manager, test } from '../harness/house.ts'
import { mailsTo } from '../harness/mails.ts'
import { programmeOfTowns } from './money-road.ts'

interface YearEnd {
  daysLeft: number
  workingDaysLeft: number
  municipalities: string[]
  sums: Record<string, number>
  lacks: { lack: string; municipalities: number; orders: number; amountCents: number }[]
  items: {
    lack: string
    orderReference: string
    organizationName: string
    amountCents: number
    acts: string
    actsName: string
    fit: string
    neededWorkingDays: number
    since: string
  }[]
  next: string | null
}

const contractor = 'auftrag@pruefhaus.example'
const guide = 'lotse@verbund.example'
const manager2 = 'programm2@verbund.example'

test('on 28 December it names the four towns that still lack something, what, how much, and who must act', async ({
  house,
}) => {
  const { programmeId, deadline, ids, take } = await programmeOfTowns(house)
  const [auental, kleinweiler, musterstadt, elbaue] = sorted(ids)
  await take(musterstadt, 'J-1', 500_000, 'settled')
  await take(musterstadt, 'J-2', 120_000, 'delivered')
  await take(elbaue, 'J-3', 90_000, 'committed')
  await take(kleinweiler, 'J-4', 80_000, 'accepted')
  await take(auental, 'J-5', 70_000, 'invoiced')
  await take(auental, 'J-6', 60_000, 'planned')
  house.clock.set(
    deadline.subtract({ days: 3 }).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '09:00' }).toInstant(),
  )
  const torsten = await house.as(manager)
  const { body } = await torsten.get<YearEnd>(`/programmes/${programmeId}/year-end`)
  expect([body.daysLeft, body.municipalities.length]).toEqual([3, 4])
  expect(body.municipalities.toSorted()).toEqual([...ids.keys()].toSorted())
  const found = body.items.map(({ orderReference, lack, amountCents, acts }) => [
    orderReference,
    lack,
    amountCents,
    acts,
  ])
  expect(found).toEqual([
    ['J-3', 'notDelivered', 90_000, 'contractor'],
    ['J-6', 'notCommissioned', 60_000, 'cooperative'],
    ['J-2', 'notAccepted', 120_000, 'organization'],
    ['J-4', 'notInvoiced', 80_000, 'contractor'],
    ['J-5', 'notSettled', 70_000, 'cooperative'],
  ])
  // 7 days are 5 working days, 3 are 3; of three days before a new year at most three are left.
  expect(body.items.map(({ neededWorkingDays }) => neededWorkingDays)).toEqual([11, 11, 6, 3, 3])
  expect(body.items[0]?.fit).toBe('short')
  expect(body.items[2]?.actsName).toBe(musterstadt)
  const open = body.items.reduce((sum, { amountCents }) => sum + amountCents, 0)
  const { sums } = body
  expect([sums['releasedCents'], sums['settledCents'], sums['remainingCents']]).toEqual([
    4 * 1_610_000,
    500_000,
    4 * 1_610_000 - 500_000 - open,
  ])
  expect(body.lacks.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(open)

  const page = await (await house.signedIn(manager)).get(`/programme-im-verbund/${programmeId}/jahresende`)
  expect(page.status).toBe(200)
  expect(page.text).toContain(`Tage bis ${germanDay(deadline)}`)
  expect(page.text).toContain('4 Kommunen fehlt noch etwas')
  const filtered = await torsten.get<YearEnd>(`/programmes/${programmeId}/year-end?acts=contractor&limit=1`)
  expect([filtered.body.items.length, filtered.body.next === null]).toEqual([1, false])
  const rest = await torsten.get<YearEnd>(
    `/programmes/${programmeId}/year-end?acts=contractor&limit=1&cursor=${filtered.body.next}`,
  )
  expect([rest.body.items[0]?.orderReference, rest.body.next]).toEqual(['J-4', null])
  expect((await torsten.get(`/programmes/${programmeId}/year-end?cursor=unsinn`)).status).toBe(422)

  // One mail for each who must act, with everything of theirs; a second one on the same day only when it is wanted.
  const preview = await torsten.post<{ letters: { name: string; items: number }[] }>(
    `/programmes/${programmeId}/year-end/reminder-previews`,
  )
  expect([preview.status, (await mailsTo(house, contractor)).some(ofReminder)]).toEqual([200, true])
  const before = (await mailsTo(house, contractor)).filter(ofReminder).length
  const sent = await torsten.post<{ sent: { name: string; items: number }[] }>(
    `/programmes/${programmeId}/year-end/reminders`,
  )
  expect([sent.status, sent.body.sent]).toEqual([201, expect.arrayContaining(preview.body.letters)])
  const mails = (await mailsTo(house, contractor)).filter(ofReminder)
  expect(mails.length).toBe(before + 1)
  const text = String(mails[0]?.data['liste'])
  expect([text.includes('J-3'), text.includes('J-4'), text.includes('J-2')]).toEqual([true, true, false])
  expect((await mailsTo(house, hvb)).find(ofReminder)?.data['liste']).toContain('J-2')
  expect((await mailsTo(house, manager2)).find(ofReminder)?.data['liste']).toContain('J-5')
  expect((await mailsTo(house, manager)).some(ofReminder)).toBe(false)
  const twice = await torsten.post(`/programmes/${programmeId}/year-end/reminders`)
  expect([twice.status, twice.text.includes('heute schon erinnert')]).toEqual([422, true])
  const again = await torsten.post(`/programmes/${programmeId}/year-end/reminders`, { again: true, acts: 'contractor' })
  expect(again.status).toBe(201)
  expect((await mailsTo(house, contractor)).filter(ofReminder).length).toBe(before + 2)
  const noted = await torsten.get<{ items: { personName: string }[] }>(
    `/programmes/${programmeId}/year-end/reminders?limit=2`,
  )
  expect(noted.body.items.length).toBe(2)
})

const ofReminder = ({ template }: { template: string }): boolean => template === 'proofs.reminder'

/** Auental, Kleinweiler, Musterstadt, Elbaue. */
const sorted = (ids: ReadonlyMap<string, string>): [string, string, string, string] => {
  const named = (end: string): string => [...ids.keys()].find((name) => name.endsWith(end)) ?? ''
  return [named('Auental'), named('Kleinweiler'), named('Musterstadt'), named('Elbaue')]
}

test('on the last day it counts hours, in the last one minutes, and after midnight in Saxony-Anhalt it is over', async ({
  house,
}) => {
  const { programmeId, deadline, ids, take } = await programmeOfTowns(house)
  const [auental] = sorted(ids)
  await take(auental, 'L-1', 70_000, 'accepted')
  const at = async (plainTime: string, days = 0): Promise<string> => {
    house.clock.set(deadline.add({ days }).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime }).toInstant())
    return (await (await house.signedIn(manager)).get(`/programme-im-verbund/${programmeId}/jahresende`)).text
  }
  expect(await at('09:30')).toContain('15 Stunden bis heute')
  expect(await at('23:10')).toContain('50 Minuten bis heute')
  const over = await at('00:00', 1)
  expect([over.includes('1 Tag seit dem'), over.includes('Frist vorbei')]).toEqual([true, true])
})

test('the reminders are looked at before they go out, and only who is ticked gets one', async ({ house }) => {
  const { programmeId, ids, take } = await programmeOfTowns(house)
  const [auental, kleinweiler] = sorted(ids)
  await take(auental, 'P-1', 70_000, 'committed')
  await take(kleinweiler, 'P-2', 70_000, 'delivered')
  const browser = await house.signedIn(manager)
  const path = `/programme-im-verbund/${programmeId}/jahresende/erinnerungen`
  const seen = await browser.get(path)
  expect([seen.status, seen.text.includes('P-1'), seen.text.includes('1 offener Vorgang')]).toEqual([200, true, true])
  const nobody = await browser.post(path, {})
  expect([nobody.status, nobody.text.includes('niemand ausgewählt')]).toEqual([422, true])
  const before = (await mailsTo(house, everything)).filter(ofReminder).length
  const boxes = [...seen.html.matchAll(/name="(an-[0-9a-f-]{36})"[\s\S]*?<label[^>]*>([^<]*)/g)]
  const anke = boxes.find(([, , label]) => label?.includes(everything))?.[1] ?? ''
  const done = await browser.post(path, { [anke]: 'ja' })
  expect([done.status, done.text.includes('1 Person wird erinnert')]).toEqual([200, true])
  expect((await mailsTo(house, everything)).filter(ofReminder).length).toBe(before + 1)
  expect((await browser.get(path)).text).toContain('Heute schon erinnert')
})

test('it is for those who lead the programme alone', async ({ house }) => {
  const { programmeId } = await programmeOfTowns(house)
  for (const email of [everything, hvb, contractor, guide]) {
    const client = await house.as(email)
    expect((await client.get(`/programmes/${programmeId}/year-end`)).status).toBe(403)
    expect((await client.post(`/programmes/${programmeId}/year-end/reminders`)).status).toBe(403)
  }
})
