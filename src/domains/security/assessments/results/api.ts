import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, json, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { onAssessment } from '../on-check.ts'
import type { Assessment } from '../assessment.ts'
import { answerFile } from './answer-file.ts'
import { planExample, resultsExample, sheetReportExample, oscalResultsExample } from './examples.ts'
import { loadResults } from './load-results.ts'
import { oscalPlanFile, oscalResultsFile } from './oscal-files.ts'
import { prepareAnswerSheet, sheetLimit } from './prepare-sheet.ts'
import { docxFile, pdfFile } from './report-files.ts'
import { differenceJson, resultsJson } from './results-json.ts'
import { resultsOut, sheetQuery, sheetReport } from './schemas.ts'
import type { Differences } from './sheet-difference.ts'
import { compareSheet, takeRows } from './take-sheet.ts'

const tag = 'Assessments'
const readers = 'Own chief executive, security officer, IT staff, data protection officer; the assessor while assigned'
const writers = 'Own chief executive, security officer, IT staff'
const notParts = 'Whoever was delegated single lists sees those on the pages'
const one = z.object({ id: idSchema })

const onWhole = (ctx: Context, id: string, work: (assessment: Assessment) => Promise<Answer>): Promise<Answer> =>
  onAssessment(ctx, id, async (assessment) => {
    const allowed = may.seeWhole(assessment)
    return isRefusal(allowed) ? forbidden(allowed) : work(assessment)
  })

interface FileOperation {
  path: string
  id: string
  title: string
  summary: string
  description: string
  make: (ctx: Context, assessment: Assessment) => Promise<Answer>
}

const fileOperation = ({ path, id, title, summary, description, make }: FileOperation): Operation =>
  operation({
    method: 'get',
    path: `/assessments/{id}/${path}`,
    id,
    title,
    summary,
    who: readers,
    tag,
    params: one,
    problems: { 403: notParts },
    reply: { status: 200, description, isFile: true },
    work: (ctx, { params }) => onWhole(ctx, params.id, (assessment) => make(ctx, assessment)),
  })

const oscalOperation = (declared: FileOperation & { root: string; schemaId: string; example: unknown }): Operation => ({
  ...fileOperation(declared),
  reply: {
    status: 200,
    description: declared.description,
    schema: z.looseObject({ [declared.root]: z.looseObject({}) }).meta({ id: declared.schemaId }),
    example: declared.example,
  },
})

/** Reports, OSCAL and the table of answers. */
export const resultOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assessments/{id}/results',
    id: 'getAssessmentResults',
    title: 'Ergebnisse einer Prüfung im Verlauf',
    summary: 'Score and progress over time and against the wave before, strengths and gaps',
    who: readers,
    tag,
    params: one,
    problems: { 403: notParts },
    reply: { status: 200, description: 'The results', schema: resultsOut, example: resultsExample },
    work: (ctx, { params }) =>
      onWhole(ctx, params.id, async (assessment) => json(resultsJson(await loadResults(ctx, assessment)))),
  }),
  fileOperation({
    path: 'report.pdf',
    id: 'getReportPdf',
    title: 'Bericht als PDF',
    summary: 'Full report as tagged PDF (PDF/UA-1); 422 where the machine has no compiler for it',
    description: 'PDF',
    make: (ctx, assessment) => pdfFile(ctx, assessment, 'report'),
  }),
  fileOperation({
    path: 'report.docx',
    id: 'getReportDocx',
    title: 'Bericht als Word-Datei',
    summary: 'Full report as DOCX',
    description: 'DOCX',
    make: (ctx, assessment) => docxFile(ctx, assessment, 'report'),
  }),
  fileOperation({
    path: 'summary.pdf',
    id: 'getSummaryPdf',
    title: 'Kurzbericht als PDF',
    summary: 'Management summary on one page as tagged PDF (PDF/UA-1)',
    description: 'PDF',
    make: (ctx, assessment) => pdfFile(ctx, assessment, 'summary'),
  }),
  fileOperation({
    path: 'summary.docx',
    id: 'getSummaryDocx',
    title: 'Kurzbericht als Word-Datei',
    summary: 'Management summary as DOCX',
    description: 'DOCX',
    make: (ctx, assessment) => docxFile(ctx, assessment, 'summary'),
  }),
  oscalOperation({
    path: 'assessment-plan.json',
    id: 'getAssessmentPlan',
    title: 'Prüfplan als OSCAL-Datei',
    summary: 'What is checked, as OSCAL assessment plan (1.1.3)',
    description: 'OSCAL assessment plan',
    make: oscalPlanFile,
    root: 'assessment-plan',
    schemaId: 'OscalAssessmentPlan',
    example: planExample,
  }),
  oscalOperation({
    path: 'assessment-results.json',
    id: 'getOscalResults',
    title: 'Prüfergebnisse als OSCAL-Datei',
    summary: 'What was found, as OSCAL assessment results (1.1.3)',
    description: 'OSCAL assessment results',
    make: oscalResultsFile,
    root: 'assessment-results',
    schemaId: 'OscalAssessmentResults',
    example: oscalResultsExample,
  }),
  fileOperation({
    path: 'answers.xlsx',
    id: 'getAnswerSheet',
    title: 'Antworten als Tabelle (XLSX)',
    summary: 'Every question with its answer as a workbook, which may come back',
    description: 'XLSX',
    make: answerFile,
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/answers.xlsx',
    id: 'importAnswerSheet',
    title: 'Ausgefüllte Tabelle (XLSX) einlesen',
    summary: 'Take the answers of a workbook; what somebody else has answered meanwhile comes back as a conflict',
    who: writers,
    tag,
    params: one,
    query: sheetQuery,
    upload: 'The workbook of `GET …/answers.xlsx`, filled in',
    bodyLimit: sheetLimit,
    prepare: prepareAnswerSheet,
    problems: { 403: 'Only own staff may answer', 413: 'The file is too large' },
    reply: { status: 200, description: 'What the workbook changed', schema: sheetReport, example: sheetReportExample },
    work: (ctx, { params, query }, table) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const allowed = may.answerWhole(ctx.actor, assessment)
        if (isRefusal(allowed)) return forbidden(allowed)
        const found = isRefusal(table.rows) ? table.rows : await compareSheet(ctx, assessment, table.rows)
        if (isRefusal(found)) return unprocessable(found)
        if (query.dryRun === '1') return json(await reportJson(ctx, found, 0))
        const taken = await takeRows(ctx, assessment, found.changes)
        if (isRefusal(taken)) return unprocessable(taken)
        const conflicts = [...found.conflicts, ...taken.conflicts]
        return json(await reportJson(ctx, { ...found, conflicts }, taken.saved))
      }),
  }),
]

async function reportJson(ctx: Context, { changes, conflicts, unchanged }: Differences, saved: number) {
  const names = await namesOf(
    ctx.db,
    [...changes, ...conflicts].flatMap(({ now }) => now?.answeredBy ?? []),
  )
  return {
    saved,
    unchanged,
    changes: changes.map((difference) => differenceJson(difference, names)),
    conflicts: conflicts.map((difference) => differenceJson(difference, names)),
  }
}
