// Many questions at once, back to what was before, and which questions a list shows.
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { assessor, hvb, isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { type AnswerJson, importCatalog, levelCatalog, ownOrganization, startCheck } from '../http/checks.ts'
import { dayFrom, office, personId } from '../people/cast.ts'

interface Many {
  count: number
  controlIds: string[]
  answeredAt: string
}

const questionsIn = (html: string): string[] => [...html.matchAll(/<li id="frage-([^"]+)"/g)].map(([, id = '']) => id)

async function check(house: TestHouse, title: string) {
  const started = await startCheck(house, isb, title)
  const jana = await house.as(isb)
  const at = `/assessments/${started.id}/answers`
  return {
    ...started,
    jana,
    at,
    answer: async (control: string) => (await jana.get<AnswerJson>(`${at}/${control}`)).body,
    page: `/pruefungen/${started.id}`,
  }
}

/** Signed off by both, as a row: how it is signed is tried elsewhere. */
const signedOff = (house: TestHouse, id: string): Promise<unknown> =>
  asOwner(house, (db) =>
    db
      .updateTable('security.assessment')
      .set({ in_review_at: house.clock.now().toString(), signed_off_at: house.clock.now().toString() })
      .where('id', '=', id)
      .execute(),
  )

test('what is still empty in a list becomes not applicable for one reason, and all of it is undone at once', async ({
  house,
}) => {
  const { jana, at, answer } = await check(house, 'Zusammen')
  await jana.put(`${at}/AKT.1.1`, { answer: 'yes', note: 'bleibt' })
  const wish = { groupKey: 'AKT', answer: 'notApplicable', note: 'Wir haben keine Akten.' }
  const done = await jana.post<Many>(`${at}/bulk`, wish)
  expect([done.status, done.body.count, done.body.controlIds.toSorted()]).toEqual([200, 2, ['AKT.0', 'AKT.1.1.1']])
  expect(await answer('AKT.0')).toMatchObject({ answer: 'notApplicable', note: wish.note, version: 1 })
  expect(await answer('AKT.1.1')).toMatchObject({ answer: 'yes', note: 'bleibt', version: 1 })
  expect((await jana.get(`${at}/TEL.1`)).status).toBe(404)
  expect((await jana.post(`${at}/bulk`, wish)).status).toBe(422)
  const tobias = await house.as(itStaff)
  expect((await tobias.put(`${at}/AKT.0`, { answer: 'no', version: 1 })).status).toBe(200)
  expect((await tobias.post(`${at}/undo`, { answeredAt: done.body.answeredAt })).status).toBe(422)
  const undone = await jana.post<Many>(`${at}/undo`, { answeredAt: done.body.answeredAt })
  expect([undone.status, undone.body.controlIds]).toEqual([200, ['AKT.1.1.1']])
  expect(await answer('AKT.1.1.1')).toMatchObject({ answer: null, version: 2 })
  expect(await answer('AKT.0')).toMatchObject({ answer: 'no', version: 2 })
  const again = await jana.post<Many>(`${at}/bulk`, {
    ...wish,
    groupKey: undefined,
    controlIds: ['AKT.1.1.1', 'TEL.1'],
  })
  expect(again.body.count).toBe(2)
})

test('one entry of the protocol stands for all of them', async ({ house }) => {
  const { jana, at } = await check(house, 'Protokoll')
  await jana.post(`${at}/bulk`, { groupKey: 'AKT', answer: 'notApplicable', note: 'Keine.' })
  const { body } = await (
    await house.as(hvb)
  ).get<{ items: { event: string; data: Record<string, unknown> }[] }>('/audit-events?limit=10')
  expect(body.items[0]).toMatchObject({ event: 'answers.setAside', data: { count: 3 } })
  expect(body.items[1]?.event).toBe('assessment.started')
})

test('without a reason, with both or neither, for another scale or another town it is refused', async ({ house }) => {
  const { jana, at } = await check(house, 'Falsch')
  const wish = { groupKey: 'AKT', answer: 'notApplicable', note: 'Grund' }
  for (const body of [
    { ...wish, note: '  ' },
    { ...wish, answer: 'yes' },
    { ...wish, controlIds: ['AKT.0'] },
    { ...wish, groupKey: undefined },
    { ...wish, groupKey: 'GIBTSNICHT' },
  ])
    expect([body, (await jana.post(`${at}/bulk`, body)).status]).toEqual([body, 422])
  for (const body of [{}, { controlId: 'AKT.0' }, { answeredAt: 'gestern' }])
    expect((await jana.post(`${at}/undo`, body)).status).toBe(422)
  expect((await (await house.as(assessor)).post(`${at}/bulk`, wish)).status).toBe(403)
  expect((await (await house.as(office)).post(`${at}/bulk`, wish)).status).toBe(404)
})

test('a delegate sets aside in the own lists only, whatever is named', async ({ house }) => {
  const { jana, at, id } = await check(house, 'Nur meine Listen')
  await jana.post(`/assessments/${id}/delegations`, { personId: await personId(house, office), groupKeys: ['TEL'] })
  const sabine = await house.as(office)
  const wish = { answer: 'notApplicable', note: 'Kein Telefon.' }
  expect((await sabine.post(`${at}/bulk`, { ...wish, groupKey: 'AKT' })).status).toBe(422)
  const done = await sabine.post<Many>(`${at}/bulk`, { ...wish, controlIds: ['AKT.0', 'TEL.1'] })
  expect([done.status, done.body.controlIds]).toEqual([200, ['TEL.1']])
})

test('the last own answer is undone, the first one taken back, and an earlier version brought back', async ({
  house,
}) => {
  const { jana, at, answer } = await check(house, 'Zurück')
  const undo = (version: number) => jana.post(`${at}/undo`, { controlId: 'AKT.0', version })
  await jana.put(`${at}/AKT.0`, { answer: 'no', note: 'Eins' })
  await jana.put(`${at}/AKT.0`, { answer: 'yes', note: 'Zwei', version: 1 })
  expect((await undo(1)).status).toBe(422)
  expect((await undo(2)).status).toBe(200)
  expect(await answer('AKT.0')).toMatchObject({ answer: 'no', note: 'Eins', version: 3 })
  const restored = await jana.post<AnswerJson>(`${at}/AKT.0/restorations`, { from: 2, version: 3 })
  expect([restored.status, restored.body]).toMatchObject([200, { answer: 'yes', note: 'Zwei', version: 4 }])
  expect((await jana.post(`${at}/AKT.0/restorations`, { from: 9, version: 4 })).status).toBe(422)
  expect((await jana.post(`${at}/AKT.0/restorations`, { from: 1, version: 3 })).status).toBe(409)
  await jana.put(`${at}/TEL.1`, { answer: 'yes' })
  await jana.post(`${at}/undo`, { controlId: 'TEL.1', version: 1 })
  expect(await answer('TEL.1')).toMatchObject({ answer: null, version: 2 })
})

test('without a script "Rückgängig" stands beside what was just saved, and the history restores', async ({ house }) => {
  const { page, answer } = await check(house, 'Ohne Skript')
  const browser = await house.signedIn(isb)
  const list = `${page}/fragen?auswahl=alle`
  await browser.get(list)
  const saved = await browser.post(`${page}/fragen/AKT.0/antwort`, { answer: 'no', version: '', zurueck: list })
  expect(saved.html).toContain(`action="${page}/fragen/AKT.0/rueckgaengig"`)
  const undone = await browser.post(`${page}/fragen/AKT.0/rueckgaengig`, { version: '1', zurueck: list })
  expect(undone.text).toContain('Die Frage steht wieder so da wie vorher.')
  expect(undone.text).toMatch(/noch offen, zurückgenommen \d\d:\d\d Uhr, Sie/)
  const restored = await browser.post(`${page}/fragen/AKT.0/wiederherstellen`, { from: '1', version: '2' })
  expect(restored.text).toContain('Die frühere Fassung gilt wieder')
  expect(await answer('AKT.0')).toMatchObject({ answer: 'no', version: 3 })
})

test('the page names how many questions are meant, keeps a reason, and offers the way back', async ({ house }) => {
  const { page, answer } = await check(house, 'Auf der Seite')
  const browser = await house.signedIn(isb)
  const path = `${page}/nicht-relevant`
  const asked = await browser.get(`${path}?liste=AKT`)
  expect(asked.text).toContain('1 offene Frage')
  expect(asked.text).toContain('Stattdessen die ganze Liste: 3 offene Fragen')
  const refused = await browser.post(path, { liste: 'AKT', ganz: 'ja', note: '' })
  expect([refused.status, refused.text.includes('Bitte schreiben Sie, warum.')]).toEqual([422, true])
  expect(refused.html).toMatch(/name="ganz"[^>]*checked/)
  const done = await browser.post(path, { liste: 'AKT', ganz: 'ja', note: 'Keine Akten.' })
  expect(done.text).toContain('3 Fragen sind als nicht relevant beantwortet.')
  const at = /name="am" value="([^"]+)"/.exec(done.html)?.[1] ?? ''
  const undone = await browser.post(`${page}/rueckgaengig`, { am: at, zurueck: `${page}/fragen?liste=AKT` })
  expect(undone.text).toContain('3 Fragen stehen wieder so da wie vorher.')
  expect(await answer('AKT.1.1')).toMatchObject({ answer: null })
  expect((await browser.get(`${path}?liste=GIBTSNICHT`)).status).toBe(404)
})

