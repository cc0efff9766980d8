import { withQuery } from '#platform/http/route.ts'
import type { Event } from '../../event/event.ts'
import { eventRoutes } from '../../routes.ts'

interface Shown {
  portal: string
  event: Pick<Event, 'id'>
  dateId: string
  code: string
}

/** What the picture on the wall holds: the page with the code filled in. */
export const checkInAddress = ({ portal, event, dateId, code }: Shown): string =>
  portal + withQuery(eventRoutes.checkIn.href({ id: event.id, date: dateId }), { code })
