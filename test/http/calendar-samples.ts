// Sample calls of the calendar: one address is made here, for the call that ends it.
import { isb, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

export async function calendarSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const jana = await house.as(isb)
  const { body } = await jana.post<{ id: string }>('/calendar-subscriptions', { scope: 'organization' })
  return {
    listCalendarEntries: {},
    listCalendarSubscriptions: {},
    addCalendarSubscription: { body: { scope: 'person' } },
    endCalendarSubscription: { of: body.id },
  }
}
