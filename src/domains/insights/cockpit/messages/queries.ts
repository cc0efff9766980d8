import { sql } from 'kysely'
import { normalizeEmail } from '#kernel/email.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { takesPart } from '#foundation/programmes/index.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Audience, Message, Recipient } from './message.ts'

const rolesOf = (audience: readonly Audience[]): string[] => [
  ...new Set(audience.flatMap((each): readonly string[] => (each === 'speakers' ? takesPart : [each]))),
]

/** Of whom one would ask at a municipality; bills and the press are for others. */
const functions = ['cooperative', 'head', 'securityOffice']

/** Who gets a message about these roads: each person once for each municipality, then contact addresses that are nobody's account there. */
export async function listRecipients(
  db: Db,
  enrollmentIds: readonly string[],
  { audience, toContacts }: { audience: readonly Audience[]; toContacts: boolean },
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient & { rank: number }>`
    with chosen as (
      select e.id, e.organization_id, o.sort_key from programmes.enrollment e join organizations.organization o on o.id = e.organization_id
       where e.id = any (${[...enrollmentIds]}::uuid[]) and e.state = 'active'),
    holders as (
      select c.id, c.organization_id, c.sort_key, p.id as person, p.name, p.email, bool_or(g.role = any (${rolesOf(audience)}::text[])) as chosen
        from chosen c
        join identity.role_grant g on g.organization_id = c.organization_id and g.from_day <= (select access.today())
         and (g.until_day is null or g.until_day >= (select access.today()))
        join identity.person p on p.id = g.person_id
       group by c.id, c.organization_id, c.sort_key, p.id, p.name, p.email)
    select h.id as "enrollmentId", h.organization_id as "organizationId", h.person as "personId", h.name, h.email, h.sort_key, 1 as rank
      from holders h where h.chosen
    union all
    select * from (
      select distinct on (c.id, lower(k.email)) c.id, c.organization_id, null::uuid, k.name, lower(k.email), c.sort_key, 2
        from chosen c join organizations.contact k on k.organization_id = c.organization_id
       where ${toContacts} and k.email <> '' and k.function = any (${functions}::text[])
         and not exists (select from holders h where h.id = c.id and h.email = lower(k.email))
       order by c.id, lower(k.email), k.function) contacts
    order by sort_key, 1, rank, name, email`.execute(db)
  return rows
    .filter(({ email }) => normalizeEmail(email) !== undefined)
    .map(({ enrollmentId, organizationId, personId, name, email }) => ({
      enrollmentId,
      organizationId,
      personId,
      name,
      email,
    }))
}

const messages = (db: Db) =>
  db
    .selectFrom('cockpit.message as m')
    .leftJoin('identity.person as p', 'p.id', 'm.sent_by')
    .select([
      'm.id',
      'm.subject',
      'm.text',
      'm.audience',
      'm.to_contacts as toContacts',
      'm.municipalities',
      'm.recipients',
      'm.sent_at as sentAt',
      'm.sent_by as sentBy',
      'p.name as senderName',
    ])

/** The last first. */
export async function listMessages(
  db: Db,
  programmeId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Message[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['moment', 'id'])
  if (isRefusal(after)) return after
  let query = messages(db)
    .where('m.programme_id', '=', programmeId)
    .orderBy('m.sent_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where(sql<boolean>`(m.sent_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const { items, next } = listPage(await query.execute(), limit, (row) => [row.sentAt.toString(), row.id])
  return { items: items as unknown as Message[], next }
}

/** As it was sent; undefined when it is not there or not visible. */
export const findMessage = async (db: Db, programmeId: string, id: string): Promise<Message | undefined> =>
  (await messages(db)
    .where('m.programme_id', '=', programmeId)
    .where('m.id', '=', id)
    .executeTakeFirst()) as unknown as Message | undefined
