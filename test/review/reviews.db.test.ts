// What the assessor says about an answer, and what both sides say to it.
import { describe, expect } from 'vitest'
import { assessor, elbaue, isb, itStaff, manager, test } from '../harness/house.ts'
import { castOf, newsOf, toldTo, signAs } from './cast.ts'

interface ReviewJson {
  controlId: string
  verdict: string
  remark: string
  version: number
  answerVersion: number | null
  changedSince: boolean
  reviewedBy: { name: string | null }
}

interface DiscussionJson {
  review: ReviewJson | null
  history: { version: number; verdict: string }[]
  remarks: { side: string; text: string; writtenBy: { name: string | null } }[]
}

describe('a verdict', () => {
  test('is given by the assigned assessor, in versions, about the answer that was seen', async ({ house }) => {
    const { path, jana, arne } = await castOf(house, 'Urteile')
    const review = `${path}/reviews/AKT.1.1`
    const confirmed = await arne.put<ReviewJson>(review, { verdict: 'confirmed' })
    expect(confirmed.status).toBe(200)
    expect(confirmed.body).toMatchObject({ verdict: 'confirmed', version: 1, answerVersion: 1, changedSince: false })
    await jana.put(`${path}/answers/AKT.1.1`, { answer: 'no', version: 1 })
    const seen = await jana.get<DiscussionJson>(review)
    expect(seen.body.review).toMatchObject({ verdict: 'confirmed', answerVersion: 1, changedSince: true })
    await arne.put(review, { verdict: 'comment', remark: 'Danke für die Offenheit.', answerVersion: 2 })
    expect((await jana.get<DiscussionJson>(review)).body.history.map(({ verdict }) => verdict)).toEqual([
      'comment',
      'confirmed',
    ])
  })

  test('is not given by the municipality, the cooperative or a stranger', async ({ house }) => {
    const { path, jana } = await castOf(house, 'Wer urteilt')
    const verdict = { verdict: 'confirmed' }
    expect((await jana.put(`${path}/reviews/AKT.1.1`, verdict)).status).toBe(403)
    for (const email of [manager, elbaue])
      expect((await (await house.as(email)).put(`${path}/reviews/AKT.1.1`, verdict)).status).toBe(404)
  })

  test('about an answer that has changed meanwhile is 409 with the new one; nothing is written', async ({ house }) => {
    const { path, jana, arne } = await castOf(house, 'Inzwischen geändert')
    await jana.put(`${path}/answers/AKT.1.1`, { answer: 'no', version: 1 })
    const late = await arne.put<{ answerVersion: number; theirs: { answer: string } }>(`${path}/reviews/AKT.1.1`, {
      verdict: 'confirmed',
      answerVersion: 1,
    })
    expect([late.status, late.body.answerVersion, late.body.theirs.answer]).toEqual([409, 2, 'no'])
    expect((await arne.get<DiscussionJson>(`${path}/reviews/AKT.1.1`)).body.review).toBeNull()
  })

  test('needs an answer to confirm, and words to dispute or to comment', async ({ house }) => {
    const { path, arne } = await castOf(house, 'Ohne Worte')
    for (const [control, verdict, field] of [
      ['TEL.1', 'confirmed', 'verdict'],
      ['AKT.1.1', 'disputed', 'remark'],
      ['AKT.1.1', 'comment', 'remark'],
      ['AKT.1.1', 'vielleicht', 'verdict'],
    ]) {
      const refused = await arne.put<{ errors: { path: string }[] }>(`${path}/reviews/${control}`, { verdict })
      expect([control, verdict, refused.status, refused.body.errors[0]?.path]).toEqual([control, verdict, 422, field])
    }
    expect(
      (await arne.put(`${path}/reviews/TEL.1`, { verdict: 'comment', remark: 'Bitte noch ansehen.' })).status,
    ).toBe(200)
    expect((await arne.put(`${path}/reviews/GIBT.ES.NICHT`, { verdict: 'confirmed' })).status).toBe(404)
  })

  test('sent twice is one version', async ({ house }) => {
    const { path, arne } = await castOf(house, 'Doppelt geklickt')
    await arne.put(`${path}/reviews/AKT.1.1`, { verdict: 'confirmed' })
    const again = await arne.put<ReviewJson>(`${path}/reviews/AKT.1.1`, { verdict: 'confirmed' })
    expect([again.status, again.body.version]).toEqual([200, 1])
  })

  test('of ten at once are ten versions or one, and never an error', async ({ house }) => {
    const { path, arne } = await castOf(house, 'Zehn Urteile')
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        arne.put(`${path}/reviews/AKT.1.1`, { verdict: 'comment', remark: `Nr. ${at % 3}` }),
      ),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  })
})

