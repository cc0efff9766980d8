import { localDay } from '#kernel/local-day.ts'
import { type Answer, type FileAnswer, notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { writeSheet, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Form, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { eventRoutes } from '../../routes.ts'
import type { MunicipalityLine, Statistics } from '../statistics.ts'
import { type Period, readStatistics } from '../statistics-queries.ts'
import { desk, deskTitle } from './on-event.ts'
import { dayOf, type Typed } from './typed.ts'

const title = 'Auswertung nach Kommunen'

/** What each municipality got of the courses of a period. */
export const deskStatisticsPages: PageRoute[] = [
  show(eventRoutes.statistics, (ctx, { query }) => statisticsPage(ctx, periodOf(ctx, query)), desk),
  show(
    eventRoutes.statisticsFile,
    async (ctx, { query }) => {
      const period = periodOf(ctx, query)
      const statistics = await statisticsOf(ctx, period)
      return statistics ? statisticsFile(statistics, period) : notFound()
    },
    desk,
  ),
]

/** The current year, unless days are named; the other way round they are turned. */
function periodOf({ now }: Context, query: Typed): Period {
  const { year } = localDay(now)
  const today = localDay(now)
  const first = dayOf(query['von']) ?? today.with({ year, month: 1, day: 1 })
  const last = dayOf(query['bis']) ?? today.with({ year, month: 12, day: 31 })
  return first.until(last).days < 0 ? { from: last, until: first } : { from: first, until: last }
}

const statisticsOf = async ({ db, actor }: Context, period: Period): Promise<Statistics | undefined> =>
  actor.actingFor ? readStatistics(db, actor.actingFor.id, period) : undefined

async function statisticsPage(ctx: Context, period: Period): Promise<Answer> {
  const statistics = await statisticsOf(ctx, period)
  if (!statistics) return notFound()
  const { lines, events, neverRegistered } = statistics
  const [from, until] = [period.from.toString(), period.until.toString()]
  return page({
    title,
    crumbs: [{ label: deskTitle, href: eventRoutes.desk.href() }, { label: title }],
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={title}
          lead="Veranstaltungen, die im Zeitraum beginnen. Wer sich anmeldete und keinen Platz bekam, steht zuerst."
          actions={
            <ButtonLink
              href={withQuery(eventRoutes.statisticsFile.href(), { von: from, bis: until })}
              size="x-small"
              download
            >
              Als Tabelle (XLSX)
            </ButtonLink>
          }
        />
        <Form action={eventRoutes.statistics.href()} method="get" layout="bar" label="Zeitraum wählen">
          <TextField name="von" label="Von" type="date" value={from} short />
          <TextField name="bis" label="Bis" type="date" value={until} short />
          <Button>Zeitraum zeigen</Button>
        </Form>
        <Facts
          items={[
            { label: 'Veranstaltungen', value: events },
            { label: 'Kommunen mit Anmeldung', value: lines.length },
            { label: 'davon nie mit Platz', value: lines.filter(({ seats }) => seats === 0).length },
            { label: 'Kommunen ohne Anmeldung', value: neverRegistered },
          ]}
        />
        {lines.length === 0 ? (
          <Empty level={2} title="Keine Anmeldung in diesem Zeitraum">
            Wählen Sie oben einen anderen Zeitraum.
          </Empty>
        ) : (
          <LineTable lines={lines} />
        )}
      </div>
    ),
  })
}

const LineTable = ({ lines }: { lines: readonly MunicipalityLine[] }) => (
  <Table
    caption="Kommunen, die mit den wenigsten Plätzen zuerst"
    stack
    rows={lines}
    columns={[
      {
        header: 'Kommune',
        rowHeader: true,
        cell: ({ name, seats }) => (
          <>
            {name} {seats === 0 && <Tag state="soon">noch kein Platz</Tag>}
          </>
        ),
      },
      { header: 'Anmeldungen', numeric: true, cell: ({ registrations }) => registrations },
      { header: 'Plätze', numeric: true, cell: ({ seats }) => seats },
      { header: 'Besuchte Termine', numeric: true, cell: ({ datesAttended }) => datesAttended },
      { header: 'Zertifikate', numeric: true, cell: ({ certificates }) => certificates },
    ]}
  />
)

/** The same as a workbook. */
export const statisticsFile = ({ lines }: Statistics, { from, until }: Period): FileAnswer => ({
  kind: 'file',
  name: `kurse-nach-kommunen-${from.toString()}-${until.toString()}.xlsx`,
  type: xlsxType,
  body: {
    make: () =>
      writeSheet(
        [
          { header: 'Kommune', width: 34 },
          { header: 'Einwohner', width: 12 },
          { header: 'Anmeldungen', width: 14 },
          { header: 'Plätze', width: 10 },
          { header: 'Besuchte Termine', width: 18 },
          { header: 'Zertifikate', width: 12 },
        ],
        lines.map((line) => [
          line.name,
          line.population === null ? '' : String(line.population),
          String(line.registrations),
          String(line.seats),
          String(line.datesAttended),
          String(line.certificates),
        ]),
      ),
  },
})
