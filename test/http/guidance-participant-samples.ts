// Sample calls of participants' operations about courses.
import { Desk } from '../guidance/desk.ts'
import { elbaue, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

export async function guidanceParticipantSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const desk = await Desk.open(house, { title: 'Kurs der Beispiele', capacity: 1 })
  const [first, second] = await desk.guests(700, 702)
  await desk.leave(first?.id ?? '')
  return {
    listOwnRegistrations: { email: elbaue, query: 'organization=1' },
    checkOwnRegistration: { of: desk.event, email: elbaue },
    getSeatOffer: { of: await desk.secretFor(second?.id ?? ''), email: elbaue },
  }
}
