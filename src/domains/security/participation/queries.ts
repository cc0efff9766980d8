import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { soonDays } from './documents/document.ts'

interface OnRoad {
  enrollmentId: string
  organizationId: string
  organizationName: string
  programmeName: string
}

/** What waits on a road, counted. */
interface DueCount extends OnRoad {
  kind: 'missing' | 'draft' | 'unanswered' | 'review' | 'report'
  many: number
}

/** A document that ends, with its last day. */
export interface DueDocument extends OnRoad {
  kind: 'renewal'
  document: { id: string; title: string; validUntil: string; isOver: boolean }
}

export type Due = DueCount | DueDocument

/** What waits for the municipality acted for. */
export const dueForOrganization = (db: Db, organizationId: string): Promise<Due[]> =>
  due(db, 'organization', organizationId)

/** What waits for the assessor at the municipalities assigned. */
export const dueForAssessor = (db: Db): Promise<Due[]> => due(db, 'assessor', null)

async function due(db: Db, side: 'organization' | 'assessor', organizationId: string | null): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with roads as (
      select e.id, e.organization_id, o.name as organization, e.programme_id, e.completed_at, p.name as programme
        from programmes.enrollment e join organizations.organization o on o.id = e.organization_id join programmes.programme p on p.id = e.programme_id
       where e.state = 'active'
         and (${organizationId}::uuid is null and e.organization_id = any ((select access.assigned_organizations())::uuid[])
              or e.organization_id = ${organizationId}::uuid)),
    found as (
      select 'missing' as kind, r.id as road, count(*)::integer as many, null::jsonb as document
        from roads r join programmes.enrollment_step s on s.enrollment_id = r.id and s.step = 'preparation' and s.state in ('open', 'inProgress')
        join programmes.enrollment_step a on a.enrollment_id = r.id and a.step = 'admission' and a.state = 'done'
        join programmes.wanted_document w on w.programme_id = r.programme_id and w.is_required
        left join participation.document d on d.enrollment_id = r.id and d.key = w.key
       where coalesce(d.state, 'missing') = 'missing' and ${side} = 'organization' group by r.id
      union all
      select 'draft', r.id, 1, null from roads r join participation.report t on t.enrollment_id = r.id and t.state = 'submitted'
       where ${side} = 'organization'
      union all
      select 'unanswered', r.id, count(*)::integer, null
        from roads r join participation.report t on t.enrollment_id = r.id and t.state in ('submitted', 'changesAsked')
        join participation.report_comment c on c.report_id = t.id and c.answers_id is null and c.settled_at is null and c.side <> ${side}
       where not exists (select from participation.report_comment n where n.answers_id = c.id and n.side = ${side}) group by r.id
      union all
      select 'review', r.id, count(*)::integer, null from roads r join participation.document d on d.enrollment_id = r.id and d.state = 'received'
       where ${side} = 'assessor' group by r.id
      union all
      select 'report', r.id, 1, null from roads r join programmes.enrollment e on e.id = r.id
       where ${side} = 'assessor' and e.current_step = 'report' and e.waiting_for = 'contractor'
      union all
      select 'renewal', r.id, 1,
             jsonb_build_object('id', d.id, 'title', d.title, 'validUntil', v.valid_until, 'isOver', v.valid_until < access.today())
        from roads r join participation.document d on d.enrollment_id = r.id
        cross join lateral (select f.valid_until from participation.document_file f
                             where f.document_id = d.id and f.withdrawn_at is null order by f.number desc limit 1) v
       where ${side} = 'organization' and r.completed_at is null and v.valid_until <= access.today() + ${soonDays}::integer)
    select f.kind, r.id as "enrollmentId", r.organization_id as "organizationId", r.organization as "organizationName",
           r.programme as "programmeName", f.many, f.document
      from found f join roads r on r.id = f.road
     order by coalesce((f.document ->> 'isOver')::boolean, false) desc, f.kind, f.document ->> 'validUntil', r.id`.execute(
    db,
  )
  return rows
}

/** Roads of a programme on which required documents are missing, and those whose report lies with the municipality since before `until`. */
export async function roadsInNeed(
  db: Db,
  programmeId: string,
  until: string,
): Promise<{ kind: 'documents' | 'report'; id: string }[]> {
  const { rows } = await sql<{ kind: 'documents' | 'report'; id: string }>`
    select distinct 'documents' as kind, e.id
      from programmes.enrollment e
      join programmes.enrollment_step s on s.enrollment_id = e.id and s.step = 'preparation' and s.state in ('open', 'inProgress')
      join programmes.wanted_document w on w.programme_id = e.programme_id and w.is_required
      left join participation.document d on d.enrollment_id = e.id and d.key = w.key
     where e.programme_id = ${programmeId}::uuid and e.state = 'active' and coalesce(d.state, 'missing') = 'missing'
    union all
    select 'report', e.id from programmes.enrollment e join participation.report r on r.enrollment_id = e.id
     where e.programme_id = ${programmeId}::uuid and e.state = 'active' and r.state = 'submitted' and r.delivered_at < ${until}::timestamptz`.execute(
    db,
  )
  return rows
}

/** How many documents, samples and versions there are on a road, as far as the actor sees them. */
export async function countDocuments(db: Db, enrollmentId: string): Promise<{ state: string; many: number }[]> {
  const { rows } = await sql<{ state: string; many: number }>`
    select coalesce(d.state, 'missing') as state, count(*)::integer as many
      from programmes.enrollment e join programmes.wanted_document w on w.programme_id = e.programme_id
      left join participation.document d on d.enrollment_id = e.id and d.key = w.key
     where e.id = ${enrollmentId}::uuid group by 1`.execute(db)
  return rows
}
