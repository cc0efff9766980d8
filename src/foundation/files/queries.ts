import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Scan, StoredFile } from './file.ts'

const columns = [
  'id',
  'organization_id as organizationId',
  'owner_type as ownerType',
  'owner_id as ownerId',
  'name',
  'media_type as mediaType',
  'size',
  'sha256',
  'scan',
  'uploaded_by as uploadedBy',
  'uploaded_at as uploadedAt',
] as const

const asFile = ({ scan, ...row }: Omit<StoredFile, 'scan'> & { scan: string }): StoredFile => ({
  ...row,
  scan: scan as Scan,
})

/** Undefined when it is not there, or not visible. */
export async function findFile(db: Db, id: string): Promise<StoredFile | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('files.file').select(columns).where('id', '=', id).executeTakeFirst()
  return row && asFile(row)
}
