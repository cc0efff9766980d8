import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import type { Route } from '#platform/http/route.ts'
import { may } from '../../access.ts'
import type { Assessment } from '../../assessment.ts'
import { findAssessment } from '../../queries.ts'
import { readNotes } from '../../read-note.ts'
import { assessmentRoutes } from '../../routes.ts'
import { answerFile } from '../answer-file.ts'
import { oscalPlanFile, oscalResultsFile } from '../oscal-files.ts'
import { docxFile, pdfFile } from '../report-files.ts'

const download = (where: Route, make: (ctx: Context, assessment: Assessment) => Promise<Answer>): PageRoute =>
  show(where, async (ctx, { params }) => {
    const assessment = await findAssessment(ctx.db, params['id'] ?? '')
    if (!assessment) return notFound()
    const allowed = may.seeWhole(assessment)
    const answer = isRefusal(allowed) ? forbidden(allowed) : await make(ctx, assessment)
    return { ...answer, notes: readNotes(ctx, assessment) }
  })

/** Everything about a check that leaves as a file. */
export const resultFilePages: PageRoute[] = [
  download(assessmentRoutes.reportPdf, (ctx, assessment) => pdfFile(ctx, assessment, 'report')),
  download(assessmentRoutes.reportDocx, (ctx, assessment) => docxFile(ctx, assessment, 'report')),
  download(assessmentRoutes.summaryPdf, (ctx, assessment) => pdfFile(ctx, assessment, 'summary')),
  download(assessmentRoutes.summaryDocx, (ctx, assessment) => docxFile(ctx, assessment, 'summary')),
  download(assessmentRoutes.oscalPlan, oscalPlanFile),
  download(assessmentRoutes.oscalResults, oscalResultsFile),
  download(assessmentRoutes.sheet, answerFile),
]
