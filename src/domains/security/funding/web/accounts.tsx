import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../access.ts'
import { listAccounts, sumAccounts } from '../accounts/queries.ts'
import { fundingRoutes as routes } from '../routes.ts'
import { programmePdf, programmeSheet, workbook } from './statement-files.ts'
import { accountsSheet } from './statement-sheet.ts'
import { AccountsView } from './accounts-view.tsx'
import { filterOf, readShown } from './filter.ts'

const pageSize = 50
const largestPage = 200
/** More municipalities than the country has. */
const mostRows = 20_000

/** The budgets of all municipalities of a programme. */
export const accountListPages: PageRoute[] = [
  show(routes.accounts, (ctx, request) => onAll(ctx, request, (programme) => listPage(ctx, programme, request.query))),
  show(routes.accountsSheet, (ctx, request) =>
    onAll(ctx, request, async (programme) => {
      const shown = readShown(request.query)
      const found = await listAccounts(ctx.db, {
        ...filterOf(shown),
        programmeId: programme.id,
        order: shown.order,
        isReversed: shown.isReversed,
        limit: mostRows,
      })
      return isRefusal(found)
        ? unprocessable(found)
        : workbook(`budgets-${programme.key}-${localDay(ctx.now).toString()}`, [accountsSheet(found.items)])
    }),
  ),
  show(routes.allStatementsPdf, (ctx, request) => onAll(ctx, request, (programme) => programmePdf(ctx, programme))),
  show(routes.allStatementsSheet, (ctx, request) => onAll(ctx, request, (programme) => programmeSheet(ctx, programme))),
]

/** A programme of the address, for those who lead it. */
async function onAll(
  ctx: Context,
  { params }: Incoming,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, params['id'] ?? '')
  if (!programme) return notFound('Dieses Programm gibt es nicht.')
  const allowed = may.seeAll(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

async function listPage(ctx: Context, programme: Programme, query: Record<string, string>): Promise<Answer> {
  const shown = readShown(query)
  const filter = { ...filterOf(shown), programmeId: programme.id }
  const limit = query['anzahl'] === String(largestPage) ? largestPage : pageSize
  const found = await listAccounts(ctx.db, {
    ...filter,
    order: shown.order,
    isReversed: shown.isReversed,
    limit,
    cursor: query['ab'],
  })
  if (isRefusal(found)) return unprocessable(found)
  const sums = await sumAccounts(ctx.db, filter)
  const title = `Budgets: ${programme.name}`
  return page({
    title,
    wide: true,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
      { label: 'Budgets' },
    ],
    view: () => (
      <AccountsView
        {...{ programme, shown, sums, limit, largest: largestPage }}
        accounts={found.items}
        next={found.next}
        first={query['ab'] === undefined ? 0 : Number(query['nr']) || 0}
      />
    ),
  })
}
