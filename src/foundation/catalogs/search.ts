import type { SearchSource } from '#platform/portal/search-document.ts'
import { catalogRoutes } from './routes.ts'
import { loadControlRows } from './load-control-rows.ts'

/** Requirements and questions of all imported catalogs. They never change: they come with their catalog. */
export const controlSearch: SearchSource = {
  type: 'control',
  title: 'Anforderungen und Fragen',
  changedBy: ['catalog.imported'],
  load: async (db, page) => {
    const rows = await loadControlRows(db, page)
    return rows.map((row) => ({
      id: `${row.catalogId}:${row.id}`,
      subjectId: row.catalogId,
      title: row.title,
      keys: [row.id, row.key],
      body: `${row.id} · ${row.list} · ${row.catalog}: ${row.statement.replaceAll(/[*`]/g, '')}`,
      url: catalogRoutes.control.href({ id: row.catalogId, controlId: row.id }),
      audience: 'signedIn',
    }))
  },
}
