import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { nextDay, type ToldDate } from './told-appointment.ts'

/**
 * All dates of a programme in the words of a workbook, by one statement: what was chosen, and each time that is offered from today on. Of several
 * of one municipality with the same title at the same time the one that counts.
 */
export async function listToldDates(db: Db, programmeId: string): Promise<ToldDate[]> {
  const { rows } = await sql<ToldDate>`
    with dated as (
      select a.id, a.organization_id, a.step, a.title, a.state, a.note, a.brought_in as open, a.starts_at, a.ends_at,
             a.place, a.video_url
        from appointments.appointment a
       where a.programme_id = ${programmeId}::uuid and a.state in ('confirmed', 'held', 'cancelled') and a.starts_at is not null
      union all
      select a.id, a.organization_id, a.step, a.title, a.state, a.note, a.brought_in, p.starts_at, p.ends_at,
             p.place, p.video_url
        from appointments.appointment a join appointments.proposal p on p.appointment_id = a.id and p.round = a.round and p.side = 'programme'
       where a.programme_id = ${programmeId}::uuid and a.state = 'proposed'
         and (p.starts_at at time zone 'Europe/Berlin')::date >= (select access.today())),
    local as (
      select d.*, d.starts_at at time zone 'Europe/Berlin' as began, d.ends_at at time zone 'Europe/Berlin' as ended from dated d),
    told as (
      select l.*, l.began = date_trunc('day', l.began) and l.ended = l.began + interval '1 day' as whole from local l)
    select distinct on (t.organization_id, t.began::date, 5, t.title)
           t.id, t.organization_id as "organizationId", t.step, t.title,
           case when t.whole then '' else to_char(t.began, 'HH24:MI') end as "from",
           case when t.whole then '' when t.ended::date > t.began::date then to_char(t.ended, 'HH24:MI') || ${nextDay}
                else to_char(t.ended, 'HH24:MI') end as until,
           t.began::date::text as day, concat_ws(', ', nullif(t.place, ''), nullif(t.video_url, '')) as place, t.state, t.note, t.open as "isOpen"
      from told t
     order by t.organization_id, t.began::date, 5, t.title,
              array_position(array['held', 'confirmed', 'proposed', 'cancelled'], t.state), t.id desc`.execute(db)
  return rows
}
