import type { SearchSource } from '#platform/portal/search-document.ts'
import { loadProgrammeRows } from './load-programme-rows.ts'
import { programmeRoutes } from './routes.ts'

/** Programmes that run or have run, by name, by who carries them out and by what is done in them. */
export const programmeSearch: SearchSource = {
  type: 'programme',
  title: 'Programme',
  isNamed: true,
  changedBy: ['programme.added', 'programme.changed', 'programme.roadChanged'],
  load: async (db, page) => {
    const rows = await loadProgrammeRows(db, page)
    return rows.map(({ id, key, name, summary, about, runBy, contractor, steps }) => ({
      id,
      title: name,
      keys: [key],
      body: [
        summary,
        [runBy, contractor].filter(Boolean).join(' mit '),
        steps.join(', '),
        about.replaceAll(/[#*`]/g, ''),
      ]
        .filter(Boolean)
        .join(' · '),
      url: programmeRoutes.show.href({ id }),
      audience: 'signedIn',
    }))
  },
}
