import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Given } from '#kernel/scale.ts'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'
import { assessments, latest } from '../queries.ts'
import { bothEnds, isToCheck, sourceChanged, stillHolds } from './changes/queries.ts'
import type { Taken } from './origins.ts'
import type { SourceAnswer } from './propose.ts'
import type { Relationship } from './reached.ts'

/** A check with what of it counts, in the order of its catalog. */
export interface AnsweredCheck {
  check: Assessment
  answers: SourceAnswer[]
}

/** The last check of an organization on each catalog with its answers, the newest first; or these checks. */
export async function listAnsweredChecks(
  db: Db,
  which: { organizationId: string } | { id: string },
): Promise<AnsweredCheck[]> {
  const rows = await assessments(db)
    .distinctOn('s.catalog_id')
    .select(
      sql<(Omit<SourceAnswer, 'answeredAt'> & { answeredAt: string })[]>`
        (select coalesce(jsonb_agg(jsonb_build_object('controlId', c.id, 'title', c.title, 'answer', a.answer, 'level', a.level,
                  'target', a.target, 'note', a.note, 'version', a.version, 'answeredAt', a.answered_at) order by c.position), '[]')
           from catalogs.control c ${latest(sql`s.id`)} where c.catalog_id = s.catalog_id and a.counts)`.as('answers'),
    )
    .where('id' in which ? 's.id' : 's.organization_id', '=', 'id' in which ? which.id : which.organizationId)
    .$if(!('id' in which), (query) => query.where('s.closed_at', 'is', null))
    .orderBy('s.catalog_id')
    .orderBy('s.wave', 'desc')
    .limit(mostChecks)
    .execute()
  return rows
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
    .map(({ answers, ...check }) => ({
      check,
      answers: answers.map((answer) => ({ ...answer, answeredAt: Temporal.Instant.from(answer.answeredAt) })),
    }))
}

const mostChecks = 100

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

/** Where the answer to a question was taken from (`sources`), and where it was used; the newest of each pair. */
export async function listAnswerLinks(
  db: Db,
  assessmentId: string,
  controlId: string,
): Promise<{ sources: AnswerLink[]; uses: AnswerLink[] }> {
  const { rows } = await sql<LinkRow>`
    select distinct on (e.is_use, e.assessment_id, e.control_id) e.is_use as "isUse", e.assessment_id as "assessmentId",
           k.title as "catalogTitle", k.version as "catalogVersion", e.control_id as "controlId", c.title,
           o.closed_at is not null as "isClosed", o.migrated_from as "migratedFrom",
           t.source_version as "sourceVersion", t.taken_at as "takenAt",
           case when w.version is not null then jsonb_build_object('answer', w.answer, 'level', w.level, 'target', w.target) end as taken,
           t.relationship, t.is_default as "isDefault", t.sub_requirements as "subRequirements",
           case when b.version is not null then jsonb_build_object('answer', b.answer, 'level', b.level, 'target', b.target) end as now,
           b.version as "nowVersion", jsonb_build_object('answer', a.answer, 'level', a.level, 'target', a.target) as made,
           a.unconfirmed, coalesce(${sourceChanged}, false) as "isChanged", coalesce(${isToCheck}, false) as "isToCheck"
      from security.answer_source t ${bothEnds}
      cross join lateral (
        select t.source_assessment_id = ${assessmentId}::uuid and t.source_control_id = ${controlId} as is_use) d
      cross join lateral (
        select d.is_use, case when d.is_use then t.assessment_id else t.source_assessment_id end as assessment_id,
               case when d.is_use then t.catalog_id else t.source_catalog_id end as catalog_id,
               case when d.is_use then t.control_id else t.source_control_id end as control_id) e
      left join security.assessment o on o.id = e.assessment_id
      left join catalogs.catalog k on k.id = o.catalog_id
      left join catalogs.control c on c.catalog_id = e.catalog_id and c.id = e.control_id
     where (t.assessment_id = ${assessmentId}::uuid and t.control_id = ${controlId}
         or t.source_assessment_id = ${assessmentId}::uuid and t.source_control_id = ${controlId}) and ${stillHolds}
     order by e.is_use, e.assessment_id, e.control_id, t.version desc
     limit 400`.execute(db)
  const standing = rows.filter((row) => !row.isClosed || !rows.some((other) => isSameElsewhere(row, other)))
  return { sources: standing.filter(({ isUse }) => !isUse), uses: standing.filter(({ isUse }) => isUse) }
}

interface LinkRow extends AnswerLink {
  isUse: boolean
  isClosed: boolean
  migratedFrom: string | null
}

/** The link of a closed check that was carried along to where the check goes on. */
const isSameElsewhere = (row: LinkRow, other: LinkRow): boolean =>
  !other.isClosed &&
  other.isUse === row.isUse &&
  other.sourceVersion === row.sourceVersion &&
  other.takenAt.equals(row.takenAt) &&
  (other.migratedFrom === row.assessmentId || row.migratedFrom === other.assessmentId)

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

/** The outermost groups of some catalogs, in order. */
export async function listOutermost(db: Db, catalogIds: readonly string[]): Promise<Map<string, OutermostGroup[]>> {
  const rows = await db
    .selectFrom('catalogs.control_group')
    .select(['catalog_id as catalogId', 'key', 'title'])
    .where('catalog_id', 'in', [...catalogIds])
    .where('parent_key', 'is', null)
    .orderBy('position')
    .execute()
  return Map.groupBy(rows, ({ catalogId }) => catalogId)
}

export interface OutermostGroup {
  key: string
  title: string
}

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
