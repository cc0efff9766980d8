import { germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { kindNames, type Kind } from '#foundation/organizations/index.ts'
import { type NeedSource, partyInWords, type Programme } from '#foundation/programmes/index.ts'
import { type Answer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { type SheetColumn, writeSheet, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { readFilter } from '../filter.ts'
import { listOutsiders, listRows, type Look } from '../queries.ts'
import { cockpitRoutes } from '../routes.ts'
import type { Outsider, Row } from '../row.ts'
import { onCockpit } from './on-cockpit.ts'
import { pressureOfRow, pressureWord, stepTitle, waitingDaysOf } from './words.ts'

/** More municipalities than the country has. */
const mostRows = 20_000

/** The filtered table as a workbook. */
export const sheetPagesWith = (sources: readonly NeedSource[]): PageRoute[] => [
  show(cockpitRoutes.sheet, (ctx, { params, query }) =>
    onCockpit(ctx, params['id'], sources, (look) => sheet(ctx, look, query)),
  ),
]

async function sheet(ctx: Context, look: Look, query: Record<string, string>): Promise<Answer> {
  const filter = readFilter(query)
  const part = { limit: mostRows }
  const { programme } = look
  const name = `${programme.key}-${localDay(ctx.now).toString()}.xlsx`
  if (filter.phase === 'none') {
    const found = await listOutsiders(ctx.db, filter, look, part)
    return isRefusal(found) ? unprocessable(found) : workbook(name, outsiderColumns, found.items.map(outsiderCells))
  }
  const found = await listRows(ctx.db, filter, look, part)
  if (isRefusal(found)) return unprocessable(found)
  const today = localDay(ctx.now)
  return workbook(
    name,
    columns,
    found.items.map((row) => cells(row, programme, today)),
  )
}

/** Written after the transaction: a workbook of many rows takes its time. */
const workbook = (name: string, head: readonly SheetColumn[], rows: readonly string[][]): Answer => ({
  kind: 'file',
  name,
  type: xlsxType,
  body: { make: () => writeSheet(head, rows) },
})

const columns: SheetColumn[] = [
  { header: 'Kommune', width: 32 },
  { header: 'Art', width: 20 },
  { header: 'Landkreis', width: 24 },
  { header: 'Teilnahme', width: 12 },
  { header: 'Phase', width: 18 },
  { header: 'Schritt', width: 24 },
  { header: 'Wartet auf', width: 16 },
  { header: 'Was fehlt', width: 40 },
  { header: 'Wartet seit', width: 12 },
  { header: 'Tage', width: 8 },
  { header: 'Üblich noch (Tage)', width: 12 },
  { header: 'Frist', width: 12 },
  { header: 'Betreuung', width: 24 },
  { header: 'Letzter Kontakt', width: 14 },
]

const cells = (row: Row, programme: Programme, today: ReturnType<typeof localDay>): string[] => [
  row.name,
  kindNames[row.kind as Kind],
  row.county ?? '',
  row.state === 'withdrawn' ? 'beendet' : 'läuft',
  row.currentStep === null ? 'Fertig' : (programme.phases.find(({ key }) => key === row.phase)?.title ?? row.phase),
  stepTitle(programme, row.currentStep),
  row.waitingFor ? partyInWords(row.waitingFor) : '',
  row.missing,
  row.waitingSince ? germanDay(localDay(row.waitingSince)) : '',
  String(waitingDaysOf(row, today) ?? ''),
  String(row.daysNeeded),
  pressureWord(pressureOfRow(row, programme, today)),
  row.guideName ?? '',
  row.lastContactOn?.split('-').toReversed().join('.') ?? '',
]

const outsiderColumns: SheetColumn[] = [
  { header: 'Kommune', width: 32 },
  { header: 'Art', width: 20 },
  { header: 'Landkreis', width: 24 },
  { header: 'Einwohner', width: 12 },
]

const outsiderCells = ({ name, kind, county, population }: Outsider): string[] => [
  name,
  kindNames[kind as Kind],
  county ?? '',
  String(population ?? ''),
]
