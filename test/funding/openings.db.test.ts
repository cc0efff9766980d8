// Where money stood when a running programme was brought in: from the workbook onto the budgets, once, and corrected by a changed one.
import { expect } from 'vitest'
import type { ApiClient } from '../harness/clients.ts'
import { manager, test, type TestHouse } from '../harness/house.ts'
import { programmeNamed, send } from '../loads/workbooks.ts'
import { type AccountJson, states } from './money.ts'

interface EntryJson {
  number: number
  from: string
  to: string
  amountCents: number
  orderReference: string | null
  reason: string
  origin: string
  correctsId: string | null
  correctedCents: number
}

const town = 'Gemeinde Kleinweiler'
const amounts = (row: Record<string, string>) => ({ Beträge: [{ Name: town, ...row }] })

async function budget(house: TestHouse) {
  const torsten = await house.as(manager)
  const programmeId = await programmeNamed(torsten, 'sicherkommunal')
  const { body } = await torsten.get<{ items: (AccountJson & { organizationName: string })[] }>(
    `/budget-accounts?programmeId=${programmeId}&q=Kleinweiler`,
  )
  const path = `/budget-accounts/${body.items[0]?.organizationId}`
  return {
    torsten,
    programmeId,
    path,
    account: async () => (await torsten.get<AccountJson>(`${path}?programmeId=${programmeId}`)).body,
    entries: async () =>
      (await torsten.get<{ items: EntryJson[] }>(`${path}/entries?limit=200&programmeId=${programmeId}`)).body.items,
  }
}

const load = (client: ApiClient, programmeId: string, row: Record<string, string>) =>
  send(client, amounts(row), { programmeId })

test('the story brought amounts in, and each of them is an order of its own', async ({ house }) => {
  const { entries, account } = await budget(house)
  const opened = (await entries()).filter(({ origin }) => origin === 'opening')
  expect(opened.map(({ from, to, amountCents }) => [from, to, amountCents])).toEqual([['limit', 'planned', 150_000]])
  expect(opened[0]?.orderReference).toMatch(/^UEB-.+-geplant$/)
  expect(opened[0]?.reason).toMatch(/^Übernahme aus „.+\.xlsx“, Blatt „Beträge“, Zelle B\d+$/)
  expect(states(await account())).toEqual([150_000, 0, 0, 0, 0, 0, 2_850_000])
})

test('the same workbook once more books nothing, a changed one the difference', async ({ house }) => {
  const { torsten, programmeId, account, entries } = await budget(house)
  const before = (await entries()).length
  expect((await load(torsten, programmeId, { Geplant: '1.500,00', Rest: '28.500,00' })).status).toBe(200)
  expect((await entries()).length).toBe(before)
  expect((await load(torsten, programmeId, { Geplant: '1.000,00', Beauftragt: '2.000', Rest: '27.000' })).status).toBe(
    200,
  )
  const made = (await entries()).slice(before)
  expect(made.map(({ from, to, amountCents, origin }) => [from, to, amountCents, origin])).toEqual([
    ['planned', 'limit', 50_000, 'opening'],
    ['limit', 'committed', 200_000, 'opening'],
  ])
  const [correction] = made
  expect(correction?.correctsId).not.toBeNull()
  expect(correction?.reason).toContain('Zelle')
  expect(states(await account())).toEqual([100_000, 200_000, 0, 0, 0, 0, 2_700_000])
  expect((await load(torsten, programmeId, { Geplant: '1.200,00', Beauftragt: '1.800', Rest: '27.000' })).status).toBe(
    200,
  )
  expect(states(await account())).toEqual([120_000, 180_000, 0, 0, 0, 0, 2_700_000])
})

test('what has moved in the portal since is not taken back: the refusal names the cell, and nothing is loaded', async ({
  house,
}) => {
  const { torsten, programmeId, path, account, entries } = await budget(house)
  const opened = (await entries()).find(({ to }) => to === 'committed')
  const moved = { from: 'committed', to: 'delivered', amountCents: 150_000, reason: 'geliefert' }
  const reference = { orderReference: opened?.orderReference ?? '' }
  expect((await torsten.post(`${path}/entries?programmeId=${programmeId}`, { ...moved, ...reference })).status).toBe(
    201,
  )
  const before = states(await account())
  const refused = await load(torsten, programmeId, { Geplant: '1.200,00', Beauftragt: '500', Rest: '28.300' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('nur noch 300')
  expect(refused.text).toMatch(/Blatt „Beträge“, Zelle [A-Z]+2/)
  expect(states(await account())).toEqual(before)
})

test('more than is free is refused at its cell', async ({ house }) => {
  const torsten = await house.as(manager)
  const programmeId = await programmeNamed(torsten, 'sicherkommunal')
  const refused = await send(
    torsten,
    { Beträge: [{ Name: 'Stadt Musterstadt', Geplant: '20.000,00', Rest: '10.000,00' }] },
    { programmeId },
  )
  expect(refused.status).toBe(422)
  expect(refused.text).toMatch(/Zelle [A-Z]+2: Für Stadt Musterstadt sind .* frei, zu buchen wären 20\.000/)
})
