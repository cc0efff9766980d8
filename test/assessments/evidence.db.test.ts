// Files and links prove an answer, until a day; they come and go only while nobody has signed.
import { expect } from 'vitest'
import { assessor, elbaue, hvb, isb, test, type TestHouse } from '../harness/house.ts'
import { mailsTo, wantsAtOnce } from '../harness/mails.ts'
import { asOwner } from '../access/as-owner.ts'
import { startCheck } from '../http/checks.ts'
import { bearerOf } from '../http/raw-calls.ts'
import { fileEnd, fileStart, leftovers, multipart, send } from '../http/uploads.ts'
import { dayFrom, halfPastMidnight, newsOf, office, personId } from '../people/cast.ts'

interface Evidence {
  id: string
  title: string
  file: { id: string; name: string; mediaType: string; size: number } | null
  link: string | null
  validUntil: string | null
  validity: string
  addedBy: { name: string | null }
}

interface Refused {
  title: string
  errors?: { path: string; message: string }[]
}

const pdf = '%PDF-1.7\nNotfallkarte'

const upload = (
  content: string | Uint8Array<ArrayBuffer>,
  name: string,
  fields: Record<string, string> = {},
): FormData => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new Blob([content]), name)
  return form
}

async function check(house: TestHouse, title: string) {
  const { id, organizationId } = await startCheck(house, isb, title)
  return {
    id,
    organizationId,
    jana: await house.as(isb),
    at: `/assessments/${id}/answers/AKT.0/evidence`,
    page: `/pruefungen/${id}/fragen/AKT.0`,
  }
}

test('a file and a link are put to a question, and the file comes back as an attachment', async ({ house }) => {
  const { jana, at } = await check(house, 'Nachweise')
  const day = dayFrom(house, 400)
  const file = await jana.post<Evidence>(at, upload(pdf, 'karte.pdf', { title: 'Notfallkarte', validUntil: day }))
  expect([file.status, file.body]).toMatchObject([
    201,
    {
      title: 'Notfallkarte',
      file: { name: 'karte.pdf', mediaType: 'application/pdf', size: pdf.length },
      link: null,
      validUntil: day,
      validity: 'valid',
      addedBy: { name: 'Jana Wiesner' },
    },
  ])
  const link = await jana.post<Evidence>(at, {
    link: 'https://wiki.musterstadt.example/karte',
    validUntil: dayFrom(house, 3),
  })
  expect([link.status, link.body]).toMatchObject([
    201,
    { title: 'wiki.musterstadt.example', file: null, link: 'https://wiki.musterstadt.example/karte', validity: 'soon' },
  ])
  const listed = (await jana.get<{ items: Evidence[] }>(at)).body.items
  expect(listed.map(({ title }) => title)).toEqual(['wiki.musterstadt.example', 'Notfallkarte'])
  expect((await jana.get(`/files/${file.body.file?.id}`)).text).toBe(pdf)
  const removed = await jana.call<Evidence>('DELETE', `${at}/${file.body.id}`)
  expect(removed.status).toBe(200)
  for (const path of [`/files/${file.body.file?.id}`]) expect((await jana.get(path)).status).toBe(404)
  expect((await jana.call('DELETE', `${at}/${file.body.id}`)).status).toBe(404)
  expect((await jana.get<{ items: Evidence[] }>(at)).body.items).toHaveLength(1)
})

