import { route, withQuery } from '#platform/http/route.ts'

export const calendarRoutes = {
  show: route('/kalender'),
  subscribe: route('/kalender/abonnieren'),
  unsubscribe: route('/kalender/abonnieren/:id/beenden'),
  publicFeed: route('/calendar.ics'),
  /** Whoever knows this address reads: `:capability` is the secret followed by `.ics`. */
  feed: route('/kalender/:capability'),
}

/** What of the calendar is shown. */
export interface CalendarFilter {
  ansicht?: string | undefined
  /** A day of the month or week; the first one of the list. */
  ab?: string | undefined
  quelle?: string | undefined
}

export const calendarHref = ({ ansicht, ab, quelle }: CalendarFilter): string =>
  withQuery(calendarRoutes.show.href(), { ansicht, ab, quelle })
