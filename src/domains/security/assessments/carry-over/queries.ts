import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Given } from '#kernel/scale.ts'
import type { Relationship } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Assessment } from '../assessment.ts'
import { latest } from '../queries.ts'
import type { Taken } from './origins.ts'
import type { SourceAnswer } from './propose.ts'

/** Whatever was taken from elsewhere counts as taken until somebody takes the answer back. */
export const stillHolds = (source: RawBuilder<unknown>): RawBuilder<unknown> => sql`not exists (
  select from security.answer n where n.assessment_id = ${source}.assessment_id and n.control_id = ${source}.control_id
     and n.version > ${source}.version and n.answer is null and n.level is null)`

/**
 * Joins to a row of sources \`t\` what counts today: \`a\` here, \`b\` where it was taken from, \`w\` what was taken then; \`t.changed\` is told
 * by them. Somebody who answered here after the change has seen to it.
 */
export const bothEnds = sql`
  join lateral (select v.answer, v.level, v.target, v.version, v.unconfirmed, v.answered_at from security.answer v
    where v.assessment_id = t.assessment_id and v.control_id = t.control_id order by v.version desc limit 1) a on true
  left join lateral (select v.answer, v.level, v.target, v.version, v.answered_at from security.answer v
    where v.assessment_id = t.source_assessment_id and v.control_id = t.source_control_id order by v.version desc limit 1) b on true
  left join security.answer w on w.assessment_id = t.source_assessment_id and w.control_id = t.source_control_id and w.version = t.source_version`
export const sourceChanged = sql`(b.version > t.source_version
  and (b.answer, b.level, b.target) is distinct from (w.answer, w.level, w.target))`

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
     where t.organization_id = ${organizationId}::uuid and ${stillHolds(sql`t`)}`.execute(db)
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
           coalesce(${sourceChanged} and a.answered_at < b.answered_at, false) as "isToCheck"
      from security.answer_source t ${bothEnds}
      left join security.assessment o on o.id = ${other}assessment_id
      left join catalogs.catalog k on k.id = ${other}catalog_id
      left join catalogs.control c on c.catalog_id = ${other}catalog_id and c.id = ${other}control_id
     where ${own}assessment_id = ${assessmentId}::uuid and ${own}control_id = ${controlId} and ${stillHolds(sql`t`)}
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
