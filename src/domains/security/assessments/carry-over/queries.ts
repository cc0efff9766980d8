import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Given } from '#kernel/scale.ts'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'
import { latest } from '../queries.ts'
import { bothEnds, isToCheck, sourceChanged, stillHolds } from './changes/queries.ts'
import type { Taken } from './origins.ts'
import type { SourceAnswer } from './propose.ts'
import type { Relationship } from './reached.ts'

/** What of a check counts, in the order of its catalog. */
export async function listCountingAnswers(db: Db, { id, catalogId }: Assessment): Promise<SourceAnswer[]> {
  const { rows } = await sql<SourceAnswer>`
    select c.id as "controlId", c.title, a.answer, a.level, a.target, a.note, a.version, a.answered_at as "answeredAt"
      from catalogs.control c ${latest(sql`${id}::uuid`)}
     where c.catalog_id = ${catalogId}::uuid and a.counts
     order by c.position`.execute(db)
  return rows
}

/** A question of this check that others say something about. */
export interface TargetQuestion {
  id: string
  title: string
  topKey: string
  position: number
  /** The version that is there; null while nobody has answered. */
  version: number | null
  unconfirmed: boolean
  counts: boolean
  isDeclined: boolean
}

/** In the order of the catalog; for whoever answers some lists only, of these. */
export async function listTargets(
  db: Db,
  { id, catalogId, parts }: Assessment,
  controlIds: readonly string[],
): Promise<TargetQuestion[]> {
  const { rows } = await sql<TargetQuestion>`
    select c.id, c.title, c.top_key as "topKey", c.position, a.version, coalesce(a.unconfirmed, false) as unconfirmed,
           coalesce(a.counts, false) as counts, d.control_id is not null as "isDeclined"
      from catalogs.control c ${latest(sql`${id}::uuid`)}
      left join security.declined_proposal d on d.assessment_id = ${id}::uuid and d.control_id = c.id
     where c.catalog_id = ${catalogId}::uuid and c.id = any (${[...controlIds]}::text[])
       and (${parts}::text[] is null or c.top_key = any (${parts}::text[]))
     order by c.position`.execute(db)
  return rows
}

/** From where the answers of an organization were taken, as far as that still holds. */
export async function listTaken(db: Db, organizationId: string): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select distinct t.catalog_id as "catalogId", t.control_id as "controlId", t.source_catalog_id as "sourceCatalogId",
           t.source_control_id as "sourceControlId"
      from security.answer_source t
     where t.organization_id = ${organizationId}::uuid and ${stillHolds}`.execute(db)
  return rows
}

/** One end of a link between two answers, as it stands at the other. */
export interface AnswerLink {
  assessmentId: string
  catalogTitle: string | null
  catalogVersion: string | null
  controlId: string
  title: string | null
  /** What was taken: that version of the source, and what it said. */
  sourceVersion: number
  taken: Given | null
  takenAt: Temporal.Instant
  relationship: Relationship
  isDefault: boolean
  subRequirements: string[]
  /** What counts at the source now. */
  now: Given | null
  nowVersion: number | null
  /** What was made of it, and whether somebody has confirmed it. */
  made: Given
  unconfirmed: boolean
  /** The source says something else by now. */
  isChanged: boolean
  /** Nobody has answered here since it does. */
  isToCheck: boolean
}

type End = 'source' | 'target'

/** Where the answer to a question was taken from (`source`), or where it was used (`target`); the newest first, each pair once. */
export async function listAnswerLinks(
  db: Db,
  assessmentId: string,
  controlId: string,
  end: End,
): Promise<AnswerLink[]> {
  const other = end === 'source' ? sql.raw('t.source_') : sql.raw('t.')
  const own = end === 'source' ? sql.raw('t.') : sql.raw('t.source_')
  const { rows } = await sql<AnswerLink>`
    select distinct on (o.id, c.id) ${other}assessment_id as "assessmentId", k.title as "catalogTitle", k.version as "catalogVersion",
           ${other}control_id as "controlId", c.title, t.source_version as "sourceVersion", t.taken_at as "takenAt",
           case when w.version is not null then jsonb_build_object('answer', w.answer, 'level', w.level, 'target', w.target) end as taken,
           t.relationship, t.is_default as "isDefault", t.sub_requirements as "subRequirements",
           case when b.version is not null then jsonb_build_object('answer', b.answer, 'level', b.level, 'target', b.target) end as now,
           b.version as "nowVersion", jsonb_build_object('answer', a.answer, 'level', a.level, 'target', a.target) as made,
           a.unconfirmed, coalesce(${sourceChanged}, false) as "isChanged",
           coalesce(${isToCheck}, false) as "isToCheck"
      from security.answer_source t ${bothEnds}
      left join security.assessment o on o.id = ${other}assessment_id
      left join catalogs.catalog k on k.id = ${other}catalog_id
      left join catalogs.control c on c.catalog_id = ${other}catalog_id and c.id = ${other}control_id
     where ${own}assessment_id = ${assessmentId}::uuid and ${own}control_id = ${controlId} and ${stillHolds}
     order by o.id, c.id, t.version desc
     limit 200`.execute(db)
  return rows
}

/** What a collection says of itself, for whoever has to judge what follows from it. */
export interface CollectionFacts {
  id: string
  title: string
  version: string
  status: string | null
}

export const listCollections = (db: Db, ids: readonly string[]): Promise<CollectionFacts[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('catalogs.mapping_collection')
        .select(['id', 'title', 'version', 'status'])
        .where('id', 'in', [...ids])
        .orderBy('sort_key')
        .execute()

export interface NamedControl {
  id: string
  key: string
  title: string
  topKey: string
}

/** The controls of a catalog in its order, with what they are known by. */
export const listKnown = (db: Db, catalogId: string): Promise<NamedControl[]> =>
  db
    .selectFrom('catalogs.control')
    .select(['id', 'key', 'title', 'top_key as topKey'])
    .where('catalog_id', '=', catalogId)
    .orderBy('position')
    .execute()

export interface MappedCatalog {
  id: string
  title: string
  version: string
  /** How many of its controls a mapping leads to. */
  targets: number
}

/** Catalogs that imported mappings lead to, of each title the last imported; the one with the most targets first. */
export async function listMappedCatalogs(db: Db, exceptId: string): Promise<MappedCatalog[]> {
  const { rows } = await sql<MappedCatalog>`
    select k.id, k.title, k.version, n.targets
      from (select distinct on (sort_key) id, title, version from catalogs.catalog order by sort_key, id desc) k
      cross join lateral (
        select count(*)::integer as targets from catalogs.control c where c.catalog_id = k.id and (
          exists (select from catalogs.mapping m where m.target_key = c.key)
          or exists (select from catalogs.mapping m where m.target_id = c.id and m.target_key is null))) n
     where n.targets > 0 and k.id <> ${exceptId}::uuid
     order by n.targets desc, k.id desc
     limit 20`.execute(db)
  return rows
}

/** How requirements are called, where a catalog with them is imported. */
export async function listTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; title: string }>`
    select distinct on (c.id) c.id, c.title from catalogs.control c where c.id = any (${[...ids]}::text[])
     order by c.id, c.catalog_id desc`.execute(db)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
