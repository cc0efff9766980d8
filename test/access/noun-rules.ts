// The rules of all nouns in one view: what rules.ts spreads.
import { appointmentOperationRules, appointmentPageRules } from './appointment-rules.ts'
import { calendarOperationRules, calendarPageRules } from './calendar-rules.ts'
import { checkOperationRules, checkPageRules } from './check-rules.ts'
import { declarationOperationRules, declarationPageRules } from './declaration-rules.ts'
import { cockpitOperationRules, cockpitPageRules } from './cockpit-rules.ts'
import { floorOperationRules, floorPageRules } from './floor-rules.ts'
import { inboxOperationRules, inboxPageRules } from './inbox-rules.ts'
import { organizationOperationRules, organizationPageRules } from './organization-rules.ts'
import { peopleOperationRules, peoplePageRules } from './people-rules.ts'
import { proofOperationRules, proofPageRules } from './proof-rules.ts'
import { participationOperationRules, participationPageRules } from './participation-rules.ts'
import { fundingOperationRules, fundingPageRules } from './funding-rules.ts'
import { invoiceOperationRules, invoicePageRules } from './invoice-rules.ts'
import { deliveryOperationRules, deliveryPageRules } from './delivery-rules.ts'
import { packageOperationRules, packagePageRules } from './package-rules.ts'
import { measureOperationRules, measurePageRules } from './measure-rules.ts'
import { loadOperationRules, loadPageRules } from './load-rules.ts'
import { programmeOperationRules, programmePageRules } from './programme-rules.ts'
import { publishingOperationRules, publishingPageRules } from './publishing-rules.ts'
import { portalOperationRules, portalPageRules } from './portal-rules.ts'
import { reviewOperationRules, reviewPageRules } from './review-rules.ts'
import { searchOperationRules, searchPageRules } from './search-rules.ts'
import { pictureOperationRules, picturePageRules } from './picture-rules.ts'
import { guidanceDatesOperationRules, guidanceDatesPageRules } from './guidance-dates-rules.ts'
import { guidanceDeskOperationRules, guidanceDeskPageRules } from './guidance-desk-rules.ts'
import { guidanceParticipantOperationRules, guidanceParticipantPageRules } from './guidance-participant-rules.ts'
import { guidanceProofOperationRules, guidanceProofPageRules } from './guidance-proof-rules.ts'
import { guidanceOperationRules } from './guidance-rules.ts'
import type { RouteRule } from './rules.ts'

export const nounPageRules: Record<string, RouteRule> = {
  ...organizationPageRules,
  ...peoplePageRules,
  ...floorPageRules,
  ...reviewPageRules,
  ...publishingPageRules,
  ...portalPageRules,
  ...searchPageRules,
  ...programmePageRules,
  ...declarationPageRules,
  ...appointmentPageRules,
  ...participationPageRules,
  ...fundingPageRules,
  ...invoicePageRules,
  ...measurePageRules,
  ...deliveryPageRules,
  ...cockpitPageRules,
  ...picturePageRules,
  ...proofPageRules,
  ...loadPageRules,
  ...packagePageRules,
  ...checkPageRules,
  ...calendarPageRules,
  ...inboxPageRules,
  ...guidanceDatesPageRules,
  ...guidanceProofPageRules,
  ...guidanceParticipantPageRules,
  ...guidanceDeskPageRules,
}

export const nounOperationRules: Record<string, RouteRule> = {
  ...organizationOperationRules,
  ...peopleOperationRules,
  ...floorOperationRules,
  ...reviewOperationRules,
  ...publishingOperationRules,
  ...portalOperationRules,
  ...searchOperationRules,
  ...programmeOperationRules,
  ...declarationOperationRules,
  ...appointmentOperationRules,
  ...participationOperationRules,
  ...cockpitOperationRules,
  ...pictureOperationRules,
  ...loadOperationRules,
  ...fundingOperationRules,
  ...invoiceOperationRules,
  ...proofOperationRules,
  ...packageOperationRules,
  ...measureOperationRules,
  ...deliveryOperationRules,
  ...checkOperationRules,
  ...inboxOperationRules,
  ...calendarOperationRules,
  ...guidanceOperationRules,
  ...guidanceDatesOperationRules,
  ...guidanceProofOperationRules,
  ...guidanceParticipantOperationRules,
  ...guidanceDeskOperationRules,
}
