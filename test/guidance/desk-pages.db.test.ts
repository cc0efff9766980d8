// The organizer's desk in the browser: from the draft to the list that is signed, without a script.
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { describe, expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { asOwner } from '../access/as-owner.ts'
import type { Browser, Page } from '../harness/clients.ts'
import { elbaue, hvb, test, type TestHouse } from '../harness/house.ts'
import { Desk, type EventBody, guide, municipalities, type Place } from './desk.ts'

const idIn = (page: Page): string => /kursverwaltung\/([0-9a-f-]{36})/.exec(page.url)?.[1] ?? ''

const course = {
  kind: 'course',
  title: 'Prozesse aufnehmen',
  capacity: '2',
  shareMode: 'each',
  perOrganization: '1',
  passPercent: '80',
}

async function draft(browser: Browser, more: Record<string, string> = {}): Promise<{ page: Page; id: string }> {
  await browser.get('/kursverwaltung/neu')
  const page = await browser.post('/kursverwaltung/neu', { ...course, promotion: 'offer', ...more })
  return { page, id: idIn(page) }
}

describe('an event from the draft to the publication', () => {
  test('takes facts, then dates, then shows what becomes public', async ({ house }) => {
    const browser = await house.signedIn(guide)
    const form = await browser.get('/kursverwaltung/neu?art=course')
    expect(form.html).toMatch(/name="perOrganization"[^>]*value="1"|value="1"[^>]*name="perOrganization"/)
    const { page, id } = await draft(browser)
    expect(page.text).toContain('Als Entwurf angelegt')
    const early = await browser.get(`/kursverwaltung/${id}/veroeffentlichung`)
    expect(early.text).toContain('Es gibt noch keinen Termin')
    const row = { rows: '1', version: '1', day1: '2027-06-03', from1: '09:00', until1: '16:00' }
    const longer = await browser.post(`/kursverwaltung/${id}/termine`, { ...row, more: '1' })
    expect(longer.text).toContain('Termin 2')
    expect(longer.html).toContain('2027-06-03')
    const kept = await browser.post(`/kursverwaltung/${id}/termine`, {
      ...row,
      rows: '2',
      place1: 'Musterstadt, Rathaus',
      day2: '2027-06-10',
      from2: '09:00',
      until2: '12:00',
      link2: 'https://video.example/kurs',
    })
    expect(kept.text).toContain('Do, 03.06.2027, 9:00 bis 16:00 Uhr'.replace('9:00', '09:00'))
    expect(kept.text).toContain('online')
    expect(kept.text).not.toContain('video.example')
    const api = await house.as(guide)
    const { version } = (await api.get<EventBody>(`/events/${id}`)).body
    const done = await browser.post(`/kursverwaltung/${id}/veroeffentlichung`, { version: String(version) })
    expect(done.text).toContain('Veröffentlicht.')
    expect((await house.stranger.get<EventBody>(`/events/${id}`)).status).toBe(200)
  })

  test('a time that clocks never show, and one they show twice, is named at its field', async ({ house }) => {
    const browser = await house.signedIn(guide)
    const { id } = await draft(browser)
    const row = { rows: '1', version: '1', until1: '04:00' }
    const gap = await browser.post(`/kursverwaltung/${id}/termine`, { ...row, day1: '2027-03-28', from1: '02:30' })
    expect(gap.status).toBe(422)
    expect(gap.text).toContain('02:30 Uhr gibt es in dieser Nacht nicht')
    const twice = await browser.post(`/kursverwaltung/${id}/termine`, { ...row, day1: '2027-10-31', from1: '02:30' })
    expect(twice.text).toContain('02:30 Uhr gibt es in dieser Nacht zweimal')
  })

  test('what is missing is said at its field, and everything typed stays', async ({ house }) => {
    const browser = await house.signedIn(guide)
    const { page } = await draft(browser, {
      title: '',
      lead: 'Bleibt stehen',
      shareMode: 'population',
      upTo1: '9999',
      seats1: '1',
      closesDay: '2027-01-01',
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Titel: Diese Angabe fehlt')
    expect(page.text).toContain('Bitte eine Uhrzeit angeben')
    expect(page.text).toContain('Eine Zeile gilt ohne Grenze nach oben')
    expect(page.html).toContain('Bleibt stehen')
  })

  test('a draft is removed, and what is published is not', async ({ house }) => {
    const browser = await house.signedIn(guide)
    const { id } = await draft(browser)
    const gone = await browser.post(`/kursverwaltung/${id}/entfernen`, {})
    expect(gone.text).toContain('ist entfernt')
    const desk = await Desk.open(house)
    expect((await browser.post(`/kursverwaltung/${desk.event}/entfernen`, {})).status).toBe(422)
  })

  test('the next run begins on the chosen day and is a draft of the same line', async ({ house }) => {
    const desk = await Desk.open(house, { kind: 'course' })
    const browser = await house.signedIn(guide)
    await browser.get(`/kursverwaltung/${desk.event}/naechster`)
    const page = await browser.post(`/kursverwaltung/${desk.event}/naechster`, { how: 'run', firstDay: '2027-09-06' })
    expect(page.text).toContain('Als Entwurf angelegt')
    const { body } = await desk.api.get<{ run: number; dates: { startsAt: string }[] }>(`/events/${idIn(page)}`)
    expect(body.run).toBe(2)
    expect(localDay(Temporal.Instant.from(body.dates[0]?.startsAt ?? '')).toString()).toBe('2027-09-06')
    const past = await browser.post(`/kursverwaltung/${desk.event}/naechster`, { how: 'run', firstDay: '2020-01-01' })
    expect(past.text).toContain('Dieser Tag ist schon vorbei')
  })
})

describe('everybody with a place', () => {
  test('stands in the list with the reason, is found by name and filtered by state', async ({ house }) => {
    const [town] = await municipalities(house, 1)
    const desk = await Desk.open(house, { capacity: 1, perOrganization: 1 })
    await desk.guests(0, 2, () => town ?? '')
    const browser = await house.signedIn(guide)
    const here = `/kursverwaltung/${desk.event}/teilnehmende`
    const page = await browser.get(here)
    expect(page.text).toContain('Kommune hat bereits einen Platz')
    expect(page.text).toContain('Wartend 1')
    expect((await browser.get(`${here}?sicht=wartend`)).text).not.toContain('Gast 0')
    expect((await browser.get(`${here}?name=gast+1`)).text).toContain('Gast 1')
    expect((await browser.get(`${here}?name=nobody`)).text).toContain('Niemand passt dazu')
    expect((await browser.get(`/kursverwaltung/${desk.event}`)).text).toContain('Ein Platz.')
  })

  test('a guest is added by the organizer, twice is told', async ({ house }) => {
    const desk = await Desk.open(house)
    const browser = await house.signedIn(guide)
    const here = `/kursverwaltung/${desk.event}/teilnehmende`
    await browser.get(here)
    const guest = { who: 'guest', guestName: 'Rita Rad', guestEmail: 'rita@beispiel.example', organizationId: '' }
    expect((await browser.post(here, guest)).text).toContain('der Platz ist bestätigt')
    const again = await browser.post(here, guest)
    expect(again.status).toBe(422)
    expect(again.text).toContain('Die Anmeldung gibt es schon')
    const wrong = await browser.post(here, { ...guest, guestEmail: 'rita' })
    expect(wrong.text).toContain('Das ist keine E-Mail-Adresse')
  })

  test('one is cancelled with a reason, which stands in the history, and the next moves up', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1, promotion: 'automatic' })
    const [first, second] = await desk.guests(0, 2)
    const browser = await house.signedIn(guide)
    const person = `/kursverwaltung/${desk.event}/teilnehmende/${first?.id}`
    await browser.get(person)
    const page = await browser.post(`${person}/abmeldung`, { reason: 'Hat angerufen' })
    expect(page.text).toContain('Hat angerufen')
    expect((await desk.place(second?.id ?? '')).state).toBe('confirmed')
  })

  test('one is approved, another refused with a reason, which must be given', async ({ house }) => {
    const desk = await Desk.open(house, { needsApproval: true })
    const nele = await house.as(elbaue)
    const { body } = await nele.post<Place>(`/events/${desk.event}/registrations`, {})
    const browser = await house.signedIn(guide)
    const person = `/kursverwaltung/${desk.event}/teilnehmende/${body.id}`
    expect((await browser.get(person)).text).toContain('Zulassen')
    expect((await browser.get('/kursverwaltung')).status).toBe(200)
    const without = await browser.post(`${person}/zulassung`, { entscheidung: 'ablehnen', reason: '' })
    expect(without.text).toContain('Bitte nennen Sie den Grund')
    await browser.post(`${person}/zulassung`, { entscheidung: 'zulassen', reason: '' })
    expect((await desk.place(body.id)).state).toBe('confirmed')
  })

  test('the rest of the list goes into the next run in its order, as the page said before', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1, kind: 'course' })
    await desk.guests(0, 4)
    const browser = await house.signedIn(guide)
    const next = await browser.post(`/kursverwaltung/${desk.event}/naechster`, { how: 'run', firstDay: '2028-01-10' })
    const target = idIn(next)
    await desk.api.patch(`/events/${target}`, { published: true })
    const page = await browser.get(`/kursverwaltung/${desk.event}/uebertrag`)
    expect(page.text).toMatch(/3 Personen werden.*Gast 1.*Gast 2.*Gast 3/)
    const done = await browser.post(`/kursverwaltung/${desk.event}/uebertrag`, { eventId: target })
    expect(done.text).toContain('3 Anmeldungen sind übernommen')
    expect((await browser.get(`/kursverwaltung/${desk.event}/uebertrag`)).text).toContain('Es wartet niemand')
  })
})

