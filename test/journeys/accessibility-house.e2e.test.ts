// Every page of the house: checks, people, organizations, portal, public pages, operations.
import { findsFaults, usableByEverybody } from './accessibility.ts'
import { announcementVisits } from './announcement-visits.ts'
import { calendarVisits } from './calendar-visits.ts'
import { checkVisits } from './check-visits.ts'
import { consentVisits } from './consent-visits.ts'
import { inboxVisits } from './inbox-visits.ts'
import { operationVisits } from './operation-visits.ts'
import { organizationVisits } from './organization-visits.ts'
import { peopleVisits, ownAccessVisits } from './people-visits.ts'
import { portalVisits } from './portal-visits.ts'
import { publishingVisits } from './publishing-visits.ts'
import { searchVisits } from './search-visits.ts'

findsFaults()
usableByEverybody([
  ...calendarVisits,
  ...checkVisits,
  ...consentVisits,
  ...peopleVisits,
  ...ownAccessVisits,
  ...organizationVisits,
  ...inboxVisits,
  ...portalVisits,
  ...publishingVisits,
  ...searchVisits,
  ...announcementVisits,
  // They end with the portal closed.
  ...operationVisits,
])