test('programs, wrong names, other links and days gone by are refused with a sentence at their place', async ({
  house,
}) => {
  const { jana, at } = await check(house, 'Abgelehnt')
  const refusals: [unknown, string, RegExp][] = [
    [upload('MZ\u0000\u0001', 'setup.exe'), 'file', /Endung „exe“/],
    [upload('MZ\u0000\u0001', 'karte.pdf'), 'file', /keiner, den wir kennen/],
    [upload('<script>alert(1)</script>', 'karte.txt'), 'file', /Webseite/],
    [upload('Text', 'karte.png'), 'file', /Der Name sagt PNG/],
    [upload('', 'leer.pdf'), 'file', /leer/],
    [upload(pdf, 'alt.pdf', { validUntil: dayFrom(house, -1) }), 'validUntil', /vorbei/],
    [upload(pdf, 'alt.pdf', { validUntil: '31.12.2030' }), 'validUntil', /Datum/],
    [upload(pdf, 'beides.pdf', { link: 'https://a.example' }), 'link', /nicht beides/],
    [{ link: 'javascript:alert(1)' }, 'link', /https/],
    [{ link: 'https://jana:geheim@a.example/' }, 'link', /Passwort/],
    [{ title: 'Nichts' }, 'file', /Datei/],
  ]
  for (const [body, path, message] of refusals) {
    const refused = await jana.post<Refused>(at, body)
    const [error] = refused.body.errors ?? []
    expect([refused.status, error?.path]).toEqual([422, path])
    expect(error?.message).toMatch(message)
  }
  expect((await jana.get<{ items: Evidence[] }>(at)).body.items).toEqual([])
  expect((await jana.post(at, upload(pdf, 'karte.pdf'))).status).toBe(201)
  const again = await jana.post<Refused>(at, upload(pdf, 'karte.pdf'))
  expect([again.status, again.body.errors?.[0]?.message]).toEqual([422, 'Das liegt hier schon als „karte.pdf“.'])
})

test('a file of two gigabytes is refused while it is read, and nothing of it stays', async ({ house }) => {
  const { at } = await check(house, 'Riesig')
  const bearer = await bearerOf(house, isb)
  const left = await leftovers(async () => {
    const sent = await send(
      house.app,
      { path: `/api/v1${at}`, headers: { ...multipart, ...bearer } },
      { before: fileStart, filling: 'x', megabytes: 2048, after: fileEnd },
    )
    expect(sent.status).toBe(413)
    expect(sent.text).toContain('höchstens 25 MB')
  })
  expect(left).toEqual([])
})

test('the page keeps title and day when the file is refused, and shows what ends and what has ended', async ({
  house,
}) => {
  const { page, id } = await check(house, 'Auf der Seite')
  const browser = await house.signedIn(isb)
  await browser.get(page)
  const refused = await browser.upload(`${page}/nachweise`, 'MZ', 'setup.exe', {
    title: 'Mein Titel',
    validUntil: dayFrom(house, 10),
    link: '',
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Dateien mit der Endung „exe“ werden nicht angenommen')
  expect(refused.html).toContain('value="Mein Titel"')
  expect(refused.html).toContain(`value="${dayFrom(house, 10)}"`)
  const done = await browser.upload(`${page}/nachweise`, 'Karte', 'karte.txt', {
    title: 'Mein Titel',
    validUntil: dayFrom(house, 10),
  })
  expect(done.text).toContain('Der Nachweis ist abgelegt.')
  expect(done.text).toMatch(/bald abgelaufen: bis \d\d\.\d\d\.\d{4}/)
  await asOwner(house, (db) =>
    db
      .updateTable('security.evidence')
      .set({ valid_until: dayFrom(house, -2) })
      .where('assessment_id', '=', id)
      .execute(),
  )
  const later = await browser.get(page)
  expect(later.text).toMatch(/abgelaufen am/)
  const action = /action="([^"]+\/entfernen)"/.exec(later.html)?.[1] ?? ''
  expect((await browser.post(action, {})).text).toContain('„Mein Titel“ ist entfernt.')
})

