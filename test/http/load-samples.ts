// Sample calls of the workbook of a running programme.
import { manager, type TestHouse } from '../harness/house.ts'
import { programmeNamed } from '../loads/workbooks.ts'
import type { Sample } from './sample-calls.ts'

export async function loadSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const programme = await programmeNamed(await house.as(manager), 'sicherkommunal')
  const form = new FormData()
  form.set('file', new Blob(['Name;Art;Letzter Kontakt\nMusterstadt;Einheitsgemeinde;20.11.2026\n']), 'stand.csv')
  form.set('programmeId', programme)
  return {
    importEnrollments: { email: manager, body: form },
    getProgrammeExport: { of: programme, email: manager },
    getProgrammeTemplate: { of: programme, email: manager },
  }
}
