import { germanDate } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { RoadPart } from '../../road-part.ts'
import { programmeRoutes } from '../../routes.ts'
import { contactKindInWords } from '../contact-entry.ts'
import { listContactEntries } from '../queries.ts'

/** The contact log on a road, for those who work in the programme. */
export const contactPart: RoadPart = {
  name: 'contacts',
  title: 'Kontakte',
  steps: [],
  href: ({ id }) => programmeRoutes.contacts.href({ id }),
  tell: async ({ db }, { isSeen, organizationId, programmeId }) => {
    if (!isSeen) return undefined
    const found = await listContactEntries(db, { organizationId, programmeId, limit: 1 })
    const last = isRefusal(found) ? undefined : found.items[0]
    if (!last) return 'Noch kein Kontakt eingetragen.'
    const open = last.followUpOn && !last.followedUpAt ? ` Wieder melden am ${germanDate(last.followUpOn)}.` : ''
    return `Zuletzt ${contactKindInWords(last.kind)} am ${germanDate(last.onDay)}.${open}`
  },
}
