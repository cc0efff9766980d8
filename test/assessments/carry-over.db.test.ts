// One answer for several frameworks: what others say is proposed, and never an answer by itself.
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { hvb, isb, test } from '../harness/house.ts'
import { importCatalog } from '../http/checks.ts'
import { catalogOf, checkOn, mappingOf } from './mapped-catalogs.ts'
import { answerHalf, editionsOf } from './editions.ts'
import { type Decision, type Many, type Proposal, twoChecks } from './two-checks.ts'

test('answers elsewhere become proposals with relation, confidence and source, and none of them counts', async ({
  house,
}) => {
  const { give, proposals, progress, collection, source } = await twoChecks(house, 'ZZA')
  for (const at of [1, 2, 4, 5]) expect((await give(at, 'yes', { note: `Notiz ${at}` })).status).toBe(200)
  await give(3, 'no')
  const found = await proposals()
  expect(found.map(({ controlId, answer, confidence }) => [controlId, answer, confidence])).toEqual([
    ['ZZA-T.1', 'yes', 'partly'],
    ['ZZA-T.2', 'yes', 'partly'],
    ['ZZA-T.3', 'no', 'slightly'],
    ['ZZA-T.4', 'yes', 'slightly'],
    ['ZZA-T.5', null, 'none'],
  ])
  expect(found[0]?.sources).toMatchObject([
    {
      assessmentId: source.id,
      controlId: 'ZZA-Q.1',
      answer: 'yes',
      note: 'Notiz 1',
      relationship: 'equal-to',
      via: [{ requirementId: 'ZZA.1.A1', sourceId: 'ZZA.1.A1-UA.1', collectionId: collection }],
    },
  ])
  expect(await progress()).toBe(0)
})

test('an answer that is unconfirmed, taken back or missing is no source', async ({ house }) => {
  const { give, proposals, source } = await twoChecks(house, 'ZZB')
  await give(1, 'yes')
  await give(2, 'yes')
  expect(await proposals()).toHaveLength(2)
  await give(1, null, { version: 1 })
  expect((await proposals()).map(({ controlId }) => controlId)).toEqual(['ZZB-T.2'])
  await asOwner(house, (db) =>
    db
      .updateTable('security.answer')
      .set({ unconfirmed: true })
      .where('assessment_id', '=', source.id)
      .where('control_id', '=', 'ZZB-Q.2')
      .execute(),
  )
  expect(await proposals()).toEqual([])
})

test('who takes one has decided: it counts, and both sides say so', async ({ house }) => {
  const { give, jana, at, answer, progress, question, sourceQuestion, source } = await twoChecks(house, 'ZZC')
  await give(1, 'yes', { note: 'Steht im Wiki.' })
  const taken = await jana.post<Decision>(`${at}/proposals/ZZC-T.1`, { answer: 'yes', note: 'Wie dort.' })
  expect([taken.status, taken.body.answer?.answer, taken.body.declined]).toEqual([200, 'yes', false])
  expect(await answer(1)).toMatchObject({ answer: 'yes', note: 'Wie dort.', unconfirmed: false, version: 1 })
  expect(await progress()).toBe(1)
  const browser = await house.signedIn(isb)
  const here = await browser.get(question(1))
  expect(here.text).toContain('Übernommen aus')
  expect(here.text).toMatch(/ZZC-Q\.1 Anforderung ZZC-Q\.1\s*: Ja \(Fassung 1\)/)
  expect(here.text).toContain('gleich, über ZZC.1.A1-UA.1')
  const there = await browser.get(sourceQuestion(1))
  expect(there.text).toContain('Verwendet in')
  expect(there.text).toContain('aus Fassung 1')
  // Once more: the question is answered, and stays.
  const again = await jana.post<{ title: string }>(`${at}/proposals/ZZC-T.1`, { answer: 'no', note: '' })
  expect([again.status, again.body.title.includes('inzwischen beantwortet')]).toEqual([422, true])
  // What is no source of it cannot be named as one.
  await give(2, 'yes')
  const foreign = [{ assessmentId: source.id, controlId: 'ZZC-Q.1' }]
  expect((await jana.post(`${at}/proposals/ZZC-T.2`, { answer: 'yes', sources: foreign })).status).toBe(422)
  const stale = [{ assessmentId: source.id, controlId: 'ZZC-Q.2', version: 7 }]
  expect((await jana.post(`${at}/proposals/ZZC-T.2`, { answer: 'yes', sources: stale })).status).toBe(422)
  expect((await jana.post(`${at}/proposals/ZZC-T.6`, { answer: 'yes', note: '' })).status).toBe(422)
  expect((await jana.post(`${at}/proposals/GIBT.ES.NICHT`, { answer: 'yes', note: '' })).status).toBe(404)
  expect((await jana.post(`${at}/proposals/ZZC-T.2`, {})).status).toBe(422)
  expect((await jana.post(`${at}/proposals/ZZC-T.2`, { answer: 'yes', declined: true })).status).toBe(422)
})

