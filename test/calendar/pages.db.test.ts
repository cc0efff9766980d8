// The calendar as people and programs ask for it: views, filters, days of many kinds, paging.
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { newId } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, hvb, isb, itStaff, observer, test, type TestHouse } from '../harness/house.ts'

const today = (house: TestHouse): Temporal.PlainDate => localDay(house.clock.now())

/** Somebody stands in for somebody at the town of the first; behind the policies, since days to come are needed. */
async function substitute(
  house: TestHouse,
  person: string,
  deputy: string,
  from: string,
  until: string,
): Promise<void> {
  await asOwner(house, (db) =>
    sql`insert into identity.substitution (id, organization_id, person_id, deputy_id, from_day, until_day, named_at)
        select ${newId()}::uuid, g.organization_id, p.id, d.id, ${from}::date, ${until}::date, ${house.clock.now().toString()}::timestamptz
          from identity.person p join identity.role_grant g on g.person_id = p.id, identity.person d
         where p.email = ${person} and d.email = ${deputy} limit 1`.execute(db),
  )
}

interface Entry {
  key: string
  title: string
  from: string
  until: string
  scope: string
  source: string
  isWholeDays: boolean
}
interface List {
  items: Entry[]
  next: string | null
}

test('a month shows its weeks, marks today and leads to its neighbours', async ({ house }) => {
  house.clock.set(house.clock.now())
  const jana = await house.signedIn(isb)
  const day = today(house)
  const page = await jana.get('/kalender')
  expect(page.status).toBe(200)
  expect(page.html.match(/aria-current="date"/g)).toHaveLength(1)
  expect(page.text).toContain('Letzter Tag für')
  const next = day.with({ day: 1 }).add({ months: 1 })
  expect(page.html).toContain(`/kalender?ab=${next.toString()}`)
  expect((await jana.get(`/kalender?ab=${next.add({ years: 3 }).toString()}`)).text).toContain(
    'In dieser Zeit steht nichts an',
  )
})

test('what lasts a few days stands on each of them, what lasts longer only where it begins and ends', async ({
  house,
}) => {
  const first = today(house).with({ day: 1 }).add({ years: 1, days: 5 })
  await substitute(house, isb, itStaff, first.toString(), first.add({ days: 2 }).toString())
  await substitute(house, hvb, isb, first.toString(), first.add({ days: 12 }).toString())
  const jana = await house.signedIn(isb)
  const month = await jana.get(`/kalender?ansicht=monat&ab=${first.toString()}`)
  expect(month.text.match(/vertritt Jana Wiesner Tag [123] von 3/g)).toHaveLength(3)
  expect(month.text.match(/Beginn: Jana Wiesner vertritt/g)).toHaveLength(1)
  expect(month.text.match(/Ende: Jana Wiesner vertritt/g)).toHaveLength(1)
  expect(month.text).toMatch(/Läuft in dieser Zeit Jana Wiesner vertritt/)
  const list = await jana.get(`/kalender?ansicht=liste&ab=${first.add({ days: 1 }).toString()}`)
  expect(list.text.match(/vertritt Jana Wiesner/g)).toHaveLength(1)
  const week = await jana.get(`/kalender?ansicht=woche&ab=${first.toString()}`)
  expect(week.html.match(/<li class="lw-days__day/g)).toHaveLength(7)
  const { body } = await (
    await house.as(isb)
  ).get<List>(`/calendar-entries?from=${first.add({ days: 2 }).toString()}&until=${first.add({ days: 2 }).toString()}`)
  expect(body.items.map(({ from }) => from)).toEqual([first.toString(), first.toString()])
})

test('a date stands once, as the person’s own where it is that, and can be asked for by scope and source', async ({
  house,
}) => {
  const jana = await house.as(isb)
  const from = today(house).subtract({ days: 60 }).toString()
  const until = today(house).add({ days: 60 }).toString()
  const ask = async (more: string) =>
    (await jana.get<List>(`/calendar-entries?from=${from}&until=${until}&limit=200${more}`)).body.items
  const all = await ask('')
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  expect(all.map(({ from: day }) => day)).toEqual(all.map(({ from: day }) => day).toSorted())
  const [own, place, everybody] = [
    await ask('&scope=person'),
    await ask('&scope=organization'),
    await ask('&scope=public'),
  ]
  expect(new Set(everybody.map(({ source }) => source))).toEqual(new Set(['guidance/events']))
  expect(new Set([...own, ...place, ...everybody].map(({ key }) => key))).toEqual(new Set(all.map(({ key }) => key)))
  const keys = new Set(own.map(({ key }) => key))
  expect(all.filter(({ key, scope }) => keys.has(key) && scope !== 'person')).toEqual([])
  expect(new Set((await ask('&source=identity')).map(({ source }) => source))).toEqual(new Set(['identity']))
  const page = await (await house.signedIn(isb)).get(`/kalender?ansicht=liste&ab=${from}&quelle=identity`)
  expect(page.text).not.toContain('Prüfung begonnen')
})

test('pages of the API follow each other without a gap', async ({ house }) => {
  const jana = await house.as(isb)
  const range = `from=${today(house).subtract({ days: 90 }).toString()}&until=${today(house).add({ days: 90 }).toString()}`
  const whole = (await jana.get<List>(`/calendar-entries?${range}&limit=200`)).body.items.map(({ key }) => key)
  expect(whole.length).toBeGreaterThan(2)
  const found: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body }: { body: List } = await jana.get<List>(
      `/calendar-entries?${range}&limit=1${cursor && `&cursor=${cursor}`}`,
    )
    found.push(...body.items.map(({ key }) => key))
    cursor = body.next
  }
  expect(found).toEqual(whole)
})

