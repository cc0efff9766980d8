import type { Db } from '#platform/db/database.ts'
import type { Signature, SignedSubject } from './signature.ts'

/** More than anything is ever signed. */
const most = 200

/** The signatures under something, the newest first, as far as the actor may see them. */
export async function signaturesOf(db: Db, { type, id }: SignedSubject): Promise<Signature[]> {
  const rows = await db
    .selectFrom('signatures.signature as s')
    .innerJoin('organizations.organization as o', 'o.id', 's.acting_for')
    .leftJoin('identity.person as p', 'p.id', 's.signed_by')
    .select([
      's.id',
      's.organization_id as organizationId',
      's.signed_by as signedBy',
      'p.name as signerName',
      's.acting_for as placeId',
      'o.name as placeName',
      's.role',
      's.signed_at as signedAt',
      's.shown',
      's.shown_sha256 as shownSha256',
    ])
    .where('s.subject_type', '=', type)
    .where('s.subject_id', '=', id)
    .orderBy('s.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ placeId, placeName, ...row }) => ({ ...row, actingFor: { id: placeId, name: placeName } }))
}
