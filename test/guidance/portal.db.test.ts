// Where events stand outside their own pages: calendars, duties, calendar files, and dates that come out of a file or a rule.
import ICAL from 'ical.js'
import { expect } from 'vitest'
import { elbaue, hvb, test, type TestHouse } from '../harness/house.ts'
import { eventsOf, propertyIn, readStrictly } from '../calendar/strict-ical.ts'
import { Desk, guide, hours } from './desk.ts'

interface Entry {
  title: string
  place: string | null
  url: string
}

const calendarOf = async (house: TestHouse, email: string, scope: string, desk: Desk): Promise<Entry[]> => {
  const today = house.clock.now()
  const range = `from=${today.toString().slice(0, 10)}&until=${hours(today, 24 * 300)
    .toString()
    .slice(0, 10)}`
  const { body, text, status } = await (
    await house.as(email)
  ).get<{ items: Entry[] }>(`/calendar-entries?scope=${scope}&${range}&limit=200`)
  if (status !== 200) throw new Error(text)
  return body.items.filter(({ url }) => url.includes(desk.event))
}

const tasksOf = async (
  house: TestHouse,
  email: string,
): Promise<{ title: string; url: string; dueOn: string | null }[]> =>
  (
    await (
      await house.as(email)
    ).get<{ items: { title: string; url: string; dueOn: string | null }[] }>('/tasks?limit=100')
  ).body.items

const online = (house: TestHouse) => {
  const startsAt = hours(house.clock.now(), 24 * 40)
  return [0, 7, 14].map((days) => ({
    startsAt: hours(startsAt, 24 * days).toString(),
    endsAt: hours(startsAt, 24 * days + 2).toString(),
    videoUrl: 'https://video.example/raum',
  }))
}

test('whoever has a seat finds its dates with the way in; everybody else the dates alone', async ({ house }) => {
  const desk = await Desk.open(house, { title: 'Im Kalender', dates: online(house) })
  await (await house.as(elbaue)).post(`/events/${desk.event}/registrations`)
  const own = await calendarOf(house, elbaue, 'person', desk)
  expect(own).toHaveLength(3)
  expect(own[0]).toMatchObject({
    title: 'Im Kalender',
    place: 'online, https://video.example/raum',
    url: `/kurse/${desk.event}`,
  })
  expect(await calendarOf(house, hvb, 'person', desk)).toEqual([])
  const all = await calendarOf(house, hvb, 'public', desk)
  expect(all).toHaveLength(3)
  expect(JSON.stringify(all)).not.toContain('video.example')
})

test('a month names the first of a full day and counts all, each once; the list of the day has every one', async ({
  house,
}) => {
  const titles = Array.from({ length: 8 }, (_, at) => `Voller Tag ${at + 1}`)
  const desks: Desk[] = []
  for (const [at, title] of titles.entries()) {
    const dates = [{ startsAt: `2028-05-17T0${at}:00:00Z`, endsAt: `2028-05-17T0${at}:30:00Z`, place: 'Saal' }]
    desks.push(await Desk.open(house, { title, dates }))
  }
  await (await house.as(elbaue)).post(`/events/${desks[7]?.event}/registrations`)
  for (const email of [elbaue, guide, hvb]) {
    const browser = await house.signedIn(email)
    const month = await browser.get('/kalender?ansicht=monat&ab=2028-05-01')
    expect(month.text).toContain('8 Termine')
    expect(month.text).toContain('5 weitere')
    const list = await browser.get('/kalender?ansicht=liste&ab=2028-05-17')
    expect(titles.filter((title) => list.text.split(title).length === 2)).toEqual(titles)
  }
  const phone = await (await house.signedIn(hvb)).get('/kalender?ab=2028-05-17')
  expect(phone.text).toContain('3 weitere')
})

test('the calendar file holds all dates under the UID of the mails; the way in is for those with a seat', async ({
  house,
}) => {
  const desk = await Desk.open(house, { title: 'Als Datei', dates: online(house) })
  await (await house.as(elbaue)).post(`/events/${desk.event}/registrations`)
  const page = await house.browser().get(`/kurse/${desk.event}/termine.ics`)
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toContain('text/calendar')
  const [event] = eventsOf(readStrictly(new TextEncoder().encode(page.html)))
  expect(event && propertyIn(event, 'UID')?.value).toBe(`kurs-${desk.event}@termine.lotsenwerk`)
  expect(page.html).not.toMatch(/video\.example|ATTENDEE|@verbund/)
  const own = await (await house.signedIn(elbaue)).get(`/kurse/${desk.event}/termine.ics`)
  expect(own.html.replaceAll('\r\n ', '')).toContain('https://video.example/raum')
  const { text } = await house.stranger.get(`/events/${desk.event}/calendar.ics`)
  expect(new ICAL.Component(ICAL.parse(text) as never).getFirstPropertyValue('method')).toBe('PUBLISH')
  const draft = await Desk.open(house, { title: 'Entwurf', published: false })
  expect((await house.stranger.get(`/events/${draft.event}/calendar.ics`)).status).toBe(404)
  expect((await house.browser().get(`/kurse/${draft.event}/termine.ics`)).status).toBe(404)
})

