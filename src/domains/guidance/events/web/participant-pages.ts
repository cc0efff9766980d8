import type { PageRoute } from '#platform/http/page-route.ts'
import { courseListPages } from './course-list.tsx'
import { coursePages } from './course-page.tsx'
import { guestLinkPages } from './guest-link.tsx'
import { invitationLinkPages } from './invitation-link.tsx'
import { offerLinkPages } from './offer-link.tsx'
import { ownPlacePages } from './own-places.tsx'
import { placeDeedPages } from './place-deeds.tsx'
import { registrationPages } from './registration-page.tsx'

/** For everybody, for participants, and by the links of mails. */
export const participantPages: PageRoute[] = [
  ...courseListPages,
  ...coursePages,
  ...registrationPages,
  ...ownPlacePages,
  ...placeDeedPages,
  ...offerLinkPages,
  ...guestLinkPages,
  ...invitationLinkPages,
]
