// One answer for several frameworks: what others say is proposed, and never an answer by itself.
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { assessor, elbaue, hvb, isb, itStaff, manager, test, type TestHouse } from '../harness/house.ts'
import { type AnswerJson, type AssessmentJson } from '../http/checks.ts'
import { office, personId } from '../people/cast.ts'
import { catalogOf, checkOn, mappingOf } from './mapped-catalogs.ts'

interface Source {
  assessmentId: string
  controlId: string
  answer: string | null
  version: number
  relationship: string
  says: string | null
  confidence: string
  via: { requirementId: string; sourceId: string; collectionId: string | null }[]
}

interface Proposal {
  controlId: string
  answer: string | null
  confidence: string
  why: string
  declined: boolean
  unconfirmed: boolean
  version: number | null
  sources: Source[]
}

interface Many {
  count: number
  controlIds: string[]
  answeredAt: string
}

interface Decision {
  declined: boolean
  answer: AnswerJson | null
}

/**
 * Two checks of Musterstadt: questions Q.1 to Q.6 that each name a requirement, related to T.1 to T.6 by parts of it. `name` keeps the
 * stories of this file apart.
 */
async function twoChecks(house: TestHouse, name: string) {
  const requirement = (at: number): string => `${name}.${at}.A1`
  const each = [1, 2, 3, 4, 5, 6]
  const source = await checkOn(
    house,
    isb,
    catalogOf(
      `Quelle ${name}`,
      each.map((at) => ({
        id: `${name}-Q.${at}`,
        requirements: [requirement(at)],
        group: at === 6 ? 'Datensicherung' : 'Netze',
      })),
    ),
  )
  const target = await checkOn(
    house,
    isb,
    catalogOf(
      `Ziel ${name}`,
      each.map((at) => ({ id: `${name}-T.${at}`, group: at < 4 ? 'Vorne' : 'Hinten' })),
    ),
  )
  const part = (at: number): string => `${requirement(at)}-UA.1`
  const collection = await mappingOf(house, `Zuordnung ${name}`, [
    [part(1), 'equal-to', `${name}-T.1`],
    [part(2), 'superset-of', `${name}-T.2`],
    [part(3), 'subset-of', `${name}-T.3`],
    [part(4), 'equivalent-to', `${name}-T.4`, 'default'],
    [part(5), 'intersects-with', `${name}-T.5`],
    [part(5), 'equal-to', `${name}-GIBT.ES.NICHT`],
  ])
  const jana = await house.as(isb)
  const give = (at: number, answer: string | null, more: object = {}) =>
    jana.put<AnswerJson>(`/assessments/${source.id}/answers/${name}-Q.${at}`, { answer, ...more })
  const at = `/assessments/${target.id}`
  return {
    jana,
    source,
    target,
    collection,
    give,
    at,
    proposals: async (query = '') =>
      (await jana.get<{ items: Proposal[]; next: string | null }>(`${at}/proposals${query}`)).body.items.filter(
        ({ sources }) => sources.some(({ assessmentId }) => assessmentId === source.id),
      ),
    answer: async (question: number) => (await jana.get<AnswerJson>(`${at}/answers/${name}-T.${question}`)).body,
    progress: async () => (await jana.get<AssessmentJson>(at)).body.progress.answered,
    page: `/pruefungen/${target.id}/vorschlaege`,
    question: (which: number) => `/pruefungen/${target.id}/fragen/${name}-T.${which}`,
    sourceQuestion: (which: number) => `/pruefungen/${source.id}/fragen/${name}-Q.${which}`,
  }
}

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
    (
      await jana.get<{ items: Proposal[] }>(`/assessments/${source.id}/proposals`)
    ).body.items.filter(({ controlId }) => controlId === 'ZZI-Q.1')
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
      questions: 6,
      reached: 5,
      controls: 5,
      groups: [
        { title: 'Netze', questions: 5, reached: 5 },
        { title: 'Datensicherung', questions: 1, reached: 0 },
      ],
    },
  ])
  expect((await jana.get(`${at}/coverage?from=${source.catalogId}`)).status).toBe(200)
  expect((await jana.get(`${at}/coverage?from=${target.id}`)).status).toBe(422)
  expect((await jana.get(`${at}/coverage?from=01940d1c-5c00-7a60-8000-0c1d2e3f4a5b`)).status).toBe(404)
  const browser = await house.signedIn(isb)
  const overview = await browser.get(page)
  expect(overview.text).toContain('Für Datensicherung gibt es noch keine amtliche Zuordnung.')
  expect(overview.text).not.toContain('GIBT.ES.NICHT')
  const list = await browser.get(`${page}?liste=G2`)
  expect(list.text).toContain('„Zuordnung ZZJ“, Fassung 1.0, amtlicher Entwurf')
  expect(list.text).toContain('Beide überschneiden sich nur.')
})

