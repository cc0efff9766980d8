// The start page and the list of duties as people see them.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { newId } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import {
  assessor,
  elbaue,
  everything,
  hvb,
  isb,
  itStaff,
  manager,
  observer,
  test,
  type TestHouse,
} from '../harness/house.ts'
import { storyCheck } from '../http/checks.ts'
import { dayFrom, office, personId } from '../people/cast.ts'
import { dutiesOf, type TasksJson } from './duties.ts'

const startOf = async (house: TestHouse, email: string) => (await house.signedIn(email)).get('/')

test('the start page says what to do until when, how it stands and what is new', async ({ house }) => {
  const { status, text, html } = await startOf(house, isb)
  expect(status).toBe(200)
  expect(text).toContain('Eine Aufgabe ist überfällig.')
  expect(text).toContain('Nachweis „Abgleich der Konten mit der Personalliste“ erneuern')
  expect(text).toContain('in 5 Tagen')
  expect(text).toContain('So steht Stadt Musterstadt')
  expect(text).toContain('71,4 % Fragen noch offen von 24')
  expect(text).toContain('Neu für Sie')
  expect(html).toContain('Aufgaben <span class="lw-count">7</span>')
})

test('each role sees its own part: the assessor the municipalities, the programme who waits, the observer what is theirs', async ({
  house,
}) => {
  const [arne, torsten, henrike, sabine] = [
    await startOf(house, assessor),
    await startOf(house, manager),
    await startOf(house, observer),
    await startOf(house, office),
  ]
  expect(arne.text).toContain('Ihre Kommunen')
  expect(arne.text).toContain('15 von 24 Sie: 15 Antworten prüfen')
  expect(arne.text).not.toContain('So steht')
  expect(torsten.text).toContain('Wer wartet auf wen')
  expect(torsten.text).toContain('Nele Brinkmann, die Einladung anzunehmen')
  expect(torsten.text).not.toContain('Startcheck')
  expect(henrike.text).toContain('Was Sie hier sehen')
  expect(torsten.text).toContain('Programme was der Verbund mit den Kommunen macht')
  expect(torsten.text).toContain('„Auswertung“ in Erprobung Prozessmanagement')
  expect(sabine.text).toContain('Berichtsentwurf prüfen')
  expect(henrike.text).toContain('Zurzeit wartet nichts auf Sie')
  expect(henrike.text).toContain('Organisationen wer im Verbund mitmacht')
  for (const { text } of [henrike, sabine]) expect(text).not.toMatch(/Startcheck|So steht/)
})

test('whoever has many organizations chooses first, strangers see the public page', async ({ house }) => {
  expect((await house.browser().get('/')).text).toContain('Digital und sicher, gemeinsam')
  const browser = await house.signedIn('springer@verbund.example')
  expect((await browser.get('/')).text).not.toContain('Ihre Aufgaben')
})

test('a module that fails takes nothing else along: the page says which part is missing, and the log why', async ({
  house,
}) => {
  const logged: string[] = []
  const { log } = house.services
  house.services.log = {
    ...log,
    error: (event, _error, fields) => void logged.push(`${event}: ${String(fields?.['part'])}`),
  }
  await asOwner(house, (db) => sql`alter table security.evidence rename column valid_until to gone`.execute(db))
  try {
    const { status, text } = await startOf(house, hvb)
    expect(status).toBe(200)
    expect(text).toContain('Die Aufgaben aus „Prüfungen“ fehlen gerade')
    expect(text).toContain('So steht Stadt Musterstadt')
    expect(text).toContain('Neu für Sie')
    expect(text).not.toContain('Für Sie liegt nichts an')
    // The page after the sign-in was one, this is another.
    expect(new Set(logged)).toEqual(
      new Set([
        'part of an answer failed: calendar assessments',
        'part of an answer failed: tasks security/assessments',
      ]),
    )
    const list = await (await house.signedIn(hvb)).get('/aufgaben')
    expect([list.status, list.text]).toEqual([200, expect.stringContaining('fehlen gerade')])
    const { body } = await (await house.as(manager)).get<TasksJson>('/tasks')
    expect(body.missing).toEqual([])
    const others = ['Termin auswählen', 'Leistung abnehmen: Schwachstellen-Scan', 'Berichtsentwurf prüfen']
    const { body: left } = await (await house.as(hvb)).get<TasksJson>('/tasks')
    expect(left).toMatchObject({ total: others.length, missing: ['security/assessments'] })
    expect(left.items.map(({ title }) => title)).toEqual(others)
    const me = await (await house.as(hvb)).get<{ tasks: { title: string }[] }>('/me')
    expect(me.body.tasks.map(({ title }) => title)).toEqual(others)
  } finally {
    await asOwner(house, (db) => sql`alter table security.evidence rename column gone to valid_until`.execute(db))
    house.services.log = log
  }
  expect((await startOf(house, hvb)).text).not.toContain('fehlen gerade')
})

