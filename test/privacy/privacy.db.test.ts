// What is known about a person is handed out to her, and taken away when she has left, without a gap in the audit trail.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { addPerson, grantRole, type OperatorContext } from '#foundation/identity/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { hashPassword } from '#platform/crypto/password.ts'
import { operator, unitOfWork, worker } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { seal, verify } from '../audit/chain.ts'
import { demoPassword, elbaue, hvb, isb, manager, test, type TestHouse } from '../harness/house.ts'

const admin = 'admin@verbund.example'
const email = 'wilhelmine.zuckschwerdt@musterstadt.example'
const name = 'Wilhelmine Zuckschwerdt'

const asOperator = <T>({ services }: TestHouse, work: (ctx: OperatorContext) => Promise<T>): Promise<T> => {
  const now = services.clock.now()
  return unitOfWork(services.database, { as: operator, now, mode: 'read write' }, (db) =>
    work({ actor: null, db, now }),
  )
}

let known: Promise<string> | undefined

/** Somebody who answers, signs in, has a token, and is talked about. */
const wilhelmine = (house: TestHouse): Promise<string> =>
  (known ??= (async () => {
    const passwordHash = await hashPassword(demoPassword)
    const town = await asOwner(house, (db) =>
      db
        .selectFrom('organizations.organization')
        .select('id')
        .where('name', '=', 'Stadt Musterstadt')
        .executeTakeFirstOrThrow(),
    )
    const id = await asOperator(house, async (ctx) => {
      const personId = await addPerson(ctx, { email, name, passwordHash })
      if (isRefusal(personId)) throw new Error(personId.refused)
      await grantRole(ctx, { personId, organizationId: town.id, role: 'securityOfficer' })
      await sql`select notifications.add(gen_random_uuid(), (select id from identity.person where email = ${hvb}), null, 'probe', ${`${name} ist jetzt für die Informationssicherheit da.`}, '/', ${ctx.now.toString()})`.execute(
        ctx.db,
      )
      await sql`select mail.post(gen_random_uuid(), 'identity.passwordChanged', ${JSON.stringify({ wer: name })}::jsonb, ${email}, ${name}, ${personId}::uuid, null, ${ctx.now.toString()})`.execute(
        ctx.db,
      )
      return personId
    })
    await house.signedIn(email)
    const client = await house.as(email)
    const list = await client.get<{ items: { id: string }[] }>('/assessments')
    const check = list.body.items[0]?.id ?? ''
    expect((await client.put(`/assessments/${check}/answers/lw-start-20`, { answer: 'yes' })).status).toBe(200)
    return id
  })())

interface Data {
  person: { name: string; email: string }
  roles: { role: string; organization: string }[]
  deeds: { event: string; byPerson: boolean }[]
  sessions: unknown[]
  tokens: unknown[]
}

test('everybody gets what is known about them, to read and as a file, and it is noted', async ({ house }) => {
  await wilhelmine(house)
  const client = await house.as(email)
  const { body, text } = await client.get<Data>('/me/data')
  expect(body.person).toMatchObject({ name, email })
  expect(body.roles).toMatchObject([{ role: 'securityOfficer', organization: 'Stadt Musterstadt' }])
  expect(body.sessions).toHaveLength(1)
  expect(body.tokens).toHaveLength(1)
  expect(body.deeds.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['answer.given', 'session.opened', 'token.issued']),
  )
  expect(text).not.toMatch(/hash|secret|\$argon2|\$scrypt/i)
  const events = await client.get<{ items: { event: string; sentence: string }[] }>(
    '/audit-events?event=person.exported',
  )
  expect(events.body.items[0]?.sentence).toBe(`${name} hat die eigenen Daten heruntergeladen.`)
  const browser = await house.signedIn(email)
  const page = await browser.get('/mein-zugang/daten')
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('Antwort gegeben')])
  expect(page.text).toContain(email)
  const file = await browser.get('/mein-zugang/daten.json')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="Auskunft-\d{4}-\d\d-\d\d\.json"/)
  expect(JSON.parse(file.html)).toMatchObject({ person: { name } })
})

test('nobody but the administrator gets what is known about another, finds people by address or erases them', async ({
  house,
}) => {
  const id = await wilhelmine(house)
  for (const other of [isb, hvb, elbaue, manager]) {
    const client = await house.as(other)
    expect([other, (await client.get(`/people/${id}/data`)).status]).toEqual([other, 403])
    expect((await client.post(`/people/${id}/erasure`, { password: demoPassword })).status).toBe(403)
    expect((await client.get('/retention-rules')).status).toBe(403)
    expect((await (await house.signedIn(other)).get(`/datenschutz?adresse=${email}`)).status).toBe(403)
    const me = (await client.get<{ person: { id: string }; actingFor: { id: string } }>('/me')).body
    await expect(
      unitOfWork(
        house.services.database,
        { as: { personId: me.person.id, actingFor: me.actingFor.id }, now: house.clock.now(), mode: 'read write' },
        (db) => sql`select privacy.person_data(${id}::uuid)`.execute(db),
      ),
    ).rejects.toThrow('insufficient_privilege')
  }
})