test('on the page one is taken, one declined, one refused without losing a word, and the rest taken together', async ({
  house,
}) => {
  const { give, jana, page, answer, at } = await twoChecks(house, 'ZZK')
  for (const which of [1, 2]) await give(which, 'yes', { note: 'Aus dem Rathaus' })
  await give(3, 'yes')
  const browser = await house.signedIn(isb)
  const list = await browser.get(`${page}?liste=G1`)
  expect(list.text).toContain('Übernommen aus „Quelle ZZK“, ZZK-Q.1: Ja. Notiz dort: Aus dem Rathaus')
  const seen = /action="[^"]+ZZK-T\.1"[\s\S]*?name="quellen" value="([^"]+)"/.exec(list.html)?.[1] ?? ''
  const sources = seen.replaceAll('&quot;', '"')
  const refused = await browser.post(`${page}/ZZK-T.3`, { version: '', note: 'Noch kein Urteil', quellen: '' })
  expect([refused.status, refused.text.includes('Bitte wählen Sie Ja, Nein oder Nicht relevant.')]).toEqual([422, true])
  expect(refused.text).toContain('Noch kein Urteil')
  const taken = await browser.post(`${page}/ZZK-T.1`, { version: '', answer: 'yes', note: 'So', quellen: sources })
  expect(taken.text).toContain('Übernommen: „Anforderung ZZK-T.1“. Die Antwort zählt.')
  const declined = await browser.post(`${page}/ZZK-T.3/ablehnen`, {})
  expect(declined.text).toContain('Wieder vorschlagen')
  expect((await browser.post(`${page}/ZZK-T.3/wieder`, {})).text).toContain('steht der Vorschlag wieder da')
  // Somebody has answered meanwhile: it stays, and that is told.
  const all = await browser.post(`${page}/alle`, { liste: 'G1', gezeigt: '2' })
  expect(all.text).toContain('1 Antwort ist vorgemerkt. Sie zählen, sobald Sie sie bestätigen.')
  expect(all.text).toContain('Eine Frage wurde inzwischen beantwortet')
  expect(all.text).toContain('1 Antwort in einem Zug gegeben')
  expect(await answer(2)).toMatchObject({ unconfirmed: true })
  const am = /name="am" value="([^"]+)"/.exec(all.html)?.[1] ?? ''
  await browser.post(`/pruefungen/${at.split('/')[2]}/rueckgaengig`, { am, zurueck: '' })
  expect(await answer(2)).toMatchObject({ answer: null, version: 2 })
  await jana.put(`${at}/answers/ZZK-T.2`, { answer: 'no', version: 2 })
  const late = await browser.post(`${page}/ZZK-T.2`, { version: '2', answer: 'yes', note: 'spät', quellen: '' })
  expect([late.status, late.text.includes('inzwischen beantwortet')]).toEqual([422, true])
  expect((await browser.get(`${page}?liste=GIBTSNICHT`)).status).toBe(404)
})

test('a check in levels shows what others say and proposes no value', async ({ house }) => {
  const { give, jana } = await twoChecks(house, 'ZZL')
  await give(1, 'yes')
  const levels = await checkOn(house, isb, catalogOf('Stufen ZZL', [{ id: 'ZZL-L.1' }], { levels: true }))
  await mappingOf(house, 'Stufenzuordnung ZZL', [['ZZL-Q.1', 'equal-to', 'ZZL-L.1']])
  const { body } = await jana.get<{ items: Proposal[] }>(`/assessments/${levels.id}/proposals`)
  expect(body.items).toMatchObject([{ controlId: 'ZZL-L.1', answer: null, confidence: 'none' }])
  const shown = await (await house.signedIn(isb)).get(`/pruefungen/${levels.id}/vorschlaege?liste=G1`)
  expect(shown.text).toContain('Diese Prüfung wird in Stufen beantwortet.')
  expect((await jana.post(`/assessments/${levels.id}/proposals/ZZL-L.1`, { answer: 'yes' })).status).toBe(422)
})

test('questions that name the same requirement are a hint to each other, without any collection', async ({ house }) => {
  const one = await checkOn(house, isb, catalogOf('Eins ZZM', [{ id: 'ZZM-A.1', requirements: ['ZZM.1.A1'] }]))
  const two = await checkOn(house, isb, catalogOf('Zwei ZZM', [{ id: 'ZZM-B.1', requirements: ['ZZM.1.A1'] }]))
  const jana = await house.as(isb)
  await jana.put(`/assessments/${one.id}/answers/ZZM-A.1`, { answer: 'yes' })
  const { body } = await jana.get<{ items: Proposal[] }>(`/assessments/${two.id}/proposals`)
  expect(body.items).toMatchObject([
    { controlId: 'ZZM-B.1', answer: null, sources: [{ relationship: 'intersects-with', via: [{ collectionId: null }] }] },
  ])
  // A person may decide nevertheless, and then it stands where it came from.
  const taken = await jana.post(`/assessments/${two.id}/proposals/ZZM-B.1`, { answer: 'yes', note: 'Ist dasselbe.' })
  expect(taken.status).toBe(200)
  const overview = await (await house.signedIn(isb)).get(`/pruefungen/${two.id}/vorschlaege`)
  expect(overview.text).toContain('gibt es noch keine amtliche Zuordnung. Gezeigt wird, was dieselbe Anforderung nennt')
})

