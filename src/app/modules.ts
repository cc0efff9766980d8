import { catalogOperations, catalogPages } from '#foundation/catalogs/index.ts'
import { identityOperations } from '#foundation/identity/index.ts'
import { organizationOperations, organizationPages } from '#foundation/organizations/index.ts'
import {
  assessmentOperations,
  assessmentPages,
  overviewPages,
  questionPages,
  singleQuestionPages,
} from '#domains/security/assessments/index.ts'
import type { Operation } from '#platform/http/operation.ts'
import type { PageRoute } from '#platform/http/page-route.ts'
import { homePages } from './home-page.tsx'

/** The house in one view: every page and every operation there is. A module that is not named here does not exist. */
export const pages: readonly PageRoute[] = [
  ...homePages,
  ...assessmentPages,
  ...questionPages,
  ...singleQuestionPages,
  ...overviewPages,
  ...catalogPages,
  ...organizationPages,
]

export const operations: readonly Operation[] = [
  ...identityOperations,
  ...organizationOperations,
  ...catalogOperations,
  ...assessmentOperations,
]
