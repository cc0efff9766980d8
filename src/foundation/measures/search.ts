import type { SearchSource } from '#platform/portal/search-document.ts'
import { loadMeasureRows } from './load-measure-rows.ts'
import { kindInWords } from './measure.ts'
import { measureRoutes } from './routes.ts'

/** Measures, by what they are called and what is to be done; sources and proof are not in the index. */
export const measureSearch: SearchSource = {
  type: 'measure',
  title: 'Maßnahmen',
  changedBy: ['measure.added', 'measure.changed'],
  load: async (db, page) => {
    const rows = await loadMeasureRows(db, page)
    return rows.map(({ id, title, organization, description, kind }) => ({
      id,
      title,
      body: [kindInWords(kind), organization, description].filter(Boolean).join(' · '),
      url: measureRoutes.show.href({ id }),
      audience: 'measure',
    }))
  },
}
