// Search: what is found, in which order, and by whom.
import { expect } from 'vitest'
import { assessor, elbaue, hvb, isb, manager, observer, test, type TestHouse } from '../harness/house.ts'

interface Item {
  type: string
  id: string
  title: string
  url: string
  snippet: string
}

const search = async (house: TestHouse, email: string, q: string, more = ''): Promise<Item[]> => {
  const { status, body } = await (
    await house.as(email)
  ).get<{ items: Item[] }>(`/search?q=${encodeURIComponent(q)}${more}`)
  expect(status).toBe(200)
  return body.items
}
const titles = (items: readonly Item[], type: string): string[] =>
  items.filter((item) => item.type === type).map(({ title }) => title)

test('words are found by their stem, compounds by their parts, umlauts in both spellings', async ({ house }) => {
  const plural = await search(house, isb, 'Datensicherungen')
  console.log(plural.map((i) => [i.type, i.title, i.snippet]))
  expect(plural.length).toBeGreaterThan(0)
  console.log((await search(house, isb, 'Musterstat')).map((i) => [i.type, i.title, i.snippet]))
  console.log((await search(house, isb, 'lw-start-05')).map((i) => [i.type, i.title, i.snippet]))
  console.log((await search(house, isb, 'sicherung')).map((i) => [i.type, i.title]))
})
