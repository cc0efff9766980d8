import { eventWords } from '#domains/guidance/events/index.ts'
import type { AuditEvent, EventWord } from '#foundation/audit/index.ts'
import { catalogWords } from '#foundation/catalogs/index.ts'
import { consentWords } from '#foundation/consents/index.ts'
import { declarationWords } from '#foundation/declarations/index.ts'
import { fileWords } from '#foundation/files/index.ts'
import { identityWords } from '#foundation/identity/index.ts'
import { jobWords } from '#foundation/jobs/index.ts'
import { measureWords } from '#foundation/measures/index.ts'
import { notificationWords } from '#foundation/notifications/index.ts'
import { organizationWords } from '#foundation/organizations/index.ts'
import { programmeWords } from '#foundation/programmes/index.ts'
import { privacyWords } from '#foundation/privacy/index.ts'
import { signatureWords } from '#foundation/signatures/index.ts'
import { appointmentWords } from '#domains/security/appointments/index.ts'
import {
  announcementWords,
  assessmentWords,
  carryOverWords,
  reviewWords,
  signOffWords,
} from '#domains/security/assessments/index.ts'
import { deliveryWords } from '#domains/security/deliveries/index.ts'
import { fundingWords } from '#domains/security/funding/index.ts'
import { proofWords } from '#domains/security/proof-of-use/index.ts'
import { invoiceWords } from '#domains/security/invoices/index.ts'
import { packageWords } from '#domains/security/packages/index.ts'
import { participationWords } from '#domains/security/participation/index.ts'
import { initialLoadWords } from '#domains/security/initial-load/index.ts'
import { newsWords } from '#domains/publishing/news/index.ts'
import { pageWords } from '#domains/publishing/pages/index.ts'
import { calendarWords } from '#domains/insights/calendar/index.ts'
import { cockpitWords } from '#domains/insights/cockpit/index.ts'
import { pictureWords } from '#domains/insights/state-picture/index.ts'
import { mapWords } from '#domains/insights/state-picture/index.ts'
import { operationWords } from './operations/audit-words.ts'

/** What people read about each event. An event without words, or words without an event, does not compile. */
export const auditWords: Readonly<Record<AuditEvent, EventWord>> = {
  ...identityWords,
  ...organizationWords,
  ...catalogWords,
  ...jobWords,
  ...measureWords,
  ...notificationWords,
  ...privacyWords,
  ...programmeWords,
  ...consentWords,
  ...declarationWords,
  ...fileWords,
  ...appointmentWords,
  ...assessmentWords,
  ...reviewWords,
  ...carryOverWords,
  ...signOffWords,
  ...announcementWords,
  ...initialLoadWords,
  ...signatureWords,
  ...participationWords,
  ...fundingWords,
  ...proofWords,
  ...invoiceWords,
  ...deliveryWords,
  ...invoiceWords,
  ...packageWords,
  ...newsWords,
  ...pageWords,
  ...calendarWords,
  ...cockpitWords,
  ...pictureWords,
  ...mapWords,
  ...eventWords,
  ...operationWords,
}
