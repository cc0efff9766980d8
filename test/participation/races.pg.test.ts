// Several people at the same document or report. Only PostgreSQL has several connections.
import { describe, expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { assessor, demoPassword, everything, hvb, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { type Doc, documents, type Rep, type Road, roadOf, upload } from './cast.ts'

describe('with several connections', () => {
  test(
    'a report that is accepted while a further version comes is one of the two, and what is signed is what was accepted',
    { timeout: 240_000 },
    async ({ house }) => {
      const road = await roadOf(house, isb)
      const [martin, felix] = [await house.as(hvb), await house.as(assessor)]
      const rounds = []
      for (let round = 1; round <= 20; round++) {
        const draft = await openDraft(house, road.id, round)
        const next = upload({ enrollmentId: road.id }, `%PDF-1.7\nRunde ${round}`)
        const [accepted, delivered] = await Promise.all([
          martin.post(`/contractor-reports/${draft}/acceptance`, { password: demoPassword }),
          felix.call('POST', '/contractor-reports', next),
        ])
        const [newest, before] = await versions(house, road.id)
        rounds.push({
          statuses: [accepted.status, delivered.status],
          newest,
          before,
          step: await stepOf(house, road.id),
        })
        if (accepted.status === 200) expect(newest?.id).toBe(draft)
        expect(newest?.shown === null).toBe(accepted.status !== 200)
      }
      for (const { statuses, newest, before, step } of rounds) {
        const won = newest?.state === 'accepted'
        expect(statuses).toEqual(won ? [200, 422] : [409, 201])
        expect([newest?.state, step]).toEqual(won ? ['accepted', 'done'] : ['submitted', 'inProgress'])
        if (won) expect(newest.shown).toContain(`Fassung: ${newest.number}\n`)
        if (won) expect(newest.shown).toContain(`SHA-256 der Datei: ${newest.file_sha256}\n`)
        if (!won) expect([before?.state, before?.shown]).toEqual(['superseded', null])
      }
    },
  )

  test('ten who hand in the same document at once make ten versions, none of them lost', async ({ house }) => {
    const road = await roadOf(house, everything)
    const anke = await house.as(everything)
    const missing = (await documents(house, everything, road.id)).find(({ state }) => state === 'missing')
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        anke.call('POST', `/documents/${missing?.id}/files`, upload({}, `%PDF-1.7\nFassung ${at}`)),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201))
    const found = (await anke.get<Doc>(`/documents/${missing?.id}`)).body
    expect(found.files?.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 10 }, (_, at) => at + 1),
    )
  })

  test('two who close the preparation at once both hear that it is done, and it happened once', async ({ house }) => {
    const road = await roadOf(house, everything)
    const anke = await house.as(everything)
    for (const { id, version } of (await documents(house, everything, road.id)).filter(
      (one) => one.state === 'missing',
    ))
      await anke.patch(`/documents/${id}`, { state: 'doesNotExist', version })
    const browsers = [await house.signedIn(everything), await house.signedIn(everything)]
    const at = `/teilnahmen/${road.id}/unterlagen`
    for (const browser of browsers) await browser.get(at)
    const pages = await Promise.all(browsers.map((browser) => browser.post(`${at}/vollstaendig`, {})))
    expect(pages.map(({ status }) => status)).toEqual([200, 200])
    const done = await asOwner(house, (db) =>
      db
        .selectFrom('programmes.step_change')
        .select('id')
        .where('enrollment_id', '=', road.id)
        .where('step', '=', 'preparation')
        .where('what', '=', 'done')
        .execute(),
    )
    expect(done).toHaveLength(1)
  })
})

/** A draft that lies with the municipality, whatever the last round ended with. Returns its id. */
async function openDraft(house: TestHouse, enrollmentId: string, round: number): Promise<string> {
  const [newest] = await versions(house, enrollmentId)
  if (newest?.state === 'submitted') return newest.id
  const torsten = await house.as(manager)
  expect((await torsten.put(`/enrollments/${enrollmentId}/steps/report`, { state: 'open' })).status).toBe(200)
  const again = upload({ enrollmentId, reason: `Vor Runde ${round}.` }, `%PDF-1.7\nVor Runde ${round}`)
  const delivered = await (await house.as(assessor)).call<Rep>('POST', '/contractor-reports', again)
  expect(delivered.status).toBe(201)
  return delivered.body.id
}

/** The two newest versions with the text that was signed, as they lie in the database. */
const versions = (house: TestHouse, enrollmentId: string) =>
  asOwner(house, (db) =>
    db
      .selectFrom('participation.report as r')
      .innerJoin('participation.report_content as c', 'c.report_id', 'r.id')
      .leftJoin('signatures.signature as s', 's.subject_id', 'r.id')
      .select(['r.id', 'r.number', 'r.state', 'c.file_sha256', 's.shown'])
      .where('r.enrollment_id', '=', enrollmentId)
      .orderBy('r.number', 'desc')
      .limit(2)
      .execute(),
  )

const stepOf = async (house: TestHouse, enrollmentId: string): Promise<string | undefined> =>
  (await (await house.as(isb)).get<Road>(`/enrollments/${enrollmentId}`)).body.steps.find(
    ({ step }) => step === 'report',
  )?.state
