// Delegated lists are remembered three days before their last day and on it.
import { expect } from 'vitest'
import { isb, test } from '../harness/house.ts'
import { startCheck } from '../http/checks.ts'
import { dayFrom, halfPastMidnight, newsOf, office, personId } from '../people/cast.ts'

test('three days before and on the day the colleague is reminded, once each, and never after giving back', async ({
  house,
}) => {
  const at = `/assessments/${(await startCheck(house, isb, 'Erinnert')).id}`
  const jana = await house.as(isb)
  const give = (group: string) =>
    personId(house, office).then((person) =>
      jana.post<{ id: string }>(`${at}/delegations`, {
        personId: person,
        groupKeys: [group],
        dueOn: dayFrom(house, 5),
      }),
    )
  const returned = (await give('TEL')).body.id
  await give('AKT')
  await (await house.as(office)).call('DELETE', `${at}/delegations/${returned}`)
  const mornings = [1, 2, 4, 5, 6].map((day) => halfPastMidnight(house, day).add({ hours: 8 }))
  const told: number[] = []
  for (const morning of mornings) {
    house.clock.set(morning)
    for (let time = 0; time < 2; time += 1)
      await house.app.request('http://127.0.0.1:3000/api/v1/test/jobs', { method: 'POST' })
    told.push((await newsOf(house, office)).filter((title) => title.includes('wartet bis')).length)
  }
  expect(told).toEqual([0, 1, 1, 2, 2])
})
