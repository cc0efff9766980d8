import type { Crumb } from '#platform/http/answer.ts'
import { programmeRoutes } from '#foundation/programmes/index.ts'
import { appointmentRoutes } from '../routes.ts'

interface Road {
  id: string
  organizationName: string
  programmeName: string
}

/** The way to the pages of one road. */
export const crumbsOf = ({ id, organizationName, programmeName }: Road, ...further: string[]): Crumb[] => [
  { label: `${organizationName}: ${programmeName}`, href: programmeRoutes.road.href({ id }) },
  { label: 'Termine', ...(further.length > 0 ? { href: appointmentRoutes.list.href({ id }) } : {}) },
  ...further.map((label) => ({ label })),
]
