import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Consent } from './consent.ts'

async function read(query: ReturnType<typeof consents>): Promise<Consent[]> {
  const rows = await query.execute()
  return rows.map(({ givenById, givenByName, revokedById, revokedByName, ...row }) => ({
    ...row,
    givenBy: { id: givenById, name: givenByName },
    revokedBy: revokedById === null ? null : { id: revokedById, name: revokedByName },
  }))
}

const consents = (db: Db) =>
  db
    .selectFrom('consents.consent as c')
    .leftJoin('identity.person as g', 'g.id', 'c.given_by')
    .leftJoin('identity.person as r', 'r.id', 'c.revoked_by')
    .select([
      'c.id',
      'c.organization_id as organizationId',
      'c.purpose',
      'c.text_version as textVersion',
      'c.text_sha256 as textSha256',
      'c.given_at as givenAt',
      'c.given_by as givenById',
      'g.name as givenByName',
      'c.revoked_at as revokedAt',
      'c.revoked_by as revokedById',
      'r.name as revokedByName',
    ])

export interface ConsentFilter {
  purpose?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Of the organization acted for, revoked ones too, the newest first. */
export async function listConsents(
  db: Db,
  { purpose, limit, cursor }: ConsentFilter,
): Promise<Outcome<{ items: Consent[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = consents(db)
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
  if (purpose) query = query.where('c.purpose', '=', purpose)
  if (after) query = query.where('c.id', '<', String(after[0]))
  return listPage(await read(query), limit, ({ id }) => [id])
}

/** Those that hold, one at most for each purpose. */
export const standingConsents = (db: Db): Promise<Consent[]> =>
  read(consents(db).where('c.revoked_at', 'is', null).limit(100))

export async function findConsent(db: Db, id: string): Promise<Consent | undefined> {
  if (!isId(id)) return undefined
  const [found] = await read(consents(db).where('c.id', '=', id).limit(1))
  return found
}
