import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { listAccounts, sumsByStage } from '../accounts/queries.ts'
import { may } from '../access.ts'
import { listEntries } from '../entries/queries.ts'
import { listOrders } from '../orders/queries.ts'
import { fundingRoutes as routes } from '../routes.ts'
import { statementPdf, statementSheet } from './statement-files.ts'
import { AccountView } from './account-view.tsx'
import { accountCrumbs, type OnAccount, onAccount } from './on-account.ts'
import { OwnBudgets } from './own-budgets.tsx'

const entriesShown = 20
const ordersShown = 50

/** The budget of one municipality, its statement, and the way to the own one. */
export const accountPages: PageRoute[] = [
  show(routes.own, (ctx) => ownBudgets(ctx)),
  show(routes.account, (ctx, { params, query }) =>
    onAccount(ctx, params['id'], (found) => accountPage(ctx, found, query)),
  ),
  show(routes.statementPdf, (ctx, { params }) =>
    onAccount(ctx, params['id'], ({ account }) => statementPdf(ctx, account)),
  ),
  show(routes.statementSheet, (ctx, { params }) =>
    onAccount(ctx, params['id'], ({ account }) => statementSheet(ctx, account)),
  ),
]

async function accountPage(ctx: Context, found: OnAccount, query: Record<string, string>): Promise<Answer> {
  const { road, account } = found
  const { enrollmentId } = account
  const orders = await listOrders(ctx.db, { enrollmentId, limit: ordersShown, cursor: query['auftraege'] })
  if (isRefusal(orders)) return unprocessable(orders)
  const entries = await listEntries(ctx.db, {
    enrollmentId,
    newestFirst: true,
    limit: entriesShown,
    cursor: query['ab'],
  })
  if (isRefusal(entries)) return unprocessable(entries)
  const stages = await sumsByStage(ctx.db, enrollmentId)
  return page({
    title: `Budget: ${account.organizationName}`,
    crumbs: accountCrumbs(found),
    view: () => (
      <AccountView
        {...{ account, stages, orders, entries }}
        books={!isRefusal(may.book(road))}
        isFirstPart={query['ab'] === undefined}
      />
    ),
  })
}

/** Straight to the one there is. */
async function ownBudgets(ctx: Context): Promise<Answer> {
  const organizationId = ctx.actor.actingFor?.id
  const found = organizationId ? await listAccounts(ctx.db, { organizationId, limit: 200 }) : { items: [] }
  if (isRefusal(found)) return unprocessable(found)
  const [only, ...others] = found.items
  if (only && others.length === 0) return redirect(routes.account.href({ id: only.enrollmentId }))
  return page({ title: 'Budget', view: () => <OwnBudgets accounts={found.items} /> })
}
