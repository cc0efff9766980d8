import type { Programme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { columnPlace } from '#kernel/column-letter.ts'
import { compareAgain, keepDifferences } from './check-workbook.ts'
import type { Load } from './load.ts'
import { type Draft, readMapping } from './queries.ts'
import type { Content } from './workbook/table.ts'

/** A cell as somebody wrote it on the page instead. */
export interface Correction {
  sheet: string
  row: number
  column: string
  value: string
}

/** Puts corrected cells into what was read, and says anew what the workbook would change. */
export async function correctCells(
  ctx: Context,
  programme: Programme,
  { load, draft }: { load: Load; draft: Draft },
  corrections: readonly Correction[],
): Promise<void> {
  const content = corrections.reduce(corrected, draft.content)
  await keepDifferences(ctx, load, await compareAgain(ctx, programme, content, await readMapping(ctx.db, programme.id)))
}

function corrected(content: Content, { sheet, row, column, value }: Correction): Content {
  const at = columnPlace(column)
  if (at < 0) return content
  return {
    ...content,
    tables: content.tables.map((table) =>
      table.sheet !== sheet || at >= Math.max(table.headers.length, 1)
        ? table
        : {
            ...table,
            rows: table.rows.map((one) =>
              one.number === row
                ? { ...one, cells: table.headers.map((_, place) => (place === at ? value : (one.cells[place] ?? ''))) }
                : one,
            ),
          },
    ),
  }
}
