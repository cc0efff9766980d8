import { roadCrumbs } from '#foundation/programmes/index.ts'
import type { Crumb } from '#platform/http/answer.ts'
import { appointmentRoutes } from '../routes.ts'

type Road = Parameters<typeof roadCrumbs>[0]

/** The way to the appointments of one road. */
export const crumbsOf = (road: Road, ...further: string[]): Crumb[] =>
  roadCrumbs(
    road,
    { label: 'Termine', ...(further.length > 0 ? { href: appointmentRoutes.list.href({ id: road.id }) } : {}) },
    ...further,
  )
