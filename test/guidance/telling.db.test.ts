// Who is told what, and how often: of each decision once, whoever asks how often, and nobody of anybody else.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { eventRoutes } from '#domains/guidance/events/index.ts'
import { eventMails } from '#domains/guidance/events/telling/mails.ts'
import { occasions } from '#domains/guidance/events/telling/untold.ts'
import { worker } from '#platform/db/unit-of-work.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, hvb, test, type TestHouse } from '../harness/house.ts'
import { mailsTo } from '../harness/mails.ts'
import { within } from '../harness/work.ts'
import { Desk, guide, hours } from './desk.ts'

interface Mail {
  to: string
  template: string
  data: Record<string, string>
}

/** Everything the outbox holds about events, the oldest first. */
async function eventMailsIn(house: TestHouse): Promise<Mail[]> {
  const { rows } = await asOwner(house, (db) =>
    sql<Mail>`select recipient_email as to, template, data from mail.message where template like 'events.%' order by id`.execute(
      db,
    ),
  )
  return rows
}

const guestMails = async (house: TestHouse, number: number): Promise<Mail[]> =>
  (await eventMailsIn(house)).filter(({ to }) => to === `gast${number}@beispiel.example`)

const order: readonly string[] = [...occasions, 'reminder']

/** In the order of a place's life: several workers may tell at once, and mails of one moment have no order. */
const templatesOf = (mails: readonly Mail[]): string[] =>
  mails.map(({ template }) => template.replace('events.', '')).toSorted((a, b) => order.indexOf(a) - order.indexOf(b))

const told = (mails: readonly Mail[], occasion: string): Mail | undefined =>
  mails.find(({ template }) => template === `events.${occasion}`)

const runDue = (house: TestHouse) => house.services.worker.runDue()

const secretIn = (path: string | undefined): string => path?.split('/').at(-1) ?? ''

test('there is a mail for each occasion, and its addresses are those of the pages', () => {
  const names = new Set(eventMails.map(({ name }) => name))
  expect(occasions.filter((occasion) => !names.has(`events.${occasion}`))).toEqual([])
  expect([
    eventRoutes.detail.href({ id: 'x' }),
    eventRoutes.people.href({ id: 'x' }),
    eventRoutes.offer.href({ token: 'x' }),
    eventRoutes.guest.href({ token: 'x' }),
  ]).toEqual(['/kurse/x', '/kursverwaltung/x/teilnehmende', '/platzangebote/x', '/gastplaetze/x'])
})

