import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import { accounts } from '../accounts/queries.ts'
import type { Entry } from '../entries/entry.ts'
import type { Statement } from './statement.ts'

/** Each account with all of its entries, by one statement: whatever is moved meanwhile, what it shows belongs together. */
const statements = (db: Db) =>
  accounts(db).select(
    sql<(Omit<Entry, 'at'> & { at: string })[]>`coalesce((
      select jsonb_agg(jsonb_build_object('id', n.id, 'enrollmentId', n.enrollment_id, 'organizationId', n.organization_id, 'programmeId', n.programme_id,
               'number', n.number, 'from', n.from_state, 'to', n.to_state, 'amountCents', n.amount_cents, 'orderId', n.service_order_id,
               'orderReference', s.reference, 'orderTitle', s.title, 'stageNumber', n.stage_number, 'reason', n.reason, 'origin', n.origin,
               'subjectId', n.subject_id, 'correctsId', n.corrects_id, 'correctsNumber', c.number, 'corrected', 0, 'at', n.at,
               'personId', n.person_id, 'personName', w.name) order by n.number)
        from funding.entry n
        left join funding.service_order s on s.id = n.service_order_id
        left join funding.entry c on c.id = n.corrects_id
        left join identity.person w on w.id = n.person_id
       where n.enrollment_id = a.enrollment_id and n.organization_id = a.organization_id), '[]')`.as('all'),
  )

type Row = Awaited<ReturnType<ReturnType<typeof statements>['execute']>>[number]

const fromRow = ({ all, ...account }: Row): Statement => ({
  account,
  entries: all.map((entry) => ({ ...entry, at: Temporal.Instant.from(entry.at) })),
})

/** The statement of one account. */
export async function readStatement(db: Db, enrollmentId: string): Promise<Statement | undefined> {
  const row = await statements(db).where('a.enrollment_id', '=', enrollmentId).executeTakeFirst()
  return row && fromRow(row)
}

/** Those of all accounts of a programme that the actor sees, in German order of the names. */
export async function readStatements(db: Db, programmeId: string): Promise<Statement[]> {
  const rows = await statements(db)
    .where('a.programme_id', '=', programmeId)
    .orderBy('o.sort_key')
    .orderBy('a.enrollment_id')
    .execute()
  return rows.map(fromRow)
}
