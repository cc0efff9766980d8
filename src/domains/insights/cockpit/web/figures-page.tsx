import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import { partyInWords, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Bars, type Bar } from '#ui/bars/bars.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { doneByWeek, medianWaiting, type StepWaiting, type Week } from '../figures/queries.ts'
import { waitedFor } from '../filter.ts'
import { cockpitRoutes } from '../routes.ts'
import type { Summary } from '../row.ts'
import { summarize } from '../summary/queries.ts'
import { onProgramme } from './on-cockpit.ts'
import { stepTitle } from './words.ts'

const title = 'Zahlen'

/** Where everybody stands, as bars with their tables. */
export const figurePages: PageRoute[] = [
  show(cockpitRoutes.figures, (ctx, { params }) =>
    onProgramme(ctx, params['id'], (programme) => figures(ctx, programme)),
  ),
]

async function figures(ctx: Context, programme: Programme): Promise<Answer> {
  const look = { programme, now: ctx.now }
  const summary = await summarize(ctx.db, look)
  const waiting = await medianWaiting(ctx.db, look)
  const weeks = await doneByWeek(ctx.db, look)
  const { id, name } = programme
  return page({
    title: `${name}: ${title}`,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: name, href: programmeRoutes.show.href({ id }) },
      { label: 'Cockpit', href: cockpitRoutes.show.href({ id }) },
      { label: title },
    ],
    view: () => (
      <>
        <PageHead
          title={`${name}: ${title}`}
          lead={`${summary.active} Kommunen nehmen teil, ${summary.open} sind noch unterwegs, ${summary.completed} fertig.`}
        />
        <div class="lw-stack lw-stack--xl">
          <Chart
            id="phasen"
            title="Kommunen nach Phase"
            header="Phase"
            unit="Kommunen"
            items={byPhase(programme, summary)}
          />
          <Chart
            id="wartet"
            title="Auf wen gewartet wird"
            header="Wartet auf"
            unit="Kommunen"
            items={byParty(summary)}
          />
          <Chart
            id="dauer"
            title="Mittlere Wartezeit nach Schritt"
            header="Schritt"
            unit="Median"
            note="Median in Kalendertagen, offene Kommunen"
            items={byStep(programme, waiting)}
          />
          <Chart
            id="verlauf"
            title="Erledigte Schritte je Woche"
            header="Woche ab"
            unit="Schritte"
            note="nach dem Tag, an dem es geschah"
            items={byWeek(weeks)}
          />
        </div>
      </>
    ),
  })
}

const byPhase = ({ phases }: Programme, summary: Summary): Bar[] => [
  { label: 'Ohne Teilnahme', value: summary.outside },
  ...phases.map(({ key, title: label }) => ({ label, value: summary.phases.get(key) ?? 0 })),
  { label: 'Fertig', value: summary.completed },
]

const byParty = ({ waiting }: Summary): Bar[] =>
  waitedFor.flatMap((party) => {
    const value = waiting.get(party) ?? 0
    return value > 0 ? [{ label: partyInWords(party), value }] : []
  })

const days = (value: number): string => {
  const rounded = value.toLocaleString('de-DE', { maximumFractionDigits: 1 })
  return `${rounded} ${rounded === '1' ? 'Tag' : 'Tage'}`
}

const byStep = (programme: Programme, waiting: readonly StepWaiting[]): Bar[] =>
  waiting.map(({ step, medianDays }) => ({
    label: stepTitle(programme, step),
    value: medianDays,
    figure: days(medianDays),
  }))

const byWeek = (weeks: readonly Week[]): Bar[] =>
  weeks.map(({ monday, steps }) => ({ label: germanDay(Temporal.PlainDate.from(monday)), value: steps }))

interface ChartProps {
  id: string
  title: string
  header: string
  unit: string
  note?: string
  items: readonly Bar[]
}

/** Bars, and beside them the same figures as a table. */
const Chart = ({ id, title: heading, header, unit, note, items }: ChartProps) => (
  <Panel id={id} title={heading} note={note}>
    {items.length === 0 ? (
      <Empty title="Noch nichts zu zählen">Sobald die ersten Kommunen unterwegs sind, stehen hier ihre Zahlen.</Empty>
    ) : (
      <div class="lw-split lw-split--half">
        <Bars label={heading} items={items} />
        <Table
          caption={heading}
          captionHidden
          dense
          rows={items}
          columns={[
            { header, rowHeader: true, cell: ({ label }) => label },
            { header: unit, numeric: true, cell: ({ value, figure }) => figure ?? value },
          ]}
        />
      </div>
    )}
  </Panel>
)