test('a delegate adds and removes in the own lists only; the assessor reads, which is noted, and changes nothing', async ({
  house,
}) => {
  const { jana, at, id } = await check(house, 'Wer darf')
  await jana.post(`/assessments/${id}/delegations`, { personId: await personId(house, office), groupKeys: ['AKT'] })
  const sabine = await house.as(office)
  const added = await sabine.post<Evidence>(at, upload(pdf, 'lenz.pdf'))
  expect(added.status).toBe(201)
  const own = await jana.post<Evidence>(at, upload(`${pdf} von Jana`, 'wiesner.pdf'))
  expect((await sabine.get(`/files/${own.body.file?.id}`)).status).toBe(200)
  expect((await sabine.call('DELETE', `${at}/${own.body.id}`)).status).toBe(200)
  expect((await jana.get(`/files/${own.body.file?.id}`)).status).toBe(404)
  const elsewhere = at.replace('AKT.0', 'TEL.1')
  expect((await sabine.post(elsewhere, upload(pdf, 'tel.pdf'))).status).toBe(404)
  const phone = await jana.post<Evidence>(elsewhere, upload(pdf, 'tel.pdf'))
  expect((await sabine.get(`/files/${phone.body.file?.id}`)).status).toBe(404)
  const arne = await house.as(assessor)
  expect((await arne.get<{ items: Evidence[] }>(at)).body.items).toHaveLength(1)
  expect((await arne.get(`/files/${added.body.file?.id}`)).status).toBe(200)
  expect((await arne.post(at, { link: 'https://a.example' })).status).toBe(403)
  expect((await arne.call('DELETE', `${at}/${added.body.id}`)).status).toBe(403)
  const stranger = await house.as(elbaue)
  for (const status of [
    (await stranger.get(at)).status,
    (await stranger.post(at, { link: 'https://a.example' })).status,
    (await stranger.get(`/files/${added.body.file?.id}`)).status,
  ])
    expect(status).toBe(404)
  const read = await (await house.as(hvb)).get<{ items: { event: string }[] }>('/audit-events?limit=20')
  expect(read.body.items.map(({ event }) => event)).toEqual(expect.arrayContaining(['assessment.read', 'file.read']))
})

test('once somebody has signed, evidence neither comes nor goes, not even at the last moment', async ({ house }) => {
  const { jana, at, id } = await check(house, 'Unterschrieben')
  const added = await jana.post<Evidence>(at, upload(pdf, 'karte.pdf'))
  await asOwner(house, (db) =>
    db
      .updateTable('security.assessment')
      .set({ in_review_at: house.clock.now().toString() })
      .where('id', '=', id)
      .execute(),
  )
  const late = await jana.post<Refused>(at, upload(`${pdf}2`, 'spät.pdf'))
  expect([late.status, late.body.title]).toEqual([422, expect.stringContaining('unterschrieben')])
  expect((await jana.call('DELETE', `${at}/${added.body.id}`)).status).toBe(422)
  expect((await jana.get<{ items: Evidence[] }>(at)).body.items).toHaveLength(1)
})

test('thirty days before the end whoever added it is told, once', async ({ house }) => {
  await wantsAtOnce(house, isb, 'assessments.evidenceEnding')
  const { jana, at } = await check(house, 'Läuft ab')
  await jana.post(at, upload(pdf, 'bald.pdf', { title: 'Wartungsvertrag', validUntil: dayFrom(house, 32) }))
  await jana.post(at, upload(`${pdf}!`, 'ohne.pdf', { title: 'Ohne Ende' }))
  const told: number[] = []
  for (const morning of [1, 2, 3].map((day) => halfPastMidnight(house, day).add({ hours: 8 }))) {
    house.clock.set(morning)
    await house.app.request('http://127.0.0.1:3000/api/v1/test/jobs', { method: 'POST' })
    told.push((await newsOf(house, isb)).filter((title) => title.includes('Wartungsvertrag')).length)
  }
  expect(told).toEqual([0, 1, 1])
  expect((await mailsTo(house, isb)).map(({ template }) => template)).toContain('assessments.evidenceEnding')
  expect((await newsOf(house, isb)).some((title) => title.includes('Ohne Ende'))).toBe(false)
})
