import { type RawBuilder, sql } from 'kysely'
import type { Db } from './database.ts'

/** One of several questions that are sent as one query; its rows come back as JSON has them: instants and days are text, amounts numbers. */
export interface Question<Answer> {
  query: RawBuilder<unknown>
  read(rows: readonly unknown[]): Answer
}

/** `Row` as JSON has it; the query itself says the order. */
export const question = <Row, Answer>(
  query: RawBuilder<Row>,
  read: (rows: readonly Row[]) => Answer,
): Question<Answer> => ({ query, read: (rows) => read(rows as readonly Row[]) })

/** The answers in the order of the questions, by one query. Throws when one of them does. */
export async function askTogether<Answer>(db: Db, questions: readonly Question<Answer>[]): Promise<Answer[]> {
  if (questions.length === 0) return []
  const { rows } = await sql<{ rows: unknown[] }>`select x.rows from (${sql.join(
    questions.map(
      ({ query }, at) =>
        sql`select ${at}::integer as place, (select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (${query}) q) as rows`,
    ),
    sql` union all `,
  )}) x order by x.place`.execute(db)
  return questions.map((one, at) => one.read(rows[at]?.rows ?? []))
}
