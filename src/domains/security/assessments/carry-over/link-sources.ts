import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import type { Voice } from './propose.ts'

/** A version of an answer, and what it was made of. */
export interface Sourced {
  controlId: string
  topKey: string
  version: number
  voices: readonly Voice[]
}

/** What says the same as the answer that is taken; all that was shown, where nothing of it says anything. */
export function voicesBehind(voices: readonly Voice[], answer: string): Voice[] {
  const saying = voices.filter(({ says }) => says === answer)
  return saying.length > 0 ? saying : [...voices]
}

/** Writes where answers come from, in one statement, in the same transaction as the answers. */
export async function linkSources(ctx: Context, assessment: Assessment, sourced: readonly Sourced[]): Promise<void> {
  const rows = sourced.flatMap(({ controlId, topKey, version, voices }) =>
    voices.map(({ check, source, reached }) => ({
      control_id: controlId,
      top_key: topKey,
      version,
      source_assessment_id: check.id,
      source_catalog_id: check.catalogId,
      source_control_id: source.controlId,
      source_version: source.version,
      collection_id: reached.via[0]?.collectionId ?? null,
      relationship: reached.relationship,
      is_default: reached.isDefault,
      sub_requirements: [...new Set(reached.via.map(({ sourceId }) => sourceId))],
    })),
  )
  if (rows.length === 0) return
  await sql`
    insert into security.answer_source (organization_id, assessment_id, catalog_id, control_id, top_key, version, source_assessment_id,
      source_catalog_id, source_control_id, source_version, collection_id, relationship, is_default, sub_requirements, taken_by, taken_at)
    select ${assessment.organizationId}::uuid, ${assessment.id}::uuid, ${assessment.catalogId}::uuid, r.control_id, r.top_key, r.version,
           r.source_assessment_id, r.source_catalog_id, r.source_control_id, r.source_version, r.collection_id, r.relationship,
           r.is_default, r.sub_requirements, ${ctx.actor.personId}::uuid, ${ctx.now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(control_id text, top_key text, version integer,
        source_assessment_id uuid, source_catalog_id uuid, source_control_id text, source_version integer, collection_id uuid,
        relationship text, is_default boolean, sub_requirements text[])`.execute(ctx.db)
}
