// Sample calls of reports, OSCAL and the table of answers.
import { type ApiClient } from '../harness/clients.ts'
import type { Sample } from './sample-calls.ts'

export async function resultSamples(client: ApiClient, checkId: string): Promise<Record<string, Sample>> {
  const form = new FormData()
  form.set('file', new Blob([await client.download(`/assessments/${checkId}/answers.xlsx`)]), 'antworten.xlsx')
  const of = checkId
  return {
    getAssessmentResults: { of },
    getReportPdf: { of },
    getReportDocx: { of },
    getSummaryPdf: { of },
    getSummaryDocx: { of },
    getAssessmentPlan: { of },
    getOscalResults: { of },
    getAnswerSheet: { of },
    importAnswerSheet: { of, body: form },
  }
}
