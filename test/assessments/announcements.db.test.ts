// The programme announces that checks on one version of a catalog shall go on with another; each municipality confirms for itself.
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { assessor, elbaue, hvb, isb, itStaff, manager, test, type TestHouse } from '../harness/house.ts'
import { mailsTo, wantsAtOnce } from '../harness/mails.ts'
import { importCatalog, levelCatalog, ownOrganization, smallCatalog } from '../http/checks.ts'
import { dayFrom, newsOf, office } from '../people/cast.ts'

interface AnnouncementJson {
  id: string
  fromCatalogId: string
  toCatalogId: string
  text: string
  dueOn: string | null
  announcedBy: { id: string; name: string | null }
  withdrawnAt: string | null
}

interface TaskJson {
  title: string
  reason: string
  dueOn: string | null
  url: string
}

/** The small catalog, and the same with another text in one requirement, one requirement less and one more. */
async function versions(house: TestHouse, title: string): Promise<{ from: string; to: string }> {
  const later = smallCatalog(title)
    .replace('"version": "1.0"', '"version": "2.0"')
    .replace('Schlösser tauschen.', 'Schlösser und Schlüssel tauschen.')
    .replace('"id": "TEL.1"', '"id": "TEL.2"')
    .replace('a0000000-0000-4000-8000-000000000201', 'a0000000-0000-4000-8000-000000000202')
  return { from: await importCatalog(house, smallCatalog(title)), to: await importCatalog(house, later) }
}

async function begin(house: TestHouse, email: string, catalogId: string): Promise<string> {
  const client = await house.as(email)
  const organizationId = await ownOrganization(client)
  const { status, body, text } = await client.post<{ id: string }>('/assessments', { organizationId, catalogId })
  if (status !== 201) throw new Error(text)
  return body.id
}

const announce = async (house: TestHouse, from: string, to: string, more: object = {}) =>
  (await house.as(manager)).post<AnnouncementJson & { errors: { path: string; message: string }[] }>(
    '/migration-announcements',
    { fromCatalogId: from, toCatalogId: to, ...more },
  )

const withdraw = async (house: TestHouse, id: string) =>
  (await house.as(manager)).post<AnnouncementJson>(`/migration-announcements/${id}/withdrawal`, {})

const duties = async (house: TestHouse, email: string, title: string): Promise<TaskJson[]> =>
  (await (await house.as(email)).get<{ items: TaskJson[] }>('/tasks?limit=200')).body.items.filter((task) =>
    task.title.includes(`Prüfung „${title}“ auf die neue Fassung`),
  )

test('who answers for a running check on the old version is told once, with the way to the new one', async ({
  house,
}) => {
  const title = 'Angekündigt'
  const { from, to } = await versions(house, title)
  const check = await begin(house, isb, from)
  await wantsAtOnce(house, itStaff, 'assessments.migrationAnnounced')
  const dueOn = dayFrom(house, 60)
  const { status, body } = await announce(house, from, to, { text: 'Die neue Fassung ist klarer.', dueOn })
  expect([status, body.announcedBy.name, body.dueOn]).toEqual([201, 'Torsten Ehlers', dueOn])
  for (let time = 0; time < 2; time += 1) await house.services.worker.runDue()
  const told = async (email: string) => (await newsOf(house, email)).filter((news) => news.includes(`„${title}“`))
  for (const email of [isb, hvb, itStaff]) expect([email, (await told(email)).length]).toEqual([email, 1])
  for (const email of [office, elbaue, manager, assessor]) expect([email, await told(email)]).toEqual([email, []])
  const mail = (await mailsTo(house, itStaff)).find(({ template }) => template === 'assessments.migrationAnnounced')
  expect(mail?.data).toMatchObject({
    pruefung: title,
    fassung: `„${title}“, Fassung 2.0`,
    hinweis: 'Die neue Fassung ist klarer.',
    adresse: `/pruefungen/${check}/fassung?katalog=${to}`,
  })
})

