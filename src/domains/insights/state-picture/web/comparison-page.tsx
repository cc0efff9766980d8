import { germanDate } from '#kernel/local-day.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { type Fact, Facts } from '#ui/facts/facts.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import { may } from '../access.ts'
import {
  type Beside,
  type ClassLine,
  compare,
  type Comparison,
  leastOthers,
  type OwnResult,
} from '../comparison/comparison.ts'
import { findOwnResult } from '../comparison/queries.ts'
import type { Dimension, Picture } from '../picture.ts'
import { findLatest } from '../queries.ts'
import { stateRoutes } from '../routes.ts'
import { figure, percentInWords, takenOn } from '../words.ts'
import { Value } from './value.tsx'

const title = 'Ihre Kommune im Vergleich'

/** A municipality beside its class: never a place in an order, and only where at least five others stand behind a value. */
export const comparisonPages: PageRoute[] = [
  show(
    stateRoutes.comparison,
    async (ctx, { query }) => {
      const picture = await findLatest(ctx.db, { programmeKey: query['programm'] || undefined })
      if (!picture?.catalogId)
        return refused(
          'Noch kein Landesbild',
          'Sobald eines mit abgenommenen Prüfungen erschienen ist, steht hier der Vergleich.',
        )
      const own = await findOwnResult(ctx.db, ctx.actor.actingFor?.id ?? '', picture.catalogId)
      return own
        ? comparisonPage(ctx, picture, own)
        : refused(
            'Noch keine abgenommene Prüfung',
            `Verglichen wird Ihre letzte Prüfung mit „${picture.catalogTitle}“, die beide Seiten unterschrieben haben. Das Landesbild selbst sehen Sie schon.`,
          )
    },
    { guard: may.compare },
  ),
]

const crumbs = [{ label: 'Landesbild', href: stateRoutes.latest.href() }, { label: title }]

const refused = (what: string, why: string): Answer =>
  page({
    title,
    crumbs,
    view: () => (
      <>
        <PageHead title={title} lead="Ihr Ergebnis neben dem Mittel der Kommunen Ihrer Art und Größe." />
        <Empty
          title={what}
          level={2}
          actions={
            <a class="lw-link" href={stateRoutes.latest.href()}>
              Zum Landesbild
            </a>
          }
        >
          {why}
        </Empty>
      </>
    ),
  })

const comparisonPage = ({ actor }: Context, picture: Picture, own: OwnResult): Answer => {
  const comparison = compare(picture, own)
  return page({
    title,
    crumbs,
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`${actor.actingFor?.name ?? own.name}, Prüfung vom ${germanDate(own.signedOffOn)}, neben dem Landesbild zu ${picture.programmeName}, Stand ${takenOn(picture)}.`}
        />
        <div class="lw-stack lw-stack--xl">
          <Facts items={facts(comparison)} />
          <Classes comparison={comparison} />
          <Lists comparison={comparison} />
          <Why summary="Warum es hier keine Rangliste gibt">
            Verglichen wird nur mit Mittelwerten, hinter denen außer Ihnen mindestens {leastOthers} Kommunen stehen, die
            sich nicht namentlich zeigen. Wo das nicht so ist, steht kein Wert: Sie könnten sonst das Ergebnis einer
            anderen Kommune ausrechnen. Ihr eigenes Ergebnis sehen nur Sie.
          </Why>
        </div>
      </>
    ),
  })
}

const ownInWords = (score: number | null): string => (score === null ? 'keine Antwort' : `${score}\u00A0%`)

function facts({ own, classes }: Comparison): Fact[] {
  const all = classes.find(({ dimension }) => dimension === 'total')
  return [
    { value: ownInWords(own), label: 'der Fragen haben Sie mit „Ja“ beantwortet' },
    ...(all?.beside.comparable
      ? [{ value: percentInWords(all.beside.cell), label: 'sind es im Mittel aller Kommunen' }]
      : []),
  ]
}

const classNames: Partial<Record<Dimension, string>> = {
  kindClass: 'Ihre Art',
  sizeClass: 'Ihre Größe',
  county: 'Ihr Landkreis',
  total: 'Alle Kommunen',
}

const reasons = {
  hidden: 'nicht ausgewiesen: im Landesbild verdeckt',
  fewOthers: `nicht vergleichbar: außer Ihnen weniger als ${leastOthers} weitere`,
  noClass: 'nicht vergleichbar: steht nicht im Landesbild',
}

const besideCell = (beside: Beside) => (beside.comparable ? <Value cell={beside.cell} /> : reasons[beside.why])

const labelOf = ({ dimension, beside }: ClassLine): string => {
  const label = beside.comparable ? beside.cell.label : beside.label
  return dimension === 'total' || (!beside.comparable && beside.why === 'noClass') ? '' : label
}

const Classes = ({ comparison: { own, classes } }: { comparison: Comparison }) => (
  <Panel id="klassen" title="Insgesamt">
    <Table
      caption="Anteil Ja, Ihr Ergebnis neben den Mittelwerten"
      captionHidden
      stack
      rows={classes}
      columns={[
        {
          header: 'Verglichen mit',
          rowHeader: true,
          cell: (line) => (
            <>
              {classNames[line.dimension]}
              {labelOf(line) !== '' && <span class="lw-table__sub">{labelOf(line)}</span>}
            </>
          ),
        },
        {
          header: 'Kommunen',
          numeric: true,
          cell: ({ beside }) => (beside.comparable ? figure(beside.cell.count) : '–'),
        },
        { header: 'Mittelwert', numeric: true, cell: ({ beside }) => besideCell(beside) },
        { header: 'Sie', numeric: true, cell: () => ownInWords(own) },
      ]}
    />
  </Panel>
)

const Lists = ({ comparison: { lists } }: { comparison: Comparison }) => (
  <Panel id="checklisten" title="Nach Checkliste">
    <Table
      caption="Anteil Ja nach Checkliste, Ihr Ergebnis neben dem Mittel aller Kommunen"
      captionHidden
      dense
      stack
      rows={lists}
      columns={[
        { header: 'Checkliste', rowHeader: true, cell: ({ label }) => label },
        { header: 'Mittel aller', numeric: true, cell: ({ beside }) => besideCell(beside) },
        { header: 'Sie', numeric: true, cell: ({ own }) => ownInWords(own) },
      ]}
    />
  </Panel>
)