test('an assessor leaves one note for each check a page tells of, however many of its parts do', async ({ house }) => {
  const count = () =>
    asOwner(house, async (db) =>
      Number(
        (await sql<{ n: string }>`select count(*) as n from audit.entry where event = 'assessment.read'`.execute(db))
          .rows[0]?.n,
      ),
    )
  const browser = await house.signedIn(assessor)
  const arne = await house.as(assessor)
  for (const read of [
    () => browser.get('/'),
    () => browser.get('/aufgaben'),
    () => arne.get('/tasks'),
    () => arne.get('/me'),
  ]) {
    const before = await count()
    await read()
    expect((await count()) - before).toBe(1)
  }
})

test('nobody sees a duty of another organization', async ({ house }) => {
  const { id } = await storyCheck(await house.as(isb))
  for (const email of [elbaue, everything, manager, observer, 'lotse@verbund.example', 'admin@verbund.example'])
    expect((await dutiesOf(house, email)).filter(({ url }) => url.includes(id))).toEqual([])
})

test('since the last visit: what others did, not what one did oneself, and a reload keeps it', async ({ house }) => {
  expect((await startOf(house, isb)).text).not.toContain('Seit Ihrem letzten Besuch')
  const begin = house.clock.now()
  house.clock.set(begin.add({ hours: 3 }))
  const [jana, tobias] = [await house.as(isb), await house.as(itStaff)]
  const { id } = await storyCheck(jana)
  const answer = { answer: 'no', note: '' }
  expect((await tobias.put(`/assessments/${id}/answers/lw-start-04`, answer)).status).toBe(200)
  expect((await jana.put(`/assessments/${id}/answers/lw-start-06`, answer)).status).toBe(200)
  house.clock.set(begin.add({ hours: 4 }))
  const browser = await house.signedIn(isb)
  for (const minutes of [0, 5, 29]) {
    house.clock.set(begin.add({ hours: 4, minutes }))
    const { text } = await browser.get('/')
    expect(text).toContain('Seit Ihrem letzten Besuch')
    expect(text).toContain('Tobias Brandt hat eine Frage beantwortet')
    expect(text).not.toContain('Jana Wiesner hat')
  }
  house.clock.set(begin.add({ hours: 6 }))
  expect((await startOf(house, isb)).text).not.toContain('Seit Ihrem letzten Besuch')
  house.clock.set(begin)
})

test('the mark of a visit goes with the person', async ({ house }) => {
  await startOf(house, elbaue)
  const person = await personId(house, elbaue)
  const marks = () =>
    asOwner(
      house,
      async (db) => (await sql`select 1 from portal.visit where person_id = ${person}::uuid`.execute(db)).rows.length,
    )
  expect(await marks()).toBe(1)
  await asOwner(house, (db) =>
    sql`update identity.person set email = 'x@geloescht.invalid' where id = ${person}::uuid`.execute(db),
  )
  expect(await marks()).toBe(0)
  await asOwner(house, (db) => sql`update identity.person set email = ${elbaue} where id = ${person}::uuid`.execute(db))
})

/** Evidence of Tobias that ends within the next days, one piece after the other; a third is over already. */
const manyEndings = (house: TestHouse, count: number): Promise<unknown> =>
  asOwner(house, (db) =>
    sql`
      insert into security.evidence (id, organization_id, assessment_id, catalog_id, control_id, top_key, title, url, valid_until, added_by, added_at)
      select gen_random_uuid(), s.organization_id, s.id, s.catalog_id, c.id, c.top_key, 'Beleg ' || n, 'https://a.example/' || n,
             ${dayFrom(house, 0)}::date - 10 + n % 30, p.id, ${house.clock.now().toString()}::timestamptz
        from generate_series(1, ${count}) n, identity.person p, security.assessment s
        join organizations.organization o on o.id = s.organization_id and o.name = 'Stadt Musterstadt'
        join catalogs.control c on c.catalog_id = s.catalog_id and c.id = 'lw-start-13'
       where p.email = ${itStaff}`.execute(db),
  )

