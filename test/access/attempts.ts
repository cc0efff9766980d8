// The four operations, tried on one table as one standing in a real unit of work, which is then undone.
import { CompiledQuery, type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import { has } from './complaints.ts'
import { classOf, type Relation } from './read-schema.ts'
import type { Standing } from './standings.ts'
import { mayTouch, type Row, type TableRule, type Verb } from './table-rules.ts'

/** Refused by privilege or policy; or so many rows touched; or stopped only by something later (a key, a check): then nothing guarded it. */
type Outcome = 'refused' | number | { stoppedBy: string }

const notAllowed = '42501'

/** Under a savepoint that is always undone, so that one attempt leaves nothing to the next. */
async function attempt(db: Db, statement: RawBuilder<unknown>): Promise<Outcome> {
  const raw = (text: string) => db.executeQuery(CompiledQuery.raw(text))
  await raw('savepoint attempt')
  try {
    const { numAffectedRows, rows } = await statement.execute(db)
    return Number(numAffectedRows ?? rows.length)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === '') throw error
    return code === notAllowed ? 'refused' : { stoppedBy: code }
  } finally {
    await raw('rollback to savepoint attempt; release savepoint attempt')
  }
}

const reached = (outcome: Outcome): boolean => outcome !== 'refused' && outcome !== 0

export interface Trial {
  table: Relation
  rule: TableRule
  /** All rows in truth. */
  rows: Row[]
}

export interface Finding {
  verb: Verb
  attempts: number
  /** Where the database did otherwise than the rules say. */
  surprises: string[]
}

type Try = (db: Db, standing: Standing, trial: Trial) => Promise<Finding>

export const trials: Record<Verb, Try> = {
  select: trySelect,
  insert: tryInsert,
  update: (db, standing, trial) => tryTouch(db, standing, trial, 'update'),
  delete: (db, standing, trial) => tryTouch(db, standing, trial, 'delete'),
}

const at = ({ table }: Trial) => sql.table(table.name)

const inWords = (outcome: Outcome): string =>
  outcome === 'refused'
    ? 'was refused'
    : typeof outcome === 'number'
      ? `touched ${outcome}`
      : `was stopped by ${outcome.stoppedBy} only`

const whose = (row: Row): string => `row ${JSON.stringify(row).slice(0, 120)}`

const keyOf = ({ primaryKey }: Relation, row: Row): string => JSON.stringify(primaryKey.map((column) => row[column]))

/** Everything that is visible, against everything there is. */
async function trySelect(db: Db, standing: Standing, trial: Trial): Promise<Finding> {
  const { table, rule, rows } = trial
  const seen = new Set<string>()
  const outcome = await attempt(db, sql`select count(*) from ${at(trial)}`)
  if (outcome !== 'refused')
    for (const { row } of (await sql<{ row: Row }>`select to_jsonb(t) as row from ${at(trial)} t`.execute(db)).rows)
      seen.add(keyOf(table, row))
  const surprises = rows.flatMap((row) => {
    const should = mayTouch(standing, table, rule, 'select', row)
    return should === seen.has(keyOf(table, row)) ? [] : [`select ${should ? 'did not show' : 'showed'} ${whose(row)}`]
  })
  return { verb: 'select', attempts: rows.length, surprises }
}

/** One row of each organization; of other tables one row, of people one known and one unknown. */
function samples(standing: Standing, { table, rule, rows }: Trial): Row[] {
  const by = (row: Row): string =>
    has(table, 'organization_id')
      ? String(row['organization_id'])
      : String(mayTouch(standing, table, rule, 'select', row))
  return [...Map.groupBy(rows, by).values()].flatMap((group) => group.slice(0, 1))
}

async function tryInsert(db: Db, standing: Standing, trial: Trial): Promise<Finding> {
  const { table, rule } = trial
  const finding: Finding = { verb: 'insert', attempts: 0, surprises: [] }
  for (const row of samples(standing, trial)) {
    const copy = { ...row, ...freshKeys(table, row) }
    // As it is, and in one's own name: a policy may look at the person as well, which must not hide that it forgot the organization.
    const own = inOwnName(table, standing)
    const outcomes = [
      await attempt(db, insertion(trial, copy)),
      await attempt(db, insertion(trial, { ...copy, ...own })),
    ]
    finding.attempts += outcomes.length
    if (rule.author) {
      const forged = await attempt(db, insertion(trial, { ...copy, ...own, [rule.author]: newId() }))
      finding.attempts += 1
      if (reached(forged)) finding.surprises.push(`insert in the name of another ${inWords(forged)}: ${whose(copy)}`)
    }
    const should = mayTouch(standing, table, rule, 'insert', copy)
    if (outcomes.some(reached) !== should)
      finding.surprises.push(`insert ${outcomes.map(inWords).join(' and ')}: ${whose(copy)}`)
  }
  return finding
}