test('a range that ends before it begins, or is endless, is refused with the place', async ({ house }) => {
  const jana = await house.as(isb)
  for (const query of [
    'from=2026-12-01&until=2026-11-30',
    'from=2026-01-01&until=2028-01-01',
    'from=2026-02-30',
    'until=gestern',
    'scope=alle',
  ]) {
    const { status, body } = await jana.get<{ errors: { path: string }[] }>(`/calendar-entries?${query}`)
    expect([query, status, body.errors.length]).toEqual([query, 422, 1])
  }
})

test('somebody of another town sees none of it', async ({ house }) => {
  const timm = await house.as(elbaue)
  const range = `from=${today(house).subtract({ days: 200 }).toString()}&until=${today(house).add({ days: 199 }).toString()}`
  const { text } = await timm.get(`/calendar-entries?${range}&limit=200`)
  for (const foreign of ['Jana Wiesner', 'Tobias Brandt', 'Wartungsvertrag']) expect(text).not.toContain(foreign)
})

test('who has no dates is told where they would come from', async ({ house }) => {
  const page = await (
    await house.signedIn(observer)
  ).get(`/kalender?ansicht=liste&ab=${today(house).add({ days: 400 }).toString()}`)
  expect(page.text).toContain('In dieser Zeit steht nichts an')
  expect(page.text).toContain('erscheinen hier von selbst')
})

test('an administrator put in place by the cooperative has a time of day', async ({ house }) => {
  const at = house.clock.now().add({ hours: 24 * 200 })
  await asOwner(house, (db) =>
    sql`insert into identity.replacement (id, organization_id, person_id, reason, heads, proposed_by, proposed_at, expires_at, confirmed_by, confirmed_at, effective_at)
        select ${newId()}::uuid, g.organization_id, p.id, 'Probe', '{}', a.id, ${house.clock.now().toString()}::timestamptz, ${at.toString()}::timestamptz,
               b.id, ${house.clock.now().toString()}::timestamptz, ${at.toString()}::timestamptz
          from identity.person p join identity.role_grant g on g.person_id = p.id, identity.person a, identity.person b
         where p.email = ${isb} and a.email = 'programm@verbund.example' and b.email = 'programm2@verbund.example' limit 1`.execute(
      db,
    ),
  )
  const day = localDay(at).toString()
  const { body } = await (await house.as(isb)).get<List>(`/calendar-entries?from=${day}&until=${day}`)
  const found = body.items.find(({ key }) => key.startsWith('replacement-'))
  expect(found).toMatchObject({
    isWholeDays: false,
    scope: 'person',
    title: 'Neuer Zugang zur Verwaltung: Jana Wiesner',
  })
  const page = await (await house.signedIn(isb)).get(`/kalender?ansicht=woche&ab=${day}`)
  expect(page.text).toMatch(/Neuer Zugang zur Verwaltung: Jana Wiesner \d\d:\d\d Uhr/)
})

test('an address is made, shown once and ended on the page, without a script', async ({ house }) => {
  const jana = await house.signedIn(isb)
  expect((await jana.get('/kalender/abonnieren')).text).toContain('Noch keine Adresse')
  const refused = await jana.post('/kalender/abonnieren', { scope: 'alle' })
  expect([refused.status, refused.text.includes('Bitte wählen Sie aus, wessen Termine.')]).toEqual([422, true])
  const made = await jana.post('/kalender/abonnieren', { scope: 'organization' })
  const address = /http:\/\/[^<]+\/kalender\/[\w-]{27}\.ics/.exec(made.html)?.[0] ?? ''
  expect(made.text).toContain('Wir zeigen sie nur dieses eine Mal')
  expect((await house.browser().get(new URL(address).pathname)).status).toBe(200)
  const list = await jana.get('/kalender/abonnieren')
  expect(list.html).not.toContain(address)
  expect(list.text).toContain('Stadt Musterstadt')
  const end = /action="(\/kalender\/abonnieren\/[^"]+\/beenden)"/.exec(list.html)?.[1] ?? ''
  expect((await jana.post(end, {})).text).toContain('Die Adresse ist beendet.')
  expect((await house.browser().get(new URL(address).pathname)).status).toBe(404)
})
