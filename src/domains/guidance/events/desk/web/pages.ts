import type { PageRoute } from '#platform/http/page-route.ts'
import { capacityPages } from './capacity.tsx'
import { datePages } from './dates.tsx'
import { deskFilePages } from './files.ts'
import { deskPages } from './desk.tsx'
import { factPages } from './facts.tsx'
import { invitationPages } from './invitations.tsx'
import { mailPages } from './mails.tsx'
import { managePages } from './manage.tsx'
import { materialPages } from './materials.tsx'
import { peoplePages } from './people.tsx'
import { personPages } from './person.tsx'
import { standingPages } from './standing.tsx'
import { statisticsPages } from './statistics.tsx'
import { transferPages } from './transfer.tsx'

/** Everything at the organizer's desk; ways with a fixed word come before those with an id. */
export const organizerPages: readonly PageRoute[] = [
  ...deskPages,
  ...statisticsPages,
  ...factPages,
  ...managePages,
  ...datePages,
  ...standingPages,
  ...capacityPages,
  ...peoplePages,
  ...personPages,
  ...transferPages,
  ...deskFilePages,
  ...invitationPages,
  ...mailPages,
  ...materialPages,
]