function insertion(trial: Trial, row: Row): RawBuilder<unknown> {
  const columns = trial.table.columns.filter(({ generated }) => !generated).map(({ name }) => sql.ref(name))
  return sql`insert into ${at(trial)} (${sql.join(columns)})
    select ${sql.join(columns)} from jsonb_populate_record(null::${at(trial)}, ${JSON.stringify(row)}::jsonb)`
}

function freshKeys({ columns, unique, foreignKeys }: Relation, row: Row): Row {
  const borrowed = new Set(foreignKeys.flatMap((key) => key.columns))
  const own = columns.filter(({ name }) => unique.includes(name) && !borrowed.has(name) && row[name] !== null)
  return Object.fromEntries(own.map(({ name, type }) => [name, fresh(type, row[name])]))
}

function fresh(type: string, value: unknown): unknown {
  if (type === 'uuid') return newId()
  if (type === 'text') return `${String(value).slice(0, -1)}${String(value).endsWith('1') ? '2' : '1'}`
  return typeof value === 'number' ? value + 1000 : value
}

const inOwnName = ({ foreignKeys }: Relation, { subject }: Standing): Row =>
  subject.personId === null
    ? {}
    : Object.fromEntries(
        foreignKeys
          .filter(({ target }) => target === 'identity.person')
          .flatMap((key) => key.columns.map((column) => [column, subject.personId])),
      )

/** Update and delete: aimed at one row, and blindly at all of them, which asks no policy for reading. */
async function tryTouch(db: Db, standing: Standing, trial: Trial, verb: 'update' | 'delete'): Promise<Finding> {
  const { table, rule, rows } = trial
  const finding: Finding = { verb, attempts: 0, surprises: [] }
  const expect = (statement: string, outcome: Outcome, right: boolean): void => {
    finding.attempts += 1
    if (!right) finding.surprises.push(`${statement} ${inWords(outcome)}`)
  }
  for (const row of samples(standing, trial)) {
    const outcome = await attempt(db, touch(trial, verb, row, sql`where ${aim(table, row)}`))
    expect(`${verb} of ${whose(row)}`, outcome, reached(outcome) === mayTouch(standing, table, rule, verb, row))
  }
  const [first] = rows
  if (!first) return finding
  const blind = await attempt(db, touch(trial, verb, first, sql``))
  const allowed = rows.filter((row) => mayTouch(standing, table, rule, verb, row)).length
  expect(`blind ${verb}`, blind, allowed > 0 ? typeof blind !== 'number' || blind <= allowed : !reached(blind))
  if (verb === 'update' && classOf(table) === 'tenant')
    for (const row of rows.filter((mine) => mine['organization_id'] !== standing.own).slice(0, 1)) {
      const outcome = await attempt(
        db,
        sql`update ${at(trial)} set organization_id = ${String(row['organization_id'])}::uuid`,
      )
      expect('update that moves rows to a foreign organization', outcome, !reached(outcome))
    }
  return finding
}

function touch(trial: Trial, verb: 'update' | 'delete', row: Row, where: RawBuilder<unknown>): RawBuilder<unknown> {
  if (verb === 'delete') return sql`delete from ${at(trial)} ${where}`
  const { columns, unique } = trial.table
  const column = columns.findLast(({ name, generated }) => !generated && !unique.includes(name)) ?? columns.at(-1)
  const name = column?.name ?? ''
  return sql`update ${at(trial)} set ${sql.ref(name)} =
    (select r.${sql.ref(name)} from jsonb_populate_record(null::${at(trial)}, ${JSON.stringify(row)}::jsonb) r) ${where}`
}

const aim = ({ primaryKey, columns }: Relation, row: Row): RawBuilder<unknown> =>
  sql.join(
    primaryKey.map((name) => {
      const type = columns.find((column) => column.name === name)?.type ?? 'text'
      return sql`${sql.ref(name)} = ${String(row[name])}::${sql.raw(type)}`
    }),
    sql` and `,
  )
