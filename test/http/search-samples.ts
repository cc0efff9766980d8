// Sample calls of the search.
import { hvb, isb, type TestHouse } from '../harness/house.ts'
import type { SampleCall } from './sample-calls.ts'

export async function searchSamples(
  house: TestHouse,
): Promise<Record<string, Partial<SampleCall> & { of?: string; query?: string }>> {
  const jana = await house.as(isb)
  const { body } = await jana.get<{ items: { type: string; id: string }[] }>('/search?q=Gemeinde&limit=5')
  const [first, second] = body.items
  const pin = { type: first?.type, id: first?.id }
  await (await house.as(hvb)).post('/search-pins', { type: second?.type, id: second?.id })
  return {
    search: { query: 'q=Sicherheit&limit=100' },
    listSearchPins: { email: hvb },
    addSearchPin: { body: pin },
    removeSearchPin: { of: second?.id ?? '', email: hvb },
    listRecentSearches: {},
    forgetRecentSearches: {},
  }
}
