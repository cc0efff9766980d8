import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import { findEnrollment } from './queries.ts'

/** Holds a road until the end of the transaction and reads it as it is then; undefined where the actor sees no such road. */
export async function holdRoad({ db }: Pick<Context, 'db'>, id: string): Promise<EnrollmentWithSteps | undefined> {
  const { rows } = await sql<{ held: boolean }>`select programmes.hold(${id}::uuid) as held`.execute(db)
  return rows[0]?.held ? findEnrollment(db, id) : undefined
}
