import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { forbidden, json, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { may } from '../access.ts'
import type { Comparison } from './compare.ts'
import { prepareRows, sheetLimit } from './prepare-rows.ts'
import { compareWith, takeRows } from './take-rows.ts'
import { workbookFile } from './workbook-file.ts'

const tag = 'Measures'

const report = z
  .object({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    differences: z.array(
      z.object({
        line: z.int().meta({ description: 'As the spreadsheet counts' }),
        id: z.string().nullable().meta({ description: 'Null: it is new' }),
        title: z.string(),
        cells: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
      }),
    ),
  })
  .meta({ id: 'MeasureImport' })

const reportJson = ({ differences, unchanged }: Comparison) => ({
  added: differences.filter(({ measure }) => measure === undefined).length,
  changed: differences.filter(({ measure }) => measure !== undefined).length,
  unchanged,
  differences: differences.map(({ line, measure, title, told }) => ({
    line,
    id: measure?.id ?? null,
    title,
    cells: told.map(({ field, from, to }) => ({ field, from, to })),
  })),
})

const example = {
  added: 0,
  changed: 1,
  unchanged: 8,
  differences: [
    {
      line: 3,
      id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb1',
      title: 'Rücksicherung üben',
      cells: [{ field: 'Fällig am', from: '04.12.2026', to: '18.12.2026' }],
    },
  ],
}

/** The list as a table, out and in. */
export const measureWorkbookOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/measures.xlsx',
    id: 'getMeasuresXlsx',
    title: 'Maßnahmen als Tabelle (XLSX)',
    summary: 'All measures of the organization you act for, in the form in which they come back',
    who: 'Own staff, data protection included',
    tag,
    problems: { 403: 'None of these' },
    reply: { status: 200, description: 'XLSX', isFile: true },
    work: async (ctx) => {
      const place = ctx.actor.actingFor
      return place && may.keepList(ctx.actor)
        ? workbookFile(ctx, place)
        : forbidden(refuse('Eine Tabelle gibt es für Organisationen, die selbst Maßnahmen führen.'))
    },
  }),
  operation({
    method: 'post',
    path: '/measures/import',
    id: 'importMeasures',
    title: 'Maßnahmen aus einer Tabelle übernehmen',
    summary:
      'Take the table back (`?dryRun=1`: only say what would change); wrong cells are named, and then nothing is taken',
    who: 'Own staff',
    tag,
    query: z.object({ dryRun: z.enum(['0', '1']).default('0') }),
    upload: 'XLSX, at most 16 MB',
    bodyLimit: sheetLimit,
    prepare: prepareRows,
    problems: { 403: 'Only own staff', 413: 'Over 16 MB' },
    reply: { status: 200, description: 'What is different now', schema: report, example },
    work: async (ctx, { query: { dryRun } }, { rows }) => {
      const organizationId = ctx.actor.actingFor?.id ?? ''
      const allowed = may.keep(ctx.actor, { organizationId })
      if (isRefusal(allowed)) return forbidden(allowed)
      if (isRefusal(rows)) return unprocessable(rows)
      const found = await (dryRun === '1' ? compareWith : takeRows)(ctx, organizationId, rows)
      return isRefusal(found) ? unprocessable(found) : json(reportJson(found))
    },
  }),
]
