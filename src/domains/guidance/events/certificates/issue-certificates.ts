import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId, randomNumbers } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import { tallyInWords } from '../attendance/attendance.ts'
import { type Attendee, listAttendees } from '../attendance/queries.ts'
import type { Event } from '../event/event.ts'
import { type Certificate, type Facts, factsOf, newestOf, saysTheSame, stateOf } from './certificate.ts'
import { certificateNumber, lettersOfNumber, lettersThereAre } from './number.ts'
import { listCertificates, organizationName } from './queries.ts'
import { type Given, tellHolders } from './tell-holders.ts'

export interface Issued {
  issued: number
  replaced: number
}

const none =
  'Zu dieser Veranstaltung gibt es keine Zertifikate: Eine Anwesenheit, ab der bestanden ist, wurde nicht festgelegt.'

/** For everybody who passed. Whoever has a valid one that says the same keeps it; one that says otherwise by now is replaced. */
export async function issueAll(
  ctx: Context,
  event: Event,
  { isTold = true }: { isTold?: boolean } = {},
): Promise<Outcome<Issued>> {
  if (event.passPercent === null) return refuse(none)
  const passed = (await listAttendees(ctx.db, event, ctx.now)).filter(({ tally }) => tally.verdict === 'passed')
  if (passed.length === 0)
    return refuse('Ausgestellt ist nichts: Bestanden hat noch niemand. Bitte erfassen Sie zuerst die Anwesenheit.')
  const newest = newestOf(await listCertificates(ctx.db, event.id))
  // What was withdrawn comes back by name only.
  return issueFor(
    ctx,
    event,
    passed.filter(({ place }) => newest.get(place.id)?.revokedAt == null),
    isTold,
  )
}

/** For one person, or again after a correction. */
export async function issueOne(ctx: Context, event: Event, registrationId: string): Promise<Outcome<Issued>> {
  if (event.passPercent === null) return refuse(none)
  const attendee = (await listAttendees(ctx.db, event, ctx.now)).find(({ place }) => place.id === registrationId)
  if (!attendee) return refuse('Diese Person hat hier keinen bestätigten Platz. Ausgestellt ist nichts.')
  if (attendee.tally.verdict !== 'passed')
    return refuse(
      `Ausgestellt ist nichts. ${attendee.place.name}: ${tallyInWords(attendee.tally)}. Nötig sind ${event.passPercent}\u00a0%.`,
    )
  const done = await issueFor(ctx, event, [attendee], true)
  return done.issued + done.replaced > 0
    ? done
    : refuse(
        `${attendee.place.name} hat schon ein gültiges Zertifikat, auf dem genau das steht. Ausgestellt ist nichts.`,
      )
}

async function issueFor(ctx: Context, event: Event, attendees: readonly Attendee[], isTold: boolean): Promise<Issued> {
  const organizer = await organizationName(ctx.db, event.organizerId)
  const newest = newestOf(await listCertificates(ctx.db, event.id))
  const done = { issued: 0, replaced: 0 }
  const given: Given[] = []
  for (const attendee of attendees) {
    const facts = factsOf(event, { organizer, marks: attendee.marks, tally: attendee.tally })
    const last = newest.get(attendee.place.id)
    const before = last && stateOf(last) === 'valid' ? last : undefined
    if (before && saysTheSame(before, { holderName: attendee.place.name, facts })) continue
    const number = await replace(ctx, event, { attendee, facts, before })
    if (number === undefined) continue
    done[before ? 'replaced' : 'issued'] += 1
    given.push({ place: attendee.place, number })
    await record(ctx, before ? 'certificate.replaced' : 'certificate.issued', {
      organizationId: event.organizerId,
      subjectId: event.id,
      data: { title: event.title, number },
      needs: organizers,
    })
  }
  if (isTold) await tellHolders(ctx, event, given)
  return done
}

interface Wanted {
  attendee: Attendee
  facts: Facts
  before: Certificate | undefined
}

/** The new one takes the place of the old one, which stays to be checked. Undefined where somebody else was quicker. */
async function replace(
  { db, now, actor }: Context,
  event: Event,
  { attendee: { place }, facts, before }: Wanted,
): Promise<string | undefined> {
  const id = newId()
  const number = certificateNumber(localDay(now).year, randomNumbers(lettersOfNumber, lettersThereAre))
  if (before && !(await setAside(db, before))) return undefined
  const { rows } = await sql<{ id: string }>`
    insert into guidance.certificate (id, number, event_id, registration_id, organization_id, participant_organization_id, person_id, holder_name, facts, issued_at, issued_by)
    values (${id}::uuid, ${number}, ${event.id}::uuid, ${place.id}::uuid, ${event.organizerId}::uuid, ${place.organizationId}::uuid,
            ${place.personId}::uuid, ${place.name}, ${JSON.stringify(facts)}::jsonb, ${now.toString()}::timestamptz, ${actor.personId}::uuid)
    on conflict (registration_id) where replaced_by is null and revoked_at is null do nothing
    returning id`.execute(db)
  if (rows.length === 0 && before) throw new Error('a certificate was set aside and none took its place')
  if (rows.length === 0) return undefined
  if (before)
    await sql`update guidance.certificate c set replaced_by = ${id}::uuid where c.id = ${before.id}::uuid`.execute(db)
  return number
}

/** Points to itself until its successor is there, because only one at a time may be valid. False where somebody else was quicker. */
async function setAside(db: Db, { id }: Certificate): Promise<boolean> {
  const { rows } = await sql`
    update guidance.certificate c set replaced_by = c.id
     where c.id = ${id}::uuid and c.replaced_by is null and c.revoked_at is null returning c.id`.execute(db)
  return rows.length > 0
}

/** Withdrawn for a reason: it stays to be checked and says so. */
export async function revokeCertificate(
  ctx: Context,
  event: Event,
  certificate: Certificate,
  reason: string,
): Promise<Outcome<true>> {
  if (reason === '')
    return refuse('Zurückgezogen ist nichts. Bitte nennen Sie den Grund.', [
      { path: 'reason', message: 'Diese Angabe fehlt.' },
    ])
  const { rows } = await sql<{ id: string }>`
    update guidance.certificate c set revoked_at = ${ctx.now.toString()}::timestamptz, revoked_by = ${ctx.actor.personId}::uuid, revoke_reason = ${reason}
     where c.id = ${certificate.id}::uuid and c.replaced_by is null and c.revoked_at is null returning c.id`.execute(
    ctx.db,
  )
  if (rows.length === 0) return refuse('Dieses Zertifikat ist schon ersetzt oder zurückgezogen. Geändert ist nichts.')
  await record(ctx, 'certificate.revoked', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: event.title, number: certificate.number },
    needs: organizers,
  })
  return true
}
