import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Role } from '../roles.ts'
import type { Invitation, Offer } from './invitation.ts'

export interface InvitationFilter {
  organizationId?: string | undefined
  limit: number
  cursor?: string | undefined
}

const from = (db: Db) =>
  db
    .selectFrom('identity.invitation as i')
    .innerJoin('organizations.organization as o', 'o.id', 'i.organization_id')
    .leftJoin('identity.person as p', 'p.id', 'i.invited_by')
    .select([
      'i.id',
      'i.organization_id as organizationId',
      'o.name as organization',
      'i.email',
      'i.name',
      'i.roles',
      'p.name as invitedBy',
      'i.sent_at as sentAt',
      'i.expires_at as expiresAt',
      'i.accepted_at as acceptedAt',
      'i.revoked_at as revokedAt',
    ])

const asInvitation = (row: Omit<Invitation, 'roles'> & { roles: string[] }): Invitation => ({
  ...row,
  roles: row.roles as Role[],
})

/** What this actor may see, the newest first: ids sort by the time they were made. */
export async function listInvitations(
  db: Db,
  { organizationId, limit, cursor }: InvitationFilter,
): Promise<Outcome<{ items: Invitation[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = from(db)
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
  if (organizationId) query = query.where('i.organization_id', '=', organizationId)
  if (after) query = query.where('i.id', '<', String(after[0]))
  const { items, next } = listPage(await query.execute(), limit, (row) => [row.id])
  return { items: items.map(asInvitation), next }
}

export async function findInvitation(db: Db, id: string): Promise<Invitation | undefined> {
  if (!isId(id)) return undefined
  const row = await from(db).where('i.id', '=', id).executeTakeFirst()
  return row && asInvitation(row)
}

/** The invitation behind a link; undefined for a secret that is none of ours. */
export async function findOffer(db: Db, secret: string): Promise<Offer | undefined> {
  const { rows } = await sql<{
    id: string
    organization: string
    email: string
    name: string
    roles: Role[]
    invited_by: string | null
    expires_at: Temporal.Instant
    accepted_at: Temporal.Instant | null
    revoked_at: Temporal.Instant | null
    person_id: string | null
    person: string | null
    may_sign_in: boolean
  }>`select * from identity.find_invitation(${sha256(secret)})`.execute(db)
  const row = rows[0]
  return (
    row && {
      id: row.id,
      organization: row.organization,
      email: row.email,
      name: row.name,
      roles: row.roles,
      invitedBy: row.invited_by,
      expiresAt: row.expires_at,
      acceptedAt: row.accepted_at,
      revokedAt: row.revoked_at,
      account:
        row.person_id && row.person
          ? { personId: row.person_id, name: row.person, maySignIn: row.may_sign_in }
          : undefined,
    }
  )
}

export interface PlaceToInvite {
  id: string
  name: string
  kind: string
  ars: string | null
  isHeaded: boolean
}

/** Organizations and whether somebody there may invite already. */
export async function placesToInvite(db: Db, only?: string): Promise<PlaceToInvite[]> {
  let query = db
    .selectFrom('organizations.organization')
    .select([
      'id',
      'name',
      'kind',
      'ars',
      sql<boolean>`id = any ((select access.headed_organizations())::uuid[])`.as('isHeaded'),
    ])
    .orderBy('sort_key')
    .orderBy('id')
    .limit(20_000)
  if (only !== undefined) query = query.where('id', '=', only)
  return query.execute()
}

export async function findPlace(db: Db, id: string): Promise<PlaceToInvite | undefined> {
  return isId(id) ? (await placesToInvite(db, id))[0] : undefined
}
