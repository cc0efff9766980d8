// What stands in somebody's list of duties, as the API gives it.
import type { TestHouse } from '../harness/house.ts'

export interface TaskJson {
  title: string
  reason: string
  dueOn: string | null
  url: string
  handOnUrl: string | null
  source: string
}

export interface TasksJson {
  items: TaskJson[]
  next: string | null
  total: number
  missing: string[]
}

/** All of them; at most 200. */
export const dutiesOf = async (house: TestHouse, email: string): Promise<TaskJson[]> =>
  (await (await house.as(email)).get<TasksJson>('/tasks?limit=200')).body.items

/** Titles of those around one thing, which its id in the address tells. */
export const titlesAt = async (house: TestHouse, email: string, id: string): Promise<string[]> =>
  (await dutiesOf(house, email)).filter(({ url }) => url.includes(id)).map(({ title }) => title)
