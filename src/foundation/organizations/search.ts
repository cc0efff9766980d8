import type { SearchSource } from '#platform/portal/search-document.ts'
import { isKind, kindNames } from './organization.ts'
import { organizationRoutes } from './routes.ts'
import { loadOrganizationRows } from './load-organization-rows.ts'

/** Everybody who takes part, also by keys and earlier names. */
export const organizationSearch: SearchSource = {
  type: 'organization',
  title: 'Organisationen',
  isNamed: true,
  changedBy: [
    'organization.added',
    'organization.changed',
    'organization.renamed',
    'organizations.imported',
    'administrator.created',
  ],
  load: async (db, page) => {
    const rows = await loadOrganizationRows(db, page)
    return rows.map(({ id, name, formerNames, kind, county, ars, ags }) => ({
      id,
      title: name,
      keys: [ars, ags].filter((key) => key !== null),
      body: [
        isKind(kind) ? kindNames[kind] : kind,
        county,
        ars && `Regionalschlüssel ${ars}`,
        ...formerNames.map((former) => `früher ${former}`),
      ]
        .filter(Boolean)
        .join(' · '),
      url: organizationRoutes.show.href({ id }),
      audience: 'signedIn',
    }))
  },
}