describe('a dispute', () => {
  test('stands until the assessor confirms, says that the answer changed since, and is told to both sides', async ({
    house,
  }) => {
    const { path, jana, tobias, arne } = await castOf(house, 'Streitfall')
    await tobias.put(`${path}/answers/AKT.0`, { answer: 'yes' })
    const review = `${path}/reviews/AKT.0`
    await arne.put(review, { verdict: 'disputed', remark: 'Vor Ort lag kein Plan.' })
    for (const client of [jana, tobias]) expect(await toldTo(house, client)).toContain('Einwand')
    const wrong = await arne.put(review, { verdict: 'comment', remark: 'Doch nur ein Hinweis' })
    expect(wrong.status).toBe(422)
    await jana.put(`${path}/answers/AKT.0`, { answer: 'no', version: 1 })
    expect(await toldTo(house, arne)).toContain('Seit Ihrem Einwand geändert')
    await jana.put(`${path}/answers/AKT.0`, { answer: 'no', note: 'Nachgereicht', version: 2 })
    const told = (await newsOf(house, arne)).filter(({ url }) => url.includes(path.slice('/assessments/'.length)))
    expect(told).toHaveLength(1)
    const list = await jana.get<{ items: ReviewJson[] }>(`${path}/reviews?verdict=disputed`)
    expect(list.body.items).toMatchObject([{ controlId: 'AKT.0', verdict: 'disputed', changedSince: true }])
    await arne.put(review, { verdict: 'confirmed' })
    expect((await jana.get<{ items: ReviewJson[] }>(`${path}/reviews?verdict=disputed`)).body.items).toEqual([])
  })

  test('is talked about by both sides, and each is told what the other wrote', async ({ house }) => {
    const { path, jana, arne } = await castOf(house, 'Gespräch')
    const remarks = `${path}/reviews/AKT.1.1/remarks`
    await arne.put(`${path}/reviews/AKT.1.1`, { verdict: 'disputed', remark: 'Kein Nachweis.' })
    expect((await jana.post(remarks, { text: 'Liegt jetzt im Ordner.' })).status).toBe(201)
    expect(await toldTo(house, arne)).toContain('Jana Wiesner hat geschrieben')
    expect((await arne.post(remarks, { text: 'Gesehen, danke.' })).status).toBe(201)
    const { body } = await jana.get<DiscussionJson>(`${path}/reviews/AKT.1.1`)
    expect(body.remarks.map(({ side, text }) => [side, text])).toEqual([
      ['organization', 'Liegt jetzt im Ordner.'],
      ['assessor', 'Gesehen, danke.'],
    ])
    expect((await jana.post(remarks, { text: '  ' })).status).toBe(422)
    expect((await (await house.as('amt@musterstadt.example')).post(remarks, { text: 'Ich auch' })).status).toBe(404)
  })
})

test('the assessor who has signed takes the signature back before judging anew', async ({ house }) => {
  const cast = await castOf(house, 'Unterschrieben und geurteilt')
  expect((await signAs(cast.arne, cast, 'assessor')).status).toBe(201)
  const late = await cast.arne.put<{ title: string }>(`${cast.path}/reviews/AKT.1.1`, { verdict: 'confirmed' })
  expect([late.status, late.body.title]).toEqual([422, expect.stringContaining('Für das Prüfhaus')])
})

test('on pages: one click confirms from the list, a dispute without words is refused with what was typed, both see the thread', async ({
  house,
}) => {
  const { page } = await castOf(house, 'Auf Seiten')
  const [arne, jana, tobias] = [
    await house.signedIn(assessor),
    await house.signedIn(isb),
    await house.signedIn(itStaff),
  ]
  const list = await arne.get(`${page}/fragen?liste=AKT.1`)
  expect(list.html).toContain('value="confirmed"')
  const back = `${page}/fragen?liste=AKT.1`
  const after = await arne.post(`${page}/fragen/AKT.1.1/urteil`, {
    verdict: 'confirmed',
    answerVersion: '1',
    zurueck: back,
  })
  expect([after.status, after.url.startsWith(back)]).toEqual([200, true])
  expect(after.text).toContain('bestätigt')
  const refused = await arne.post(`${page}/fragen/AKT.1.1.1/urteil`, {
    verdict: 'disputed',
    remark: '',
    answerVersion: '1',
  })
  expect([refused.status, refused.text.includes('Was sehen Sie anders')]).toEqual([422, true])
  await arne.post(`${page}/fragen/AKT.1.1.1/urteil`, {
    verdict: 'disputed',
    remark: 'Ich sah eine Liste.',
    answerVersion: '1',
  })
  const question = await jana.get(`${page}/fragen/AKT.1.1.1`)
  expect(question.text).toMatch(/Vor-Ort-Prüfung.*strittig.*Ich sah eine Liste\./)
  const answered = await jana.post(`${page}/fragen/AKT.1.1.1/beitrag`, { text: 'Die Liste ist von gestern.' })
  expect([answered.status, answered.text.includes('Die Liste ist von gestern.')]).toEqual([200, true])
  await jana.post(`${page}/fragen/AKT.1.1.1/antwort`, { answer: 'yes', version: '1' })
  expect((await arne.get(`${page}/fragen?auswahl=strittig`)).text).toMatch(/strittig seit dem Einwand geändert/)
  const stale = await arne.post(`${page}/fragen/AKT.1.1.1/urteil`, { verdict: 'confirmed', answerVersion: '1' })
  expect([stale.status, stale.text.includes('inzwischen neu beantwortet')]).toEqual([409, true])
  expect((await tobias.get(page)).text).toMatch(/Vor-Ort-Prüfung.*1 strittige Antwort/)
  expect((await jana.post(`${page}/fragen/AKT.1.1/urteil`, { verdict: 'confirmed', answerVersion: '1' })).status).toBe(
    403,
  )
})
