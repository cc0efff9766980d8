// Certificates: who gets one, what its number says to whoever asks, and the paper.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { hasProgram, needsProgram } from '../fixtures/programs.ts'
import { elbaue, hvb, test, type TestHouse } from '../harness/house.ts'
import { mailsTo } from '../harness/mails.ts'
import { Desk, type EventBody, guide as lotse, type Place } from './desk.ts'

interface Certificate {
  id: string
  number: string
  state: string
  text: string
  holderName: string
  registrationId: string
  percent: number
  replacedBy: string | null
}
interface Issued {
  issued: number
  replaced: number
  items: Certificate[]
}

/** A course of two days that are over; 50 % are enough. */
async function held(house: TestHouse, more: Record<string, unknown> = {}) {
  const start = house.clock.now()
  const dates = [24, 48].map((hours) => ({
    startsAt: start.add({ hours }).toString(),
    endsAt: start.add({ hours: hours + 7 }).toString(),
    place: 'Musterstadt',
    topic: 'Ämter, Öffnung & größere Überblicke',
  }))
  const desk = await Desk.open(house, {
    title: 'Grundlagen für Bürgerbüros',
    kind: 'course',
    capacity: null,
    passPercent: 50,
    outcomes: 'Abläufe prüfen\nÜbergaben klären',
    dates,
    ...more,
  })
  return { desk, start, dates: (await desk.read()).dates }
}

const attend = async (
  desk: Desk,
  date: EventBody['dates'][0] | undefined,
  ids: readonly string[],
  state = 'present',
) => {
  const entries = ids.map((registrationId) => ({ registrationId, state }))
  const { status, text } = await desk.api.put(`/events/${desk.event}/attendance`, { dateId: date?.id, entries })
  if (status !== 200) throw new Error(text)
}

const isAboutCertificate = ({ template }: { template: string }): boolean => template === 'events.certificate'

const issue = (desk: Desk, registrationId?: string) =>
  desk.api.post<Issued>(`/events/${desk.event}/certificates`, registrationId ? { registrationId } : {})

