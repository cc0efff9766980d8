// Dates and documents of a workbook are those of the roads: seen where all others are, decided about in the portal, and written once.
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { describe, expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import type { AppointmentJson } from '../appointments/cast.ts'
import { everything, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { documents, roadOf } from '../participation/cast.ts'
import { type Book, bookOf, exported, programmeNamed, type Row, send } from './workbooks.ts'

const small = 'Gemeinde Kleinweiler'
const auental = 'isb@auental.example'

const security = async (house: TestHouse) => {
  const torsten = await house.as(manager)
  const programmeId = await programmeNamed(torsten, 'sicherkommunal')
  return {
    torsten,
    programmeId,
    load: async (book: Book, dryRun = false) => (await send(torsten, book, { programmeId, dryRun })).body,
  }
}

const day = (house: TestHouse, days: number): string => {
  const at = house.clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days })
  return at.toLocaleString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' })
}

const dates = (...rows: Row[]): Book => ({ Termine: rows.map((row) => ({ Name: small, ...row })) })

const booked = (house: TestHouse): Book =>
  dates(
    { Termin: 'Vor-Ort-Termin', Datum: day(house, 20), Beginn: '9:00', Ende: '15 Uhr', Ort: 'Gemeindeamt' },
    { Termin: 'Abstimmung', Datum: day(house, 25), Beginn: '10:00', Ort: 'Raum 1', Zustand: 'vorgeschlagen' },
    {
      Termin: 'Abstimmung',
      Datum: day(house, 26),
      Beginn: '10:00',
      Ort: 'https://video.example/a',
      Zustand: 'angefragt',
    },
    {
      Termin: 'Nachtschicht',
      Datum: day(house, 27),
      Beginn: '22:00',
      Ende: '02:00 (Folgetag)',
      Schritt: 'Anderer Anlass',
    },
    { Termin: 'Erstgespräch', Datum: day(house, -100), Beginn: '08:00', Zustand: 'abgesagt' },
    { Name: 'Gemeinde Auental', Termin: 'Auftakt', Datum: day(house, -300) },
  )

const appointmentsOf = async (house: TestHouse, email: string) =>
  (
    await (
      await house.as(email)
    ).get<{ items: (AppointmentJson & { title: string; endsAt: string | null })[] }>('/appointments')
  ).body.items

const told = (house: TestHouse) =>
  asOwner(house, async (db) => {
    const { rows } = await sql<{ mails: number; jobs: number; records: number }>`
      select (select count(*)::integer from mail.message) as mails, (select count(*)::integer from jobs.job) as jobs,
             (select count(*)::integer from audit.entry where event in ('appointment.broughtIn', 'document.broughtIn')) as records`.execute(
      db,
    )
    return rows[0] ?? { mails: -1, jobs: -1, records: -1 }
  })