test('when the source says something else, both sides and the duties tell, until somebody looks', async ({ house }) => {
  const { give, jana, at, question, sourceQuestion, answer, target } = await twoChecks(house, 'ZZD')
  await give(1, 'yes')
  await jana.post(`${at}/proposals/ZZD-T.1`, { answer: 'yes', note: '' })
  await give(1, 'yes', { note: 'Nur eine neue Notiz', version: 1 })
  const browser = await house.signedIn(isb)
  expect((await browser.get(question(1))).text).not.toContain('Quelle hat sich geändert')
  await give(1, 'no', { version: 2 })
  const here = await browser.get(question(1))
  expect(here.text).toContain('Quelle hat sich geändert')
  expect(here.text).toContain('Dort steht inzwischen: Nein')
  expect((await browser.get(sourceQuestion(1))).text).toContain('seither geändert')
  const duties = async () => (await browser.get('/aufgaben')).text
  expect(await duties()).toContain('1 Antwort prüfen: Die Quelle hat sich geändert')
  const list = await browser.get(`/pruefungen/${target.id}/fragen?auswahl=quelle-geaendert`)
  expect(list.html).toContain('id="frage-ZZD-T.1"')
  await browser.get(question(1))
  const kept = await browser.post(`${question(1)}/antwort`, { answer: 'yes', version: '1', zurueck: question(1) })
  expect(kept.text).not.toContain('Antwort gilt trotzdem weiter')
  expect(await answer(1)).toMatchObject({ answer: 'yes', version: 2 })
  expect(await duties()).not.toContain('Die Quelle hat sich geändert')
  expect((await browser.get(sourceQuestion(1))).text).toContain('Dort wurde danach geantwortet.')
})

test('a list is taken together as unconfirmed answers, undone with one click, or confirmed', async ({ house }) => {
  const { give, jana, at, answer, progress, proposals } = await twoChecks(house, 'ZZE')
  for (const which of [1, 2]) await give(which, 'yes')
  await give(3, 'yes') // only a part: proposes nothing
  await jana.put(`${at}/answers/ZZE-T.2`, { answer: 'no', note: 'Anders hier' })
  const done = await jana.post<Many>(`${at}/proposals`, { group: 'G1' })
  expect([done.status, done.body.controlIds]).toEqual([200, ['ZZE-T.1']])
  expect(await answer(1)).toMatchObject({ answer: 'yes', unconfirmed: true, version: 1 })
  expect((await answer(1)).note).toContain('Übernommen aus „Quelle ZZE“, ZZE-Q.1: Ja.')
  expect(await answer(2)).toMatchObject({ answer: 'no', note: 'Anders hier', version: 1 })
  expect(await progress()).toBe(1)
  expect((await proposals()).find(({ controlId }) => controlId === 'ZZE-T.1')).toMatchObject({ unconfirmed: true })
  expect((await jana.post(`${at}/proposals`, { group: 'G1' })).status).toBe(422)
  expect((await jana.post(`${at}/proposals`, { group: 'GIBTSNICHT' })).status).toBe(422)
  const undone = await jana.post<Many>(`${at}/answers/undo`, { answeredAt: done.body.answeredAt })
  expect([undone.status, undone.body.controlIds]).toEqual([200, ['ZZE-T.1']])
  // It is proposed again, and taken again from where it was left.
  expect((await jana.post<Many>(`${at}/proposals`, { group: 'G1' })).body.count).toBe(1)
  expect(await answer(1)).toMatchObject({ answer: 'yes', unconfirmed: true, version: 3 })
  await jana.post(`${at}/answers/confirmation`, { controlIds: ['ZZE-T.1'] })
  expect(await answer(1)).toMatchObject({ answer: 'yes', unconfirmed: false, version: 4 })
  expect(await progress()).toBe(2)
  const { body } = await (
    await house.as(hvb)
  ).get<{ items: { event: string; data: Record<string, unknown> }[] }>('/audit-events?limit=20')
  expect(body.items.find(({ event }) => event === 'answers.carriedOver')).toMatchObject({ data: { count: 1 } })
})

