import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { actingForRoutes } from '#foundation/identity/index.ts'
import { assessmentRoutes, mayAssess, openChecks, OpenChecks } from '#domains/security/assessments/index.ts'
import { type Answer, page, redirect, unprocessable } from '#platform/http/answer.ts'
import { type Context, mustChoose } from '#platform/http/context.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { waysFor } from './navigation.ts'
import { homeRoutes } from './routes.ts'
import { welcome } from './welcome-page.tsx'

/** The first page: for strangers what this is, for the others where they left off. */
export const homePages: PageRoute[] = [
  publicPage(homeRoutes.home, async ({ actor, db, now }) => {
    if (!actor) return welcome({ actor, db, now })
    return mustChoose(actor) ? redirect(actingForRoutes.choose.href()) : startPage({ actor, db, now })
  }),
]

async function startPage(ctx: Context): Promise<Answer> {
  const checks = mayAssess.see(ctx.actor) ? await openChecks(ctx) : undefined
  if (isRefusal(checks)) return unprocessable(checks)
  return page({
    title: 'Start',
    notes: checks?.notes,
    view: () => (
      <>
        <PageHead title={`Guten Tag, ${ctx.actor.name}`} lead={todayInWords(ctx)} />
        <div class="lw-stack lw-stack--xl">
          {ctx.actor.organizations.length === 0 && (
            <Empty title="Sie haben zurzeit keine Aufgabe" level={2}>
              Aufgaben gibt, wer in Ihrer Organisation die Zugänge verwaltet. Bis dahin sehen Sie, was alle sehen.
            </Empty>
          )}
          {checks && <OpenChecks {...checks} />}
          {waysFor(ctx.actor)
            .filter(({ items }) => !(checks && items.every(({ href }) => href === assessmentRoutes.list.href())))
            .map(({ label, items }, at) => (
              <Panel id={`wege-${at + 1}`} title={label}>
                <LinkList items={items} />
              </Panel>
            ))}
        </div>
      </>
    ),
  })
}

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
]

function todayInWords({ now }: Context): string {
  const day = localDay(now)
  return `${weekdays[day.dayOfWeek - 1]}, ${day.day}. ${months[day.month - 1]} ${day.year}`
}