test('5,000 duties: eight on the start page, pages of fifty, totals that are right, the overdue ones first', async ({
  house,
}) => {
  await manyEndings(house, 5000)
  const total = 5008
  const browser = await house.signedIn(itStaff)
  const start = await browser.get('/')
  expect(start.html.match(/<li><a href="\/pruefungen\/[^"]+#nachweise"/g)).toHaveLength(8)
  expect(start.text).toContain(`Alle ${total} anzeigen`)
  expect(start.text).toContain('Mehr als 100 Aufgaben sind überfällig.')
  const first = await browser.get('/aufgaben')
  expect(first.text).toContain(`1 bis 50 von ${total}`)
  expect(first.text).toContain('seit 10 Tagen überfällig')
  const last = await browser.get('/aufgaben?seite=101')
  expect(last.text).toContain(`5001 bis 5008 von ${total}`)
  expect((await browser.get('/aufgaben?seite=102')).text).toContain('Auf dieser Seite steht nichts mehr')
  const tobias = await house.as(itStaff)
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await tobias.get<TasksJson>(`/tasks?limit=200${cursor}`)
    seen.push(...body.items.map(({ title, dueOn }) => `${dueOn} ${title}`))
    cursor = body.next ? `&cursor=${body.next}` : ''
  } while (cursor)
  expect([seen.length, new Set(seen).size]).toEqual([total, total])
  const days = seen.map((line) => line.slice(0, 10))
  expect(days).toEqual(days.toSorted())
  const own = (await tobias.get<{ tasks: { title: string; dueOn: string; url: string }[] }>('/me')).body.tasks
  expect(own).toHaveLength(20)
  expect(Object.keys(own[0] ?? {})).toEqual(['title', 'dueOn', 'url'])
})

test('one module alone, an unknown one, and cursors that are none of ours', async ({ house }) => {
  const browser = await house.signedIn(itStaff)
  expect((await browser.get('/aufgaben?bereich=identity')).text).toContain('Für Sie liegt nichts an')
  expect((await browser.get('/aufgaben?bereich=security%2Fassessments')).text).toContain('Prüfungen 50')
  expect((await browser.get('/aufgaben?bereich=%27%20or%201%3D1')).status).toBe(404)
  for (const seite of ['0', '-1', 'x', '99999', '1e9'])
    expect((await browser.get(`/aufgaben?seite=${seite}`)).status).toBe(200)
  const tobias = await house.as(itStaff)
  expect((await tobias.get('/tasks?cursor=abc')).status).toBe(422)
  expect((await tobias.get('/tasks?limit=0')).status).toBe(422)
  expect((await tobias.get<TasksJson>('/tasks?source=identity')).body).toMatchObject({ items: [], total: 0 })
})

test('unread notifications are counted, and those of another organization are told without a way that would not open', async ({
  house,
}) => {
  const [person, place] = [
    await personId(house, isb),
    (await (await house.as(everything)).get<{ actingFor: { id: string } }>('/me')).body.actingFor.id,
  ]
  await asOwner(house, (db) =>
    sql`
    insert into notifications.notification (id, person_id, acting_for, kind, title, url, created_at)
    values (${newId()}::uuid, ${person}::uuid, ${place}::uuid, 'probe.fremd', '<b>Fremd</b> & laut', '/pruefungen/fremd', ${house.clock.now().toString()})`.execute(
      db,
    ),
  )
  const { html } = await startOf(house, isb)
  expect(html).toContain('&lt;b>Fremd&lt;/b> &amp; laut')
})

test('no start page and no list of duties asks more than twelve times, whatever somebody is', async ({ house }) => {
  for (const email of [
    isb,
    hvb,
    itStaff,
    everything,
    assessor,
    manager,
    observer,
    office,
    elbaue,
    'admin@verbund.example',
  ]) {
    const browser = await house.signedIn(email)
    for (const path of ['/', '/aufgaben']) {
      house.clock.set(house.clock.now().add({ minutes: 2 }))
      const units: number[] = []
      house.services.database.observe = (queries) => void units.push(queries - 2)
      await browser.get(path)
      house.services.database.observe = undefined
      // Beside session and its mark: what the page asks, and the notes.
      const asked = units.slice(2).reduce((sum, queries) => sum + queries, 0)
      expect([email, path, asked]).toEqual([email, path, Math.min(asked, 12)])
    }
  }
})
