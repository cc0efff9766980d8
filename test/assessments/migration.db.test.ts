// A check goes on in a newer version of its catalog: answers follow the requirement, not its number, and nothing is lost.
import { expect } from 'vitest'
import { assessor, elbaue, hvb, isb, itStaff, manager, test } from '../harness/house.ts'
import { type AssessmentJson, importCatalog, levelCatalog } from '../http/checks.ts'
import { newsOf, office, personId } from '../people/cast.ts'
import { castOf, signAs } from '../review/cast.ts'
import {
  answerHalf,
  edition,
  editionsOf,
  first,
  idsOf,
  migrate,
  type MigrationJson,
  second,
  undo,
  versionsOf,
} from './editions.ts'

interface Check extends AssessmentJson {
  migratedFrom: string | null
  migratedTo: string | null
  closed: string | null
  wave: number
}

const saidIn = async (...args: Parameters<typeof versionsOf>) =>
  (await versionsOf(...args)).map(({ answer, note, unconfirmed }) => [answer, note, unconfirmed])

test('answers move with their requirement and all their versions, however the numbers were dealt anew', async ({
  house,
}) => {
  const check = await editionsOf(house, 'Umzug')
  const { jana, at } = check
  await answerHalf(check)
  const before = await versionsOf(jana, at, 'NET.1')
  const trial = await migrate(jana, check, true)
  expect([trial.status, trial.body.assessmentId]).toEqual([200, null])
  expect((await jana.get<Check>(at)).body.closed).toBe(null)

  const { status, body } = await migrate(jana, check)
  expect(status).toBe(200)
  expect([body.same, body.renumbered, body.changed, body.lost, body.new].map(idsOf)).toEqual([
    ['NET.3→NET.3'],
    ['NET.2→NET.1', 'NET.1→NET.2', 'TEL.1→RUF.1', 'TEL.2→RUF.2'],
    ['NET.3→NET.3', 'TEL.2→RUF.2'],
    ['NET.4→–'],
    ['–→NET.4'],
  ])
  expect(body.renumbered.items.map(({ answered }) => answered)).toEqual([false, true, false, true])
  const { assessmentId: _, ...told } = body
  const { assessmentId: __, ...foretold } = trial.body
  expect(told).toEqual(foretold)

  const there = `/assessments/${body.assessmentId}`
  // Silently where nothing changed: the same versions, by the same people, of the same time.
  expect(await versionsOf(jana, there, 'NET.2')).toEqual(before)
  expect(await saidIn(jana, there, 'NET.1')).toEqual([])
  expect(await saidIn(jana, there, 'NET.3')).toEqual([
    ['yes', 'Nur Dienstleister', false],
    ['yes', 'Nur Dienstleister', true],
  ])
  expect((await saidIn(jana, there, 'RUF.2')).at(-1)).toEqual(['no', 'Kommt noch', true])
  // The number of the lost one belongs to another requirement now.
  expect(await saidIn(jana, there, 'NET.4')).toEqual([])
  expect(await saidIn(jana, at, 'NET.4')).toEqual([['yes', 'Abgebaut 2019', false]])
  const [old, fresh] = [(await jana.get<Check>(at)).body, (await jana.get<Check>(there)).body]
  expect([old.state, old.closed, old.migratedTo]).toEqual(['open', 'moved', body.assessmentId])
  expect([fresh.state, fresh.closed, fresh.migratedFrom, fresh.progress]).toEqual([
    'open',
    null,
    check.id,
    { answered: 1, total: 6 },
  ])
  const shown = await jana.get<MigrationJson>(`${at}/migration`)
  expect(shown.body).toMatchObject({ ...told, assessmentId: body.assessmentId, undone: false })
  expect((await jana.get<MigrationJson>(`${there}/migration`)).body).toEqual(shown.body)
  const martin = await house.as(hvb)
  const audit = await martin.get<{ items: { event: string }[] }>('/audit-events?limit=3')
  expect(audit.body.items[0]?.event).toBe('assessment.migrated')
  // Once more says what was done, and does nothing.
  expect((await migrate(jana, check)).body).toEqual(body)
})

test('by number alone answers would stand at foreign requirements (negative control)', async ({ house }) => {
  const check = await editionsOf(house, 'Nur nach Nummer')
  await answerHalf(check)
  const { body } = await migrate(check.jana, check)
  const there = `/assessments/${body.assessmentId}`
  const byNumber = first.filter(({ id }) => second.some((one) => one.id === id)).map(({ id }) => id)
  const foreign = byNumber.filter((id) => first.find((o) => o.id === id)?.key !== second.find((o) => o.id === id)?.key)
  expect(foreign).toEqual(['NET.1', 'NET.2', 'NET.4'])
  expect((await saidIn(check.jana, there, 'NET.2')).at(-1)?.[1]).toBe('Hängt im Serverraum')
  for (const id of ['NET.1', 'NET.4']) expect(await saidIn(check.jana, there, id)).toEqual([])
})

