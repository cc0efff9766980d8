// What a number of seats leads to: said before, and the same as what is done then.
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, test, type TestHouse } from '../harness/house.ts'
import { Desk, guide, municipalities, type Place } from './desk.ts'

interface Preview {
  taken: number
  free: number | null
  movingUp: { registrationId: string; name: string }[]
  unseated: { registrationId: string }[]
  message: string
}

const preview = async (desk: Desk, capacity: number | null, keepSeats = true): Promise<Preview> => {
  const { status, body, text } = await desk.api.get<Preview>(
    `/events/${desk.event}/capacity-preview?capacity=${capacity ?? 'unlimited'}&keepSeats=${String(keepSeats)}`,
  )
  if (status !== 200) throw new Error(text)
  return body
}

/** As if nobody had approved them: an organizer's own entries are approved at once. */
const unapprove = (house: TestHouse, ids: readonly string[]) =>
  asOwner(house, (db) =>
    sql`update guidance.registration r set approved_at = null where r.id = any (${[...ids]}::uuid[]) and r.state = 'waiting'`.execute(
      db,
    ),
  )

const rules = fc.record({
  capacity: fc.integer({ min: 0, max: 6 }),
  promotion: fc.constantFrom('offer', 'automatic'),
  share: fc.constantFrom(
    {},
    { perOrganization: 1 },
    { perOrganization: 2 },
    { populationQuota: [{ upTo: null, seats: 1 }] },
  ),
  guests: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 10 }),
  leaving: fc.array(fc.nat(9), { maxLength: 3 }),
  unapproved: fc.array(fc.nat(9), { maxLength: 3 }),
  changes: fc.array(
    fc.record({ capacity: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }), keepSeats: fc.boolean() }),
    { minLength: 1, maxLength: 4 },
  ),
})

const holds = ({ state }: Place): boolean => state === 'confirmed' || state === 'offered'

describe('the preview of a number of seats', () => {
  test(
    'names exactly those whom the change then seats and unseats, whatever came before',
    { timeout: 240_000 },
    async ({ house }) => {
      const ids = await municipalities(house, 4)
      await fc.assert(
        fc.asyncProperty(rules, async ({ capacity, promotion, share, guests, leaving, unapproved, changes }) => {
          const desk = await Desk.open(house, { capacity, promotion, ...share })
          const places: Place[] = []
          for (const [at, town] of guests.entries()) places.push((await desk.guest(at, ids[town])).body)
          await unapprove(
            house,
            unapproved.flatMap((at) => places[at]?.id ?? []),
          )
          for (const at of new Set(leaving)) if (places[at]) await desk.leave(places[at].id)
          for (const change of changes) {
            const before = new Map((await desk.places()).map((place) => [place.id, place]))
            const said = await preview(desk, change.capacity, change.keepSeats)
            await desk.change(change)
            const after = await desk.places()
            const seated = after.filter((place) => holds(place) && before.get(place.id)?.state === 'waiting')
            const unseated = after.filter(({ id, state }) => state === 'waiting' && holds(before.get(id) as Place))
            expect(said.movingUp.map(({ registrationId }) => registrationId).toSorted()).toEqual(
              seated.map(({ id }) => id).toSorted(),
            )
            expect(said.unseated.map(({ registrationId }) => registrationId).toSorted()).toEqual(
              unseated.map(({ id }) => id).toSorted(),
            )
            expect(said.taken).toBe(after.filter(holds).length)
            // The last one named stands first.
            const ranks = said.unseated.map(({ registrationId }) => after.find(({ id }) => id === registrationId)?.rank)
            expect(ranks).toEqual(ranks.toSorted((a, b) => (b ?? 0) - (a ?? 0)))
          }
          expect(await desk.faults()).toEqual([])
        }),
        { numRuns: 30 },
      )
    },
  )

  test('says which seats stay free, and why', async ({ house }) => {
    const [town] = await municipalities(house, 1)
    const desk = await Desk.open(house, { capacity: 1, perOrganization: 1 })
    await desk.guests(0, 3, () => town ?? '')
    expect(await preview(desk, 3)).toMatchObject({
      taken: 1,
      free: 2,
      movingUp: [],
      message: '2 Plätze bleiben frei: 2 Wartende kommen aus Kommunen, die ihren Anteil schon haben.',
    })
  })

  test('is the organizer’s, and changes nothing', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1 })
    await desk.guests(0, 3)
    expect((await preview(desk, 2)).movingUp.map(({ name }) => name)).toEqual(['Gast 1'])
    expect(await desk.read()).toMatchObject({ capacity: 1, confirmed: 1, waiting: 2 })
    const stranger = await (await house.as(elbaue)).get(`/events/${desk.event}/capacity-preview?capacity=2`)
    expect(stranger.status).toBe(403)
    expect((await desk.api.get(`/events/${desk.event}/capacity-preview?capacity=viele`)).status).toBe(422)
  })

  test('stands on the page with both choices and their names before the deed', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 3 })
    await desk.guests(0, 3)
    const browser = await house.signedIn(guide)
    const page = await browser.get(`/kursverwaltung/${desk.event}/plaetze?plaetze=2`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Alle behalten ihren Platz')
    expect(page.text).toContain('Gast 2')
    expect(page.text).not.toContain('Gast 0')
    const done = await browser.post(`/kursverwaltung/${desk.event}/plaetze`, {
      plaetze: '2',
      behalten: 'nein',
      version: String((await desk.read()).version),
    })
    expect(done.url).toBe(`/kursverwaltung/${desk.event}/teilnehmende`)
    expect(await desk.read()).toMatchObject({ capacity: 2, confirmed: 2, waiting: 1 })
  })
})