test('a next wave begins with answers to confirm: one by one, or all of a list, and that can be undone too', async ({
  house,
}) => {
  const { jana, at, id, organizationId, catalogId } = await check(house, 'Welle eins')
  for (const control of ['AKT.0', 'AKT.1.1', 'TEL.1'])
    await jana.put(`${at}/${control}`, { answer: 'yes', note: control })
  await signedOff(house, id)
  const wave = await jana.post<{ id: string }>('/assessments', { organizationId, catalogId })
  expect(wave.status).toBe(201)
  const next = `/assessments/${wave.body.id}/answers`
  const page = `/pruefungen/${wave.body.id}`
  const browser = await house.signedIn(isb)
  expect(questionsIn((await browser.get(`${page}/fragen?auswahl=bestaetigen`)).html)).toEqual([
    'AKT.0',
    'AKT.1.1',
    'TEL.1',
  ])
  const one = await browser.post(`${page}/bestaetigung`, { frage: 'TEL.1', zurueck: `${page}/fragen?liste=TEL` })
  expect(one.text).toContain('Die Antwort gilt weiter.')
  const many = await jana.post<Many>(`${next}/confirmation`, { groupKey: 'AKT' })
  expect([many.status, many.body.controlIds.toSorted()]).toEqual([200, ['AKT.0', 'AKT.1.1']])
  expect((await jana.get<AnswerJson & { unconfirmed: boolean }>(`${next}/AKT.0`)).body).toMatchObject({
    answer: 'yes',
    note: 'AKT.0',
    unconfirmed: false,
    version: 2,
  })
  expect((await jana.post(`${next}/confirmation`, { groupKey: 'AKT' })).status).toBe(422)
  expect((await jana.post(`${next}/undo`, { answeredAt: many.body.answeredAt })).status).toBe(200)
  expect((await jana.get<{ unconfirmed: boolean }>(`${next}/AKT.0`)).body.unconfirmed).toBe(true)
  expect((await jana.put(`${at}/AKT.0`, { answer: 'no', version: 1 })).status).toBe(422)
  expect((await jana.post(`${at}/undo`, { controlId: 'AKT.0', version: 1 })).status).toBe(422)
})