test('it is a duty of those who answer until it is withdrawn, for checks begun later too', async ({ house }) => {
  const title = 'Als Pflicht'
  const { from, to } = await versions(house, title)
  const dueOn = dayFrom(house, 30)
  const { body } = await announce(house, from, to, { dueOn })
  expect(await duties(house, isb, title)).toEqual([])
  const check = await begin(house, isb, from)
  for (const email of [isb, hvb, itStaff])
    expect(await duties(house, email, title)).toMatchObject([
      { dueOn, url: `/pruefungen/${check}/fassung?katalog=${to}`, reason: expect.stringContaining('Fassung 2.0') },
    ])
  for (const email of [office, elbaue, manager]) expect(await duties(house, email, title)).toEqual([])
  expect((await withdraw(house, body.id)).body.withdrawnAt).not.toBeNull()
  expect(await duties(house, isb, title)).toEqual([])
  expect((await withdraw(house, body.id)).status).toBe(422)
})

test('where a check on the new version runs already there is nothing to migrate', async ({ house }) => {
  const title = 'Läuft schon'
  const { from, to } = await versions(house, title)
  await begin(house, isb, from)
  await announce(house, from, to)
  expect(await duties(house, isb, title)).toHaveLength(1)
  await begin(house, isb, to)
  expect(await duties(house, isb, title)).toEqual([])
})

test('of several announcements for one version the last one counts', async ({ house }) => {
  const title = 'Zwei Wege'
  const { from, to } = await versions(house, title)
  const third = await importCatalog(house, smallCatalog(title).replace('"version": "1.0"', '"version": "3.0"'))
  const check = await begin(house, isb, from)
  await announce(house, from, to)
  const last = await announce(house, from, third)
  const url = (catalog: string) => [{ url: `/pruefungen/${check}/fassung?katalog=${catalog}` }]
  expect(await duties(house, isb, title)).toMatchObject(url(third))
  await withdraw(house, last.body.id)
  expect(await duties(house, isb, title)).toMatchObject(url(to))
})

test('the last day stands in the calendar of the municipality and of whoever answers', async ({ house }) => {
  const title = 'Im Kalender'
  const { from, to } = await versions(house, title)
  await begin(house, isb, from)
  const dueOn = dayFrom(house, 12)
  const { body } = await announce(house, from, to, { dueOn })
  const entries = async (email: string, scope: string) =>
    (
      await (
        await house.as(email)
      ).get<{ items: { title: string; isCancelled?: boolean }[] }>(
        `/calendar-entries?scope=${scope}&from=${dueOn}&until=${dueOn}`,
      )
    ).body.items.filter((entry) => entry.title === `Letzter Tag der Umstellung: ${title}`)
  expect(await entries(isb, 'organization')).toHaveLength(1)
  expect(await entries(isb, 'person')).toHaveLength(1)
  expect(await entries(office, 'person')).toEqual([])
  expect(await entries(elbaue, 'organization')).toEqual([])
  await withdraw(house, body.id)
  expect((await entries(isb, 'organization')).filter((entry) => !entry.isCancelled)).toEqual([])
})

