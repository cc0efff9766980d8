import { isRefusal } from '#kernel/outcome.ts'
import type { Paper } from '#kernel/paper.ts'
import { docxType, writeDocx } from '#platform/docx/write-docx.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import type { Assessment } from '../assessment.ts'
import { loadReport } from './load-report.ts'
import type { Report } from './report.ts'
import { reportPaper } from './report-paper.ts'
import { summaryPaper } from './summary-paper.ts'

const papers = {
  report: { name: 'bericht', write: reportPaper },
  summary: { name: 'kurzbericht', write: summaryPaper },
} as const

export type PaperKind = keyof typeof papers

/** Read in the transaction, set after it. */
export async function pdfFile(ctx: Context, assessment: Assessment, kind: PaperKind): Promise<FileAnswer> {
  const paper = papers[kind].write(await loadReport(ctx, assessment))
  return {
    kind: 'file',
    name: `${fileName(kind, assessment)}.pdf`,
    type: pdfType,
    body: {
      make: async () => {
        const pdf = await compilePaper(paper)
        return isRefusal(pdf) ? pdf : pdf.bytes
      },
    },
  }
}

export async function docxFile(ctx: Context, assessment: Assessment, kind: PaperKind): Promise<FileAnswer> {
  const paper: Paper = papers[kind].write(await loadReport(ctx, assessment))
  return {
    kind: 'file',
    name: `${fileName(kind, assessment)}.docx`,
    type: docxType,
    body: { make: () => writeDocx(paper) },
  }
}

const fileName = (kind: PaperKind, { organizationName }: Pick<Report['assessment'], 'organizationName'>): string =>
  `${papers[kind].name}-${organizationName}`
