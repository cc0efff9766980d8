import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Descent, FormerName, Succession } from './succession.ts'

interface Row extends Omit<Succession, 'other'> {
  otherId: string
  otherName: string
  side: 'predecessor' | 'successor'
}

/** Predecessors and successors, the oldest first. */
export async function listSuccessions(
  db: Db,
  organizationId: string,
): Promise<Pick<Descent, 'predecessors' | 'successors'>> {
  const { rows } = await sql<Row>`
    select s.id, s.kind, s.from_day as "from", o.id as "otherId", o.name as "otherName",
           case when s.successor_id = ${organizationId}::uuid then 'predecessor' else 'successor' end as side
      from organizations.succession s
      join organizations.organization o on o.id = case when s.successor_id = ${organizationId}::uuid then s.predecessor_id else s.successor_id end
     where s.withdrawn_at is null and ${organizationId}::uuid in (s.predecessor_id, s.successor_id)
     order by s.from_day, o.sort_key`.execute(db)
  const of = (side: Row['side']): Succession[] =>
    rows
      .filter((row) => row.side === side)
      .map(({ id, kind, from, otherId, otherName }) => ({ id, kind, from, other: { id: otherId, name: otherName } }))
  return { predecessors: of('predecessor'), successors: of('successor') }
}

/** The oldest first. */
export const listFormerNames = (db: Db, organizationId: string): Promise<FormerName[]> =>
  db
    .selectFrom('organizations.former_name')
    .select(['name', 'until_day as until'])
    .where('owner_id', '=', organizationId)
    .orderBy('until_day')
    .orderBy('id')
    .execute()

export const findDescent = async (db: Db, organizationId: string): Promise<Descent> => ({
  ...(await listSuccessions(db, organizationId)),
  formerNames: await listFormerNames(db, organizationId),
})

/** Whether `organizationId` came, over however many steps, out of `ancestorId`. */
export async function descendsFrom(db: Db, organizationId: string, ancestorId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive line (id) as (
      select ${organizationId}::uuid
      union
      select s.predecessor_id from organizations.succession s join line on s.successor_id = line.id where s.withdrawn_at is null)
    select exists (select from line where line.id = ${ancestorId}::uuid) as found`.execute(db)
  return rows[0]?.found ?? false
}
