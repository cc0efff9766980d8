import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import type { MeasureState } from './measure.ts'

/** A measure that somebody has to do something about, or whose day stands in a calendar. */
export interface Duty {
  id: string
  title: string
  state: MeasureState
  day: string | null
  isOwn: boolean
  /** An instant as JSON has it. */
  since: string
}

const dayOf = sql`case when m.state in ('decided', 'started', 'proposed') then m.due_on else m.check_on end`

const columns = (personId: string) => sql`
  m.id, m.title, m.state, (${dayOf})::text as day, coalesce(d.owner_id = ${personId}::uuid, false) as "isOwn", m.since`

/**
 * What waits for this person at this organization: what they answer for and is decided or begun, what is done and lacks its proof, what is to
 * be looked at again; where they lead security (`all`), also what nobody answers for, and what is only proposed.
 */
export function dutiesFor({
  personId,
  organizationId,
  today,
  all,
  limit,
}: {
  personId: string
  organizationId: string
  today: string
  all: boolean
  limit: number
}): RawBuilder<Duty & { total: number }> {
  const mine = sql`(d.owner_id = ${personId}::uuid or ${all} and d.owner_id is null)`
  return sql<Duty & { total: number }>`
    select ${columns(personId)}, count(*) over ()::integer as total
      from measures.measure m join measures.detail d on d.measure_id = m.id
     where m.organization_id = ${organizationId}::uuid
       and (m.state in ('decided', 'started', 'done') and ${mine}
         or m.check_on <= ${today}::date and m.state in ('done', 'proven') and ${mine}
         or m.state = 'proposed' and ${all})
     order by ${dayOf} nulls last, m.id limit ${limit}`
}

export interface Asked {
  organizationId: string | null
  /** Only what this person answers for. */
  personId: string | null
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** Measures whose day is one of these: of what is to be done, and of what is to be looked at again. */
export const datesOf = ({ limit, ...asked }: Asked & { limit: number }): RawBuilder<Duty> => sql<Duty>`
    select ${columns(asked.personId ?? noPerson)} from measures.measure m join measures.detail d on d.measure_id = m.id
     where ${matches(asked)} order by ${dayOf}, m.id limit ${limit}`

const noPerson = '00000000-0000-0000-0000-000000000000'

/** Another text as soon as one of them is. */
export async function markDates(db: Db, asked: Asked): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat(count(*), ' ', sum(hashtextextended(concat(m.id, m.version, d.owner_id), 61))) as mark
      from measures.measure m join measures.detail d on d.measure_id = m.id where ${matches(asked)}`.execute(db)
  return rows[0]?.mark ?? ''
}

const matches = ({ organizationId, personId, from, until }: Asked): RawBuilder<unknown> => sql`
  m.organization_id = ${organizationId}::uuid and m.state <> 'dropped'
  and ${dayOf} between ${from.toString()}::date and ${until.toString()}::date
  and (${personId}::uuid is null or d.owner_id = ${personId}::uuid)`
