import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { joinReads } from '#foundation/audit/index.ts'
import { notFound, page } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import type { TaskSource } from '#platform/portal/task.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { collectDuties, type DutyList as List, furthest, missingSources } from '../collect-duties.ts'
import { loadParts } from '../load-parts.ts'
import { portalRoutes } from '../routes.ts'
import { DutyList, Missing } from './duty-list.tsx'

const title = 'Aufgaben'
const pageSize = 50

/** Every duty there is, in pages, of all modules or of one. */
export const dutyPages = (sources: readonly TaskSource[]): PageRoute[] => [
  show(portalRoutes.tasks, async (ctx, { query }) => {
    const { bereich, seite } = query
    const asked = sources.filter(({ name }) => !bereich || name === bereich)
    if (asked.length === 0) return notFound('Diesen Bereich gibt es nicht.')
    const number = /^[1-9]\d{0,4}$/.test(seite ?? '') ? Number(seite) : 1
    const offset = Math.min((number - 1) * pageSize, furthest)
    const { whole, faults } = await loadParts(ctx.db, (part) =>
      collectDuties(ctx, asked, part, { limit: pageSize, offset }),
    )
    return page({
      title,
      faults,
      notes: joinReads(whole.notes),
      duties: bereich || faults.length > 0 ? undefined : whole.total,
      view: () => (
        <Duties {...{ list: whole, sources, only: bereich || undefined, number, today: localDay(ctx.now) }} />
      ),
    })
  }),
]

interface DutiesProps {
  list: List
  sources: readonly TaskSource[]
  /** Name of the module that is asked for. */
  only: string | undefined
  number: number
  today: Temporal.PlainDate
}

const Duties = ({ list, sources, only, number, today }: DutiesProps) => (
  <>
    <PageHead
      title={title}
      lead={
        list.total === 0
          ? undefined
          : `${list.total === 1 ? 'Eine Aufgabe wartet' : `${list.total} Aufgaben warten`} auf Sie, was zuerst endet, zuerst.`
      }
    />
    <div class="lw-stack lw-stack--l">
      <Filters label="Aufgaben nach Bereich" items={filtersOf(list, sources, only)} />
      <Missing what="Die Aufgaben" titles={missingSources(list)} />
      {list.items.length > 0 ? (
        <DutyList items={list.items} today={today} />
      ) : (
        missingSources(list).length === 0 && (
          <Empty title={number > 1 ? 'Auf dieser Seite steht nichts mehr' : 'Für Sie liegt nichts an'} level={2}>
            {number > 1
              ? 'Was hier stand, ist inzwischen erledigt oder gehört jemand anderem.'
              : 'Aufgaben erscheinen hier von selbst, sobald etwas auf Sie wartet: eine Frage, ein Urteil, eine Unterschrift, eine Frist.'}
          </Empty>
        )
      )}
      <Pages list={list} only={only} number={number} />
    </div>
  </>
)

const filterHref = (bereich?: string): string => withQuery(portalRoutes.tasks.href(), { bereich })

/** Without duties a module is no filter, unless it is the one that is chosen. */
function filtersOf(list: List, sources: readonly TaskSource[], only: string | undefined) {
  const totals = new Map(list.counts.map(({ source, total }) => [source, total]))
  return [
    { label: 'Alle', href: filterHref(), count: only ? undefined : list.total, current: !only },
    ...sources
      .filter(({ name }) => only !== undefined || totals.get(name) !== 0)
      .map(({ name, title: label }) => ({
        label,
        href: filterHref(name),
        count: totals.get(name) ?? undefined,
        current: name === only,
      })),
  ]
}

function Pages({ list, only, number }: Pick<DutiesProps, 'list' | 'only' | 'number'>) {
  const begin = (number - 1) * pageSize
  const hrefOf = (seite: number): string =>
    withQuery(portalRoutes.tasks.href(), { bereich: only, seite: seite === 1 ? undefined : seite })
  const more = begin + list.items.length < Math.min(list.total, furthest) && list.items.length > 0
  if (number === 1 && !more) return null
  return (
    <Pager
      previous={number > 1 ? { href: hrefOf(number - 1) } : undefined}
      next={more ? { href: hrefOf(number + 1) } : undefined}
      position={list.items.length > 0 ? `${begin + 1} bis ${begin + list.items.length} von ${list.total}` : undefined}
    />
  )
}
