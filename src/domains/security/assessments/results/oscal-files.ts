import { nameId } from '#platform/crypto/name-id.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import { loadReport } from './load-report.ts'
import { assessmentPlan } from './oscal/assessment-plan.ts'
import { assessmentResults } from './oscal/assessment-results.ts'
import type { OscalInput } from './oscal/oscal-frame.ts'

const inputOf = async (ctx: Context, assessment: Assessment): Promise<OscalInput> => ({
  uuidFor: (name) => nameId('check', assessment.id, name),
  report: await loadReport(ctx, assessment),
})

const file = (name: string, document: object): FileAnswer => ({
  kind: 'file',
  name,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(document, null, 2),
})

/** What is checked, as OSCAL. */
export const oscalPlanFile = async (ctx: Context, assessment: Assessment): Promise<FileAnswer> =>
  file(`pruefplan-${assessment.organizationName}.json`, assessmentPlan(await inputOf(ctx, assessment)))

/** What was found, as OSCAL. */
export const oscalResultsFile = async (ctx: Context, assessment: Assessment): Promise<FileAnswer> =>
  file(`pruefergebnisse-${assessment.organizationName}.json`, assessmentResults(await inputOf(ctx, assessment)))
