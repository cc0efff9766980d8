// Sample calls of attendance, certificates and feedback: a day that is over, with a guest who was there and one who has not said anything yet.
import { sql } from 'kysely'
import { sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import type { TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

const guide = 'lotse@verbund.example'

interface Body {
  id: string
  dates: { id: string }[]
}

export async function guidanceProofSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const api = await house.as(guide)
  const now = house.clock.now()
  const held = async (title: string, hours: number) => {
    const dates = [{ startsAt: now.add({ hours }).toString(), endsAt: now.add({ hours: hours + 1 }).toString() }]
    const { body } = await api.post<Body>('/events', { title, passPercent: 50, dates, published: true })
    return { id: body.id, date: body.dates[0]?.id ?? '' }
  }
  const guest = async (event: string, email: string): Promise<string> => {
    const { body } = await api.post<{ id: string }>(`/events/${event}/registrations`, {
      guest: { name: 'Gast', email },
    })
    return body.id
  }
  // Begins in a minute: whoever registers now has a seat, and the day of it has come.
  const day = await held('Beispieltag', 0)
  await asOwner(house, (db) =>
    sql`update guidance.event e set begins_at = ${now.add({ hours: 1 }).toString()}::timestamptz where e.id = ${day.id}::uuid`.execute(
      db,
    ),
  )
  const place = await guest(day.id, 'beispiel@beispiel.example')
  await asOwner(house, (db) =>
    sql`update guidance.event_date d set starts_at = ${now.subtract({ hours: 2 }).toString()}::timestamptz, ends_at = ${now.subtract({ minutes: 30 }).toString()}::timestamptz
         where d.id = ${day.date}::uuid`.execute(db),
  )
  const entries = [{ registrationId: place, state: 'present' }]
  await api.put(`/events/${day.id}/attendance`, { dateId: day.date, entries })
  const { body: issued } = await api.post<{ items: { id: string; number: string }[] }>(`/events/${day.id}/certificates`)
  const certificate = issued.items[0] ?? { id: '', number: '' }
  const { body: opened } = await api.post<{ code: string }>(`/event-dates/${day.date}/check-in-code`)
  const secret = newSecret()
  await asOwner(house, (db) =>
    sql`insert into guidance.link (secret_hash, kind, event_id, registration_id, created_at)
        values (${sha256(secret)}, 'guest', ${day.id}::uuid, ${place}::uuid, ${now.toString()}::timestamptz)`.execute(
      db,
    ),
  )
  // Of another course, so that it can still be issued there.
  const next = await held('Beispieltag zwei', 0)
  await asOwner(house, (db) =>
    sql`update guidance.event e set begins_at = ${now.add({ hours: 1 }).toString()}::timestamptz where e.id = ${next.id}::uuid`.execute(
      db,
    ),
  )
  const other = await guest(next.id, 'zwei@beispiel.example')
  await api.put(`/events/${next.id}/attendance`, {
    dateId: next.date,
    entries: [{ registrationId: other, state: 'present' }],
  })
  return {
    getAttendance: { of: day.id, email: guide },
    recordAttendance: { of: day.id, email: guide, body: { dateId: day.date, entries } },
    openCheckIn: { of: next.date, email: guide },
    confirmCheckIn: { of: day.date, email: '', body: { code: opened.code, email: 'beispiel@beispiel.example' } },
    checkCertificate: { of: certificate.number, email: '' },
    listOwnCertificates: { email: guide },
    listCertificates: { of: day.id, email: guide },
    issueCertificates: { of: next.id, email: guide, body: {} },
    revokeCertificate: { of: certificate.id, email: guide, body: { reason: 'Verwechslung' } },
    getCertificateFile: { of: certificate.id, email: guide },
    giveFeedback: { of: day.id, email: '', body: { useful: 4, pace: 'right', recommend: true, guestToken: secret } },
    getFeedback: { of: day.id, email: guide },
  }
}
