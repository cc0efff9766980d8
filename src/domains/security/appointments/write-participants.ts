import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { Appointment } from './appointment.ts'

type Road = Pick<Appointment, 'id' | 'organizationId' | 'programmeId'>

/** Those people who belong to an organization today. */
export const staffAmong = (organizationId: string, personIds: readonly string[]) => sql`
  select distinct g.person_id from identity.role_grant g
   where g.organization_id = ${organizationId}::uuid and g.person_id = any (${[...personIds]}::uuid[])
     and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())`

/** By one statement: adds people of the municipality, takes others off the list. Refused when somebody new does not belong to it today. */
export async function writeParticipants(
  { db }: Context,
  { id, organizationId, programmeId }: Road,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
): Promise<Outcome<true>> {
  const wanted = [...new Set(added)]
  if (wanted.length + removed.length === 0) return true
  const { rows } = await sql<{ known: number }>`
    with staff as (${staffAmong(organizationId, wanted)}),
    gone as (
      delete from appointments.participant t where t.appointment_id = ${id}::uuid and t.person_id = any (${[...removed]}::uuid[])),
    added as (
      insert into appointments.participant (appointment_id, person_id, organization_id, programme_id)
      select ${id}::uuid, s.person_id, ${organizationId}::uuid, ${programmeId}::uuid from staff s on conflict do nothing)
    select count(*)::integer as known from staff`.execute(db)
  return rows[0]?.known === wanted.length ? true : strangers
}

export const strangers = refuse('Eine der Personen gehört heute nicht zu dieser Kommune. Gespeichert ist nichts.', [
  { path: 'participantIds', message: 'Bitte wählen Sie Personen der Kommune.' },
])
