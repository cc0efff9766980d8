// Who was there: the list, the code in the room, and what it is good for.
import { describe, expect } from 'vitest'
import { elbaue, test, type TestHouse } from '../harness/house.ts'
import { Desk, type EventBody, guide as lotse, type Place } from './desk.ts'

interface Sheet {
  items: { registrationId: string; name: string; attended: number; of: number; verdict: string | null; text: string }[]
}

/** A course of so many days, the first one tomorrow; two guests have a seat. */
export async function course(house: TestHouse, days: number, more: Record<string, unknown> = {}) {
  const first = house.clock.now().add({ hours: 24 })
  const dates = Array.from({ length: days }, (_, at) => ({
    startsAt: first.add({ hours: 24 * at }).toString(),
    endsAt: first.add({ hours: 24 * at + 3 }).toString(),
    place: 'Musterstadt',
  }))
  const desk = await Desk.open(house, {
    title: 'Blended',
    kind: 'course',
    capacity: 3,
    passPercent: 80,
    dates,
    ...more,
  })
  const places = await desk.guests(0, 2)
  return { desk, places, first, dates: (await desk.read()).dates }
}

const record = (desk: Desk, dateId: string, entries: unknown[]) =>
  desk.api.put<Sheet>(`/events/${desk.event}/attendance`, { dateId, entries })

const present = ({ id }: Place) => ({ registrationId: id, state: 'present' })

describe('the list', () => {
  test('five of six dates pass, four of six do not, and a correction counts (E8)', async ({ house }) => {
    const { desk, places, dates } = await course(house, 6)
    const [anna, ben] = places as [Place, Place]
    const start = house.clock.now()
    house.clock.set(start.add({ hours: 24 * 8 }))
    for (const [at, { id }] of dates.entries())
      await record(desk, id, [
        at < 5 ? present(anna) : { registrationId: anna.id, state: 'absent' },
        at < 4 ? present(ben) : { registrationId: ben.id, state: 'excused' },
      ])
    const text = async () =>
      (await desk.api.get<Sheet>(`/events/${desk.event}/attendance`)).body.items.map((one) => one.text)
    expect(await text()).toEqual([
      '5 von 6 Terminen, 83,3\u00a0%: bestanden',
      '4 von 6 Terminen, 66,7\u00a0%: nicht bestanden',
    ])
    await record(desk, dates[4]?.id ?? '', [{ registrationId: ben.id, state: 'excused', taskDone: true }])
    expect((await text())[1]).toBe('5 von 6 Terminen, 83,3\u00a0%: bestanden')
    await desk.api.post(`/events/${desk.event}/dates/${dates[5]?.id ?? ''}/cancellation`, {})
    expect(await text()).toEqual(['5 von 5 Terminen, 100\u00a0%: bestanden', '5 von 5 Terminen, 100\u00a0%: bestanden'])
    house.clock.set(start)
  })

  test('is refused before the day, on a date called off, of another event, without a seat, and twice the same', async ({
    house,
  }) => {
    const { desk, places, dates, first } = await course(house, 2)
    const [anna, ben] = places as [Place, Place]
    const [one, two] = dates as [EventBody['dates'][0], EventBody['dates'][0]]
    const start = house.clock.now()
    const why = async (dateId: string, entries: unknown[]) => {
      const { status, text } = await record(desk, dateId, entries)
      return status === 422 ? text : String(status)
    }
    expect(await why(one.id, [present(anna)])).toContain('ab dem Tag des Termins')
    house.clock.set(first)
    expect(await why(one.id, [present(anna), present(anna)])).toContain('steht einmal in der Liste')
    expect(await why(one.id, [{ registrationId: anna.id, state: 'absent', taskDone: true }])).toContain('Ersatzaufgabe')
    expect(await why(one.id, [present(ben), { ...present(anna), state: 'verreist' }])).toContain('Möglich ist')
    const other = await course(house, 1)
    expect(await why(one.id, [present(other.places[0] as Place)])).toContain('keinen bestätigten Platz')
    expect(await why(other.dates[0]?.id ?? '', [present(anna)])).toContain('gibt es hier nicht')
    await desk.leave(ben.id)
    expect(await why(one.id, [present(ben)])).toContain('keinen bestätigten Platz')
    await desk.api.post(`/events/${desk.event}/dates/${two.id}/cancellation`, {})
    house.clock.set(first.add({ hours: 24 }))
    expect(await why(two.id, [present(anna)])).toContain('abgesagt')
    house.clock.set(start)
  })

  test('belongs to the organizer alone', async ({ house }) => {
    const { desk, places, dates } = await course(house, 1)
    const nele = await house.as(elbaue)
    expect((await nele.get(`/events/${desk.event}/attendance`)).status).toBe(403)
    expect(
      (
        await nele.put(`/events/${desk.event}/attendance`, {
          dateId: dates[0]?.id,
          entries: [present(places[0] as Place)],
        })
      ).status,
    ).toBe(403)
    expect((await nele.post(`/event-dates/${dates[0]?.id ?? ''}/check-in-code`)).status).toBe(403)
    expect((await house.stranger.get(`/events/${desk.event}/attendance`)).status).toBe(401)
  })

  test('works at the door without a script: one tap, the rest at once, and as a whole', async ({ house }) => {
    const { desk, places, dates, first } = await course(house, 1)
    const [anna, ben] = places as [Place, Place]
    const start = house.clock.now()
    const address = `/kursverwaltung/${desk.event}/termine/${dates[0]?.id ?? ''}/anwesenheit`
    expect((await (await house.signedIn(lotse)).get(address)).text).toContain('Noch nicht an der Reihe')
    house.clock.set(first)
    // The session of yesterday has ended.
    const guide = await house.signedIn(lotse)
    expect((await guide.get(address)).text).toContain('0 von 2 erfasst')
    const tapped = await guide.post(address, { registration: anna.id, stand: 'excused' })
    expect(tapped.text).toContain('1 von 2 erfasst')
    expect(tapped.text).toContain('Ersatzaufgabe erledigt')
    expect((await guide.post(address, { uebrige: 'ja' })).text).toContain('2 von 2 erfasst')
    expect((await guide.get(`${address}?als=liste`)).html).toMatch(
      new RegExp(`name="stand-${ben.id}"[^]*?value="present" selected`),
    )
    const whole = await guide.post(address, { [`stand-${anna.id}`]: 'taskDone', [`stand-${ben.id}`]: 'present' })
    expect(whole.text).toContain('Gespeichert: eine Angabe geändert.')
    expect((await guide.get(`${address}?suche=gast+1`)).text).not.toContain('Gast 0')
    house.clock.set(start)
  })
})

