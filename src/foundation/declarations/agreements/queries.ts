import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Context } from '#platform/http/context.ts'
import type { Agreement, AgreementKind } from './agreement.ts'

const agreements = (db: Db) =>
  db
    .selectFrom('declarations.agreement as a')
    .innerJoin('organizations.organization as o', 'o.id', 'a.organization_id')
    .leftJoin('files.file as f', 'f.id', 'a.file_id')
    .select([
      'a.id',
      'a.enrollment_id as enrollmentId',
      'a.organization_id as organizationId',
      'o.name as organizationName',
      'a.programme_id as programmeId',
      sql<AgreementKind>`a.kind`.as('kind'),
      sql<Agreement['contractor']>`(select jsonb_build_object('id', c.id, 'name', c.name)
        from organizations.organization c where c.id = a.contractor_id)`.as('contractor'),
      'a.targets',
      'a.time_window as timeWindow',
      'a.systems_owner as systemsOwner',
      sql<string>`a.valid_from::text`.as('validFrom'),
      sql<string | null>`a.valid_until::text`.as('validUntil'),
      sql<Agreement['way']>`a.way`.as('way'),
      'a.shown',
      'a.shown_sha256 as shownSha256',
      'a.file_id as fileId',
      'f.name as fileName',
      'a.signer_name as signerName',
      sql<string>`a.signed_on::text`.as('signedOn'),
      'a.owner_file_id as ownerFileId',
      'a.owner_signer as ownerSigner',
      sql<string | null>`a.owner_signed_on::text`.as('ownerSignedOn'),
      'a.revoked_at as revokedAt',
      'a.revocation_reason as revocationReason',
    ])

export interface AgreementFilter {
  enrollmentId?: string | undefined
  organizationId?: string | undefined
  programmeId?: string | undefined
  kind?: AgreementKind | undefined
  limit: number
  cursor?: string | undefined
}

/** Those the actor may see, revoked ones too, the newest first. */
export async function listAgreements(
  db: Db,
  { enrollmentId, organizationId, programmeId, kind, limit, cursor }: AgreementFilter,
): Promise<Outcome<{ items: Agreement[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = agreements(db)
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
  if (enrollmentId) query = query.where('a.enrollment_id', '=', enrollmentId)
  if (organizationId) query = query.where('a.organization_id', '=', organizationId)
  if (programmeId) query = query.where('a.programme_id', '=', programmeId)
  if (kind) query = query.where('a.kind', '=', kind)
  if (after) query = query.where('a.id', '<', String(after[0]))
  return listPage(await query.execute(), limit, ({ id }) => [id])
}

export const findAgreement = async (db: Db, id: string): Promise<Agreement | undefined> =>
  isId(id) ? agreements(db).where('a.id', '=', id).executeTakeFirst() : undefined

/** Valid on that day: begun, not ended, not revoked, and agreed to by whom the systems belong to. */
const validOn = (day: string) => sql<boolean>`a.revoked_at is null and a.valid_from <= ${day}::date
  and (a.valid_until is null or a.valid_until >= ${day}::date) and (a.systems_owner = '' or a.owner_file_id is not null)`

/**
 * Whether a municipality has an agreement of this kind that holds on this local day, in any programme in which it takes part. Asked under
 * the actor's own rights: who may not see it gets "no".
 */
export async function hasValidPermission(
  { db }: Pick<Context, 'db'>,
  organizationId: string,
  kind: AgreementKind,
  day: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('declarations.agreement as a')
    .innerJoin('programmes.enrollment as e', 'e.id', 'a.enrollment_id')
    .select('a.id')
    .where('a.organization_id', '=', organizationId)
    .where('a.kind', '=', kind)
    .where('e.state', '=', 'active')
    .where(validOn(day))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