test('a delegate decides in the own lists, the assessor reads, others find nothing', async ({ house }) => {
  const { give, jana, at, page, source, target } = await twoChecks(house, 'ZZN')
  await give(1, 'yes')
  await give(4, 'yes')
  const read = async (email: string) => (await (await house.as(email)).get(`${at}/proposals`)).status
  const take = async (email: string, question: string) =>
    (await (await house.as(email)).post(`${at}/proposals/${question}`, { answer: 'yes', note: '' })).status
  for (const email of [elbaue, manager, office]) {
    expect([email, await read(email), await take(email, 'ZZN-T.1')]).toEqual([email, 404, 404])
    expect((await (await house.as(email)).post(`${at}/proposals`, { group: 'G1' })).status).toBe(404)
    expect((await (await house.as(email)).get(`${at}/coverage?from=${source.id}`)).status).toBe(404)
  }
  const sabine = await personId(house, office)
  await jana.post(`${at}/delegations`, { personId: sabine, groupKeys: ['G1'] })
  // Without a look into the source nothing is proposed.
  const seen = async () =>
    (await (await house.as(office)).get<{ items: Proposal[] }>(`${at}/proposals`)).body.items.map(
      ({ controlId }) => controlId,
    )
  expect(await seen()).toEqual([])
  await jana.post(`/assessments/${source.id}/delegations`, { personId: sabine, groupKeys: ['G1'] })
  expect(await seen()).toEqual(['ZZN-T.1'])
  expect(await take(office, 'ZZN-T.4')).toBe(404)
  expect((await (await house.as(office)).post(`${at}/proposals`, { group: 'G2' })).status).toBe(422)
  expect(await take(office, 'ZZN-T.1')).toBe(200)
  expect([await read(assessor), await take(assessor, 'ZZN-T.4')]).toEqual([200, 403])
  const visitor = await house.signedIn(assessor)
  const shown = await visitor.get(`${page}?liste=G2`)
  expect([shown.status, shown.text.includes('Entscheiden können andere')]).toEqual([200, true])
  expect(shown.html).not.toContain('Nicht übernehmen')
  const reads = await (
    await house.as(hvb)
  ).get<{ items: { event: string; subjectId?: string }[] }>('/audit-events?event=assessment.read&limit=50')
  const noted = reads.body.items.map(({ subjectId }) => subjectId)
  expect(noted).toEqual(expect.arrayContaining([source.id, target.id]))
})

test('once somebody has signed, nothing is taken or declined', async ({ house }) => {
  const { give, jana, at, target } = await twoChecks(house, 'ZZO')
  await give(1, 'yes')
  await asOwner(house, (db) =>
    db
      .updateTable('security.assessment')
      .set({ in_review_at: house.clock.now().toString() })
      .where('id', '=', target.id)
      .execute(),
  )
  expect((await jana.post(`${at}/proposals/ZZO-T.1`, { answer: 'yes', note: '' })).status).toBe(422)
  expect((await jana.call('DELETE', `${at}/proposals/ZZO-T.1`)).status).toBe(422)
  expect((await jana.post(`${at}/proposals`, { group: 'G1' })).status).toBe(422)
})

test('three frameworks stand on one page, down to one answer, with what is missing said plainly', async ({ house }) => {
  const { give, source, target } = await twoChecks(house, 'ZZP')
  await give(1, 'yes')
  const browser = await house.signedIn(itStaff)
  const path = `/pruefungen/rahmenwerke?pruefung=${source.id}&ziel=${target.catalogId}`
  const lists = await browser.get(path)
  expect(lists.status).toBe(200)
  expect(lists.text).toContain('1 von 6')
  expect(lists.text).toContain('2 nur zum Teil, 1 Ziel fehlt dort')
  expect(lists.text).toContain('Noch keine amtliche Zuordnung')
  expect(lists.text).toContain('Vorschläge für „Ziel ZZP“ ansehen')
  const one = await browser.get(`${path}&liste=G1`)
  expect(one.text).toContain('ZZP-T.3 (nur zum Teil)')
  const question = await browser.get(`${path}&liste=G1&frage=ZZP-Q.5`)
  expect(question.text).toContain('ZZP.5.A1-UA.1')
  expect(question.text).toContain('ZZP-GIBT.ES.NICHT: in „Ziel ZZP“ nicht mehr vorhanden')
  const none = await browser.get(`${path}&frage=ZZP-Q.6`)
  expect(none.text).toContain('Von dieser Anforderung führt noch keine amtliche Zuordnung zu „Ziel ZZP“.')
  expect((await browser.get(`${path}&liste=GIBTSNICHT`)).status).toBe(404)
  expect((await browser.get('/pruefungen/rahmenwerke')).status).toBe(200)
  expect((await browser.get(`/pruefungen/rahmenwerke?pruefung=${target.id}`)).status).toBe(200)
  const stranger = await house.signedIn(manager)
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get('/pruefungen/rahmenwerke')).text).toContain('Noch keine Prüfung')
})
