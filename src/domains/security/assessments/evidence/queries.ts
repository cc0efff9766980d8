import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Evidence, EvidenceFile } from './evidence.ts'

const evidence = (db: Db) =>
  db
    .selectFrom('security.evidence as e')
    .leftJoin('files.file as f', 'f.id', 'e.file_id')
    .leftJoin('identity.person as p', 'p.id', 'e.added_by')
    .select([
      'e.id',
      'e.assessment_id as assessmentId',
      'e.control_id as controlId',
      'e.top_key as topKey',
      'e.title',
      sql<EvidenceFile | null>`case when f.id is not null then
        jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'scan', f.scan) end`.as(
        'file',
      ),
      'e.url as link',
      sql<string | null>`e.valid_until::text`.as('validUntil'),
      'e.added_by as addedBy',
      'p.name as addedByName',
      'e.added_at as addedAt',
    ])
    .where('e.removed_at', 'is', null)

/** More does not fit on one question. */
export const mostEvidence = 50

/** What proves one answer, the newest first. */
export const listEvidence = (db: Db, assessmentId: string, controlId: string): Promise<Evidence[]> =>
  evidence(db)
    .where('e.assessment_id', '=', assessmentId)
    .where('e.control_id', '=', controlId)
    .orderBy('e.id', 'desc')
    .limit(mostEvidence)
    .execute()

/** Undefined when it is not there, not visible, or removed. */
export const findEvidence = async (db: Db, id: string): Promise<Evidence | undefined> =>
  isId(id) ? evidence(db).where('e.id', '=', id).executeTakeFirst() : undefined
