import { z } from 'zod'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, parse } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { bringIn } from './carry-out.ts'
import { compareWorkbook, keepWorkbook } from './check-workbook.ts'
import type { Differences } from './compare/differences.ts'
import { importExample } from './examples.ts'
import { exportFile, templateFile } from './files.ts'
import { keepMapping } from './map-columns.ts'
import { prepareWorkbook, workbookLimit } from './prepare-workbook.ts'
import { differencesOut, importParts, importQuery, readMappingPart } from './schemas.ts'
import type { Workbook } from './workbook/table.ts'

const tag = 'Enrollments'
const who = 'Who leads the programme'
const notTheirs = 'Only who leads the programme'
const one = z.object({ id: idSchema })

export const initialLoadOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/enrollments/import',
    id: 'importEnrollments',
    title: 'ein laufendes Programm aus einer Tabelle einlesen',
    summary:
      'Bring a running programme in from one workbook: what is right is loaded, the rest listed; the same once more changes nothing',
    who,
    tag,
    query: importQuery,
    upload:
      'XLSX in the form of `GET /programmes/{id}/template.xlsx` or with own columns; CSV: the list of municipalities',
    parts: importParts,
    bodyLimit: workbookLimit,
    prepare: prepareWorkbook,
    problems: { 403: notTheirs, 413: 'The file is too large' },
    reply: {
      status: 200,
      description: 'What the workbook changes, or changed',
      schema: differencesOut,
      example: importExample,
    },
    work: async (ctx, { query, request }, { workbook }) => {
      const parts = parse(importParts, request.form, 'Eingelesen ist noch nichts')
      if (isRefusal(parts)) return unprocessable(parts)
      return led(ctx, parts.programmeId, async (programme) => {
        const done = await take(ctx, programme, workbook, { parts, isDry: query.dryRun === '1' })
        return isRefusal(done) ? unprocessable(done) : json(differencesJson(done))
      })
    },
  }),
  operation({
    method: 'get',
    path: '/programmes/{id}/export.xlsx',
    id: 'getProgrammeExport',
    title: 'ein Programm mit allen Teilnahmen als Tabelle (XLSX)',
    summary: 'Everything of a programme as a workbook, in the form in which it comes in',
    who,
    tag,
    params: one,
    problems: { 403: notTheirs },
    reply: { status: 200, description: 'XLSX', isFile: true },
    work: (ctx, { params }) => led(ctx, params.id, (programme) => exportFile(ctx, programme)),
  }),
  operation({
    method: 'get',
    path: '/programmes/{id}/template.xlsx',
    id: 'getProgrammeTemplate',
    title: 'Vorlage zum Einlesen eines Programms (XLSX)',
    summary: 'The form of the workbook, with the municipalities of the register',
    who,
    tag,
    params: one,
    problems: { 403: notTheirs },
    reply: { status: 200, description: 'XLSX', isFile: true },
    work: (ctx, { params }) => led(ctx, params.id, (programme) => templateFile(ctx, programme)),
  }),
]

async function led(ctx: Context, id: string, work: (programme: Programme) => Promise<Answer>): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id)
  if (!programme) return notFound()
  const allowed = may.bringIn(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

async function take(
  ctx: Context,
  programme: Programme,
  workbook: Outcome<Workbook>,
  { parts, isDry }: { parts: z.infer<typeof importParts>; isDry: boolean },
): Promise<Outcome<Differences>> {
  if (isRefusal(workbook)) return workbook
  const mapping = readMappingPart(parts.mapping)
  if (isRefusal(mapping)) return mapping
  const checked = await compareWorkbook(ctx, programme, workbook, { adds: parts.addUnknown === '1', mapping })
  if (isRefusal(checked) || isDry) return isRefusal(checked) ? checked : checked.differences
  if (Object.keys(mapping).length > 0) await keepMapping(ctx, programme, mapping)
  const id = await keepWorkbook(ctx, programme, workbook, checked)
  const done = await bringIn(ctx, programme, { id }, checked)
  return isRefusal(done) ? done : checked.differences
}

const differencesJson = (found: Differences) => ({
  total: found.total,
  added: found.added,
  changed: found.changed,
  unchanged: found.unchanged,
  refused: found.refused,
  rows: found.rows,
  unknownColumns: found.unknownColumns,
  ignored: found.ignored,
  brings: found.brings,
})
