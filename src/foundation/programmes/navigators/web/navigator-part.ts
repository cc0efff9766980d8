import { germanDate } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { may } from '../../access.ts'
import type { RoadPart } from '../../road-part.ts'
import { programmeRoutes } from '../../routes.ts'
import { namingStep } from '../navigator.ts'
import { listNavigators } from '../queries.ts'

/** Whom the municipality has named, on its road. */
export const navigatorPart: RoadPart = {
  name: 'navigator',
  title: 'Digital-Navigator',
  steps: [namingStep],
  href: ({ id }) => programmeRoutes.navigator.href({ id }),
  tell: async ({ db, actor }, road) => {
    if (isRefusal(may.seeNamed(actor, road))) return undefined
    const current = (await listNavigators(db, road.id)).find(({ until }) => until === null)
    return current
      ? `${current.personName ?? 'Eine ehemalige Person'}, benannt ab ${germanDate(current.from)}.`
      : 'Noch niemand benannt.'
  },
}
