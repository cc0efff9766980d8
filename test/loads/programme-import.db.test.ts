import { describe, expect } from 'vitest'
import { manager, test, type TestHouse } from '../harness/house.ts'
import { bookOf, exported, programmeNamed, send } from './workbooks.ts'

const security = async (house: TestHouse) => {
  const torsten = await house.as(manager)
  return { torsten, programmeId: await programmeNamed(torsten, 'sicherkommunal') }
}

describe('a workbook of a running programme', () => {
  test('what goes out comes in again and changes nothing', async ({ house }) => {
    const { torsten, programmeId } = await security(house)
    const sheets = await exported(torsten, programmeId)
    const again = await send(torsten, await torsten.download(`/programmes/${programmeId}/export.xlsx`), {
      programmeId,
      dryRun: true,
    })
    expect(again.body).toMatchObject({ refused: [], rows: [], added: 0, changed: 0, unknownColumns: [] })
    expect(again.body.total).toBe((bookOf(sheets)['Stand'] ?? []).length)
  })
})