describe('appointments of a workbook', () => {
  test('stand where all appointments of the road stand, decided by day, word and road; nobody gets a mail', async ({
    house,
  }) => {
    const { load } = await security(house)
    const before = await told(house)
    const done = await load(booked(house))
    expect(done.refused).toEqual([])
    expect(done.brings).toMatchObject({ appointments: 6 })
    expect(await told(house)).toEqual({ ...before, records: before.records + 1 })

    const own = await appointmentsOf(house, everything)
    const named = (title: string) => own.find((one) => one.title === title)
    expect(named('Vor-Ort-Termin')).toMatchObject({ state: 'confirmed', step: 'onSite', place: 'Gemeindeamt' })
    expect(named('Abstimmung')).toMatchObject({ state: 'proposed', step: 'other' })
    expect(named('Abstimmung')?.proposals).toMatchObject([{ place: 'Raum 1' }, { videoUrl: 'https://video.example/a' }])
    expect(named('Erstgespräch')).toMatchObject({ state: 'cancelled' })
    const night = named('Nachtschicht')
    expect(
      Temporal.Instant.from(night?.startsAt ?? '')
        .until(night?.endsAt ?? '')
        .total('hours'),
    ).toBe(4)
    expect((await appointmentsOf(house, auental)).find(({ title }) => title === 'Auftakt')).toMatchObject({
      state: 'held',
      step: 'kickoff',
    })

    const page = await (
      await house.signedIn(everything)
    ).get(`/teilnahmen/${(await roadOf(house, everything)).id}/termine`)
    expect(page.text).toContain('Vor-Ort-Termin')
    expect(page.text).toContain('2 Vorschläge')
    const other = await (await house.signedIn(auental)).get(`/teilnahmen/${(await roadOf(house, auental)).id}/termine`)
    expect(other.text).toContain(`${day(house, -300)}, ganztägig`)
  })

  test('come in once: the same workbook again, and what went out, change nothing', async ({ house }) => {
    const { torsten, programmeId, load } = await security(house)
    const before = await told(house)
    expect(await load(booked(house))).toMatchObject({ rows: [], refused: [], changed: 0, brings: { appointments: 0 } })
    const file = await torsten.download(`/programmes/${programmeId}/export.xlsx`)
    expect((await send(torsten, file, { programmeId })).body).toMatchObject({ rows: [], refused: [], changed: 0 })
    expect(await told(house)).toEqual(before)
    const out = (bookOf(await exported(torsten, programmeId))['Termine'] ?? []).filter(({ Name }) => Name === small)
    expect(out.find(({ Termin }) => Termin === 'Nachtschicht')).toMatchObject({
      Beginn: '22:00',
      Ende: '02:00 (Folgetag)',
      Schritt: 'Anderer Anlass',
      Zustand: 'bestätigt',
    })
    expect(out.filter(({ Termin }) => Termin === 'Abstimmung')).toMatchObject([
      { Ende: '11:00', Ort: 'Raum 1', Zustand: 'vorgeschlagen' },
      { Ort: 'https://video.example/a' },
    ])
  })

  test('are told anew by a further workbook as long as nobody has decided in the portal', async ({ house }) => {
    const { load } = await security(house)
    const moved = dates({
      Termin: 'Vor-Ort-Termin',
      Datum: day(house, 20),
      Beginn: '9:00',
      Ende: '14:00',
      Ort: 'Schule',
    })
    expect((await load(moved)).rows[0]?.changes).toMatchObject([
      { before: 'bestätigt, bis 15:00 Uhr, Gemeindeamt', after: 'bestätigt, bis 14:00 Uhr, Schule' },
    ])
    expect((await appointmentsOf(house, everything)).find(({ title }) => title === 'Vor-Ort-Termin')).toMatchObject({
      place: 'Schule',
      state: 'confirmed',
    })

    const offer = (await appointmentsOf(house, everything)).find(({ title }) => title === 'Abstimmung')
    const kleinweiler = await house.as(everything)
    const chosen = await kleinweiler.post(`/appointments/${offer?.id}/confirmation`, {
      proposalId: offer?.proposals[0]?.id,
    })
    expect(chosen.status).toBe(200)
    const late = dates({ Termin: 'Abstimmung', Datum: day(house, 25), Beginn: '10:00', Zustand: 'abgesagt' })
    const stopped = await load(late)
    expect(stopped).toMatchObject({ changed: 0, refused: [], brings: { appointments: 0 } })
    expect(stopped.rows[0]?.notes[0]).toMatch(/bleibt, wie er im Portal steht: bestätigt, bis 11:00 Uhr, Raum 1/)
    expect((await appointmentsOf(house, everything)).find(({ id }) => id === offer?.id)?.state).toBe('confirmed')
  })

  test('are refused at the cell that is wrong, with the reason', async ({ house }) => {
    const { load } = await security(house)
    const faultsOf = async (...rows: Row[]) =>
      (await load(dates(...rows.map((row) => ({ Termin: 'Probe', ...row }))), true)).refused.map(
        ({ column, row, message }) => `${column}${row} ${message}`,
      )
    const soon = day(house, 30)
    expect(await faultsOf({ Datum: soon, Schritt: 'Mondlandung' })).toEqual([
      expect.stringMatching(/^D2 .*kein Wort der Liste. Möglich ist: .*Anderer Anlass/),
    ])
    expect(await faultsOf({ Datum: soon, Zustand: 'durchgeführt' })).toEqual([
      expect.stringMatching(/^D2 .*nicht mehr vor uns/),
    ])
    expect(await faultsOf({ Datum: day(house, -3), Ort: 'Rathaus', Zustand: 'vorgeschlagen' })).toEqual([
      expect.stringMatching(/^E2 Dieser Tag ist vorbei/),
    ])
    expect(await faultsOf({ Datum: soon, Zustand: 'vorgeschlagen' })).toEqual([
      expect.stringMatching(/^D2 .*gehört ein Ort/),
    ])
    expect(await faultsOf({ Datum: soon, Ende: '12:00' })).toEqual([
      expect.stringMatching(/^D2 Zu einem Ende gehört ein Beginn/),
    ])
    expect(await faultsOf({ Datum: soon, Beginn: '12:00', Ende: '9:00' })).toEqual([
      expect.stringMatching(/^E2 Der Termin endet, bevor er beginnt/),
    ])
    expect(await faultsOf({ Datum: soon, Beginn: '06:00', Ende: '23:00' })).toEqual([
      expect.stringMatching(/höchstens 14 Stunden/),
    ])
    expect(await faultsOf({ Datum: '29.03.2026', Beginn: '02:30' })).toEqual([
      expect.stringMatching(/^D2 02:30 Uhr gibt es .* nicht/),
    ])
    expect(await faultsOf({ Datum: day(house, 900) })).toEqual([expect.stringMatching(/^C2 .*zwei Jahre voraus/)])
    expect(await faultsOf({ Name: 'Stadt Ungenannt', Datum: soon })).toEqual([
      expect.stringMatching(/^A2 .*kennt das Verzeichnis nicht/),
    ])
  })

  test('that contradict each other are refused: one row decides about a date that another still offers', async ({
    house,
  }) => {
    const { load } = await security(house)
    const offer = (days: number, Zustand: string) => ({
      Termin: 'Wahl',
      Datum: day(house, days),
      Beginn: '9:00',
      Ort: 'A',
      Zustand,
    })
    await load(dates(offer(40, 'vorgeschlagen'), offer(41, 'vorgeschlagen')))
    const { refused } = await load(dates(offer(40, 'vorgeschlagen'), offer(41, 'bestätigt')), true)
    expect(refused).toMatchObject([{ row: 3, value: 'bestätigt' }])
    expect(refused[0]?.message).toMatch(/Zeile 2 nennt eine andere Zeit für denselben Termin/)
    expect(await load(dates(offer(41, 'bestätigt')))).toMatchObject({ refused: [], changed: 1 })
    expect((await appointmentsOf(house, everything)).filter(({ title }) => title === 'Wahl')).toMatchObject([
      { state: 'confirmed', proposals: [] },
    ])
    expect((await load(dates(offer(41, 'vorgeschlagen')), true)).refused[0]?.message).toMatch(/schon bestätigt/)
  })
})