test('lists show what is mine, what has no evidence, what changed since a day and what holds a word', async ({
  house,
}) => {
  const { jana, at, id, page } = await check(house, 'Filter')
  await jana.post(`/assessments/${id}/delegations`, { personId: await personId(house, office), groupKeys: ['AKT'] })
  await jana.put(`${at}/AKT.0`, { answer: 'yes', note: '100% im Stahlschrank' })
  await jana.put(`${at}/TEL.1`, { answer: 'yes' })
  await jana.post(`${at}/TEL.1/evidence`, { link: 'https://a.example' })
  const browser = await house.signedIn(isb)
  const shown = async (query: string) => questionsIn((await browser.get(`${page}/fragen?${query}`)).html)
  expect(await shown('auswahl=meine')).toEqual(['TEL.1'])
  expect(await shown('auswahl=ohne-nachweis')).toEqual(['AKT.0'])
  expect(await shown('auswahl=ohne-nachweis&liste=TEL')).toEqual([])
  expect(await shown(`auswahl=alle&seit=${dayFrom(house, 0)}`)).toEqual(['AKT.0', 'TEL.1'])
  expect(await shown(`auswahl=alle&seit=${dayFrom(house, 1)}`)).toEqual([])
  expect(await shown('auswahl=alle&seit=2026-02-31')).toHaveLength(4)
  expect(await shown('auswahl=alle&suche=stahlSCHRANK')).toContain('AKT.0')
  expect(await shown('auswahl=alle&suche=100%25 im')).toEqual(['AKT.0'])
  expect(await shown('auswahl=alle&suche=1__ %25')).toEqual([])
  expect(await shown('auswahl=offen&suche=%00')).toHaveLength(2)
  const sabine = await house.signedIn(office)
  expect(questionsIn((await sabine.get(`${page}/fragen?auswahl=meine`)).html)).toEqual([
    'AKT.0',
    'AKT.1.1',
    'AKT.1.1.1',
  ])
})

