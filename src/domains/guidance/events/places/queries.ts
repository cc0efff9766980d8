import { type RawBuilder, sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Decision, Registration, SeatState } from './registration.ts'

const columns = sql`
  r.id, r.event_id as "eventId", r.participant_organization_id as "organizationId", o.name as organization, r.person_id as "personId",
  coalesce(nullif(r.guest_name, ''), p.name, 'Ehemalige Person') as name, r.guest_email as "guestEmail", r.state, r.position,
  k.ahead, r.approved_at is not null as "isApproved", r.offer_until as "offerUntil", r.reasons, r.note,
  r.registered_at as "registeredAt", r.seated_at as "seatedAt", r.transferred_from as "transferredFrom", r.substitute_for as "substituteFor",
  r.changed_at as "changedAt"`

const joins = sql`
  left join organizations.organization o on o.id = r.participant_organization_id
  left join identity.person p on p.id = r.person_id`

/** `picked` selects the rows as `r`; ranks are asked for those alone. */
async function read(db: Db, picked: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<Registration[]> {
  const { rows } = await sql<Registration>`
    with picked as materialized (${picked}),
         k as (select * from guidance.ranks((select array_agg(x.id) from picked x)))
    select ${columns} from picked r ${joins} left join k on k.registration_id = r.id order by ${order}`.execute(db)
  return rows
}

export async function findRegistration(db: Db, id: string): Promise<Registration | undefined> {
  if (!isId(id)) return undefined
  const [found] = await read(db, sql`select r.* from guidance.registration r where r.id = ${id}::uuid`, sql`r.id`)
  return found
}

export interface RegistrationFilter {
  state?: SeatState | undefined
  limit: number
  cursor?: string | undefined
}

/** Of one event, as far as the reader sees them, in the order they came. */
export async function listRegistrations(
  db: Db,
  eventId: string,
  { state, limit, cursor }: RegistrationFilter,
): Promise<Outcome<{ items: Registration[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  const conditions = [
    sql`r.event_id = ${eventId}::uuid`,
    ...(state ? [sql`r.state = ${state}`] : []),
    ...(after ? [sql`r.id > ${String(after[0])}::uuid`] : []),
  ]
  const picked = sql`select r.* from guidance.registration r where ${sql.join(conditions, sql` and `)} order by r.id limit ${limit + 1}`
  return listPage(await read(db, picked, sql`r.id`), limit, ({ id }) => [id])
}

/** Everybody with a place in an event, as the desk reads them: seats in their order, then offers, then the list, then the others. */
export const allRegistrations = (db: Db, eventId: string): Promise<Registration[]> =>
  read(
    db,
    sql`select r.* from guidance.registration r where r.event_id = ${eventId}::uuid limit 5000`,
    sql`array_position('{confirmed,offered,waiting,expired,declined,cancelled}'::text[], r.state), r.priority, coalesce(r.turn, 0), r.seated_at, r.id`,
  )

/** Own places, and those of the organization acted for where `organizationId` is given; in one event or in all. */
export const ownRegistrations = (
  db: Db,
  { personId, organizationId, eventId }: { personId: string; organizationId?: string | undefined; eventId?: string },
): Promise<Registration[]> =>
  read(
    db,
    sql`select r.* from guidance.registration r
         where (r.person_id = ${personId}::uuid ${organizationId ? sql`or r.participant_organization_id = ${organizationId}::uuid` : sql``})
           ${eventId ? sql`and r.event_id = ${eventId}::uuid` : sql``} order by r.id desc limit 500`,
    sql`r.id desc`,
  )

/** The history of one place, or of the whole event (`registrationId` null rows included), the oldest first. */
export async function listDecisions(
  db: Db,
  { eventId, registrationId, limit = 500 }: { eventId: string; registrationId?: string; limit?: number },
): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select d.seq, d.registration_id as "registrationId", d.what, d.reasons, d.data, d.at, p.name as by
      from guidance.decision d left join identity.person p on p.id = d.person_id
     where d.event_id = ${eventId}::uuid ${registrationId ? sql`and d.registration_id = ${registrationId}::uuid` : sql``}
     order by d.seq limit ${limit}`.execute(db)
  return rows
}