test('evidence, comments, verdicts, remarks and lists go along, and a file removed in one stays in the other', async ({
  house,
}) => {
  const check = await editionsOf(house, 'Alles dabei')
  const { jana, at } = check
  await answerHalf(check)
  const form = new FormData()
  form.set('title', 'Netzplan')
  form.set('file', new Blob(['%PDF-1.7\nPlan']), 'plan.pdf')
  const proof = await jana.post<{ id: string; file: { id: string } }>(`${at}/answers/NET.1/evidence`, form)
  expect(proof.status).toBe(201)
  expect((await jana.post(`${at}/answers/NET.1/comments`, { text: 'Wer zeichnet ihn?' })).status).toBe(201)
  const arne = await house.as(assessor)
  expect((await arne.put(`${at}/reviews/NET.1`, { verdict: 'confirmed' })).status).toBe(200)
  expect((await arne.put(`${at}/reviews/TEL.2`, { verdict: 'disputed', remark: 'Steht da.' })).status).toBe(200)
  expect((await jana.post(`${at}/reviews/TEL.2/remarks`, { text: 'Wo denn?' })).status).toBe(201)
  const sabine = await personId(house, office)
  expect((await jana.post(`${at}/delegations`, { personId: sabine, groupKeys: ['TEL'] })).status).toBe(201)

  const { body } = await migrate(jana, check)
  const there = `/assessments/${body.assessmentId}`
  const list = await jana.get<{ items: { id: string; file: { id: string } }[] }>(`${there}/answers/NET.2/evidence`)
  const [moved] = list.body.items
  expect(list.body.items).toHaveLength(1)
  expect(moved?.file.id).not.toBe(proof.body.file.id)
  expect((await jana.get(`/files/${moved?.file.id}`)).text).toBe('%PDF-1.7\nPlan')
  expect((await jana.call('DELETE', `${there}/answers/NET.2/evidence/${moved?.id}`)).status).toBe(200)
  expect((await jana.get(`/files/${moved?.file.id}`)).status).toBe(404)
  expect((await jana.get(`/files/${proof.body.file.id}`)).text).toBe('%PDF-1.7\nPlan')
  const comments = await jana.get<{ items: { text: string }[] }>(`${there}/answers/NET.2/comments`)
  expect(comments.body.items.map(({ text }) => text)).toEqual(['Wer zeichnet ihn?'])
  expect((await arne.get(`${there}/reviews/NET.2`)).text).toContain('confirmed')
  expect((await arne.get(`${there}/reviews/RUF.2`)).text).toContain('Wo denn?')

  // The list TEL became RUF; the colleague sees that one, and no other.
  const colleague = await house.as(office)
  expect((await colleague.get<Check>(there)).body.groups.map(({ key }) => key)).toEqual(['RUF'])
  expect((await colleague.put(`${there}/answers/RUF.1`, { answer: 'yes' })).status).toBe(200)
  expect((await colleague.get(`${there}/answers/NET.2`)).status).toBe(404)
  expect((await newsOf(house, office))[0]).toMatch(/Jana Wiesner hat „Alles dabei“ in die Fassung 2\.0 überführt/)
})

test('the check that was moved stays as it is: every way to change it says where it goes on', async ({ house }) => {
  const check = await editionsOf(house, 'Zu')
  const { jana, at, id } = check
  await answerHalf(check)
  await migrate(jana, check)
  const martin = await house.as(hvb)
  const arne = await house.as(assessor)
  const tries = [
    await jana.put(`${at}/answers/NET.2`, { answer: 'yes' }),
    await jana.post(`${at}/answers/NET.1/evidence`, { link: 'https://a.example/' }),
    await jana.post(`${at}/answers/NET.1/comments`, { text: 'Noch etwas' }),
    await jana.post(`${at}/delegations`, { personId: await personId(house, office), groupKeys: ['TEL'] }),
    await arne.put(`${at}/reviews/NET.1`, { verdict: 'confirmed' }),
    await arne.post(`${at}/reviews/NET.1/remarks`, { text: 'Hm' }),
    await jana.post(`${at}/answers/bulk`, { groupKey: 'NET', answer: 'notApplicable', note: 'Alles' }),
    await martin.post(`${at}/sign-offs`, { side: 'organization', password: 'lotsenwerk-demo' }),
  ]
  for (const [n, { status, text }] of tries.entries())
    expect([n, status, text]).toEqual([n, 422, expect.stringContaining('in eine neue Fassung des Katalogs überführt')])
  const browser = await house.signedIn(isb)
  for (const path of ['', '/fragen?auswahl=alle', '/fragen/NET.1', '/ergebnisse', '/abnahme', '/zustaendig'])
    expect([path, (await browser.get(`/pruefungen/${id}${path}`)).status]).toEqual([path, 200])
  expect((await browser.get('/pruefungen')).text).toContain('Überführt')
  // Another check on the old version may begin: this one does not run any more.
  const again = await jana.post<Check>('/assessments', { organizationId: check.organizationId, catalogId: check.old })
  expect([again.status, again.body.wave]).toEqual([201, 2])
  expect((await undo(jana, at)).body.title).toContain('neue Prüfung begonnen')
})

