import type { SearchSource } from '#platform/portal/search-document.ts'
import { assessmentRoutes } from './routes.ts'
import { loadAssessmentRows } from './load-assessment-rows.ts'

/** Checks, by whose they are and on what. Answers and notes are not in the index. */
export const assessmentSearch: SearchSource = {
  type: 'assessment',
  title: 'Prüfungen',
  isNamed: true,
  changedBy: [
    'assessment.started',
    'assessment.migrated',
    'assessment.migrationUndone',
    'organization.changed',
    'organization.renamed',
  ],
  load: async (db, page) => {
    const rows = await loadAssessmentRows(db, page)
    return rows.map(({ id, organization, catalog, wave, closed }) => ({
      id,
      title: `${catalog}, ${organization}`,
      body: `Prüfung${wave > 1 ? ` · Welle ${wave}` : ''}${closed === null ? '' : ' · in anderer Fassung fortgeführt'}`,
      url: assessmentRoutes.show.href({ id }),
      audience: 'assessment',
    }))
  },
}