test('an answer that was taken back was not taken from anywhere any more', async ({ house }) => {
  const { give, jana, at, question } = await twoChecks(house, 'ZZF')
  await give(1, 'yes')
  const done = await jana.post<Many>(`${at}/proposals`, { group: 'G1' })
  await jana.post(`${at}/answers/undo`, { answeredAt: done.body.answeredAt })
  await jana.put(`${at}/answers/ZZF-T.1`, { answer: 'no', version: 2 })
  expect((await (await house.signedIn(isb)).get(question(1))).text).not.toContain('über ZZF.1.A1-UA.1')
})

test('sources that contradict each other propose nothing, and both are shown', async ({ house }) => {
  const { give, proposals, page, jana } = await twoChecks(house, 'ZZG')
  const other = await checkOn(house, isb, catalogOf('Zweite Quelle ZZG', [{ id: 'ZZG-P.1' }]))
  await mappingOf(house, 'Zweite Zuordnung ZZG', [['ZZG-P.1', 'equal-to', 'ZZG-T.1']])
  await give(1, 'yes')
  await jana.put(`/assessments/${other.id}/answers/ZZG-P.1`, { answer: 'no' })
  const [one] = await proposals()
  expect([one?.controlId, one?.answer, one?.sources.map(({ answer }) => answer).toSorted()]).toEqual([
    'ZZG-T.1',
    null,
    ['no', 'yes'],
  ])
  const shown = await (await house.signedIn(isb)).get(`${page}?liste=G1`)
  expect(shown.text).toContain('Die Quellen widersprechen sich.')
  expect(shown.html).not.toMatch(/type="radio"[^>]*checked/)
})

test('what is declined stays declined until it is proposed again', async ({ house }) => {
  const { give, jana, at, proposals } = await twoChecks(house, 'ZZH')
  await give(1, 'yes')
  const path = `${at}/proposals/ZZH-T.1`
  expect((await jana.call<Decision>('DELETE', path)).body).toMatchObject({ declined: true, answer: null })
  expect((await jana.post(path, { declined: true })).status).toBe(200)
  expect((await proposals())[0]).toMatchObject({ declined: true })
  expect((await jana.post(`${at}/proposals`, { group: 'G1' })).status).toBe(422)
  expect((await jana.post<Decision>(path, { declined: false })).body).toMatchObject({ declined: false })
  expect((await jana.post<Many>(`${at}/proposals`, { group: 'G1' })).body.count).toBe(1)
})

test('an answer that was taken from here never comes back as a proposal', async ({ house }) => {
  const { give, jana, at, source, target } = await twoChecks(house, 'ZZI')
  await mappingOf(house, 'Zuordnung zurück ZZI', [['ZZI-T.1', 'equal-to', 'ZZI-Q.1']])
  await give(1, 'yes')
  await jana.post(`${at}/proposals/ZZI-T.1`, { answer: 'yes', note: '' })
  await give(1, null, { version: 1 })
  const back = async () =>
    (await jana.get<{ items: Proposal[] }>(`/assessments/${source.id}/proposals`)).body.items.filter(
      ({ controlId }) => controlId === 'ZZI-Q.1',
    )
  expect(await back()).toEqual([])
  // Answered here on its own it is a source like any other.
  await jana.put(`${at}/answers/ZZI-T.1`, { answer: null, version: 1 })
  await jana.put(`${at}/answers/ZZI-T.1`, { answer: 'yes', version: 2 })
  expect((await back()).map(({ sources }) => sources[0]?.assessmentId)).toEqual([target.id])
})