test('while somebody has a task nothing is erased, and the page says what comes first', async ({ house }) => {
  const id = await wilhelmine(house)
  const client = await house.as(admin)
  const refused = await client.post(`/people/${id}/erasure`, { password: demoPassword })
  expect([refused.status, refused.body['title']]).toEqual([422, expect.stringContaining('hat noch eine Aufgabe')])
  const page = await (await house.signedIn(admin)).get(`/datenschutz?adresse=${email.toUpperCase()}`)
  expect(page.text).toContain('Noch nicht möglich')
  const myself = (await client.get<{ person: { id: string } }>('/me')).body.person.id
  expect((await client.post(`/people/${myself}/erasure`, { password: demoPassword })).status).toBe(422)
})

/** What mails and jobs of others still say about her, and what went to an address she had before. */
const talkedAbout = (house: TestHouse): Promise<void> =>
  asOperator(house, async ({ db, now }) => {
    const post = (to: string, whose: string, data: object) =>
      sql`select mail.post(gen_random_uuid(), 'identity.invited', ${JSON.stringify(data)}::jsonb, ${to}, ${whose}, null, null, ${now.toString()})`.execute(
        db,
      )
    await post('frueher@musterstadt.example', name, { wer: 'Probe' })
    await post('gleich@elbaue.example', name, { wer: 'Probe' })
    await post('wartet@musterstadt.example', 'Wer Wartet', { wer: `${name} (${email})`, anzahl: 3 })
    await post('hatte@musterstadt.example', 'Wer Hatte', { wer: `Antworten an ${email}` })
    await sql`select jobs.enqueue(gen_random_uuid(), 'probe.failed', '{}', null, ${now.toString()}, ${now.toString()})`.execute(
      db,
    )
  }).then(() =>
    asOwner(house, async (db) => {
      await sql`insert into identity.invitation (id, organization_id, email, name, roles, by_cooperative, invited_at, sent_at, expires_at, accepted_by, accepted_at)
        select gen_random_uuid(), o.id, 'frueher@musterstadt.example', ${name}, '{securityOfficer}', false, p.created_at, p.created_at, p.created_at, p.id, p.created_at
          from identity.person p, organizations.organization o where p.email = ${email} and o.name = 'Stadt Musterstadt'`.execute(
        db,
      )
      await sql`update mail.message set state = 'failed' where recipient_email = 'hatte@musterstadt.example'`.execute(
        db,
      )
      await sql`update jobs.job set failure = ${`450 <${email}> greylisted`} where name = 'probe.failed'`.execute(db)
    }),
  )

