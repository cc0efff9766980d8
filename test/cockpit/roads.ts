// What the tests of the cockpit share: the programme of the demo.
import { manager, type TestHouse } from '../harness/house.ts'

export async function programmeId(house: TestHouse, key = 'sicherkommunal'): Promise<string> {
  const torsten = await house.as(manager)
  const { body } = await torsten.get<{ items: { id: string; key: string }[] }>('/programmes')
  return body.items.find((programme) => programme.key === key)?.id ?? ''
}
