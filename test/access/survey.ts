// Every table × four operations × every standing, against table-rules.ts.
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { type Finding, type Trial, trials } from './attempts.ts'
import { isTable, readRelations, readRows } from './read-schema.ts'
import type { Standing } from './standings.ts'
import { type TableRule, verbs } from './table-rules.ts'

/** Each table (or only one) with its rule and its true rows; throws for one without a rule, or without a row that could leak. */
export async function readTrials(house: TestHouse, rules: Record<string, TableRule>, only?: string): Promise<Trial[]> {
  return asOwner(house, async (db) => {
    const found: Trial[] = []
    const tables = (await readRelations(db)).filter(
      (relation) => isTable(relation) && relation.name === (only ?? relation.name),
    )
    for (const table of tables) {
      const rule = rules[table.name]
      if (!rule) throw new Error(`${table.name} has no row in table-rules.ts`)
      const rows = await readRows(db, table)
      if (rows.length === 0)
        throw new Error(`${table.name} is empty: nothing could leak. Let the demo story or the test fill it.`)
      found.push({ table, rule, rows })
    }
    return found
  })
}

export interface Survey {
  /** Pairs of table and operation that were tried, per standing. */
  tried: number
  attempts: number
  surprises: string[]
}

/** As one standing, in a unit of work that is undone. */
export async function surveyAs({ services }: TestHouse, standing: Standing, found: Trial[]): Promise<Survey> {
  const findings: Finding[] = []
  const surprises: string[] = []
  for (const trial of found) {
    const { database, clock } = services
    await unitOfWork(
      database,
      { as: standing.subject, now: clock.now(), mode: 'read write', undo: () => true },
      async (db) => {
        for (const verb of verbs) {
          const finding = await trials[verb](db, standing, trial)
          findings.push(finding)
          surprises.push(...finding.surprises.map((surprise) => `${standing.name}, ${trial.table.name}: ${surprise}`))
        }
      },
    )
  }
  const attempts = findings.reduce((sum, finding) => sum + finding.attempts, 0)
  return { tried: findings.length, attempts, surprises }
}
