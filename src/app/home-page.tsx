import { actingForRoutes } from '#foundation/identity/index.ts'
import { notificationRoutes } from '#foundation/notifications/index.ts'
import { calendarRoutes } from '#domains/insights/calendar/index.ts'
import { type StartParts, startPage } from '#domains/insights/portal/index.ts'
import { redirect } from '#platform/http/answer.ts'
import { mustChoose } from '#platform/http/context.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import { waysFor } from './navigation.ts'
import { calendarSources, taskSources } from './portal-parts.ts'
import { homeRoutes } from './routes.ts'
import { welcome } from './welcome-page.tsx'

const parts: StartParts = {
  tasks: taskSources,
  calendar: calendarSources,
  waysOf: waysFor,
  links: { inbox: notificationRoutes.inbox.href(), calendar: calendarRoutes.show.href() },
}

/** The first page: for strangers what this is, for the others what they have to do. */
export const homePages: PageRoute[] = [
  publicPage(homeRoutes.home, async ({ actor, db, now }) => {
    if (!actor) return welcome({ actor, db, now }, calendarSources)
    return mustChoose(actor) ? redirect(actingForRoutes.choose.href()) : startPage({ actor, db, now }, parts)
  }),
]
