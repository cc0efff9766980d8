import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import {
  bringIn,
  compareWorkbook,
  keepMapping,
  keepWorkbook,
  type Mapping,
} from '#domains/security/initial-load/index.ts'
import { findProgrammeByKey } from '#foundation/programmes/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Speaker } from './demo-organizations.ts'

/** demo/load.json: what a workbook brought to the running programme beside its roads; `{82}` is the day 82 days ago. */
interface StoryLoad {
  programme: string
  fileName: string
  mapping: Mapping
  sheets: { name: string; rows: string[][] }[]
}

/** A table with contacts, appointments, documents and amounts was brought in on the day after the roads. */
export async function tellLoad(speaker: Speaker): Promise<void> {
  const told = JSON.parse(readFileSync(join(packageRoot, 'demo/load.json'), 'utf8')) as StoryLoad
  const ctx = await speaker('programm@verbund.example', 'verbund', 1, '07:45')
  const programme = await findProgrammeByKey(ctx.db, told.programme)
  if (!programme) throw new Error(`demo: the programme ${told.programme} is not there`)
  const today = localDay(ctx.now)
  const sheets = told.sheets.map(({ name, rows }) => ({
    name,
    isHidden: false,
    rows: rows.map((row) => row.map((cell) => withDay(cell, today))),
  }))
  await keepMapping(ctx, programme, told.mapping)
  const workbook = { fileName: told.fileName, sheets }
  const checked = must(await compareWorkbook(ctx, programme, workbook, { adds: false }))
  const [wrong] = checked.differences.refused
  if (wrong) throw new Error(`demo: ${wrong.sheet} ${wrong.column}${wrong.row}: ${wrong.message}`)
  must(await bringIn(ctx, programme, { id: await keepWorkbook(ctx, programme, workbook, checked) }, checked))
}

const withDay = (cell: string, today: Temporal.PlainDate): string =>
  cell.replace(/^\{(\d+)\}$/, (_, days: string) => germanDay(today.subtract({ days: Number(days) })))

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}
