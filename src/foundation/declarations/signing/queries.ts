import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Declaration } from './declaration.ts'

/** More than anybody withdraws. */
const most = 50

/** The declarations of one road, the newest first; withdrawn ones too. */
export const listDeclarations = (db: Db, enrollmentId: string): Promise<Declaration[]> =>
  db
    .selectFrom('declarations.declaration as d')
    .leftJoin('identity.person as p', 'p.id', 'd.recorded_by')
    .leftJoin('files.file as f', 'f.id', 'd.file_id')
    .select([
      'd.id',
      'd.enrollment_id as enrollmentId',
      'd.organization_id as organizationId',
      'd.programme_id as programmeId',
      'd.text_version as textVersion',
      sql<Declaration['contractor']>`(select jsonb_build_object('id', o.id, 'name', o.name)
        from organizations.organization o where o.id = d.contractor_id)`.as('contractor'),
      'd.attachments',
      sql<Declaration['way']>`d.way`.as('way'),
      'd.shown',
      'd.shown_sha256 as shownSha256',
      'd.file_id as fileId',
      'f.name as fileName',
      'd.signer_name as signerName',
      sql<string>`d.signed_on::text`.as('signedOn'),
      'd.recorded_by as recordedBy',
      'p.name as recordedByName',
      'd.recorded_at as recordedAt',
      'd.withdrawn_at as withdrawnAt',
      'd.withdrawal_reason as withdrawalReason',
    ])
    .where('d.enrollment_id', '=', enrollmentId)
    .orderBy('d.id', 'desc')
    .limit(most)
    .execute()
