import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import type { Db } from '#platform/db/database.ts'

export const moneyStates = ['limit', 'planned', 'committed', 'delivered', 'accepted', 'invoiced', 'settled'] as const
export type MoneyState = (typeof moneyStates)[number]

/** A municipality that takes part, as the aggregation reads it. */
export interface Participant {
  organizationId: string
  name: string
  kind: string
  county: string | null
  population: number | null
  phaseKey: string
  /** Agreed to be named. */
  isNamed: boolean
  /** Cents; null without an account. */
  money: (Record<MoneyState, number> & { released: number }) | null
  /** The latest signed-off check; null without one. */
  assessmentId: string | null
  wave: number | null
  /** By checklist a letter for each question, in the catalog's order: y, n, or - for neither. */
  lists: Record<string, string> | null
}

/** What is counted: of which programme, on which catalog, as of when. */
export interface Question {
  programmeId: string
  catalogId: string | null
  at: Temporal.Instant
}

/** The catalog on which most participants have a signed-off check, of equal ones the first by id; null while nobody has one. */
export async function findCatalog(db: Db, { programmeId, at }: Omit<Question, 'catalogId'>): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select c.catalog_id as id from pictures.signed_check c join pictures.participant p on p.organization_id = c.organization_id
     where p.programme_id = ${programmeId}::uuid and c.signed_off_at <= ${at.toString()}::timestamptz
     group by c.catalog_id order by count(distinct c.organization_id) desc, c.catalog_id limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/**
 * All participants in one statement, so that they are of one moment even while checks are signed off: one pass over what the latest signed-off checks
 * came to. A municipality that is part of another one by then is not counted any more.
 */
export async function readParticipants(db: Db, { programmeId, catalogId, at }: Question): Promise<Participant[]> {
  const { rows } = await sql<Omit<Participant, 'lists'> & { lists: string | null }>`
    with here as (
      select p.*, exists (select from pictures.naming n where n.organization_id = p.organization_id and n.given_at <= ${at.toString()}::timestamptz
                             and (n.revoked_at is null or n.revoked_at > ${at.toString()}::timestamptz)) as is_named
        from pictures.participant p
       where p.programme_id = ${programmeId}::uuid
         and not exists (select from pictures.merged m where m.organization_id = p.organization_id and m.from_day <= ${localDay(at).toString()}::date)),
    latest as materialized (
      select distinct on (c.organization_id) c.organization_id, c.assessment_id, c.wave
        from pictures.signed_check c join here h on h.organization_id = c.organization_id
       where c.catalog_id = ${catalogId}::uuid and c.signed_off_at <= ${at.toString()}::timestamptz
       order by c.organization_id, c.signed_off_at desc, c.assessment_id),
    lists as materialized (
      select l.assessment_id, string_agg(l.top_key || ' ' || l.answers, ',') as lists
        from pictures.signed_list l join latest a on a.assessment_id = l.assessment_id group by l.assessment_id)
    select h.organization_id as "organizationId", h.name, h.kind, h.county, h.population, h.phase_key as "phaseKey", h.is_named as "isNamed",
           a.assessment_id as "assessmentId", a.wave, s.lists,
           case when h.released_cents is not null then jsonb_build_object('released', h.released_cents, 'limit', h.limit_cents,
             'planned', h.planned_cents, 'committed', h.committed_cents, 'delivered', h.delivered_cents, 'accepted', h.accepted_cents,
             'invoiced', h.invoiced_cents, 'settled', h.settled_cents) end as money
      from here h left join latest a on a.organization_id = h.organization_id left join lists s on s.assessment_id = a.assessment_id`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, lists: row.lists === null ? null : listsFrom(row.lists) }))
}

/** "backup yyn-,netz nn" */
const listsFrom = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(',').map((list): [string, string] => {
      const at = list.lastIndexOf(' ')
      return [list.slice(0, at), list.slice(at + 1)]
    }),
  )

/** What checks came to, list by list: those that stand behind earlier pictures and are not the latest any more. */
export async function readLists(db: Db, assessmentIds: readonly string[]): Promise<Record<string, string>[]> {
  if (assessmentIds.length === 0) return []
  const { rows } = await sql<{ lists: string }>`
    select string_agg(l.top_key || ' ' || l.answers, ',') as lists from pictures.signed_list l
     where l.assessment_id = any (${assessmentIds}::uuid[]) group by l.assessment_id`.execute(db)
  return rows.map(({ lists }) => listsFrom(lists))
}

/** The words of a picture: of checklists, questions and phases, in their order. */
export interface Words {
  lists: Word[]
  controls: (Word & { topKey: string })[]
  phases: Word[]
  catalogSha256: string | null
}
export interface Word {
  key: string
  label: string
}

export async function readWords(db: Db, { programmeId, catalogId }: Omit<Question, 'at'>): Promise<Words> {
  const { rows } = await sql<Words>`
    select (select coalesce(jsonb_agg(jsonb_build_object('key', t.key, 'label', t.title) order by t.position), '[]')
              from pictures.list_title t where t.catalog_id = ${catalogId}::uuid) as lists,
           (select coalesce(jsonb_agg(jsonb_build_object('key', t.id, 'label', t.title, 'topKey', t.top_key) order by t.position), '[]')
              from pictures.control_title t where t.catalog_id = ${catalogId}::uuid) as controls,
           (select coalesce(jsonb_agg(jsonb_build_object('key', t.key, 'label', t.title) order by t.position), '[]')
              from pictures.phase_title t where t.programme_id = ${programmeId}::uuid) as phases,
           (select h.sha256 from pictures.catalog_hash h where h.catalog_id = ${catalogId}::uuid) as "catalogSha256"`.execute(
    db,
  )
  return rows[0] ?? { lists: [], controls: [], phases: [], catalogSha256: null }
}
