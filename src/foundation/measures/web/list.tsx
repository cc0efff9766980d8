import { localDay } from '#kernel/local-day.ts'
import { isId } from '#kernel/id.ts'
import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Colleague, staffOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { may } from '../access.ts'
import { changeMany } from '../change-many.ts'
import { countOpen, listMeasures } from '../queries.ts'
import { notesOfReading } from '../read-notes.ts'
import { measureRoutes as routes } from '../routes.ts'
import { manyForm } from '../schemas.ts'
import type { SourceKind } from '../source-kind.ts'
import { FilterForm } from './filter-form.tsx'
import { filterOf, isFiltered, type ListFilter, listHref, queryOf } from './filter.ts'
import { ListWays } from './list-ways.tsx'
import { type ListProps, MeasureTable, tickName, TickedTable } from './list-table.tsx'

const title = 'Maßnahmen'
const perPage = 50

/** The list, and what is done with several of it at once. */
export const measureListPagesWith = (kinds: readonly SourceKind[]): PageRoute[] => [
  show(routes.list, (ctx, { query }) => listPage(ctx, kinds, filterOf(query))),
  submit(routes.many, async (ctx, { form }) => {
    const place = ctx.actor.actingFor
    const allowed = may.keep(ctx.actor, { organizationId: place?.id ?? '' })
    if (isRefusal(allowed) || !place) return forbidden(isRefusal(allowed) ? allowed : { refused: '' })
    const back = form['zurueck']?.startsWith(`${routes.list.path}?`) ? form['zurueck'] : routes.list.href()
    const filter = filterOf(Object.fromEntries(new URL(back, 'http://hier').searchParams))
    const again = (refusal: Refusal) => listPage(ctx, kinds, filter, { form, refusal })
    const wanted = parse(manyForm, manyFields(form), 'Geändert ist nichts')
    if (isRefusal(wanted)) return again(wanted)
    const changed = await changeMany(ctx, { organizationId: place.id, ids: tickedIn(form) }, wanted)
    if (isRefusal(changed)) return again(changed)
    return redirect(back, changed === 1 ? '1 Maßnahme ist geändert.' : `${changed} Maßnahmen sind geändert.`)
  }),
]

const manyFields = ({ ownerId, dueOn, state, reason }: Record<string, string>) => ({
  ownerId: ownerId === 'niemand' ? null : ownerId || undefined,
  dueOn: dueOn || undefined,
  state: state || undefined,
  reason: reason ?? '',
})

const tickedIn = (form: Record<string, string>): string[] =>
  Object.keys(form).flatMap((name) => {
    const id = name.startsWith('m_') ? name.slice(2) : ''
    return isId(id) ? [id] : []
  })

interface Again {
  form: Record<string, string>
  refusal: Refusal
}

async function listPage(
  ctx: Context,
  kinds: readonly SourceKind[],
  filter: ListFilter,
  again?: Again,
): Promise<Answer> {
  const { actor, db, now } = ctx
  const today = localDay(now)
  const isOwn = may.keepList(actor)
  const organizationId = isOwn ? actor.actingFor?.id : undefined
  const found = await listMeasures(db, queryOf(filter, { today, limit: perPage, organizationId }))
  const { items, next } = isRefusal(found) ? { items: [], next: null } : found
  const staff = organizationId ? await staffOf(db, organizationId, today.toString()) : undefined
  const mayKeep = organizationId !== undefined && may.keep(actor, { organizationId }) === true
  const list = { measures: items, today, isForeign: !isOwn }
  const open = organizationId === undefined ? undefined : await countOpen(db, organizationId)
  const shown = { list, staff, filter, kinds, next, isOwn, mayKeep, again }
  return {
    ...page({
      title,
      counts: open === undefined ? {} : { [routes.list.path]: open },
      status: again ? 422 : 200,
      refusal: again?.refusal,
      view: () => <ListView {...shown} />,
    }),
    notes: notesOfReading(ctx, items),
  }
}

interface ListViewProps {
  list: ListProps
  staff: readonly Colleague[] | undefined
  filter: ListFilter
  kinds: readonly SourceKind[]
  next: string | null
  isOwn: boolean
  mayKeep: boolean
  again: Again | undefined
}

const leads = {
  own: 'Was Ihre Organisation sich vorgenommen hat: aus der Prüfung, aus Befunden und aus eigenem Antrieb. Das Dringendste steht oben.',
  foreign:
    'Maßnahmen, die Sie sehen: von Kommunen, die Ihnen zugewiesen sind, oder bezahlt von einem Programm, das Sie leiten.',
}

function ListView({ list, staff, filter, kinds, next, isOwn, mayKeep, again }: ListViewProps) {
  const path = routes.list.href()
  const { measures } = list
  return (
    <>
      <PageHead title={title} lead={isOwn ? leads.own : leads.foreign} />
      <div class="lw-stack lw-stack--xl">
        {again && (
          <ErrorSummary
            title={again.refusal.refused}
            errors={again.refusal.errors ?? []}
            labels={labelsOf(measures)}
            ids={idsOf(measures)}
          />
        )}
        <ListWays here="list" filter={filter} isOwn={isOwn} mayKeep={mayKeep} />
        <FilterForm path={path} filter={filter} kinds={kinds} staff={staff} withStates />
        {measures.length === 0 ? (
          <NoMeasures filter={filter} mayKeep={mayKeep} />
        ) : mayKeep ? (
          <TickedTable
            {...list}
            staff={staff ?? []}
            back={listHref(path, filter)}
            form={again?.form ?? {}}
            ticked={new Set(tickedIn(again?.form ?? {}))}
          />
        ) : (
          <MeasureTable {...list} />
        )}
        {(next ?? filter.ab) && (
          <Pager
            label="Seiten der Maßnahmen"
            previous={
              filter.ab ? { href: listHref(path, { ...filter, ab: undefined }), label: 'Zum Anfang' } : undefined
            }
            next={next ? { href: listHref(path, { ...filter, ab: next }) } : undefined}
          />
        )}
      </div>
    </>
  )
}

const labelsOf = (items: readonly { id: string; title: string }[]): Record<string, string> => ({
  ids: 'Auswahl',
  ownerId: 'Zuständig',
  dueOn: 'Fällig am',
  state: 'Stand',
  reason: 'Grund',
  ...Object.fromEntries(items.map(({ id, title: name }) => [`measure-${id}`, name])),
})

const idsOf = (items: readonly { id: string }[]): Record<string, string> => ({
  dueOn: 'viele-tag',
  reason: 'viele-grund',
  ...Object.fromEntries(items.map(({ id }) => [`measure-${id}`, tickName(id)])),
})

const NoMeasures = ({ filter, mayKeep }: { filter: ListFilter; mayKeep: boolean }) =>
  isFiltered(filter) ? (
    <Empty level={2} title="Nichts gefunden">
      Zu dieser Auswahl gibt es keine Maßnahme. Ändern Sie die Auswahl oder löschen Sie den Filter.
    </Empty>
  ) : (
    <Empty level={2} title="Noch keine offene Maßnahme">
      {mayKeep
        ? 'Legen Sie eine an, zum Beispiel aus einer Frage, die mit „Nein“ beantwortet ist, oder nehmen Sie eine Vorlage.'
        : 'Sobald es eine gibt, die Sie sehen dürfen, steht sie hier.'}
    </Empty>
  )
