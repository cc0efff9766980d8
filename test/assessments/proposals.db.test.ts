// Proposals on their pages, for all who may see a check and for those who may not, and three frameworks side by side.
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { assessor, elbaue, hvb, isb, itStaff, manager, test } from '../harness/house.ts'
import { office, personId } from '../people/cast.ts'
import { catalogOf, checkOn, mappingOf } from './mapped-catalogs.ts'
import { type Proposal, twoChecks } from './two-checks.ts'

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
    {
      controlId: 'ZZM-B.1',
      answer: null,
      sources: [{ relationship: 'intersects-with', via: [{ collectionId: null }] }],
    },
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
  expect(one.text).toMatch(/ZZP-T\.3\s+nur zum Teil/)
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
