// Ids on the demo story that tests of programmes start from.
import type { ApiClient } from '../harness/clients.ts'
import { manager, type TestHouse } from '../harness/house.ts'

export const guide = 'lotse@verbund.example'
export const secondManager = 'programm2@verbund.example'

export interface RoadJson {
  id: string
  organizationId: string
  organizationName: string
  state: 'active' | 'withdrawn'
  phase: string
  currentStep: string | null
  waitingFor: string | null
  missing: string
  steps: { step: string; state: string; onDay: string | null; waitingFor: string | null; note: string }[]
}

export interface Listed<Item> {
  items: Item[]
  next: string | null
}

/** The id of a programme of the demo: `sicherkommunal`, `digital-lotsen`, `prozessmanagement`. */
export async function programmeId(house: TestHouse, key: string): Promise<string> {
  const programmes = await (await house.as(manager)).get<Listed<{ id: string; key: string }>>('/programmes')
  return programmes.body.items.find((programme) => programme.key === key)?.id ?? ''
}

/** The road of a municipality, as this client sees it; undefined when it sees none. */
export async function roadOf(
  house: TestHouse,
  { key, name }: { key: string; name: string },
  client?: ApiClient,
): Promise<RoadJson | undefined> {
  const asker = client ?? (await house.as(manager))
  const roads = await asker.get<Listed<RoadJson>>(`/enrollments?programmeId=${await programmeId(house, key)}&limit=200`)
  return roads.body.items.find(({ organizationName }) => organizationName.endsWith(name))
}

/** The same, for tests that need it to be there. */
export async function roadThere(house: TestHouse, key: string, name: string): Promise<RoadJson> {
  const road = await roadOf(house, { key, name })
  if (!road) throw new Error(`${name} is not on the road of ${key}`)
  return road
}