test(
  'a seat, a place on the list, an offer, its acceptance and its decline are told once each',
  { timeout: 60_000 },
  async ({ house }) => {
    const desk = await Desk.open(house, { title: 'Reihum', capacity: 2 })
    const places = await desk.guests(1, 6)
    await runDue(house)
    expect(templatesOf(await guestMails(house, 1))).toEqual(['confirmed'])
    const [third] = await guestMails(house, 3)
    expect(third).toMatchObject({
      template: 'events.waiting',
      data: {
        nummer: '1',
        rang: 'Vor Ihnen wartet niemand: Sie sind als Nächstes an der Reihe.',
        grund: 'Beide Plätze sind vergeben.',
      },
    })
    expect((await guestMails(house, 5))[0]?.data['rang']).toBe('Vor Ihnen warten noch 2 Personen.')
    await desk.leave(places[0]?.id ?? '')
    await desk.leave(places[1]?.id ?? '')
    await runDue(house)
    const offer = told(await guestMails(house, 3), 'offered')
    expect(offer?.data['frist']).toMatch(/^\w\w, \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr$/)
    expect(offer?.data['angebot']).toMatch(/^\/platzangebote\//)
    expect(offer?.data['link']).toMatch(/^\/gastplaetze\//)
    expect(offer?.data['_calendar']).toBeUndefined()
    await desk.accept(secretIn(offer?.data['angebot']))
    await desk.accept(secretIn(offer?.data['angebot']))
    const other = told(await guestMails(house, 4), 'offered')
    await desk.decline(secretIn(other?.data['angebot']))
    await runDue(house)
    expect(templatesOf(await guestMails(house, 1))).toEqual(['confirmed', 'cancelled'])
    expect(templatesOf(await guestMails(house, 3))).toEqual(['waiting', 'offered', 'accepted'])
    expect(templatesOf(await guestMails(house, 4))).toEqual(['waiting', 'offered', 'declined'])
    expect(templatesOf(await guestMails(house, 5))).toEqual(['waiting', 'offered'])
    expect(told(await guestMails(house, 1), 'cancelled')?.data['grund']).toBe('Von der Veranstalterin abgemeldet.')
    const before = (await eventMailsIn(house)).length
    for (let again = 0; again < 3; again += 1) {
      await within(house, worker, (ctx) => enqueue(ctx, 'events.tell', {}, { key: `noch einmal ${again}` }))
      house.clock.set(hours(house.clock.now(), 0.05))
      await runDue(house)
    }
    expect((await eventMailsIn(house)).length).toBe(before)
  },
)

test('opening the page of an offer decides nothing', async ({ house }) => {
  const desk = await Desk.open(house, { title: 'Scanner', capacity: 1 })
  const [first, second] = await desk.guests(21, 23)
  await desk.leave(first?.id ?? '')
  await runDue(house)
  const offer = told(await guestMails(house, 22), 'offered')
  for (let times = 0; times < 5; times += 1) await house.browser().get(offer?.data['angebot'] ?? '')
  await house.browser().get(offer?.data['link'] ?? '')
  expect((await desk.place(second?.id ?? '')).state).toBe('offered')
})

test('an offer that runs out is told with the next one, by the sweep alone', async ({ house }) => {
  const desk = await Desk.open(house, { title: 'Frist', capacity: 1 })
  const [first] = await desk.guests(31, 34)
  await desk.leave(first?.id ?? '')
  await runDue(house)
  house.clock.set(hours(house.clock.now(), 48.1))
  await runDue(house)
  expect(templatesOf(await guestMails(house, 32))).toEqual(['waiting', 'offered', 'expired'])
  expect(templatesOf(await guestMails(house, 33))).toEqual(['waiting', 'offered'])
  const answer = await desk.accept(secretIn(told(await guestMails(house, 32), 'offered')?.data['angebot']))
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Die Frist für dieses Angebot ist vorbei')
})

test(
  'twenty cancellations at once are told once each, and so is whoever moves up',
  { timeout: 60_000 },
  async ({ house }) => {
    const desk = await Desk.open(house, { title: 'Zwanzig', capacity: 20, promotion: 'automatic' })
    const places = await desk.guests(100, 140)
    await runDue(house)
    await Promise.all(places.slice(0, 20).map(({ id }) => desk.leave(id)))
    await Promise.all([runDue(house), runDue(house)])
    await runDue(house)
    for (let number = 100; number < 120; number += 1)
      expect(templatesOf(await guestMails(house, number))).toEqual(['confirmed', 'cancelled'])
    for (let number = 120; number < 140; number += 1)
      expect(templatesOf(await guestMails(house, number))).toEqual(['waiting', 'promoted'])
  },
)

test('people with an account are told in their inbox and by mail, with all dates under one UID', async ({ house }) => {
  const start = hours(house.clock.now(), 24 * 60)
  const date = (days: number, more: object = {}) => ({
    startsAt: start.add({ hours: days * 24 }).toString(),
    endsAt: start.add({ hours: days * 24 + 3 }).toString(),
    place: 'Saal 1',
    ...more,
  })
  const dates = [date(0), date(7, { videoUrl: 'https://video.example/raum', place: '' }), date(14)]
  const desk = await Desk.open(house, { title: 'Vier Abende', dates })
  const navigator = await house.as(elbaue)
  const place = (await navigator.post<{ id: string }>(`/events/${desk.event}/registrations`)).body
  await runDue(house)
  const [mail] = await mailsTo(house, elbaue)
  expect(mail).toMatchObject({ template: 'events.confirmed', data: { link: `/kurse/${desk.event}` } })
  expect(mail?.data['termine']).toContain('https://video.example/raum')
  const message = JSON.parse(String(mail?.data['_calendar']))
  expect(message).toMatchObject({ method: 'REQUEST', uid: `kurs-${desk.event}@termine.lotsenwerk`, sequence: 0 })
  expect(message.dates).toHaveLength(3)
  const { dates: known } = await desk.read()
  await desk.api.post(`/events/${desk.event}/dates/${known[1]?.id}/cancellation`, { reason: 'Raum belegt' })
  await runDue(house)
  const [second] = await mailsTo(house, elbaue)
  expect(second).toMatchObject({ template: 'events.dateCancelled', data: { grund: 'Raum belegt' } })
  expect(JSON.parse(String(second?.data['_calendar']))).toMatchObject({
    method: 'REQUEST',
    uid: message.uid,
    sequence: 1,
    dates: [{}, {}],
  })
  await navigator.call('DELETE', `/registrations/${place.id}`)
  await runDue(house)
  const [third] = await mailsTo(house, elbaue)
  expect(third).toMatchObject({
    template: 'events.cancelled',
    data: { grund: 'Sie haben sich abgemeldet, oder Ihre Organisation hat es für Sie getan.' },
  })
  expect(JSON.parse(String(third?.data['_calendar']))).toMatchObject({
    method: 'CANCEL',
    uid: message.uid,
    sequence: 1,
  })
})

test('moved dates say what held before, fewer seats who keeps theirs, and a cancelled event takes all of it out', async ({
  house,
}) => {
  const desk = await Desk.open(house, { title: 'Umzug', capacity: 2 })
  await desk.guests(51, 53)
  await runDue(house)
  const { dates } = await desk.read()
  const moved = dates.map((one) => ({
    ...one,
    startsAt: one.startsAt,
    place: 'Anderswo',
    videoUrl: undefined,
    cancelledAt: undefined,
  }))
  const answer = await desk.change({
    dates: moved.map(({ id, startsAt, endsAt, place }) => ({ id, startsAt, endsAt, place })),
  })
  expect(answer.status).toBe(200)
  await desk.change({ capacity: 1, keepSeats: false })
  await runDue(house)
  const change = told(await guestMails(house, 51), 'moved')
  expect(change).toMatchObject({ template: 'events.moved' })
  expect(change?.data['bisher']).toContain('Musterstadt')
  expect(change?.data['termine']).toContain('Anderswo')
  const unseated = told(await guestMails(house, 52), 'unseated')
  expect(unseated?.data).toMatchObject({ plaetze: 'nur noch einen Platz', nummer: '1' })
  expect(JSON.parse(unseated?.data['_calendar'] ?? '{}')).toMatchObject({ method: 'CANCEL' })
  await desk.api.post(`/events/${desk.event}/cancellation`, { reason: 'Die Referentin ist erkrankt.' })
  await runDue(house)
  const last = told(await guestMails(house, 51), 'eventCancelled')
  expect(last).toMatchObject({ template: 'events.eventCancelled', data: { grund: 'Die Referentin ist erkrankt.' } })
  expect(JSON.parse(last?.data['_calendar'] ?? '{}')).toMatchObject({ method: 'CANCEL', sequence: 2 })
  expect(told(await guestMails(house, 52), 'eventCancelled')?.data['_calendar']).toBeUndefined()
})

test('approval, refusal and the next run are told in their own words', async ({ house }) => {
  const desk = await Desk.open(house, { title: 'Mit Zulassung', capacity: 1, needsApproval: true })
  const kim = await house.as(hvb)
  const jonas = await house.as(elbaue)
  const first = (await kim.post<{ id: string }>(`/events/${desk.event}/registrations`)).body
  const second = (await jonas.post<{ id: string }>(`/events/${desk.event}/registrations`)).body
  await runDue(house)
  expect((await mailsTo(house, hvb))[0]).toMatchObject({
    template: 'events.waiting',
    data: { grund: 'Die Anmeldung muss noch zugelassen werden.' },
  })
  await desk.api.post(`/registrations/${first.id}/approval`, {
    approved: false,
    reason: 'Der Kurs ist für Navigatoren.',
  })
  await desk.api.post(`/registrations/${second.id}/approval`, { approved: true })
  await runDue(house)
  const inbox = await house.as(hvb).then((api) => api.get<{ items: { title: string }[] }>('/notifications'))
  expect(inbox.text).toContain('Ihre Anmeldung zu „Mit Zulassung“ ist nicht zugelassen.')
  expect((await mailsTo(house, elbaue))[0]).toMatchObject({
    template: 'events.confirmed',
    data: { grund: 'Die Anmeldung ist zugelassen, und es war ein Platz frei.' },
  })
})

test('a guest who registers again is told by mail where they stand, and the page says nothing of it', async ({
  house,
}) => {
  const desk = await Desk.open(house, { title: 'Doppelt', capacity: 1 })
  const { url } = (await desk.api.post<{ url: string }>(`/events/${desk.event}/invitations`, {})).body
  const browser = house.browser()
  const path = new URL(url).pathname
  const send = async (number: number) => {
    await browser.get(path)
    return browser.post(path, { name: `Gast ${number}`, email: `gast${number}@beispiel.example` })
  }
  for (const number of [75, 76, 75, 76]) expect((await send(number)).status).toBe(200)
  await runDue(house)
  expect(templatesOf(await guestMails(house, 75))).toEqual(['confirmed', 'again'])
  const first = told(await guestMails(house, 75), 'again')
  expect(first?.data).toMatchObject({ anlass: 'Doppelt', stand: 'Sie haben einen Platz.' })
  const second = told(await guestMails(house, 76), 'again')
  expect(second?.data['stand']).toBe(
    'Sie stehen auf der Warteliste, mit der Nummer 1. Vor Ihnen wartet niemand: Sie sind als Nächstes an der Reihe.',
  )
  const own = await house.browser().get(first?.data['link'] ?? '')
  expect([own.status, own.text.includes('Gast 75')]).toEqual([200, true])
  expect((await desk.places()).length).toBe(2)
})

test('too late for a term the organizer is told, and nobody else', async ({ house }) => {
  const startsAt = hours(house.clock.now(), 23)
  const desk = await Desk.open(house, {
    title: 'Morgen',
    capacity: 1,
    dates: [{ startsAt: startsAt.toString(), endsAt: hours(startsAt, 2).toString(), place: 'Saal' }],
  })
  const [first] = await desk.guests(71, 73)
  await desk.leave(first?.id ?? '')
  await runDue(house)
  expect((await mailsTo(house, guide)).find(({ template }) => template === 'events.seatFree')).toMatchObject({
    data: { link: `/kursverwaltung/${desk.event}/teilnehmende` },
  })
  expect(templatesOf(await guestMails(house, 72))).toEqual(['waiting'])
})

test('of the dates of the next two days everybody with a seat is reminded once', async ({ house }) => {
  const startsAt = hours(house.clock.now(), 60)
  const desk = await Desk.open(house, {
    title: 'Bald',
    capacity: 1,
    dates: [{ startsAt: startsAt.toString(), endsAt: hours(startsAt, 2).toString(), place: 'Saal' }],
  })
  await desk.guests(81, 83)
  await runDue(house)
  expect(templatesOf(await guestMails(house, 81))).toEqual(['confirmed'])
  for (const later of [13, 14, 20]) {
    house.clock.set(hours(startsAt, later - 60))
    await runDue(house)
  }
  expect(templatesOf(await guestMails(house, 81))).toEqual(['confirmed', 'reminder'])
  expect(templatesOf(await guestMails(house, 82))).toEqual(['waiting'])
  expect(told(await guestMails(house, 81), 'reminder')?.data['termine']).toContain('Saal')
})

test('no mail to a guest holds name or address of another', async ({ house }) => {
  const mails = (await eventMailsIn(house)).filter(({ to }) => /^gast\d+@/.test(to))
  expect(mails.length).toBeGreaterThan(100)
  for (const { to, data } of mails) {
    const all = JSON.stringify(data)
    const number = /^gast(\d+)@/.exec(to)?.[1]
    expect([...all.matchAll(/gast ?(\d+)/gi)].filter(([, other]) => other !== number)).toEqual([])
    expect(all).not.toContain('@beispiel.example')
    expect(all).not.toContain(guide)
  }
})

test('two years after the last date guests lose name and address', { timeout: 60_000 }, async ({ house }) => {
  const desk = await Desk.open(house, { title: 'Lange her' })
  const [place] = await desk.guests(91, 92)
  house.clock.set(hours(house.clock.now(), 24 * (180 + 731)))
  await runDue(house)
  house.clock.set(hours(house.clock.now(), 24))
  await runDue(house)
  const { rows } = await asOwner(house, (db) =>
    sql`select guest_name, guest_email from guidance.registration where id = ${place?.id ?? ''}::uuid`.execute(db),
  )
  expect(rows).toEqual([{ guest_name: 'Gast', guest_email: '' }])
})
