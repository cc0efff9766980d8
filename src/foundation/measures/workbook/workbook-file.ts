import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context, Place } from '#platform/http/context.ts'
import { writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { allMeasures } from '../queries.ts'
import { columns, rowOf } from './sheet.ts'

/** All measures of an organization as a table that can come back. */
export async function workbookFile(ctx: Context, place: Pick<Place, 'id' | 'name'>): Promise<FileAnswer> {
  const measures = await allMeasures(ctx.db, place.id)
  return {
    kind: 'file',
    name: `massnahmen-${place.name}.xlsx`,
    type: xlsxType,
    body: { make: () => writeWorkbook([{ name: 'Maßnahmen', columns, rows: measures.map(rowOf) }]) },
  }
}
