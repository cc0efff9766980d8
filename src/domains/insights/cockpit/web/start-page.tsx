import { isRefusal } from '#kernel/outcome.ts'
import { listProgrammes } from '#foundation/programmes/index.ts'
import { page, redirect, unprocessable } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { may } from '../access.ts'
import { cockpitRoutes } from '../routes.ts'

const title = 'Cockpit'

/** Straight into the cockpit of the one programme that somebody works in; with several, the choice. */
export const cockpitStartPages: PageRoute[] = [
  show(
    cockpitRoutes.start,
    async (ctx) => {
      const found = await listProgrammes(ctx.db, { limit: 200 })
      if (isRefusal(found)) return unprocessable(found)
      const seen = found.items.filter(({ isSeen, state }) => isSeen && state !== 'ended')
      const [first, ...others] = seen
      if (first && others.length === 0) return redirect(cockpitRoutes.show.href({ id: first.id }))
      return page({
        title,
        view: () => (
          <>
            <PageHead title={title} lead="Wo stehen alle Kommunen, und was ist bis zur Frist zu tun?" />
            {seen.length === 0 ? (
              <Empty title="Noch kein Programm" level={2}>
                Sie leiten zurzeit kein Programm und betreuen in keinem.
              </Empty>
            ) : (
              <LinkList items={seen.map(({ id, name }) => ({ href: cockpitRoutes.show.href({ id }), label: name }))} />
            )}
          </>
        ),
      })
    },
    { guard: may.open },
  ),
]