test('an offered seat and registrations to approve are duties, until they are done', async ({ house }) => {
  const desk = await Desk.open(house, { title: 'Pflichten', capacity: 1 })
  const [first] = await desk.guests(1, 2)
  const jonas = await house.as(elbaue)
  const place = (await jonas.post<{ id: string }>(`/events/${desk.event}/registrations`)).body
  await desk.leave(first?.id ?? '')
  const offer = (await tasksOf(house, elbaue)).find(({ url }) => url === `/kurse/${desk.event}`)
  expect(offer).toMatchObject({ title: 'Angebotenen Platz annehmen oder ablehnen: Pflichten' })
  expect(offer?.dueOn).toBe(hours(house.clock.now(), 48).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString())
  expect((await calendarOf(house, elbaue, 'person', desk))[0]?.title).toBe('Platz angeboten: Pflichten')
  await jonas.post(`/registrations/${place.id}/acceptance`)
  expect((await tasksOf(house, elbaue)).filter(({ url }) => url === `/kurse/${desk.event}`)).toEqual([])
  const strict = await Desk.open(house, { title: 'Zulassung', needsApproval: true })
  const asked = (await jonas.post<{ id: string }>(`/events/${strict.event}/registrations`)).body
  const duty = async () =>
    (await tasksOf(house, 'lotse@verbund.example')).filter(({ title }) => title === 'Anmeldungen zulassen: Zulassung')
  expect(await duty()).toMatchObject([{ url: `/kursverwaltung/${strict.event}/teilnehmende` }])
  expect((await tasksOf(house, elbaue)).filter(({ title }) => title.startsWith('Anmeldungen zulassen'))).toEqual([])
  await strict.api.post(`/registrations/${asked.id}/approval`, { approved: true })
  expect(await duty()).toEqual([])
})

const file = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:x', 'DTSTART;TZID=Europe/Berlin:20270604T090000', 'DTEND;TZID=Europe/Berlin:20270604T100000', 'RRULE:FREQ=WEEKLY;COUNT=3', 'LOCATION:Saal', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n') // prettier-ignore

test('dates come out of a calendar file: shown first, then beside those that are there, and not twice', async ({
  house,
}) => {
  const desk = await Desk.open(house, { title: 'Aus einer Datei' })
  const before = (await desk.read()).dates.length
  const shown = await desk.api.upload<{ dates: unknown[]; added: number }>(
    `/events/${desk.event}/dates/import?dryRun=1`,
    file,
    'x.ics',
  )
  expect(shown.body).toMatchObject({ dates: [{ place: 'Saal', line: 2 }, {}, {}], added: 0 })
  expect((await desk.read()).dates).toHaveLength(before)
  const done = await desk.api.upload<{ added: number }>(`/events/${desk.event}/dates/import`, file, 'x.ics')
  expect(done.body.added).toBe(3)
  expect((await desk.read()).dates).toHaveLength(before + 3)
  expect(
    (await desk.api.upload<{ added: number }>(`/events/${desk.event}/dates/import`, file, 'x.ics')).body.added,
  ).toBe(0)
  const faulty = await desk.api.upload(
    `/events/${desk.event}/dates/import`,
    file.replace('COUNT=3', 'COUNT=drei'),
    'x.ics',
  )
  expect([faulty.status, faulty.text]).toEqual([422, expect.stringContaining('Zeile 6:')])
  const latin = new Uint8Array([...new TextEncoder().encode('BEGIN:VCALENDAR\n'), 0xff, 0xe4])
  expect((await desk.api.upload(`/events/${desk.event}/dates/import`, latin, 'x.ics')).text).toContain('UTF-8')
  const huge = new Uint8Array(1024 * 1024 + 10).fill(65)
  expect((await desk.api.upload(`/events/${desk.event}/dates/import`, huge, 'x.ics')).status).toBeGreaterThanOrEqual(
    413,
  )
  const other = await (await house.as(elbaue)).upload(`/events/${desk.event}/dates/import`, file, 'x.ics')
  expect(other.status).toBe(403)
})

test('the dates of a rule are shown with what was moved and why', async ({ house }) => {
  const api = await house.as(guide)
  const rule = { pattern: 'monthly', weekday: 5, from: '2027-01-01', until: '2027-12-31', time: '09:00' }
  const { body } = await api.post<{ dates: { startsAt: string; movedFrom: string | null; reason: string | null }[] }>(
    '/event-series',
    rule,
  )
  expect(body.dates).toHaveLength(12)
  expect(body.dates[0]).toMatchObject({ startsAt: '2027-01-08T08:00:00Z', movedFrom: '2027-01-01', reason: 'Neujahr' })
  expect((await api.post('/event-series', { ...rule, time: '24:30' })).status).toBe(422)
  const night = await api.post('/event-series', {
    ...rule,
    pattern: 'weekly',
    weekday: 7,
    from: '2027-03-28',
    until: '2027-03-28',
    time: '02:30',
    holidays: 'keep',
  })
  expect([night.status, night.text]).toEqual([422, expect.stringContaining('28.03.2027')])
  expect((await (await house.as(elbaue)).post('/event-series', rule)).status).toBe(403)
})
