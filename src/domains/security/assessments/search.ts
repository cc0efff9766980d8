import type { SearchSource } from '#platform/portal/search-document.ts'
import { assessmentRoutes } from './routes.ts'
import { loadAssessmentRows } from './load-assessment-rows.ts'

/** Checks, by whose they are and on what. Answers and notes are not in the index. */
export const assessmentSearch: SearchSource = {
  type: 'assessment',
  title: 'Prüfungen',
  isNamed: true,
  changedBy: ['assessment.started', 'organization.changed', 'organization.renamed'],
  load: async (db, page) => {
    const rows = await loadAssessmentRows(db, page)
    return rows.map(({ id, organization, catalog, wave }) => ({
      id,
      title: `${catalog}, ${organization}`,
      body: `Prüfung${wave > 1 ? ` · Welle ${wave}` : ''}`,
      url: assessmentRoutes.show.href({ id }),
      audience: 'assessment',
    }))
  },
}