test('undone after half was confirmed, nothing is lost, and moved again it is all there', async ({ house }) => {
  const check = await editionsOf(house, 'Zurück')
  const { jana, at } = check
  await answerHalf(check)
  const done = (await migrate(jana, check)).body
  const there = `/assessments/${done.assessmentId}`
  const tobias = await house.as(itStaff)
  // One confirmed as it was, one confirmed with another answer, one answered anew, one first answered, one wholly new.
  expect((await tobias.put(`${there}/answers/NET.3`, { answer: 'yes', version: 2 })).status).toBe(200)
  expect((await tobias.put(`${there}/answers/RUF.2`, { answer: 'yes', note: 'Ist da', version: 2 })).status).toBe(200)
  expect((await tobias.put(`${there}/answers/NET.2`, { answer: 'no', version: 2 })).status).toBe(200)
  expect((await tobias.put(`${there}/answers/RUF.1`, { answer: 'yes', note: 'Neu' })).status).toBe(200)
  expect((await tobias.put(`${there}/answers/NET.4`, { answer: 'yes', note: 'WPA3' })).status).toBe(200)
  expect((await tobias.post(`${there}/answers/NET.2/comments`, { text: 'Plan ist alt' })).status).toBe(201)

  const undone = await undo(jana, there)
  expect([undone.status, undone.body]).toMatchObject([
    200,
    { assessmentId: check.id, undone: true, carriedBack: 3, left: 1 },
  ])
  const back = (await jana.get<Check>(at)).body
  expect([back.closed, back.migratedTo]).toEqual([null, null])
  expect((await jana.get<Check>(there)).body.closed).toBe('undone')
  // Confirmed without a change: the old one says the same already.
  expect(await saidIn(jana, at, 'NET.3')).toEqual([['yes', 'Nur Dienstleister', false]])
  expect(await saidIn(jana, at, 'TEL.2')).toEqual([
    ['no', 'Kommt noch', false],
    ['yes', 'Ist da', true],
  ])
  expect((await versionsOf(jana, at, 'NET.1')).at(-1)).toMatchObject({
    answer: 'no',
    unconfirmed: false,
    answeredBy: { name: 'Jana Wiesner' },
  })
  expect(await saidIn(jana, at, 'TEL.1')).toEqual([['yes', 'Neu', false]])
  expect(await saidIn(jana, there, 'NET.4')).toEqual([['yes', 'WPA3', false]])
  expect((await jana.get(`${at}/answers/NET.1/comments`)).text).toContain('Plan ist alt')
  expect((await jana.put(`${there}/answers/NET.4`, { answer: 'no', version: 1 })).text).toContain('zurückgenommen')
  // A second click.
  expect((await undo(jana, at)).status).toBe(422)
  expect((await undo(jana, there)).body).toMatchObject({ undone: true, assessmentId: check.id })

  const again = await migrate(jana, check)
  expect([again.status, again.body.assessmentId === done.assessmentId]).toEqual([200, false])
  const anew = `/assessments/${again.body.assessmentId}`
  expect((await saidIn(jana, anew, 'NET.4')).at(-1)).toEqual(['yes', 'WPA3', true])
  expect((await saidIn(jana, anew, 'NET.2')).at(-1)).toEqual(['no', 'Hängt im Serverraum', false])
  expect((await saidIn(jana, anew, 'RUF.2')).at(-1)).toEqual(['yes', 'Ist da', true])
})

