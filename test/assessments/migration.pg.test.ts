// Two who move the same check at once, and one who answers meanwhile: one move, and no answer between two chairs.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { hvb, itStaff, test } from '../harness/house.ts'
import { type AssessmentJson } from '../http/checks.ts'
import { answerHalf, editionsOf, migrate, undo, versionsOf } from './editions.ts'

interface Check extends AssessmentJson {
  migratedTo: string | null
  closed: string | null
}

test('of two who move it at once one does, and both are told the same new check', async ({ house }) => {
  const [tobias, martin] = [await house.as(itStaff), await house.as(hvb)]
  for (let round = 0; round < 3; round++) {
    const check = await editionsOf(house, `Zwei zugleich ${round}`)
    await answerHalf(check)
    const replies = await Promise.all([migrate(tobias, check), migrate(martin, check), migrate(check.jana, check)])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(replies.map(({ body }) => body.assessmentId)).size).toBe(1)
    const { rows } = await asOwner(house, (db) =>
      sql<{
        n: number
      }>`select count(*)::integer as n from security.assessment where migrated_from = ${check.id}::uuid`.execute(db),
    )
    expect(rows[0]?.n).toBe(1)
  }
})

test('an answer that meets the move comes along, or is refused with the way to where it goes on', async ({ house }) => {
  const tobias = await house.as(itStaff)
  const seen = { along: 0, refused: 0 }
  for (let round = 0; round < 6; round++) {
    const check = await editionsOf(house, `Mitten hinein ${round}`)
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    const controls = ['NET.1', 'NET.2', 'NET.3', 'TEL.1', 'TEL.2']
    const [moved, ...answers] = await Promise.all([
      migrate(check.jana, check),
      ...controls.map(async (control, at) => {
        await wait(at * 12)
        return [control, await tobias.put(`${check.at}/answers/${control}`, { answer: 'yes', note: 'gerade' })] as const
      }),
    ])
    expect(moved.status).toBe(200)
    const there = new Map(
      [...moved.body.same.items, ...moved.body.renumbered.items].map(({ before, after }) => [before?.id, after?.id]),
    )
    for (const [control, { status, text }] of answers) {
      const versions = await versionsOf(tobias, `/assessments/${moved.body.assessmentId}`, there.get(control) ?? '')
      if (status === 200) seen.along++
      else seen.refused++
      if (status === 200) expect([control, versions[0]?.note]).toEqual([control, 'gerade'])
      else
        expect([control, status, versions.length, text]).toEqual([control, 422, 0, expect.stringMatching(/überführt/)])
    }
  }
  expect(seen.along + seen.refused).toBe(30)
})

test('an answer in the new check that meets the undoing is carried back, or refused', async ({ house }) => {
  const tobias = await house.as(itStaff)
  for (let round = 0; round < 5; round++) {
    const check = await editionsOf(house, `Zurück und weiter ${round}`)
    const there = `/assessments/${(await migrate(check.jana, check)).body.assessmentId}`
    const [undone, answered] = await Promise.all([
      undo(check.jana, there),
      new Promise((resolve) => setTimeout(resolve, round * 6)).then(() =>
        tobias.put(`${there}/answers/NET.2`, { answer: 'yes', note: 'gerade' }),
      ),
    ])
    expect(undone.status).toBe(200)
    const back = await versionsOf(tobias, check.at, 'NET.1')
    expect([answered.status, back.length]).toEqual(answered.status === 200 ? [200, 1] : [422, 0])
  }
})

test('a signature that meets the move: the check is signed or moved, never both', async ({ house }) => {
  const martin = await house.as(hvb)
  for (let round = 0; round < 4; round++) {
    const check = await editionsOf(house, `Unterschrift ${round}`)
    const [moved, signed] = await Promise.all([
      new Promise((resolve) => setTimeout(resolve, round * 8)).then(() => migrate(check.jana, check)),
      martin.post(`${check.at}/sign-offs`, { side: 'organization', password: 'lotsenwerk-demo' }),
    ])
    const { state, closed } = (await check.jana.get<Check>(check.at)).body
    expect([moved.status, signed.status]).toEqual(closed === 'moved' ? [200, 422] : [422, 201])
    expect(state).toBe(closed === 'moved' ? 'open' : 'inReview')
  }
})
