import type { SearchSource } from '#platform/portal/search-document.ts'
import { rolesInWords } from '../roles.ts'
import { peopleRoutes } from './routes.ts'
import { loadPersonRows } from './load-person-rows.ts'

/** People by name, what they are today, and where. Addresses are not searched. */
export const peopleSearch: SearchSource = {
  type: 'person',
  title: 'Personen',
  isNamed: true,
  changedBy: [
    'administrator.created',
    'invitation.accepted',
    'role.granted',
    'role.ended',
    'person.left',
    'organization.changed',
    'organization.renamed',
  ],
  load: async (db, page) => {
    const rows = await loadPersonRows(db, page)
    return rows.map(({ id, name, roles, organizations }) => ({
      id,
      title: name,
      body: [rolesInWords(roles), ...organizations].filter(Boolean).join(' · '),
      url: peopleRoutes.person.href({ id }),
      audience: 'person',
    }))
  },
}