/** Every table of ours as text, searched for the words. */
const placesOf = (house: TestHouse, ...words: string[]): Promise<string[]> =>
  asOwner(house, async (db) => {
    const { rows } = await sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`.execute(db)
    const found: string[] = []
    for (const { name: table } of rows)
      for (const word of words) {
        const hit = await sql<{
          count: number
        }>`select count(*)::integer as count from ${sql.table(table)} t where position(${word} in t::text) > 0`.execute(
          db,
        )
        if (Number(hit.rows[0]?.count) > 0) found.push(`${table}: ${word}`)
      }
    return found
  })

test('after the erasure neither name nor address is anywhere, answers stay, and the chain holds', async ({ house }) => {
  const id = await wilhelmine(house)
  await seal(house)
  await talkedAbout(house)
  expect((await placesOf(house, name, email)).length).toBeGreaterThan(3)
  const yesterday = house.clock.now().subtract({ hours: 48 }).toString().slice(0, 10)
  await asOwner(house, (db) =>
    sql`update identity.role_grant set from_day = ${yesterday}, until_day = ${yesterday} where person_id = ${id}::uuid`.execute(
      db,
    ),
  )
  const client = await house.as(admin)
  expect((await client.post(`/people/${id}/erasure`, { password: 'falsch' })).status).toBe(422)
  const browser = await house.signedIn(admin)
  expect((await browser.get(`/datenschutz/personen/${id}`)).text).toContain('Daten endgültig löschen')
  expect((await browser.post(`/datenschutz/personen/${id}/loeschung`, { password: 'falsch' })).status).toBe(422)
  const done = await browser.post(`/datenschutz/personen/${id}/loeschung`, { password: demoPassword })
  expect(done.text).toContain('Die Daten der Person sind gelöscht')
  expect(await placesOf(house, name, email, 'frueher@musterstadt.example')).toEqual([`mail.message: ${name}`])
  const { rows: namesake } = await asOwner(house, (db) =>
    sql`select state, recipient_name from mail.message where recipient_email = 'gleich@elbaue.example'`.execute(db),
  )
  expect(namesake).toEqual([{ state: 'waiting', recipient_name: name }])
  const { rows: waiting } = await asOwner(house, (db) =>
    sql`select state, data from mail.message where recipient_email = 'wartet@musterstadt.example'`.execute(db),
  )
  expect(waiting).toEqual([
    { state: 'waiting', data: { wer: 'eine ehemalige Person (eine gelöschte Adresse)', anzahl: 3 } },
  ])
  const { faults } = await verify(house)
  expect(faults).toEqual([])
  await seal(house)
  expect((await verify(house)).faults).toEqual([])
  const events = await (
    await house.as(isb)
  ).get<{ items: { sentence: string; event: string; personErased: boolean }[] }>(
    '/audit-events?event=answer.given&limit=200',
  )
  expect(events.body.items.filter(({ personErased }) => personErased)).toMatchObject([
    { sentence: 'Eine ehemalige Person hat Frage lw-start-20 beantwortet.' },
  ])
  const check = (await (await house.as(isb)).get<{ items: { id: string }[] }>('/assessments')).body.items[0]?.id
  const answer = await (
    await house.as(isb)
  ).get<{ answeredBy: { name: string | null } }>(`/assessments/${check}/answers/lw-start-20`)
  expect(answer.body.answeredBy.name).toBe('Ehemalige Person')
  expect((await client.post(`/people/${id}/erasure`, { password: demoPassword })).body['title']).toBe(
    'Diese Person ist schon gelöscht.',
  )
  expect((await house.browser().signIn(email, demoPassword)).status).toBe(422)
})

test('who takes more away in the name of an erasure is found', async ({ house }) => {
  await wilhelmine(house)
  const before = await verify(house)
  expect(before.faults).toEqual([])
  await asOwner(house, async (db) => {
    await sql`create table audit.kept_part as select * from audit.personal where person_id is not null limit 1`.execute(
      db,
    )
    await sql`update audit.personal p set person_id = null, person_salt = null, person_erased_by = (select id from audit.entry where event = 'person.erased')
      from audit.kept_part k where k.entry_id = p.entry_id`.execute(db)
  })
  expect((await verify(house)).kinds).toEqual(['erasureChanged'])
  await asOwner(house, async (db) => {
    await sql`update audit.personal p set person_id = k.person_id, person_salt = k.person_salt, person_erased_by = null from audit.kept_part k where k.entry_id = p.entry_id`.execute(
      db,
    )
    await sql`drop table audit.kept_part`.execute(db)
  })
  expect((await verify(house)).faults).toEqual([])
})

test('the list of terms counts what is due, and the job deletes exactly that', async ({ house }) => {
  const client = await house.as(admin)
  const terms = async () =>
    (await client.get<{ items: { name: string; rows: number }[] }>('/retention-rules')).body.items
  expect((await terms()).find((rule) => rule.name === 'sessions')?.rows).toBe(0)
  await house.signedIn(isb)
  const start = house.clock.now()
  house.clock.set(start.add({ hours: 24 * 31 }))
  const due = await terms()
  expect(due.find((rule) => rule.name === 'sessions')?.rows).toBeGreaterThan(0)
  expect(due.find((rule) => rule.name === 'attempts')?.rows).toBeGreaterThanOrEqual(0)
  const page = await (await house.signedIn(admin)).get('/datenschutz/fristen')
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('30 Tage nach der letzten Nutzung')])
  const now = house.clock.now()
  const sum = (await terms()).reduce((total, { rows }) => total + rows, 0)
  const gone = await unitOfWork(house.services.database, { as: worker, now, mode: 'read write' }, async (db) => {
    const { rows } = await sql<{ gone: number }>`select privacy.delete_due(${now.toString()}) as gone`.execute(db)
    return rows[0]?.gone
  })
  expect(gone).toBe(sum)
  expect((await terms()).map(({ rows }) => rows).every((rows) => rows === 0)).toBe(true)
  house.clock.set(start)
})

test('every rule says what is kept, from when on, and why', async ({ house }) => {
  const rules = await asOwner(house, (db) =>
    db.selectFrom('privacy.retention_rule').selectAll().orderBy('position').execute(),
  )
  expect(rules.length).toBeGreaterThanOrEqual(12)
  expect(rules.filter(({ ground, what, since }) => [ground, what, since].some((text) => text.trim() === ''))).toEqual(
    [],
  )
})
