import { isRefusal } from '#kernel/outcome.ts'
import { notFound, page, unprocessable } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { findEnrollment, listRoadEntries } from '../enrollments/queries.ts'
import { programmeRoutes } from '../routes.ts'
import { HistoryTable } from './history-table.tsx'
import { roadCrumbs } from './road.tsx'
import { roadTitle } from './words.ts'

const pageSize = 50

/** Everything that ever happened on a road. */
export const roadHistoryPages: PageRoute[] = [
  show(programmeRoutes.history, async (ctx, { params, query }) => {
    const road = await findEnrollment(ctx.db, params['id'] ?? '')
    if (!road) return notFound('Diese Teilnahme gibt es nicht, oder sie gehört einer anderen Kommune.')
    const found = await listRoadEntries(ctx.db, road.id, { limit: pageSize, cursor: query['ab'] })
    if (isRefusal(found)) return unprocessable(found)
    return page({
      title: `Verlauf: ${roadTitle(road)}`,
      crumbs: roadCrumbs(road, 'Verlauf'),
      view: () => (
        <>
          <PageHead
            title="Verlauf"
            lead={`Wer auf dem Weg von ${road.organizationName} wann was gesetzt hat. Nichts davon wird geändert oder gelöscht.`}
          />
          <div class="lw-stack">
            <HistoryTable items={found.items} caption="Das Jüngste zuerst" />
            {found.next && (
              <Pager
                next={{
                  href: withQuery(programmeRoutes.history.href({ id: road.id }), { ab: found.next }),
                  label: 'Ältere Änderungen',
                }}
              />
            )}
          </div>
        </>
      ),
    })
  }),
]
