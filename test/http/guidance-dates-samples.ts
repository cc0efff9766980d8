// Sample calls of the dates of events: as a file, out of a file, by a rule.
import type { TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

const guide = 'lotse@verbund.example'

const calendar = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', 'DTSTART:20270604T090000', 'DURATION:PT1H', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n') // prettier-ignore

export async function guidanceDatesSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const startsAt = house.clock.now().add({ hours: 24 * 200 })
  const { body } = await (
    await house.as(guide)
  ).post<{ id: string }>('/events', {
    title: 'Besuchstermin',
    dates: [{ startsAt: startsAt.toString(), endsAt: startsAt.add({ hours: 2 }).toString(), place: 'Musterstadt' }],
    published: true,
  })
  const form = new FormData()
  form.set('file', new Blob([calendar]), 'termine.ics')
  return {
    getEventCalendar: { of: body.id, email: '' },
    importEventDates: { of: body.id, email: guide, query: 'dryRun=1', body: form },
    previewEventRecurrence: {
      email: guide,
      body: {
        pattern: 'monthly',
        weekday: 5,
        nth: 1,
        from: '2027-01-01',
        until: '2027-12-31',
        time: '09:00',
        minutes: 60,
        holidays: 'move',
      },
    },
  }
}
