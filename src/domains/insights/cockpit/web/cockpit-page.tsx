import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Need, type NeedSource, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { type Filter, filterQuery, isFiltered, readFilter } from '../filter.ts'
import { countOutsiders, countRows, listOutsiders, listRows, type Look } from '../queries.ts'
import { cockpitRoutes } from '../routes.ts'
import type { Outsider, Row } from '../row.ts'
import { listCandidates, summarize } from '../summary/queries.ts'
import { listViews } from '../views/queries.ts'
import type { View } from '../views/view.ts'
import { Band, Places } from './band.tsx'
import { FilterForm } from './filter-form.tsx'
import { cockpitHref } from './links.ts'
import { needLines } from './needs-list.ts'
import { onCockpit } from './on-cockpit.ts'
import { OutsidersTable } from './outsiders-table.tsx'
import { PartOfTable } from './part-of-table.tsx'
import { RowsTable } from './rows-table.tsx'
import { ViewBar } from './view-bar.tsx'

const pageSize = 50
const largestPage = 200

/** The working table of a programme. */
export const cockpitPagesWith = (sources: readonly NeedSource[]): PageRoute[] => [
  show(cockpitRoutes.show, (ctx, { params, query }) =>
    onCockpit(ctx, params['id'], sources, (look, needs) => cockpit(ctx, look, needs, query)),
  ),
]

/** What the address says; where it says nothing, the view that opens by itself. */
const filterOf = (query: Record<string, string>, views: readonly View[]): Filter =>
  Object.keys(query).length === 0 ? (views.find(({ isDefault }) => isDefault)?.filter ?? {}) : readFilter(query)

type Listed =
  | { kind: 'rows'; items: Row[]; next: string | null }
  | { kind: 'outsiders'; items: Outsider[]; next: string | null }

async function cockpit(
  ctx: Context,
  look: Look,
  needs: readonly Need[],
  query: Record<string, string>,
): Promise<Answer> {
  const { programme } = look
  const views = await listViews(ctx.db, programme.id)
  const filter = filterOf(query, views)
  const limit = query['anzahl'] === String(largestPage) ? largestPage : pageSize
  const part = { limit, cursor: query['ab'] }
  const isOutside = filter.phase === 'none'
  const found = isOutside ? await listOutsiders(ctx.db, filter, look, part) : await listRows(ctx.db, filter, look, part)
  if (isRefusal(found)) return unprocessable(found)
  const listed = { kind: isOutside ? 'outsiders' : 'rows', ...found } as Listed
  const count = isOutside ? await countOutsiders(ctx.db, filter, look) : await countRows(ctx.db, filter, look)
  const summary = await summarize(ctx.db, look)
  const candidates = await listCandidates(ctx.db, programme)
  const lines = needLines(needs, summary)
  const today = localDay(ctx.now)
  const title = `${programme.name}: alle ${summary.active + summary.outside} Kommunen`
  return page({
    title,
    wide: true,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
      { label: 'Cockpit' },
    ],
    view: () => (
      <>
        <PageHead title={title} actions={<Actions id={programme.id} filter={filter} isOutside={isOutside} />} />
        <div class="lw-stack lw-stack--l">
          <Band programme={programme} summary={summary} needs={lines} today={today} />
          <Places programme={programme} summary={summary} filter={filter} />
          <ViewBar programmeId={programme.id} views={views} filter={filter} />
          <FilterForm programme={programme} filter={filter} summary={summary} needs={lines} candidates={candidates} />
          {listed.items.length === 0 ? (
            <Nothing id={programme.id} filter={filter} />
          ) : listed.kind === 'outsiders' ? (
            <OutsidersTable rows={listed.items} count={count} />
          ) : (
            <RowsTable {...{ programme, filter, rows: listed.items, count, today, candidates }} />
          )}
          <PartOfTable
            href={(more) => cockpitHref(programme.id, filter, more)}
            {...{ shown: listed.items.length, count, next: listed.next, limit, largest: largestPage }}
            first={query['ab'] === undefined ? 0 : Number(query['nr']) || 0}
          />
        </div>
      </>
    ),
  })
}

const Actions = ({ id, filter, isOutside }: { id: string; filter: Filter; isOutside: boolean }) => (
  <>
    <ButtonLink href={cockpitRoutes.calls.href({ id })} size="x-small">
      Anrufen
    </ButtonLink>
    <ButtonLink href={cockpitRoutes.figures.href({ id })} size="x-small">
      Zahlen
    </ButtonLink>
    <ButtonLink href={withQuery(cockpitRoutes.sheet.href({ id }), filterQuery(filter))} size="x-small" icon="download">
      XLSX
    </ButtonLink>
    <ButtonLink
      href={
        isOutside
          ? cockpitRoutes.messages.href({ id })
          : withQuery(cockpitRoutes.newMessage.href({ id }), filterQuery(filter))
      }
      size="x-small"
      icon="mail"
    >
      {isOutside ? 'Nachrichten' : 'Sammelnachricht'}
    </ButtonLink>
  </>
)

const Nothing = ({ id, filter }: { id: string; filter: Filter }) =>
  isFiltered(filter) ? (
    <Empty
      title="Keine Kommune passt zu diesen Filtern"
      level={2}
      actions={
        <ButtonLink href={cockpitHref(id, {})} size="x-small">
          Alle Filter löschen
        </ButtonLink>
      }
    >
      Gesucht wird am Anfang jedes Wortes im Namen. Fertige Kommunen zeigt „Fertig“ oder „alle“ unter Phase.
    </Empty>
  ) : (
    <Empty title="Keine offene Kommune" level={2}>
      Sobald eine Kommune ihr Interesse erklärt oder eingetragen wird, steht sie hier.
    </Empty>
  )
