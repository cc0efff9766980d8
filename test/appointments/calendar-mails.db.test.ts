// What calendar programs get by mail: read by ical.js and by our own strict reader, from what a real mail server was handed.
import ICAL from 'ical.js'
import { expect } from 'vitest'
import { mailTemplates } from '#app/modules.ts'
import { mailJobs } from '#foundation/notifications/index.ts'
import { contentType, decoded, readPart, readParts } from '#platform/mail/mime-part.ts'
import { Smtp } from '#platform/mail/smtp.ts'
import { eventsOf, readStrictly } from '../calendar/strict-ical.ts'
import { assessor, hvb, isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { type MailPost, startMailServer } from '../harness/mail-server.ts'
import { mailsTo } from '../harness/mails.ts'
import { workerOn } from '../harness/work.ts'
import { type AppointmentJson, proposed, slot } from './cast.ts'

interface Sent {
  to: string
  method: string
  uid: string
  sequence: number
  start: string
  attendees: string[]
  status: string
  location: string
  text: string
  file: string | undefined
}

/** The calendar part of a mail; undefined for one without. */
function calendarOf(raw: string, to: string): Sent | undefined {
  const parts = allParts(readPart(raw))
  const part = parts.find((one) => contentType(one).type === 'text/calendar')
  if (!part) return undefined
  const text = decoded(part).replaceAll('\n', '\r\n')
  const [strict] = eventsOf(readStrictly(new TextEncoder().encode(text)))
  expect(strict).toBeDefined()
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const inside = calendar.getFirstSubcomponent('vevent')
  if (!inside) throw new Error('no event')
  const event = new ICAL.Event(inside)
  expect(contentType(part).parameter('method')).toBe(calendar.getFirstPropertyValue('method'))
  return {
    to,
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    start: new Date(event.startDate.toUnixTime() * 1000).toISOString(),
    attendees: event.attendees.map((one) => String(one.getFirstValue())),
    status: String(inside.getFirstPropertyValue('status')),
    location: event.location,
    text: decoded(
      parts.find((one) => contentType(one).type === 'text/plain') ?? parts[0] ?? { headers: new Map(), body: '' },
    ),
    file: parts.map((one) => contentType(one).parameter('name')).find((name) => name?.endsWith('.ics')),
  }
}

const byReader = ([a]: readonly unknown[], [b]: readonly unknown[]): number => String(a).localeCompare(String(b))

type Part = ReturnType<typeof readPart>
const allParts = (part: Part): Part[] => {
  const inner = readParts(part)
  return inner.length === 0 ? [part] : inner.flatMap(allParts)
}

async function sendAll(house: TestHouse, post: MailPost): Promise<Sent[]> {
  await house.services.worker.runDue()
  const before = post.received.length
  const machines = { smtp: new Smtp(post.server), mailbox: undefined, sender: 'portal@verbund.example', portal: 'https://portal.example', templates: mailTemplates } // prettier-ignore
  const resuming = workerOn(house, mailJobs(machines))
  house.clock.set(house.clock.now().add({ minutes: 20 }))
  await resuming.runDue()
  return post.received.slice(before).flatMap((raw, at) => calendarOf(raw, post.recipients[before + at] ?? '') ?? [])
}

test(
  'confirming, moving and cancelling reach every calendar once, each with one attendee',
  { timeout: 60_000 },
  async ({ house }) => {
    const post = await startMailServer()
    try {
      await sendAll(house, post) // what the story has left
      const [felix, jana] = [await house.as(assessor), await house.as(isb)]
      const people = (await felix.get<{ items: { id: string; email: string }[] }>('/people?limit=200')).body.items
      const tobias = people.find(({ email }) => email === itStaff)?.id
      const offered = await proposed(house, {
        note: 'Mit; Komma, und\nZeile',
        participantIds: [tobias],
        proposals: [slot(house, 100, '09:00', '10:00')],
      })
      await house.services.worker.runDue()
      const mail = (await mailsTo(house, itStaff)).find(({ data }) => 'link' in data)
      expect(mail?.template).toBe('appointments.proposed')
      expect(String(mail?.data['link'])).toBe(`/teilnahmen/${offered.enrollmentId}/termine/${offered.id}`)
      expect(await sendAll(house, post)).toEqual([])
      const path = `/appointments/${offered.id}`
      const confirmed = await jana.post<AppointmentJson>(`${path}/confirmation`, {
        proposalId: offered.proposals[0]?.id,
      })
      const first = await sendAll(house, post)
      expect(first.map(({ to }) => to).toSorted()).toEqual([assessor, isb, itStaff].toSorted())
      for (const one of first) {
        expect(one).toMatchObject({
          method: 'REQUEST',
          sequence: 0,
          status: 'CONFIRMED',
          location: 'Rathaus, Raum 1',
          attendees: [`mailto:${one.to}`],
        })
        expect(one.start).toBe(new Date(offered.proposals[0]?.startsAt ?? '').toISOString())
        expect(one.text).toContain(`/teilnahmen/${offered.enrollmentId}/termine/${offered.id}`)
        expect(one.file).toBe('invite.ics')
      }
      const moved = await felix.patch<AppointmentJson>(path, {
        version: confirmed.body.version,
        time: slot(house, 101, '09:00', '10:00'),
      })
      const second = await sendAll(house, post)
      expect(second.map(({ method, sequence }) => [method, sequence])).toEqual([
        ['REQUEST', 1],
        ['REQUEST', 1],
        ['REQUEST', 1],
      ])
      const ofJana = moved.body.participants.filter(({ id }) => id !== tobias).map(({ id }) => id)
      await felix.patch(path, { version: moved.body.version, participantIds: ofJana })
      const third = await sendAll(house, post)
      expect(third.map(({ to, method, sequence }) => [to, method, sequence]).toSorted(byReader)).toEqual(
        [
          [assessor, 'REQUEST', 2],
          [isb, 'REQUEST', 2],
          [itStaff, 'CANCEL', 2],
        ].toSorted(byReader),
      )
      await jana.post(`${path}/cancellation`, { reason: 'Wahltag' })
      const last = await sendAll(house, post)
      expect(last.map(({ to, method, sequence, status }) => [to, method, sequence, status]).toSorted(byReader)).toEqual(
        [
          [assessor, 'CANCEL', 3, 'CANCELLED'],
          [isb, 'CANCEL', 3, 'CANCELLED'],
        ].toSorted(byReader),
      )
      expect(new Set([...first, ...second, ...third, ...last].map(({ uid }) => uid)).size).toBe(1)
      expect(last[0]?.text).toContain('Wahltag')
    } finally {
      await post.stop()
    }
  },
)

test('a proposal without participants goes to those who see to it, and nobody answers it by opening a page', async ({
  house,
}) => {
  const { id, enrollmentId } = await proposed(house, { proposals: [slot(house, 110, '09:00', '10:00')] })
  await house.services.worker.runDue()
  expect((await mailsTo(house, hvb))[0]?.template).toBe('appointments.proposed')
  const browser = await house.signedIn(hvb)
  expect((await browser.get(`/teilnahmen/${enrollmentId}/termine/${id}`)).status).toBe(200)
  expect((await browser.get(`/teilnahmen/${enrollmentId}/termine/${id}/bestaetigung`)).status).toBe(404)
  expect((await (await house.as(hvb)).get(`/appointments/${id}`)).body).toMatchObject({ state: 'proposed' })
})
