// Several people at the same measure. Only PostgreSQL has several connections.
import { describe, expect } from 'vitest'
import { isb, itStaff, test } from '../harness/house.ts'
import { add, history, type MeasureJson } from './cast.ts'

describe('with several connections', () => {
  test('of ten who edit the same version at once one is saved, and nine learn what stands there now', async ({
    house,
  }) => {
    const [jana, it] = [await house.as(isb), await house.as(itStaff)]
    for (let round = 0; round < 5; round++) {
      const made = await add(jana, { title: `Runde ${round}` })
      const replies = await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          (at % 2 ? jana : it).patch<{ version: number }>(`/measures/${made.id}`, {
            title: `Fassung ${at}`,
            version: 1,
          }),
        ),
      )
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
        200,
        ...Array.from({ length: 9 }, () => 409),
      ])
      expect((await jana.get<MeasureJson>(`/measures/${made.id}`)).body.version).toBe(2)
    }
  })

  test('of ten who move it at once one moves it, and its way has one more step', async ({ house }) => {
    const jana = await house.as(isb)
    const made = await add(jana)
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => jana.patch(`/measures/${made.id}`, { state: 'decided' })),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    expect((await history(jana, made.id)).map(({ number, to }) => [number, to])).toEqual([
      [1, 'proposed'],
      [2, 'decided'],
    ])
  })

  test('two who change overlapping sets at once come after each other, never across', async ({ house }) => {
    const [jana, it] = [await house.as(isb), await house.as(itStaff)]
    const ids = (await Promise.all([1, 2, 3, 4].map((n) => add(jana, { title: `Menge ${n}`, state: 'decided' })))).map(
      ({ id }) => id,
    )
    const [started, dated] = await Promise.all([
      jana.patch('/measures', { ids, state: 'started' }),
      it.patch('/measures', { ids: ids.toReversed(), dueOn: '2099-01-01' }),
    ])
    expect([started.status, dated.status]).toEqual([200, 200])
    for (const id of ids)
      expect((await jana.get<MeasureJson>(`/measures/${id}`)).body).toMatchObject({
        state: 'started',
        dueOn: '2099-01-01',
      })
  })
})
