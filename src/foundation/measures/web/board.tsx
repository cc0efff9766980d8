import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { staffOf } from '#foundation/identity/index.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Board } from '#ui/board/board.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { may } from '../access.ts'
import { kindInWords, type Measure, type MeasureState, measureStateInWords, urgencyOf, waysFrom } from '../measure.ts'
import { countOpen, listMeasures } from '../queries.ts'
import { measureRoutes as routes } from '../routes.ts'
import type { SourceKind } from '../source-kind.ts'
import { FilterForm } from './filter-form.tsx'
import { filterOf, type ListFilter, queryOf } from './filter.ts'
import { ListWays } from './list-ways.tsx'
import { deedInWords } from './move-forms.tsx'
import { DayTag } from './words.tsx'

const columns: readonly MeasureState[] = ['proposed', 'decided', 'started', 'done', 'proven']
const most = 200

/** The same measures, a column for each state. */
export const measureBoardPagesWith = (kinds: readonly SourceKind[]): PageRoute[] => [
  show(routes.board, (ctx, { query }) => boardPage(ctx, kinds, filterOf(query))),
]

async function boardPage(
  ctx: Context,
  kinds: readonly SourceKind[],
  { stand: _, ab: __, ...filter }: ListFilter,
): Promise<Answer> {
  const { actor, db, now } = ctx
  const organizationId = actor.actingFor?.id
  if (!may.keepList(actor) || !organizationId) return redirect(routes.list.href())
  const today = localDay(now)
  const found = await listMeasures(db, {
    ...queryOf(filter, { today, limit: most, organizationId }),
    states: columns,
  })
  const { items, next } = isRefusal(found) ? { items: [], next: null } : found
  const staff = await staffOf(db, organizationId, today.toString())
  const mayKeep = may.keep(actor, { organizationId }) === true
  const open = await countOpen(db, organizationId)
  return page({
    title: 'Maßnahmen als Tafel',
    counts: { [routes.list.path]: open },
    crumbs: [{ label: 'Maßnahmen', href: routes.list.href() }, { label: 'Tafel' }],
    view: () => (
      <>
        <PageHead
          title="Maßnahmen als Tafel"
          lead="Jede Spalte ein Stand. Was einen Grund oder einen Nachweis braucht, geht auf der Seite der Maßnahme weiter."
        />
        <div class="lw-stack lw-stack--xl">
          <ListWays here="board" filter={filter} isOwn mayKeep={mayKeep} />
          <FilterForm path={routes.board.href()} filter={filter} kinds={kinds} staff={staff} withStates={false} />
          {next && <p class="lw-small lw-muted">Die Tafel zeigt die {most} dringendsten. Alle stehen in der Liste.</p>}
          <Board
            columns={columns.map((state) => ({
              id: `stand-${state}`,
              title: measureStateInWords(state),
              cards: items.filter((one) => one.state === state),
            }))}
            card={(measure) => <Card measure={measure} today={today} mayKeep={mayKeep} />}
            empty="Nichts in diesem Stand."
          />
        </div>
      </>
    ),
  })
}

interface CardProps {
  measure: Measure
  today: Temporal.PlainDate
  mayKeep: boolean
}

const Card = ({ measure, today, mayKeep }: CardProps) => (
  <>
    <a class="lw-link lw-strong" href={routes.show.href({ id: measure.id })}>
      {measure.title}
    </a>
    <span class="lw-muted">
      {kindInWords(measure.kind)}
      {measure.detail?.ownerName ? `, ${measure.detail.ownerName}` : ''}
    </span>
    {urgencyOf(measure, today) !== 'none' && <DayTag measure={measure} today={today} />}
    {mayKeep && <Ways measure={measure} />}
  </>
)

function Ways({ measure }: { measure: Measure }) {
  const direct = waysFrom(measure.state).filter(({ need }) => need === 'nothing')
  return (
    <>
      {direct.map(({ to }) => (
        <Form
          action={routes.move.href({ id: measure.id })}
          layout="row"
          label={`${measure.title}: ${deedInWords(measure.state, to)}`}
        >
          <HiddenField name="state" value={to} />
          <HiddenField name="zurueck" value="tafel" />
          <Button size="x-small">{deedInWords(measure.state, to)}</Button>
        </Form>
      ))}
      {measure.state === 'done' && (
        <a class="lw-link" href={routes.show.href({ id: measure.id })} aria-label={`${measure.title} nachweisen`}>
          Nachweisen
        </a>
      )}
    </>
  )
}
