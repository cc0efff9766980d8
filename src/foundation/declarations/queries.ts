import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Temporal } from 'temporal-polyfill'

export interface OpenDuty {
  kind: 'admit' | 'interest'
  /** Of the road, or of the programme for interests. */
  id: string
  programme: string
  place: string
  since: Temporal.Instant | null
  total: number
}

/** What waits for this actor: admissions and interests of programmes they lead. */
export async function listDuties(db: Db, { limit }: { limit: number }): Promise<OpenDuty[]> {
  const { rows } = await sql<OpenDuty>`
    select duty.*, count(*) over ()::integer as total from (
      select 'admit' as kind, e.id, p.name as programme, o.name as place, e.waiting_since as since
        from programmes.enrollment e join programmes.programme p on p.id = e.programme_id join organizations.organization o on o.id = e.organization_id
       where e.programme_id = any ((select access.scope_programmes_led())::uuid[])
         and e.state = 'active' and e.current_step = 'admission' and e.waiting_for = 'cooperative'
      union all
      select 'interest', i.programme_id, p.name, min(i.municipality_name) || case when count(*) > 1 then ' und ' || (count(*) - 1) || ' weitere' else '' end,
             min(i.received_at)
        from declarations.interest i join programmes.programme p on p.id = i.programme_id
       where i.programme_id = any ((select access.scope_programmes_led())::uuid[]) and i.decided_at is null
       group by i.programme_id, p.name) duty
     order by duty.since, duty.id limit ${limit}`.execute(db)
  return rows
}

/** What stands on one road, for its page. */
export async function countOnRoad(db: Db, enrollmentId: string, day: string) {
  const { rows } = await sql<{ signer: string | null; signedOn: string | null; valid: string[]; waiting: string[] }>`
    select d.signer_name as signer, d.signed_on::text as "signedOn",
           array(select distinct a.kind from declarations.agreement a where a.enrollment_id = ${enrollmentId}::uuid and a.revoked_at is null
                    and a.valid_from <= ${day}::date and (a.valid_until is null or a.valid_until >= ${day}::date)
                    and (a.systems_owner = '' or a.owner_file_id is not null)) as valid,
           array(select distinct a.kind from declarations.agreement a where a.enrollment_id = ${enrollmentId}::uuid and a.revoked_at is null
                    and (a.valid_until is null or a.valid_until >= ${day}::date) and a.systems_owner <> '' and a.owner_file_id is null) as waiting
      from (select 1) one left join declarations.declaration d on d.enrollment_id = ${enrollmentId}::uuid and d.withdrawn_at is null`.execute(
    db,
  )
  return rows[0]
}

/** Roads of a programme that lack something, by what it is. */
export async function listLacking(
  db: Db,
  { programmeId, day, deadline }: { programmeId: string; day: string; deadline: string | null },
): Promise<{ key: string; ids: string[] }[]> {
  const { rows } = await sql<{ key: string; ids: string[] }>`
    with road as (
      select e.id, p.contractor_id is not null as has_contractor,
             bool_or(s.step = 'declaration' and s.state not in ('done', 'notNeeded')) as undeclared,
             bool_or(s.step = 'admission' and s.state = 'done') as admitted,
             bool_or(s.step = 'scans' and s.state not in ('done', 'notNeeded')) as scans_ahead,
             bool_or(s.step in ('preparation', 'onSite', 'scans', 'report') and s.state not in ('done', 'notNeeded')) as work_ahead
        from programmes.enrollment e join programmes.programme p on p.id = e.programme_id
        join programmes.enrollment_step s on s.enrollment_id = e.id
       where e.programme_id = ${programmeId}::uuid and e.state = 'active' and e.completed_at is null
       group by e.id, p.contractor_id),
    valid as (
      select a.enrollment_id, a.kind, max(coalesce(a.valid_until, 'infinity'::date)) as until from declarations.agreement a
       where a.programme_id = ${programmeId}::uuid and a.revoked_at is null and a.valid_from <= ${day}::date
         and (a.valid_until is null or a.valid_until >= ${day}::date) and (a.systems_owner = '' or a.owner_file_id is not null)
       group by a.enrollment_id, a.kind)
    select lack.key, array_agg(lack.id order by lack.id) as ids from (
      select 'withoutDeclaration' as key, r.id from road r where r.undeclared
      union all
      select 'withoutDataProcessing', r.id from road r
       where r.admitted and r.has_contractor and r.work_ahead and not exists (select from valid v where v.enrollment_id = r.id and v.kind = 'dataProcessing')
      union all
      select 'withoutScanPermission', r.id from road r
       where r.admitted and r.scans_ahead and not exists (select from valid v where v.enrollment_id = r.id and v.kind = 'scanPermission')
      union all
      select 'scanPermissionEnding', r.id from road r join valid v on v.enrollment_id = r.id and v.kind = 'scanPermission'
       where r.scans_ahead and v.until < ${deadline}::date) lack
     group by lack.key`.execute(db)
  return rows
}
