// Lists of a check are given to a colleague, who then reads and answers these and nothing else.
import { expect } from 'vitest'
import { elbaue, hvb, isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { mailsTo, wantsAtOnce } from '../harness/mails.ts'
import { type AssessmentJson, startCheck } from '../http/checks.ts'
import { answersSeen, dayFrom, newsOf, office, personId } from '../people/cast.ts'

interface Delegation {
  id: string
  groupKeys: string[]
  endedAt: string | null
  person: { name: string | null }
}

async function given(house: TestHouse, title: string) {
  const check = await startCheck(house, isb, title)
  const jana = await house.as(isb)
  const wish = { personId: await personId(house, office), groupKeys: ['AKT'], dueOn: dayFrom(house, 5) }
  const { status, body } = await jana.post<Delegation>(`/assessments/${check.id}/delegations`, wish)
  expect([status, body.groupKeys, body.person.name]).toEqual([201, ['AKT'], 'Sabine Lenz'])
  return { check, delegation: body, jana, sabine: await house.as(office), at: `/assessments/${check.id}` }
}

test('the colleague is told, sees these lists only, and answers them', async ({ house }) => {
  await wantsAtOnce(house, office, 'assessments.delegated')
  const { check, jana, sabine, at } = await given(house, 'Weitergegeben')
  expect((await newsOf(house, office))[0]).toContain(
    'Jana Wiesner bittet Sie, die Liste „Akten und Ablage“ zu beantworten bis',
  )
  expect((await mailsTo(house, office)).map(({ template }) => template)).toContain('assessments.delegated')
  const seen = (await sabine.get<AssessmentJson>(at)).body
  expect(seen.groups.map(({ key }) => key)).toEqual(['AKT'])
  expect(seen.progress.total).toBeLessThan(check.progress.total)
  expect((await sabine.put(`${at}/answers/AKT.0`, { answer: 'yes', note: 'liegt vor' })).status).toBe(200)
  expect((await jana.get(`${at}/answers/AKT.0`)).body).toMatchObject({
    answer: 'yes',
    answeredBy: { name: 'Sabine Lenz' },
  })
})

test('of the other lists nothing: not on a page, not by the API, not from the database', async ({ house }) => {
  const { jana, sabine, at, check } = await given(house, 'Nur Akten')
  const before = await answersSeen(house, office, check.organizationId)
  expect((await jana.put(`${at}/answers/TEL.1`, { answer: 'no', note: 'Geheimes Telefon' })).status).toBe(200)
  expect((await jana.put(`${at}/answers/AKT.1.1`, { answer: 'yes' })).status).toBe(200)
  for (const path of ['answers/TEL.1', 'answers/TEL.1/history'])
    expect([path, (await sabine.get(`${at}/${path}`)).status]).toEqual([path, 404])
  expect((await sabine.put(`${at}/answers/TEL.1`, { answer: 'yes', version: 1 })).status).toBe(404)
  const browser = await house.signedIn(office)
  const pages = [`/pruefungen/${check.id}`, `/pruefungen/${check.id}/fragen?auswahl=alle`, '/pruefungen', '/']
  for (const path of pages) {
    const page = await browser.get(path)
    expect([path, page.status, page.text.includes('Geheimes Telefon')]).toEqual([path, 200, false])
  }
  expect((await browser.get(`/pruefungen/${check.id}/fragen?liste=TEL`)).status).toBe(404)
  expect((await browser.get(`/pruefungen/${check.id}/fragen/TEL.1`)).status).toBe(404)
  expect((await answersSeen(house, office, check.organizationId)) - before).toBe(1)
})

test('who has given back or lost the lists finds nothing any more, and what was answered stays', async ({ house }) => {
  const { delegation, jana, sabine, at } = await given(house, 'Zurück')
  expect((await sabine.put(`${at}/answers/AKT.0`, { answer: 'no' })).status).toBe(200)
  const ended = await sabine.call<Delegation>('DELETE', `${at}/delegations/${delegation.id}`)
  expect([ended.status, ended.body.endedAt === null]).toEqual([200, false])
  expect((await newsOf(house, isb))[0]).toContain('Sabine Lenz hat Listen der Prüfung „Zurück“ zurückgegeben')
  for (const path of ['', '/answers/AKT.0', '/delegations']) expect((await sabine.get(at + path)).status).toBe(404)
  expect((await sabine.put(`${at}/answers/AKT.0`, { answer: 'yes', version: 1 })).status).toBe(404)
  expect((await jana.get(`${at}/answers/AKT.0`)).body).toMatchObject({ answer: 'no' })
  expect((await jana.call('DELETE', `${at}/delegations/${delegation.id}`)).status).toBe(422)
})

test('only own staff gives lists away, to colleagues, lists that are there, and a day to come', async ({ house }) => {
  const check = await startCheck(house, isb, 'Falsch weitergegeben')
  const path = `/assessments/${check.id}/delegations`
  const [sabine, jana] = [await personId(house, office), await personId(house, isb)]
  const wish = { personId: sabine, groupKeys: ['AKT'] }
  const client = await house.as(isb)
  const refusals = [
    [{ ...wish, personId: jana }, 'personId'],
    [{ ...wish, personId: await personId(house, elbaue) }, 'personId'],
    [{ ...wish, groupKeys: ['AKT', 'GIBTSNICHT'] }, 'groupKeys'],
    [{ ...wish, groupKeys: [] }, 'groupKeys'],
    [{ ...wish, dueOn: dayFrom(house, -1) }, 'dueOn'],
  ] as const
  for (const [body, field] of refusals) {
    const refused = await client.post<{ errors: { path: string }[] }>(path, body)
    expect([field, refused.status, refused.body.errors[0]?.path]).toEqual([field, 422, field])
  }
  expect((await (await house.as(elbaue)).post(path, wish)).status).toBe(404)
  expect((await client.post(path, wish)).status).toBe(201)
  expect((await client.post(path, wish)).status).toBe(422)
  const own = { ...wish, personId: await personId(house, itStaff), groupKeys: ['TEL'] }
  expect((await (await house.as(office)).post(path, own)).status).toBe(403)
  expect((await (await house.as(hvb)).post(path, own)).status).toBe(201)
})

test('the page gives lists away, keeps what was typed, and takes them back', async ({ house }) => {
  const check = await startCheck(house, isb, 'Auf der Seite')
  const page = `/pruefungen/${check.id}/zustaendig`
  const browser = await house.signedIn(isb)
  const refused = await browser.post(page, { personId: '', 'liste.TEL': 'ja', note: 'Frau Ott weiß es', dueOn: '' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Bitte wählen Sie eine Person.')
  expect(refused.html).toMatch(/name="liste\.TEL"[^>]*checked/)
  expect(refused.text).toContain('Frau Ott weiß es')
  const done = await browser.post(page, { personId: await personId(house, office), 'liste.TEL': 'ja', dueOn: '' })
  expect(done.text).toContain('Sabine Lenz antwortet jetzt auf die Liste')
  const action = /action="([^"]+\/beenden)"/.exec(done.html)?.[1] ?? ''
  expect((await browser.post(action, {})).text).toContain('wieder bei Ihnen')
})
