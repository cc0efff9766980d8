// Two people on one control never overwrite each other silently (rules.md, Catalogs and answers 6).
import { describe, expect } from 'vitest'
import type { ApiClient } from '../harness/clients.ts'
import { isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { type AnswerJson, startCheck } from './checks.ts'

interface Conflict {
  type: string
  title: string
  yours: { answer: string; note: string | null }
  theirs: AnswerJson | null
  version: number | null
}

async function twoPeople(
  house: TestHouse,
  title: string,
): Promise<{ path: string; jana: ApiClient; tobias: ApiClient }> {
  const { id } = await startCheck(house, isb, title)
  return { path: `/assessments/${id}/answers/AKT.1.1`, jana: await house.as(isb), tobias: await house.as(itStaff) }
}

describe('a write on an existing answer', () => {
  test('without a version is 428 and shows both sides; nothing is written', async ({ house }) => {
    const { path, jana, tobias } = await twoPeople(house, 'Ohne Fassung')
    await jana.put(path, { answer: 'no', note: 'Von Jana' })
    const refused = await tobias.put<Conflict>(path, { answer: 'yes', note: 'Von Tobias' })
    expect(refused.status).toBe(428)
    expect(refused.body).toMatchObject({
      type: '/fehler/fassung-fehlt',
      yours: { answer: 'yes', note: 'Von Tobias' },
      theirs: { answer: 'no', note: 'Von Jana', version: 1, answeredBy: { name: 'Jana Wiesner' } },
      version: 1,
    })
    expect((await jana.get<AnswerJson>(path)).body).toMatchObject({ answer: 'no', note: 'Von Jana', version: 1 })
  })

  test('with a stale version is 409 and shows both sides; nothing is written', async ({ house }) => {
    const { path, jana, tobias } = await twoPeople(house, 'Veraltet')
    await jana.put(path, { answer: 'no', note: 'Erst' })
    await jana.put(path, { answer: 'no', note: 'Dann', version: 1 })
    const refused = await tobias.put<Conflict>(path, { answer: 'yes', version: 1 })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      type: '/fehler/zwei-fassungen',
      title: 'Jana Wiesner hat diese Frage inzwischen auch beantwortet. Ihre Fassung ist nicht gespeichert.',
      yours: { answer: 'yes', note: null },
      theirs: { answer: 'no', note: 'Dann', version: 2 },
      version: 2,
    })
    expect((await tobias.put<AnswerJson>(path, { answer: 'yes', version: 2 })).body).toMatchObject({ version: 3 })
  })

  test('with a version that never was is 409, also where there is no answer at all', async ({ house }) => {
    const { path, jana } = await twoPeople(house, 'Nie gewesen')
    const early = await jana.put<Conflict>(path, { answer: 'yes', version: 1 })
    expect([early.status, early.body.theirs, early.body.version]).toEqual([409, null, null])
    expect(early.body.title).toBe('Diese Fassung gibt es nicht: Die Frage ist noch nicht beantwortet.')
    await jana.put(path, { answer: 'yes' })
    expect((await jana.put(path, { answer: 'no', version: 7 })).status).toBe(409)
  })

  test('with a version no number of the database can hold is refused as input', async ({ house }) => {
    const { path, jana } = await twoPeople(house, 'Riesige Fassung')
    await jana.put(path, { answer: 'yes' })
    for (const version of [0, -1, 1.5, 3_000_000_000, 1e300]) {
      const refused = await jana.put(path, { answer: 'no', version })
      expect([version, refused.status]).toEqual([version, 422])
      expect(JSON.stringify(refused.body['errors'])).toContain('"path":"version"')
    }
  })

  test('keeps the note when none is sent, and empties it when an empty one is', async ({ house }) => {
    const { path, jana, tobias } = await twoPeople(house, 'Notiz bleibt')
    await jana.put(path, { answer: 'no', note: 'Bleibt stehen' })
    expect((await tobias.put<AnswerJson>(path, { answer: 'yes', version: 1 })).body.note).toBe('Bleibt stehen')
    expect((await jana.get<AnswerJson>(path)).body).toMatchObject({ note: 'Bleibt stehen', version: 2 })
    expect((await tobias.put<AnswerJson>(path, { answer: 'yes', note: '', version: 2 })).body.note).toBe('')
  })
})

test('of ten people who give the first answer at once, one saves and nine are told', async ({ house }) => {
  const { path, jana } = await twoPeople(house, 'Zehn zugleich')
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, at) => jana.put(path, { answer: 'yes', note: `Nr. ${at}` })),
  )
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array<number>(9).fill(428)])
  const history = await jana.get<{ items: AnswerJson[] }>(`${path}/history`)
  expect(history.body.items).toHaveLength(1)
})

test('the history holds every version, the newest first, each with its person', async ({ house }) => {
  const { path, jana, tobias } = await twoPeople(house, 'Verlauf')
  await jana.put(path, { answer: 'no', note: 'a' })
  await tobias.put(path, { answer: 'yes', note: 'b', version: 1 })
  await jana.put(path, { answer: 'notApplicable', version: 2 })
  const { body } = await tobias.get<{ items: AnswerJson[]; next: string | null }>(`${path}/history`)
  expect(body.items.map(({ version, answer, note, answeredBy }) => [version, answer, note, answeredBy.name])).toEqual([
    [3, 'notApplicable', 'b', 'Jana Wiesner'],
    [2, 'yes', 'b', 'Tobias Brandt'],
    [1, 'no', 'a', 'Jana Wiesner'],
  ])
  expect(body.next).toBeNull()
})
