import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { answerValues } from '#kernel/scale.ts'
import { findOrganization } from '#foundation/organizations/index.ts'
import { forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, parse } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { answerNames, givenInWords } from './assessment.ts'
import { importAnswers, type ImportReport } from './import-answers.ts'
import type { Difference } from './plan-import.ts'
import { prepareWorkbook, workbookLimit } from './prepare-workbook.ts'

const side = z.object({ answer: z.enum(answerValues), note: z.string() })

const reportOut = z
  .object({
    assessmentId: idSchema.nullable().meta({ description: 'Null when nothing was written and there is no check yet' }),
    total: z.number().int().meta({ description: 'Rows in which something is filled in' }),
    written: z.number().int().meta({ description: 'First answers written; with dryRun: that would be' }),
    unchanged: z.number().int().meta({ description: 'The same answer is there already' }),
    differing: z
      .array(
        z.object({
          row: z.number().int(),
          controlId: z.string(),
          yours: side,
          theirs: side.extend({ version: z.number().int() }),
          message: z.string(),
        }),
      )
      .meta({ description: 'Another answer is there already; nothing of it was changed' }),
    ignored: z.number().int(),
    ignoredRows: z.array(z.object({ row: z.number().int(), controlId: z.string(), reason: z.string() })),
  })
  .meta({ id: 'AnswerImportReport' })

const example = {
  assessmentId: '01940d1c-5c00-7a60-8000-0c1d2e3f4a5c',
  total: 3,
  written: 1,
  unchanged: 0,
  differing: [
    {
      row: 4,
      controlId: 'BAK.2',
      yours: { answer: 'yes', note: '' },
      theirs: { answer: 'no', note: 'Band fehlt.', version: 2 },
      message:
        'Gespeichert ist Nein, in der Arbeitsmappe steht Ja. Bitte entscheiden Sie in der Prüfung bei dieser Frage.',
    },
  ],
  ignored: 1,
  ignoredRows: [
    { row: 5, controlId: 'BAK.3', reason: 'Die Notiz steht ohne Antwort da. Bitte beantworten Sie die Frage.' },
  ],
}

/** What is there, what the file says, and where to decide. */
export const differenceInWords = ({ yours, theirs }: Difference): string =>
  yours.answer === theirs.answer
    ? 'Die Antwort ist dieselbe, die Notiz eine andere. Bitte ergänzen Sie sie in der Prüfung bei dieser Frage.'
    : `Gespeichert ist ${givenInWords(theirs)}, in der Arbeitsmappe steht ${answerNames[yours.answer]}. Bitte entscheiden Sie in der Prüfung bei dieser Frage.`

const reportJson = ({ assessment, total, written, unchanged, differing, ignored }: ImportReport) => ({
  assessmentId: assessment?.id ?? null,
  total,
  written,
  unchanged,
  differing: differing.map((difference) => {
    const { row, controlId, yours, theirs } = difference
    const { answer, note, version } = theirs
    return { row, controlId, yours, theirs: { answer, note, version }, message: differenceInWords(difference) }
  }),
  ignored: ignored.length,
  ignoredRows: ignored,
})

const parts = z.object({
  organizationId: idSchema.optional().meta({ description: 'Whose answers; left out: for whom you act' }),
})

/** Taking the answers of a filled workbook. */
export const answerImportOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/assessments/import',
    id: 'importAnswers',
    summary: 'Take the answers of a filled WiBA workbook: first answers are written, others are shown as differences',
    who: 'Own chief executive, security officer, IT staff',
    tag: 'Assessments',
    query: z.object({
      dryRun: z.enum(['0', '1']).default('0').meta({ description: '1: only show what would be done' }),
    }),
    upload: 'XLSX, a filled copy of the WiBA workbook whose questions are imported as a catalog',
    parts,
    bodyLimit: workbookLimit,
    problems: { 403: 'Only own staff', 404: 'No such organization', 413: 'Over 8 MB' },
    guard: may.importAnswers,
    prepare: prepareWorkbook,
    reply: { status: 200, description: 'What was done', schema: reportOut, example },
    work: async (ctx, { query, request }, prepared) => {
      const { organizationId = ctx.actor.actingFor?.id ?? '' } = request.form
      const given = parse(
        parts,
        organizationId === '' ? {} : { organizationId },
        'Die Arbeitsmappe ist noch nicht eingelesen',
      )
      if (isRefusal(given)) return unprocessable(given)
      if (!(await findOrganization(ctx.db, organizationId))) return notFound('Diese Organisation gibt es nicht.')
      const allowed = may.start(ctx.actor, organizationId)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (isRefusal(prepared)) return unprocessable(prepared)
      const report = await importAnswers(ctx, organizationId, prepared, query.dryRun === '1')
      return isRefusal(report) ? unprocessable(report) : json(reportJson(report))
    },
  }),
]