describe('words to a group', () => {
  const mailsOf = (house: TestHouse, subject: string) =>
    asOwner(house, async (db) => {
      const { rows } = await sql<{ email: string }>`
        select m.recipient_email as email from mail.message m where m.data ->> 'betreff' = ${subject} order by 1`.execute(
        db,
      )
      return rows.map(({ email }) => email)
    })

  test('go to each person alone, after a preview with their number', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 3 })
    await desk.guests(0, 4)
    await (await house.as(elbaue)).post(`/events/${desk.event}/registrations`, {})
    const browser = await house.signedIn(guide)
    const here = `/kursverwaltung/${desk.event}/mails`
    const mail = { audience: 'everybody', subject: 'Anderer Saal', text: 'Bürgersaal, erster Stock.' }
    await browser.get(here)
    const preview = await browser.post(here, mail)
    expect(preview.text).toContain('An 5 Personen verschicken')
    expect(await mailsOf(house, 'Anderer Saal')).toEqual([])
    expect((await browser.post(here, { ...mail, schritt: 'senden' })).text).toContain('Verschickt')
    expect(await mailsOf(house, 'Anderer Saal')).toHaveLength(5)
    const { body } = await desk.api.get<{ items: { recipients: number }[] }>(`/events/${desk.event}/mails`)
    expect(body.items).toMatchObject([{ recipients: 5, subject: 'Anderer Saal' }])
  })

  test('to nobody are refused', async ({ house }) => {
    const desk = await Desk.open(house)
    const mail = { audience: 'absent', subject: 'Gefehlt', text: 'Schade.' }
    expect((await desk.api.post(`/events/${desk.event}/mails`, mail)).status).toBe(422)
  })
})