test('only between two versions that have something in common, once for each pair, and never in a circle', async ({
  house,
}) => {
  const title = 'Im Kreis'
  const { from, to } = await versions(house, title)
  const third = await importCatalog(house, smallCatalog(title).replace('"version": "1.0"', '"version": "3.0"'))
  const other = await importCatalog(
    house,
    smallCatalog('Etwas ganz anderes')
      .replaceAll('a0000000-', 'b0000000-')
      .replaceAll(/"(AKT|TEL)(\.[\d.]+)"/g, '"X$1$2"')
      .replaceAll('#AKT.0', '#XAKT.0'),
  )
  const levels = await importCatalog(house, levelCatalog())
  const refused = async (a: string, b: string, more: object = {}) => {
    const { status, body } = await announce(house, a, b, more)
    return [status, body.errors[0]?.path, body.errors[0]?.message]
  }
  expect(await refused(from, from)).toEqual([422, 'toCatalogId', expect.stringContaining('dieselbe Fassung')])
  expect(await refused(from, levels)).toEqual([422, 'toCatalogId', expect.stringContaining('nach Stufen')])
  expect(await refused(from, other)).toEqual([
    422,
    'toCatalogId',
    expect.stringContaining('keine Anforderung gemeinsam'),
  ])
  const early = { dueOn: dayFrom(house, -1) }
  expect(await refused(from, to, early)).toEqual([422, 'dueOn', expect.stringContaining('schon vorbei')])
  expect(await refused(from, to, { dueOn: 'morgen' })).toEqual([422, 'dueOn', expect.stringContaining('ein Datum')])
  expect(await refused(from, to, { text: 'x'.repeat(2001) })).toEqual([422, 'text', expect.stringContaining('2000')])
  expect((await announce(house, from, '01940d1c-5c00-7a60-8000-000000000000')).status).toBe(404)
  const first = await announce(house, from, to)
  expect(first.status).toBe(201)
  expect(await refused(from, to)).toEqual([422, 'toCatalogId', expect.stringContaining('schon angekündigt')])
  expect(await refused(to, from)).toEqual([422, 'toCatalogId', expect.stringContaining('Im Kreis geht es nicht')])
  expect((await announce(house, to, third)).status).toBe(201)
  expect(await refused(third, from)).toEqual([422, 'toCatalogId', expect.stringContaining('Im Kreis geht es nicht')])
  await withdraw(house, first.body.id)
  expect((await announce(house, third, from)).status).toBe(201)
})

test('everybody signed in reads announcements; only programme manager and office make and withdraw them', async ({
  house,
}) => {
  const { from, to } = await versions(house, 'Wer darf')
  const { body } = await announce(house, from, to)
  const path = `/migration-announcements/${body.id}`
  for (const email of [isb, elbaue, assessor]) {
    const client = await house.as(email)
    expect((await client.get(path)).body).toMatchObject({ fromCatalogId: from, toCatalogId: to, withdrawnAt: null })
    expect((await client.get<{ items: AnnouncementJson[] }>('/migration-announcements')).body.items[0]?.id).toBe(
      body.id,
    )
    expect((await client.post('/migration-announcements', { fromCatalogId: to, toCatalogId: from })).status).toBe(403)
    expect((await client.post(`${path}/withdrawal`, {})).status).toBe(403)
  }
  expect((await house.stranger.get(path)).status).toBe(401)
})

test('the programme manager chooses two versions, sees what changes, announces and withdraws', async ({ house }) => {
  const title = 'Auf den Seiten'
  const { from, to } = await versions(house, title)
  const check = await begin(house, isb, from)
  const torsten = await house.signedIn(manager)
  expect((await torsten.get('/kataloge/umstellungen')).status).toBe(200)
  const unchosen = await torsten.get('/kataloge/umstellungen/neu?fromCatalogId=&toCatalogId=')
  expect([unchosen.status, unchosen.text]).toEqual([422, expect.stringContaining('die abgelöst wird')])
  const preview = await torsten.get(`/kataloge/umstellungen/neu?fromCatalogId=${from}&toCatalogId=${to}`)
  expect(preview.text).toMatch(/unter gleicher Nummer 3 mit neuer Nummer 0 entfallen 1 neu 1/)
  expect(preview.text).toContain('Bei 1 Anforderung, die bleibt, hat sich der Text geändert')
  const typed = {
    fromCatalogId: from,
    toCatalogId: to,
    text: 'Fragen an die Geschäftsstelle.',
    dueOn: dayFrom(house, -3),
  }
  const refused = await torsten.post('/kataloge/umstellungen', typed)
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Dieser Tag ist schon vorbei')])
  expect(refused.html).toContain('Fragen an die Geschäftsstelle.</textarea>')
  const done = await torsten.post('/kataloge/umstellungen', { ...typed, dueOn: '' })
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('Die Umstellung ist angekündigt')])
  // Nobody of the cooperative learns whom it concerns.
  for (const secret of ['Musterstadt', check]) expect(done.html).not.toContain(secret)

  const jana = await house.signedIn(isb)
  const overview = await jana.get(`/pruefungen/${check}`)
  expect(overview.text).toContain(`Neue Fassung: „${title}“, Fassung 2.0`)
  expect(overview.text).toContain('Fragen an die Geschäftsstelle.')
  expect(overview.html).toContain(`href="/pruefungen/${check}/fassung?katalog=${to}"`)
  expect((await jana.get('/kataloge/umstellungen')).text).not.toContain('Zurücknehmen')

  const list = await torsten.get('/kataloge/umstellungen')
  const action = /action="([^"]+\/zuruecknehmen)"/.exec(list.html)?.[1] ?? ''
  expect((await torsten.post(action, {})).text).toContain('Die Ankündigung ist zurückgenommen')
  expect((await jana.get(`/pruefungen/${check}`)).text).not.toContain('Neue Fassung:')
})