describe('issuing', () => {
  test('is for those who passed, and says why for the others', async ({ house }) => {
    const { desk, start, dates } = await held(house)
    const [anna, ben] = (await desk.guests(0, 2)) as [Place, Place]
    expect((await issue(desk)).text).toContain('Bestanden hat noch niemand')
    house.clock.set(start.add({ hours: 60 }))
    await attend(desk, dates[0], [anna.id])
    await attend(desk, dates[0], [ben.id], 'absent')
    const { body } = await issue(desk)
    expect([body.issued, body.replaced, body.items.length]).toEqual([1, 0, 1])
    expect(body.items[0]).toMatchObject({ holderName: 'Gast 0', state: 'valid', percent: 50 })
    expect(body.items[0]?.number).toMatch(/^LW-\d{4}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect((await issue(desk, ben.id)).text).toContain('Nötig sind 50')
    expect((await issue(desk, anna.id)).text).toContain('schon ein gültiges Zertifikat')
    expect((await issue(desk)).body).toMatchObject({ issued: 0, replaced: 0 })
    house.clock.set(start)
  })

  test('after a correction replaces the old one, which points to the new one', async ({ house }) => {
    const { desk, start, dates } = await held(house)
    const [anna] = (await desk.guests(0, 1)) as [Place]
    house.clock.set(start.add({ hours: 60 }))
    await attend(desk, dates[0], [anna.id])
    const old = (await issue(desk)).body.items[0]?.number ?? ''
    await attend(desk, dates[1], [anna.id])
    const again = await issue(desk, anna.id)
    expect(again.body).toMatchObject({ issued: 0, replaced: 1 })
    const next = again.body.items[0]?.number ?? ''
    expect(next).not.toBe(old)
    const check = async (number: string) => (await house.stranger.get<Certificate>(`/certificates/${number}`)).body
    expect(await check(old)).toMatchObject({
      state: 'replaced',
      replacedBy: next,
      text: `ersetzt durch ${next}`,
      percent: 50,
    })
    expect(await check(next)).toMatchObject({ state: 'valid', replacedBy: null, percent: 100 })
    expect((await house.browser().get(`/zertifikate/${old}`)).text).toContain(
      'Ersetzt: Es gibt eine berichtigte Fassung',
    )
    house.clock.set(start)
  })

  test('whoever has one is told: people where it lies, guests its number, and nobody twice', async ({ house }) => {
    const { desk, start, dates } = await held(house, { title: 'Mit Nachricht' })
    const [anna] = (await desk.guests(777, 778)) as [Place]
    const { body: own } = await (await house.as(elbaue)).post<Place>(`/events/${desk.event}/registrations`)
    house.clock.set(start.add({ hours: 60 }))
    await attend(desk, dates[0], [anna.id, own.id])
    const { body } = await issue(desk)
    await issue(desk)
    const number = body.items.find(({ registrationId }) => registrationId === anna.id)?.number
    const toGuest = (await mailsTo(house, 'gast777@beispiel.example')).filter(isAboutCertificate)
    expect(toGuest.map(({ data }) => data['link'])).toEqual([`/zertifikate/${number}`])
    const { body: inbox } = await (
      await house.as(elbaue)
    ).get<{ items: { title: string; url: string }[] }>('/notifications?limit=50')
    const told = inbox.items.filter(({ title }) => title === 'Ihr Zertifikat zu „Mit Nachricht“ liegt bereit')
    expect(told.map(({ url }) => url)).toEqual(['/anmeldungen'])
    house.clock.set(start)
  })

  test('what is withdrawn says so, and comes back by name only', async ({ house }) => {
    const { desk, start, dates } = await held(house)
    const [anna] = (await desk.guests(0, 1)) as [Place]
    house.clock.set(start.add({ hours: 60 }))
    await attend(desk, dates[0], [anna.id])
    const one = (await issue(desk)).body.items[0] as Certificate
    const revoke = (reason: string) => desk.api.post<Certificate>(`/certificates/${one.id}/revocation`, { reason })
    expect((await revoke('')).status).toBe(422)
    expect((await revoke('Verwechslung')).body).toMatchObject({ state: 'revoked' })
    expect((await revoke('Noch einmal')).status).toBe(422)
    const seen = await house.stranger.get(`/certificates/${one.number}`)
    expect(seen.text).toContain('zurückgezogen am')
    expect(seen.text).not.toContain('Verwechslung')
    expect((await issue(desk)).body).toMatchObject({ issued: 0, replaced: 0 })
    expect((await issue(desk, anna.id)).body).toMatchObject({ issued: 1 })
    expect((await house.stranger.get(`/certificates/${one.number}`)).text).toContain('zurückgezogen am')
    house.clock.set(start)
  })

  test('fifty at once have fifty numbers, and nobody has two valid ones', async ({ house }) => {
    const { desk, start, dates } = await held(house)
    const places = await desk.guests(0, 50)
    house.clock.set(start.add({ hours: 60 }))
    const ids = places.map(({ id }) => id)
    await attend(desk, dates[0], ids)
    const done = await Promise.all([...ids, ...ids.slice(0, 10)].map((id) => issue(desk, id)))
    expect(done.filter(({ status }) => status === 201)).toHaveLength(50)
    expect(done.filter(({ status }) => status === 422)).toHaveLength(10)
    const all = (await desk.api.get<Issued>(`/events/${desk.event}/certificates`)).body.items
    expect(new Set(all.map(({ number }) => number)).size).toBe(50)
    await attend(desk, dates[1], ids)
    await Promise.all(Array.from({ length: 5 }, () => issue(desk)))
    const after = (await desk.api.get<Issued>(`/events/${desk.event}/certificates`)).body.items
    expect(after.filter(({ state }) => state === 'valid')).toHaveLength(50)
    expect(after.filter(({ state }) => state === 'replaced')).toHaveLength(50)
    house.clock.set(start)
  })

  test('belongs to the organizer; the holder and their organization read it, others do not', async ({ house }) => {
    const { desk, start, dates } = await held(house)
    const nele = await house.as(elbaue)
    const { body: place } = await nele.post<Place>(`/events/${desk.event}/registrations`)
    house.clock.set(start.add({ hours: 60 }))
    await attend(desk, dates[0], [place.id])
    expect((await nele.post(`/events/${desk.event}/certificates`)).status).toBe(403)
    expect((await nele.get(`/events/${desk.event}/certificates`)).status).toBe(403)
    const one = (await issue(desk)).body.items[0] as Certificate
    expect((await nele.get<Issued>('/certificates')).body.items.map(({ number }) => number)).toContain(one.number)
    expect((await nele.post(`/certificates/${one.id}/revocation`, { reason: 'x' })).status).toBe(403)
    expect((await nele.get(`/certificates/${one.id}/certificate.pdf`)).status).toBe(200)
    const foreign = await house.as(hvb)
    expect((await foreign.get(`/certificates/${one.id}/certificate.pdf`)).status).toBe(404)
    expect((await house.stranger.get(`/certificates/${one.id}/certificate.pdf`)).status).toBe(401)
    house.clock.set(start)
  })

  test('fulfils what a later course asks for', async ({ house }) => {
    const { desk, start, dates } = await held(house)
    const nele = await house.as(elbaue)
    const { body: place } = await nele.post<Place>(`/events/${desk.event}/registrations`)
    const next = await Desk.open(house, { title: 'Aufbau', prerequisiteId: desk.event })
    const register = () => nele.post(`/events/${next.event}/registrations`)
    expect((await register()).status).toBe(422)
    house.clock.set(start.add({ hours: 60 }))
    await attend(desk, dates[0], [place.id])
    expect((await register()).status).toBe(422)
    await issue(desk)
    expect((await register()).status).toBe(201)
    house.clock.set(start)
  })
})

describe('a number', () => {
  test('is checked by anybody, however it is typed, as a page and as data', async ({ house }) => {
    const { desk, start, dates } = await held(house)
    const [anna] = (await desk.guests(0, 1)) as [Place]
    house.clock.set(start.add({ hours: 60 }))
    await attend(desk, dates[0], [anna.id])
    const { number } = (await issue(desk)).body.items[0] as Certificate
    const typed = number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    const browser = house.browser()
    const page = await browser.get(`/zertifikate?nummer=${encodeURIComponent(` ${typed} `)}`)
    expect(page.url).toBe(`/zertifikate/${number}`)
    expect(page.text).toContain('Gültig')
    expect(page.text).toContain('Gast 0')
    expect((await browser.get('/zertifikate?nummer=quatsch')).status).toBe(422)
    expect((await browser.get('/zertifikate/quatsch')).status).toBe(422)
    const unknown = await browser.get('/zertifikate/LW-2026-00000-00000')
    expect([unknown.status, unknown.text.includes('Unbekannt')]).toEqual([404, true])
    expect((await house.stranger.get('/certificates/LW-2026-00000-00000')).status).toBe(404)
    const data = async (wanted: string) => {
      const headers = { accept: 'application/json' }
      const response = await house.app.request(`http://127.0.0.1:3000/zertifikate/${wanted}`, { headers })
      expect(response.headers.get('content-type')).toContain('application/json')
      return (await response.json()) as Certificate
    }
    expect(await data(number)).toMatchObject({ number, state: 'valid', holderName: 'Gast 0' })
    expect(await data('LW-2026-00000-00000')).toMatchObject({ state: 'unknown' })
    house.clock.set(start)
  })
})

test('the desk shows who passed and why not, and issues without a script', async ({ house }) => {
  const { desk, start, dates } = await held(house)
  const [anna, ben] = (await desk.guests(0, 2)) as [Place, Place]
  house.clock.set(start.add({ hours: 60 }))
  await attend(desk, dates[0], [anna.id])
  await attend(desk, dates[0], [ben.id], 'absent')
  const browser = await house.signedIn(lotse)
  const path = `/kursverwaltung/${desk.event}/zertifikate`
  expect((await browser.get(path)).text).toContain('0 von 2 Terminen, 0 %: nicht bestanden')
  expect((await browser.post(path, {})).text).toContain('Ein Zertifikat ausgestellt.')
  const refused = await browser.post(path, { registration: ben.id })
  expect([refused.status, refused.text.includes('Nötig sind')]).toEqual([422, true])
  const id = /name="zertifikat" value="([^"]+)"/.exec(refused.html)?.[1] ?? ''
  expect((await browser.post(path, { zertifikat: id, reason: '' })).status).toBe(422)
  expect((await browser.post(path, { zertifikat: id, reason: 'Verwechslung' })).text).toContain('Zurückgezogen: LW-')
  house.clock.set(start)
})