describe('a link for guests', () => {
  test('is shown once, counts, and ends', async ({ house }) => {
    const desk = await Desk.open(house)
    const made = await desk.api.post<{ id: string; url: string }>(`/events/${desk.event}/invitations`, { uses: 1 })
    expect(made.status).toBe(201)
    expect(made.body.url).toContain('/kurseinladungen/')
    const list = await desk.api.get(`/events/${desk.event}/invitations`)
    expect(list.text).not.toContain(made.body.url.split('/').at(-1))
    const browser = await house.signedIn(guide)
    expect((await browser.get(`/kursverwaltung/${desk.event}/einladungen`)).text).toContain('1 mal')
    expect((await desk.api.call('DELETE', `/events/${desk.event}/invitations/${made.body.id}`)).status).toBe(200)
    expect((await desk.api.call('DELETE', `/events/${desk.event}/invitations/${made.body.id}`)).status).toBe(404)
    const past = { expiresAt: '2020-01-01T00:00:00Z' }
    expect((await desk.api.post(`/events/${desk.event}/invitations`, past)).status).toBe(422)
  })
})

describe('what is made of it', () => {
  test('lists, badges and tables open as files', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 20 })
    await desk.guests(0, 12)
    const pdf = (name: string) => desk.api.download(`/events/${desk.event}/${name}`)
    expect(Buffer.from((await pdf('participants.pdf')).slice(0, 5)).toString()).toBe('%PDF-')
    expect(Buffer.from((await pdf('badges.pdf')).slice(0, 5)).toString()).toBe('%PDF-')
    expect(Buffer.from((await pdf('participants.xlsx')).slice(0, 2)).toString()).toBe('PK')
  })

  test('the statistics name first who never got a seat', async ({ house }) => {
    const [one, two] = await municipalities(house, 2)
    const startsAt = '2029-05-05T08:00:00Z'
    const desk = await Desk.open(house, {
      capacity: 1,
      dates: [{ startsAt, endsAt: '2029-05-05T10:00:00Z', place: 'Musterstadt' }],
    })
    await desk.guest(1, one)
    await desk.guest(2, two)
    const { body } = await desk.api.get<{ events: number; items: { organizationId: string; seats: number }[] }>(
      '/event-statistics?from=2029-01-01&until=2029-12-31',
    )
    expect(body).toMatchObject({
      events: 1,
      items: [
        { organizationId: two, registrations: 1, seats: 0 },
        { organizationId: one, registrations: 1, seats: 1 },
      ],
    })
    const browser = await house.signedIn(guide)
    const page = await browser.get('/kursverwaltung/auswertung?von=2029-01-01&bis=2029-12-31')
    expect(page.text).toContain('noch kein Platz')
    expect((await desk.api.get('/event-statistics?from=2029-12-31&until=2029-01-01')).status).toBe(422)
  })
})

