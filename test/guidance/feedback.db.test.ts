// Feedback: nothing below five, nobody twice, and no row that says who.
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, test, type TestHouse } from '../harness/house.ts'
import { Desk, guide as lotse, type Place } from './desk.ts'

interface Results {
  number: number
  shown: {
    useful: string | null
    recommend: string | null
    pace: { label: string; text: string | null }[]
    liked: string[]
    missing: string[]
  } | null
}

const fine = { useful: 4, pace: 'right', recommend: true, liked: '', missing: '' }

/** A day that is over, with so many guests who each have their link. */
async function over(house: TestHouse, guests: number) {
  const start = house.clock.now()
  const dates = [{ startsAt: start.add({ hours: 24 }).toString(), endsAt: start.add({ hours: 28 }).toString() }]
  const desk = await Desk.open(house, { title: 'Datenschutz kompakt', capacity: null, dates })
  const places = await desk.guests(0, guests)
  const secrets: string[] = []
  for (const { id } of places) secrets.push(await desk.secretFor(id, 'guest'))
  const say = (at: number, more: object = {}) =>
    house.stranger.post(`/events/${desk.event}/feedback`, { ...fine, ...more, guestToken: secrets[at] })
  const results = async () => (await desk.api.get<Results>(`/events/${desk.event}/feedback`)).body
  return { desk, start, places, secrets, say, results, end: start.add({ hours: 28 }) }
}

describe('feedback', () => {
  test('of four shows nothing, of five it does', async ({ house }) => {
    const { start, end, say, results } = await over(house, 5)
    house.clock.set(end)
    for (let at = 0; at < 4; at += 1) {
      expect((await say(at, { liked: `Beispiel ${at}` })).status).toBe(201)
      expect(await results()).toEqual({ number: at + 1, shown: null })
    }
    await say(4, { recommend: false, liked: 'Ablauf' })
    const { number, shown } = await results()
    expect(number).toBe(5)
    expect(shown?.liked).toEqual(['Ablauf', 'Beispiel 0', 'Beispiel 1', 'Beispiel 2', 'Beispiel 3'])
    expect(shown?.missing).toEqual([])
    expect(shown?.useful).toBe('etwa 4 von 5')
    house.clock.set(start)
  })

  test('hides cells of fewer than five, and those that would give them away', async ({ house }) => {
    const { start, end, say, results } = await over(house, 17)
    house.clock.set(end)
    for (let at = 0; at < 17; at += 1)
      await say(at, { pace: at < 3 ? 'slow' : at < 9 ? 'right' : 'fast', recommend: at % 4 !== 0 })
    const { shown } = await results()
    expect(shown?.pace).toEqual([
      { label: 'zu langsam', text: null },
      { label: 'richtig', text: null },
      { label: 'zu schnell', text: '8' },
    ])
    expect(shown?.recommend).toBe('etwa 70\u00a0%')
    house.clock.set(start)
  })

  test('where all agree the share is not shown: it would be known of each', async ({ house }) => {
    const { start, end, say, results } = await over(house, 6)
    house.clock.set(end)
    for (let at = 0; at < 6; at += 1) await say(at)
    expect((await results()).shown?.recommend).toBeNull()
    house.clock.set(start)
  })

  test('is refused before the first date is over, twice, without a seat, and of nonsense', async ({ house }) => {
    const { desk, start, end, secrets, places, say } = await over(house, 2)
    expect((await say(0)).text).toContain('nach dem ersten Termin')
    house.clock.set(end)
    expect((await say(0)).status).toBe(201)
    expect((await say(0, { useful: 1 })).text).toContain('schon eine Rückmeldung')
    expect((await say(1, { useful: 6 })).status).toBe(422)
    expect((await say(1, { pace: 'quer' })).status).toBe(422)
    await desk.leave(places[1]?.id ?? '')
    expect((await say(1)).text).toContain('bestätigten Platz')
    const other = await Desk.open(house, {
      dates: [{ startsAt: start.toString(), endsAt: start.add({ hours: 1 }).toString() }],
    })
    const elsewhere = await house.stranger.post(`/events/${other.event}/feedback`, { ...fine, guestToken: secrets[0] })
    expect(elsewhere.text).toContain('bestätigten Platz')
    expect((await house.stranger.post(`/events/${desk.event}/feedback`, fine)).text).toContain('bestätigten Platz')
    expect((await (await house.as(elbaue)).post(`/events/${desk.event}/feedback`, fine)).status).toBe(422)
    house.clock.set(start)
  })

  test('says nowhere who said what or when', async ({ house }) => {
    const { desk, start, end, say } = await over(house, 1)
    house.clock.set(end)
    await say(0, { liked: 'Nur dies' })
    const columns = await asOwner(house, async (db) => {
      const { rows } = await sql<{ name: string }>`
        select column_name as name from information_schema.columns
         where table_schema = 'guidance' and table_name = 'feedback' order by 1`.execute(db)
      return rows.map(({ name }) => name)
    })
    expect(columns).toEqual(['answers', 'event_id', 'id'])
    const kept = await asOwner(house, async (db) => {
      const { rows } = await sql<{ answers: object }>`
        select f.answers from guidance.feedback f where f.event_id = ${desk.event}::uuid`.execute(db)
      return rows
    })
    expect(kept).toEqual([{ answers: { ...fine, liked: 'Nur dies' } }])
    expect((await (await house.as(elbaue)).get(`/events/${desk.event}/feedback`)).status).toBe(403)
    house.clock.set(start)
  })

  test('is given by forms too: of a guest by the link, of somebody signed in', async ({ house }) => {
    const { desk, start, end, secrets } = await over(house, 1)
    const nele = await house.as(elbaue)
    await nele.post<Place>(`/events/${desk.event}/registrations`)
    house.clock.set(end)
    const form = { useful: '5', pace: 'right', recommend: 'ja', liked: '', missing: 'Mehr Zeit' }
    const guest = house.browser()
    const path = `/gastplaetze/${secrets[0] ?? ''}/rueckmeldung`
    expect((await guest.get(path)).text).toContain('Fünf Fragen, ohne Namen')
    const incomplete = await guest.post(path, { ...form, useful: '' })
    expect([incomplete.status, incomplete.text.includes('Bitte wählen Sie etwas aus')]).toEqual([422, true])
    expect(incomplete.html).toContain('Mehr Zeit')
    expect((await guest.post(path, form)).text).toContain('Danke, Ihre Rückmeldung ist angekommen')
    await guest.get(path)
    expect((await guest.post(path, form)).text).toContain('schon eine Rückmeldung')
    expect((await guest.get('/gastplaetze/niemals/rueckmeldung')).status).toBe(404)

    const own = await house.signedIn(elbaue)
    const address = `/kurse/${desk.event}/rueckmeldung`
    await own.get(address)
    expect((await own.post(address, form)).text).toContain('Danke')
    expect((await own.get(address)).text).toContain('Danke')
    const results = await (await house.signedIn(lotse)).get(`/kursverwaltung/${desk.event}/rueckmeldungen`)
    expect(results.text).toContain('Gezeigt wird ab 5 Rückmeldungen')
    expect(results.text).not.toContain('Mehr Zeit')
    house.clock.set(start)
  })
})