test('coverage is told list by list, zero included, and a mapping to nothing reaches nothing', async ({ house }) => {
  const { give, jana, at, source, target, page } = await twoChecks(house, 'ZZJ')
  await give(5, 'yes')
  const covered = await jana.get(`${at}/coverage?from=${source.id}`)
  expect([covered.status, covered.body]).toMatchObject([
    200,
    {
      items: [
        {
          questions: 6,
          reached: 5,
          controls: 5,
          groups: [
            { title: 'Netze', questions: 5, reached: 5 },
            { title: 'Datensicherung', questions: 1, reached: 0 },
          ],
        },
      ],
    },
  ])
  const every = await jana.get<{ items: { from: { catalogId: string } }[] }>(`${at}/coverage`)
  expect(every.body.items.map(({ from }) => from.catalogId)).toContain(source.catalogId)
  expect((await jana.get(`${at}/coverage?from=${source.catalogId}`)).status).toBe(200)
  expect((await jana.get(`${at}/coverage?from=${target.id}`)).status).toBe(422)
  expect((await jana.get(`${at}/coverage?from=01940d1c-5c00-7a60-8000-0c1d2e3f4a5b`)).status).toBe(404)
  const browser = await house.signedIn(isb)
  const overview = await browser.get(page)
  expect(overview.text).toContain('Für Datensicherung gibt es noch keine amtliche Zuordnung.')
  expect(overview.text).not.toContain('GIBT.ES.NICHT')
  const list = await browser.get(`${page}?liste=G2`)
  expect(list.text).toContain('„Zuordnung ZZJ“, Fassung 1.0, Entwurf')
  expect(list.text).toContain('Beide überschneiden sich nur.')
})

test('a check that moves to another version takes along where its answers came from, and the old one gives nothing', async ({
  house,
}) => {
  const { give, jana, at, source } = await twoChecks(house, 'ZZQ')
  await give(1, 'yes')
  await jana.post(`${at}/proposals/ZZQ-T.1`, { answer: 'yes', note: '' })
  const each = [1, 2, 3, 4, 5, 6]
  const later = catalogOf(
    'Ziel ZZQ',
    each.map((which) => ({ id: `ZZQ-T.${which}`, group: which < 4 ? 'Vorne' : 'Hinten' })),
  )
  const catalogId = await importCatalog(house, later.replace('"version":"1.0"', '"version":"1.1"'))
  const moved = await jana.post<{ assessmentId: string }>(`${at}/migration`, { catalogId })
  expect(moved.status).toBe(200)
  const browser = await house.signedIn(isb)
  const question = `/pruefungen/${moved.body.assessmentId}/fragen/ZZQ-T.1`
  expect((await browser.get(question)).text).toContain('gleich, über ZZQ.1.A1-UA.1')
  const { body } = await jana.get<{ items: { from: { catalogId: string } }[] }>(`/assessments/${source.id}/coverage`)
  const giving = body.items.map(({ from }) => from.catalogId)
  expect([giving.includes(catalogId), giving.length]).toEqual([true, new Set(giving).size])
})

test('a question that is in both catalogs is proposed by its identity, under whatever number; with another text it is a hint', async ({
  house,
}) => {
  const editions = await editionsOf(house, 'Neben der bisherigen begonnen')
  await answerHalf(editions)
  const { jana, organizationId, id } = editions
  const begun = await jana.post<{ id: string }>('/assessments', { organizationId, catalogId: editions.new })
  const found = await jana.get<{ items: Proposal[] }>(`/assessments/${begun.body.id}/proposals`)
  const own = found.body.items.flatMap(({ controlId, answer, sources }) =>
    sources
      .filter(({ assessmentId }) => assessmentId === id)
      .map((source) => [controlId, answer, source.controlId, source.relationship]),
  )
  // NET.1 and NET.2 changed places; NET.4 is another requirement now, and nothing is said about it.
  expect(own).toEqual([
    ['NET.2', 'yes', 'NET.1', 'equal-to'],
    ['NET.3', null, 'NET.3', 'intersects-with'],
    ['RUF.2', null, 'TEL.2', 'intersects-with'],
  ])
  const page = await (await house.signedIn(isb)).get(`/pruefungen/${begun.body.id}/vorschlaege?liste=NET`)
  expect(page.text).toContain('dieselbe Frage (NET.1)')
  expect(page.text).toContain('dieselbe Frage mit anderem Text (NET.3)')
})