test('once somebody has signed the new one it is not undone any more; in review nothing is moved', async ({
  house,
}) => {
  const check = await editionsOf(house, 'Unterschrieben')
  const { jana, at } = check
  const martin = await house.as(hvb)
  const sign = { side: 'organization', password: 'lotsenwerk-demo' }
  const signed = await martin.post<{ signOff: { id: string } }>(`${at}/sign-offs`, sign)
  expect(signed.status).toBe(201)
  const early = await migrate(jana, check)
  expect([early.status, early.body.title]).toEqual([
    422,
    expect.stringContaining('Unterschrift auf der Seite „Abnahme“'),
  ])
  expect(
    (await martin.post(`${at}/sign-offs/${signed.body.signOff.id}/withdrawal`, { reason: 'Noch nicht' })).status,
  ).toBe(200)
  const { body } = await migrate(jana, check)
  const there = `/assessments/${body.assessmentId}`
  expect((await martin.post(`${there}/sign-offs`, sign)).status).toBe(201)
  expect((await undo(jana, at)).body.title).toContain('schon jemand unterschrieben')
})

test('a signed check stays signed: the new one is a next wave in which everything asks for confirmation', async ({
  house,
}) => {
  const check = await editionsOf(house, 'Abgenommen')
  const { jana, at } = check
  await answerHalf(check)
  const cast = { ...(await castOf(house, 'Andere Prüfung')), path: at, id: check.id }
  expect((await signAs(cast.jana, cast, 'organization')).status).toBe(201)
  expect((await signAs(cast.arne, cast, 'assessor')).status).toBe(201)
  const { body } = await migrate(jana, check)
  const there = `/assessments/${body.assessmentId}`
  const old = (await jana.get<Check>(at)).body
  expect([old.state, old.closed, old.migratedTo]).toEqual(['signedOff', null, body.assessmentId])
  expect((await saidIn(jana, there, 'NET.2')).at(-1)).toEqual(['yes', 'Hängt im Serverraum', true])
  expect((await jana.get<Check>(there)).body.progress.answered).toBe(0)
  expect((await jana.put(`${there}/answers/NET.2`, { answer: 'no', version: 3 })).status).toBe(200)
  expect((await undo(jana, there)).body).toMatchObject({ assessmentId: check.id, carriedBack: 0, left: 1 })
  expect((await jana.get<Check>(at)).body).toMatchObject({ state: 'signedOff', closed: null })
  const again = `/assessments/${(await migrate(jana, check)).body.assessmentId}`
  expect((await saidIn(jana, again, 'NET.2')).at(-1)).toEqual(['no', 'Hängt im Serverraum', true])
})

test('what cannot be moved is refused with a sentence', async ({ house }) => {
  const check = await editionsOf(house, 'Abgelehnt')
  const { jana, at, organizationId } = check
  const other = await importCatalog(
    house,
    edition('Ganz anders', '1.0', [{ id: 'X.1', key: 99, title: 'X', text: 'X' }]),
  )
  const levels = await importCatalog(house, levelCatalog())
  const to = (catalogId: unknown) => jana.post<{ title: string }>(`${at}/migration`, { catalogId })
  expect((await to(check.old)).body.title).toContain('hat diese Fassung schon')
  expect((await to(other)).body.title).toContain('keine Anforderung gemeinsam')
  expect((await to(levels)).body.title).toContain('in Stufen')
  expect((await to('01940d1c-5c00-7a60-8000-000000000000')).status).toBe(404)
  expect((await to(undefined)).status).toBe(422)
  expect((await undo(jana, at)).body.title).toContain('nicht aus einer anderen Fassung')
  expect((await jana.get(`${at}/migration`)).status).toBe(404)
  const running = await jana.post<Check>('/assessments', { organizationId, catalogId: check.new })
  expect((await to(check.new)).body.title).toContain(`/pruefungen/${running.body.id}`)
})

test('only who answers the whole check moves it: no delegate, no assessor, nobody from elsewhere', async ({
  house,
}) => {
  const check = await editionsOf(house, 'Wer darf')
  const { jana, at } = check
  const sabine = await personId(house, office)
  await jana.post(`${at}/delegations`, { personId: sabine, groupKeys: ['TEL'] })
  for (const [who, status] of [
    [office, 403],
    [assessor, 403],
    [elbaue, 404],
    [manager, 404],
  ] as const)
    for (const reply of [await migrate(await house.as(who), check), await undo(await house.as(who), at)])
      expect([who, reply.status]).toEqual([who, status])
  expect((await migrate(await house.as(hvb), check)).status).toBe(200)
  expect((await (await house.as(office)).get(`${at}/migration`)).status).toBe(403)
  expect((await (await house.as(assessor)).get(`${at}/migration`)).status).toBe(200)
})