describe('the code in the room', () => {
  test('opening the page says nothing, the button does, and the code ends two hours after the date', async ({
    house,
  }) => {
    const { desk, dates, first } = await course(house, 1)
    const date = dates[0]?.id ?? ''
    const start = house.clock.now()
    expect((await desk.api.post(`/event-dates/${date}/check-in-code`)).status).toBe(422)
    house.clock.set(first)
    const { body } = await desk.api.post<{ code: string; closesAt: string; address: string }>(
      `/event-dates/${date}/check-in-code`,
    )
    expect(body.code).toMatch(/^[0-9]{6}$/)
    expect(body.closesAt).toBe(first.add({ hours: 5 }).toString())
    const path = new URL(body.address).pathname + new URL(body.address).search
    const phone = house.browser()
    const sheet = async () => (await desk.api.get<Sheet>(`/events/${desk.event}/attendance`)).body.items
    expect((await phone.get(path)).html).toContain(`value="${body.code}"`)
    expect((await sheet())[0]?.attended).toBe(0)
    const form = { code: `${body.code.slice(0, 3)} ${body.code.slice(3)}`, email: 'GAST0@beispiel.example ' }
    expect((await phone.post(path, form)).text).toContain('Sie sind als anwesend erfasst')
    expect((await sheet())[0]?.attended).toBe(1)
    await phone.get(path)
    expect((await phone.post(path, form)).text).toContain('schon etwas eingetragen')

    const api = (more: object) => house.stranger.post(`/event-dates/${date}/check-in`, { code: body.code, ...more })
    expect((await api({ email: 'niemand@beispiel.example' })).text).toContain('keinen bestätigten Platz')
    expect((await api({})).text).toContain('E-Mail-Adresse')
    expect((await api({ code: '12' })).text).toContain('sechs Ziffern')
    const wrong = body.code === '000000' ? '111111' : '000000'
    expect((await api({ code: wrong, email: 'gast1@beispiel.example' })).text).toContain('Dieser Code stimmt nicht')
    house.clock.set(first.add({ hours: 5 }))
    expect((await api({ email: 'gast1@beispiel.example' })).text).toContain('Der Code gilt nicht mehr')
    expect((await desk.api.post(`/event-dates/${date}/check-in-code`)).status).toBe(422)
    expect((await sheet())[1]?.attended).toBe(0)
    house.clock.set(start)
  })

  test('whoever is signed in needs no address, and a new code ends the old one', async ({ house }) => {
    const { desk, dates, first } = await course(house, 1)
    const date = dates[0]?.id ?? ''
    const start = house.clock.now()
    const nele = await house.as(elbaue)
    expect((await nele.post(`/events/${desk.event}/registrations`)).status).toBe(201)
    house.clock.set(first)
    const open = async () => (await desk.api.post<{ code: string }>(`/event-dates/${date}/check-in-code`)).body.code
    const old = await open()
    let code = await open()
    while (code === old) code = await open()
    expect((await nele.post(`/event-dates/${date}/check-in`, { code: old })).status).toBe(422)
    expect((await nele.post(`/event-dates/${date}/check-in`, { code })).body).toEqual({
      message: 'Eingetragen. Sie sind als anwesend erfasst.',
    })
    house.clock.set(start)
  })

  test('cannot be guessed: after ten wrong ones a minute the right one is not taken either', async ({ house }) => {
    const { desk, dates, first } = await course(house, 1)
    const date = dates[0]?.id ?? ''
    const start = house.clock.now()
    house.clock.set(first.add({ minutes: 10 }))
    const { code } = (await desk.api.post<{ code: string }>(`/event-dates/${date}/check-in-code`)).body
    const email = 'gast0@beispiel.example'
    const attempt = (tried: string) => house.stranger.post(`/event-dates/${date}/check-in`, { code: tried, email })
    const wrong = Array.from({ length: 12 }, (_, at) => String((Number(code) + at + 1) % 1_000_000).padStart(6, '0'))
    const statuses: number[] = []
    for (const tried of wrong) statuses.push((await attempt(tried)).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
    expect((await attempt(code)).status).toBe(429)
    house.clock.set(first.add({ minutes: 11 }))
    for (let at = 0; at < 12; at += 1) expect((await attempt(code)).status).toBe(200)
    house.clock.set(start)
  })
})
