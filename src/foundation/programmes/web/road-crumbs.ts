import type { Crumb } from '#platform/http/answer.ts'
import { programmeRoutes } from '../routes.ts'

interface Road {
  id: string
  organizationName: string
  programmeName: string
  programmeId: string
  /** Whether whoever asks works in the programme and comes from it. */
  isSeen: boolean
}

/** The way to a road and to what is kept for it: from the programme for those who work in it, from their own list for everybody else. */
export const roadCrumbs = (
  { id, organizationName, programmeName, programmeId, isSeen }: Road,
  ...last: (string | Crumb)[]
): Crumb[] => {
  // An assessor has many municipalities in one programme, a municipality many programmes.
  const label = isSeen ? organizationName : `${organizationName}: ${programmeName}`
  return [
    ...(isSeen
      ? [
          { label: 'Programme', href: programmeRoutes.list.href() },
          { label: programmeName, href: programmeRoutes.show.href({ id: programmeId }) },
        ]
      : [{ label: 'Teilnahmen', href: programmeRoutes.own.href() }]),
    last.length === 0 ? { label } : { label, href: programmeRoutes.road.href({ id }) },
    ...last.map((one) => (typeof one === 'string' ? { label: one } : one)),
  ]
}