test('a catalog in levels is answered on the page without a script, conflict and not applicable included', async ({
  house,
}) => {
  const catalogId = await importCatalog(house, levelCatalog())
  const jana = await house.as(isb)
  const organizationId = await ownOrganization(jana)
  const { body } = await jana.post<{ id: string }>('/assessments', { organizationId, catalogId })
  const page = `/pruefungen/${body.id}`
  const browser = await house.signedIn(isb)
  const list = `${page}/fragen?auswahl=alle`
  const first = await browser.get(list)
  const control = questionsIn(first.html)[0] ?? ''
  const target = `${page}/fragen/${control}/antwort`
  const half = await browser.post(target, { level: '2', target: '', version: '', zurueck: list })
  expect([half.status, half.text.includes('Bitte nennen Sie auch das Ziel.')]).toEqual([422, true])
  expect(half.html).toMatch(/<option value="2" selected/)
  await browser.post(target, { level: '2', target: '4', version: '', zurueck: list })
  expect((await jana.get(`/assessments/${body.id}/answers/${control}`)).body).toMatchObject({ level: 2, target: 4 })
  expect((await browser.get(`${page}/fragen/${control}`)).text).toContain('Stufe 2 von 4')
  await (await house.as(itStaff)).put(`/assessments/${body.id}/answers/${control}`, { level: 3, target: 4, version: 1 })
  const conflict = await browser.post(target, { level: '1', target: '3', version: '1', zurueck: list })
  expect([conflict.status, conflict.text.includes('Stufe 1 von 3'), conflict.text.includes('Stufe 3 von 4')]).toEqual([
    409,
    true,
    true,
  ])
  expect(conflict.html).toContain('name="target" value="3"')
  await browser.post(target, { answer: 'notApplicable', level: '3', target: '4', version: '2', zurueck: list })
  expect((await jana.get(`/assessments/${body.id}/answers/${control}`)).body).toMatchObject({
    answer: 'notApplicable',
    level: null,
  })
  expect((await browser.get(page)).text).toContain('der Ziele im Mittel erreicht')
})