const isHere = process.platform === 'linux' && process.arch === 'x64'

test('whoever has one finds it under the own places and at the course, beside the way to give feedback', async ({
  house,
}) => {
  const { desk, start, dates } = await held(house)
  const place = (await (await house.as(elbaue)).post<Place>(`/events/${desk.event}/registrations`)).body
  let browser = await house.signedIn(elbaue)
  const both = async () => [await browser.get('/anmeldungen'), await browser.get(`/kurse/${desk.event}`)]
  const [asks, leaves] = [`"/kurse/${desk.event}/rueckmeldung"`, `"/anmeldungen/${place.id}/abmeldung"`]
  for (const { html } of await both()) expect([html.includes(asks), html.includes(leaves)]).toEqual([false, true])
  house.clock.set(start.add({ hours: 60 }))
  browser = await house.signedIn(elbaue)
  await attend(desk, dates[0], [place.id])
  const { number = '' } = (await issue(desk)).body.items[0] ?? {}
  for (const { html } of await both())
    expect([html.includes(number), html.includes(asks), html.includes(leaves)]).toEqual([true, true, false])
  const units: number[] = []
  house.services.database.observe = (queries) => void units.push(queries - 2)
  await browser.get(`/kurse/${desk.event}`)
  house.services.database.observe = undefined
  expect(Math.max(...units)).toBeLessThanOrEqual(9)
  await browser.get(`/kurse/${desk.event}/rueckmeldung`)
  await browser.post(`/kurse/${desk.event}/rueckmeldung`, { useful: '4', pace: 'right', recommend: 'ja' })
  for (const { html, text } of await both()) {
    expect(text).toContain('Ihre Rückmeldung ist abgegeben.')
    expect(html).not.toContain(asks)
  }
  const other = await house.signedIn(hvb)
  for (const path of ['/anmeldungen', `/kurse/${desk.event}`]) {
    const { html } = await other.get(path)
    expect([html.includes(number), html.includes(asks)]).toEqual([false, false])
  }
  house.clock.set(start)
})

