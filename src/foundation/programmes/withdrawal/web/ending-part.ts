import { isRefusal } from '#kernel/outcome.ts'
import { may } from '../../access.ts'
import type { RoadPart } from '../../road-part.ts'
import { programmeRoutes } from '../../routes.ts'

/** Leaving, or coming back, on the road of those who may decide it. */
export const endingPart: RoadPart = {
  name: 'ending',
  title: 'Beenden oder wieder eintreten',
  steps: [],
  href: ({ id }) => programmeRoutes.ending.href({ id }),
  tell: async ({ actor }, road) => {
    if (isRefusal(may.end(actor, road)) || road.currentStep === null) return undefined
    return road.state === 'withdrawn'
      ? 'Die Teilnahme ist beendet. Bis zur Frist können Sie wieder eintreten.'
      : 'Die Teilnahme ist freiwillig und kann beendet werden. Was war, bleibt lesbar.'
  },
}