describe('what goes with an event', () => {
  test('links and files are kept for those with a seat, and go again', async ({ house }) => {
    const desk = await Desk.open(house)
    const nele = await house.as(elbaue)
    const here = `/events/${desk.event}/materials`
    const seen = async (): Promise<string[]> =>
      (await nele.get<{ items: { title: string }[] }>(here)).body.items.map(({ title }) => title)
    const link = { title: 'Folien', url: 'https://beispiel.example/folien' }
    expect((await desk.api.post(here, link)).status).toBe(201)
    const open = { title: 'Programm', url: 'https://beispiel.example/programm', forEverybody: true }
    expect((await desk.api.post(here, open)).status).toBe(201)
    expect(await seen()).toEqual(['Programm'])
    await nele.post(`/events/${desk.event}/registrations`, {})
    expect(await seen()).toEqual(['Folien', 'Programm'])
    const browser = await house.signedIn(guide)
    const page = `/kursverwaltung/${desk.event}/unterlagen`
    await browser.get(page)
    const kept = await browser.upload(page, '%PDF-1.7\nProbe', 'aufgabe.pdf', { title: 'Aufgabe' })
    expect(kept.text).toContain('Die Unterlage ist gespeichert')
    const { body } = await nele.get<{ items: { id: string; fileName: string | null }[] }>(here)
    const file = body.items.find(({ fileName }) => fileName === 'aufgabe.pdf')
    const reader = await house.signedIn(elbaue)
    expect((await reader.get(`/kurse/${desk.event}/unterlagen/${file?.id}`)).status).toBe(200)
    const stranger = await house.signedIn(hvb)
    expect((await stranger.get(`/kurse/${desk.event}/unterlagen/${file?.id}`)).status).toBe(404)
    expect((await browser.upload(page, '', '', { title: 'Nichts' })).text).toContain('eine Datei wählen')
    await browser.post(`${page}/${file?.id}/ende`, {})
    expect(await seen()).toEqual(['Folien', 'Programm'])
    expect((await nele.post(here, link)).status).toBe(403)
  })
})

test('the desk is closed to municipalities', async ({ house }) => {
  const desk = await Desk.open(house)
  const browser = await house.signedIn(hvb)
  for (const path of ['', '/teilnehmende', '/plaetze', '/mails', '/liste.pdf'])
    expect((await browser.get(`/kursverwaltung/${desk.event}${path}`)).status).toBe(403)
  expect((await browser.get('/kursverwaltung')).status).toBe(403)
})