const papers = (row: Row): Book => ({ Unterlagen: [{ Name: small, ...row }] })

describe('documents of a workbook', () => {
  test('stand where all documents of the road stand, once, and say where they come from', async ({ house }) => {
    const { load } = await security(house)
    const before = await told(house)
    const book = papers({ 'Richtlinien und Dienstanweisungen': 'liegt vor', Netzplan: 'liegt vor' })
    const done = await load(book)
    expect(done).toMatchObject({ refused: [], brings: { documents: 1 } })
    expect(done.rows[0]?.changes).toEqual([
      { field: 'Unterlage Richtlinien und Dienstanweisungen', before: 'fehlt', after: 'liegt vor' },
    ])
    expect(await told(house)).toEqual({ ...before, records: before.records + 1 })
    expect(await load(book)).toMatchObject({ rows: [], refused: [], changed: 0 })
    expect(await told(house)).toEqual({ ...before, records: before.records + 1 })
    const road = await roadOf(house, everything)
    const rules = (await documents(house, everything, road.id)).find(({ key }) => key === 'rules')
    expect(rules).toMatchObject({ state: 'received', version: 1, files: [] })
    const browser = await house.signedIn(everything)
    expect((await browser.get(`/teilnahmen/${road.id}/unterlagen`)).text).toContain('laut Liste des Verbunds vom')
    expect((await browser.get(`/teilnahmen/${road.id}/unterlagen/${rules?.id}`)).text).toContain('Liegt doch nicht vor')
  })

  test('that somebody has spoken about in the portal stay, and the workbook says so', async ({ house }) => {
    const { torsten, programmeId, load } = await security(house)
    const stayed = await load(papers({ Netzplan: 'fehlt', 'Leitlinie zur Informationssicherheit': 'geprüft' }))
    expect(stayed).toMatchObject({ refused: [], changed: 0, brings: { documents: 0 } })
    expect(stayed.rows[0]?.notes).toEqual([
      'Unterlage „Leitlinie zur Informationssicherheit“ bleibt, wie sie im Portal steht: liegt vor.',
      'Unterlage „Netzplan“ bleibt, wie sie im Portal steht: liegt vor.',
    ])

    const road = await roadOf(house, everything)
    const rules = (await documents(house, everything, road.id)).find(({ key }) => key === 'rules')
    const browser = await house.signedIn(everything)
    const path = `/teilnahmen/${road.id}/unterlagen/${rules?.id}`
    await browser.get(path)
    await browser.post(`${path}/stand`, { state: 'missing', version: '1' })
    expect((await documents(house, everything, road.id)).find(({ key }) => key === 'rules')).toMatchObject({
      state: 'missing',
    })
    const again = await load(papers({ 'Richtlinien und Dienstanweisungen': 'liegt vor' }))
    expect(again.rows[0]?.notes[0]).toMatch(/bleibt, wie sie im Portal steht: fehlt/)

    const out = (bookOf(await exported(torsten, programmeId))['Unterlagen'] ?? []).find(({ Name }) => Name === small)
    expect(out).toMatchObject({ 'Richtlinien und Dienstanweisungen': 'fehlt', Netzplan: 'liegt vor' })
  })

  test('are refused where the word is none, or the municipality takes no part', async ({ house }) => {
    const { load } = await security(house)
    expect((await load(papers({ Netzplan: 'vielleicht' }), true)).refused).toMatchObject([
      { sheet: 'Unterlagen', row: 2, column: 'B', value: 'vielleicht' },
    ])
    const { refused } = await load({ Unterlagen: [{ Name: 'Landkreis Anhalt-Muster', Netzplan: 'liegt vor' }] }, true)
    expect(refused[0]?.message).toMatch(/nimmt nicht teil|kennt das Verzeichnis nicht/)
  })

  test('are told by who leads the programme only, and never against what was said in the portal', async ({ house }) => {
    const { programmeId } = await security(house)
    const jana = await house.as(isb)
    expect((await send(jana, papers({ Netzplan: 'fehlt' }), { programmeId })).status).toBe(403)
  })
})