test.skipIf(!isHere || !hasProgram('pdfinfo') || !hasProgram('pdftotext'))(
  `the paper is one tagged page with its umlauts and its number (${needsProgram('pdfinfo', 'poppler-utils')}, Linux on x64)`,
  async ({ house }) => {
    const { desk, start, dates } = await held(house)
    const [anna] = (await desk.guests(0, 1)) as [Place]
    house.clock.set(start.add({ hours: 60 }))
    await attend(desk, dates[0], [anna.id])
    const one = (await issue(desk)).body.items[0] as Certificate
    const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-certificate-'))
    const look = async () => {
      const file = join(folder, 'zertifikat.pdf')
      writeFileSync(file, await desk.api.download(`/certificates/${one.id}/certificate.pdf`))
      const run = (program: string, ...args: string[]) =>
        execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' })
      return { info: run('pdfinfo', file), text: run('pdftotext', '-layout', file, '-').replaceAll('\u00ad', '') }
    }
    const { info, text } = await look()
    expect(info).toMatch(/Title: +Zertifikat: Grundlagen für Bürgerbüros, Gast 0[\s\S]*Tagged: +yes/)
    expect(info).toMatch(/Pages: +1\n/)
    for (const words of [one.number, 'Gast 0', 'Übergaben klären', 'größere Überblicke', 'Kommunalverbund'])
      expect(text).toContain(words)
    expect(text.replaceAll(/\s/g, '')).toContain(`/zertifikate/${one.number}`)
    await attend(desk, dates[1], [anna.id])
    await issue(desk)
    expect((await look()).text).toMatch(/Zertifikat \(ersetzt\)[\s\S]*ersetzt durch LW-/)
    house.clock.set(start)
  },
)
