import { findCatalog, listGroups } from '#foundation/catalogs/index.ts'
import { namesOf } from '#foundation/identity/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Assessment, Question } from '../assessment.ts'
import { countGroups, findAssessment, listQuestions } from '../queries.ts'
import { listEvidenceTitles, listSignatures, listVerdicts } from './queries.ts'
import { type Report, reportOf } from './report.ts'

/** More than any catalog may have (the importer's limit). */
const all = 20_000

/** Reads everything a report says, in nine queries, whatever the size of the check. */
export async function loadReport({ db, now }: Context, assessment: Assessment): Promise<Report> {
  const catalog = await findCatalog(db, assessment.catalogId)
  if (!catalog) throw new Error('a check without its catalog')
  const before = assessment.previousId === null ? undefined : await findAssessment(db, assessment.previousId)
  const counts = await countGroups(db, [assessment.id, ...(before ? [before.id] : [])])
  const sections = await listGroups(db, assessment.catalogId)
  const questions = await listQuestions(db, assessment, { selection: 'alle', limit: all })
  const verdicts = await listVerdicts(db, assessment.id)
  const signatures = await listSignatures(db, assessment.id)
  return reportOf({
    madeAt: now,
    assessment,
    catalog,
    groups: counts.get(assessment.id) ?? [],
    previous: before ? { assessment: before, groups: counts.get(before.id) ?? [] } : null,
    signatures,
    sections: sections.filter(({ controlCount }) => controlCount > 0),
    questions,
    evidence: await listEvidenceTitles(db, assessment.id),
    verdicts,
    names: await namesOf(db, [
      ...questions.flatMap(({ answer }: Question) => answer?.answeredBy ?? []),
      ...verdicts.map(({ reviewedBy }) => reviewedBy),
      ...signatures.map(({ personId }) => personId),
    ]),
  })
}