test('several own checks are listed with what goes along, and confirmed on one page', async ({ house }) => {
  const [first, second] = [await versions(house, 'Mehrere Eins'), await versions(house, 'Mehrere Zwei')]
  const checks = [await begin(house, isb, first.from), await begin(house, isb, second.from)]
  const jana = await house.as(isb)
  for (const control of ['AKT.0', 'AKT.1.1.1', 'TEL.1'])
    expect((await jana.put(`/assessments/${checks[0]}/answers/${control}`, { answer: 'yes' })).status).toBe(200)
  await announce(house, first.from, first.to)
  await announce(house, second.from, second.to)
  const browser = await house.signedIn(isb)
  expect((await browser.get('/pruefungen')).html).toContain('href="/pruefungen/umstellung"')
  const page = await browser.get('/pruefungen/umstellung')
  expect(page.text).toContain('2 Antworten ziehen mit um, davon 1 zu bestätigen')
  expect(page.text).toContain('1 Antwort bleibt nur in der bisherigen Prüfung lesbar')
  const stale = await browser.post('/pruefungen/umstellung', { [`pruefung.${checks[0]}`]: first.from })
  expect(stale.text).toContain('Überführt ist noch nichts')
  const done = await browser.post('/pruefungen/umstellung', {
    [`pruefung.${checks[0]}`]: first.to,
    [`pruefung.${checks[1]}`]: second.to,
  })
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('2 Prüfungen sind überführt.')])
  for (const title of ['Mehrere Eins', 'Mehrere Zwei']) expect(await duties(house, isb, title)).toEqual([])
  const moved = /href="\/pruefungen\/([0-9a-f-]{36})">Überführt/.exec(done.html)?.[1] ?? ''
  expect((await jana.get(`/assessments/${moved}/answers/AKT.0`)).body).toMatchObject({ answer: 'yes' })
  // Undone, it is to be migrated again.
  expect((await jana.post(`/assessments/${moved}/migration`, { undo: true })).status).toBe(200)
  expect(await duties(house, isb, 'Mehrere Eins')).toHaveLength(1)
})

test('of several checks one that somebody has signed stays, with its reason, and the others are migrated', async ({
  house,
}) => {
  const [first, second] = [await versions(house, 'Gemischt Eins'), await versions(house, 'Gemischt Zwei')]
  const checks = [await begin(house, isb, first.from), await begin(house, isb, second.from)]
  await announce(house, first.from, first.to)
  await announce(house, second.from, second.to)
  const signed = house.clock.now().toString()
  await asOwner(house, (db) =>
    db
      .updateTable('security.assessment')
      .set({ in_review_at: signed })
      .where('id', '=', checks[1] ?? '')
      .execute(),
  )
  const done = await (
    await house.signedIn(isb)
  ).post('/pruefungen/umstellung', { [`pruefung.${checks[0]}`]: first.to, [`pruefung.${checks[1]}`]: second.to })
  expect(done.text).toContain('1 von 2 Prüfungen sind überführt.')
  expect(done.html).toContain(`href="/pruefungen/${checks[1]}">Zur Prüfung`)
  expect(await duties(house, isb, 'Gemischt Eins')).toEqual([])
  const jana = await house.as(isb)
  expect((await jana.get<{ state: string }>(`/assessments/${checks[1]}`)).body.state).toBe('inReview')
})
