import { germanDay, localDay } from '#kernel/local-day.ts'
import { page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { inProgramme } from '../../outreach/web/outreach.tsx'
import type { Programme } from '../../programme.ts'
import { programmeRoutes } from '../../routes.ts'
import { type PhaseCount, type ProgrammeReport, reportOf } from '../programme-report.ts'
import { listParticipants } from '../queries.ts'
import { reportPdf, reportXlsx } from './report-files.ts'
import { headline, names } from './report-paper.ts'

const load = async (ctx: Context, programme: Programme): Promise<ProgrammeReport> =>
  reportOf(programme, await listParticipants(ctx.db, programme.id), ctx.now)

/** The report for whoever pays for a programme: on the page, as PDF and as a workbook. */
export const reportPages: PageRoute[] = [
  show(programmeRoutes.report, (ctx, { params }) =>
    inProgramme(ctx, params['id'], async (programme) => {
      const report = await load(ctx, programme)
      return page({
        title: `Bericht: ${programme.name}`,
        crumbs: [
          { label: 'Programme', href: programmeRoutes.list.href() },
          { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
          { label: 'Bericht' },
        ],
        view: () => <ReportView report={report} />,
      })
    }),
  ),
  show(programmeRoutes.reportPdf, (ctx, { params }) =>
    inProgramme(ctx, params['id'], async (programme) => reportPdf(await load(ctx, programme))),
  ),
  show(programmeRoutes.reportXlsx, (ctx, { params }) =>
    inProgramme(ctx, params['id'], async (programme) => reportXlsx(await load(ctx, programme))),
  ),
]

const ReportView = ({ report }: { report: ProgrammeReport }) => {
  const { programme, madeAt } = report
  return (
    <>
      <PageHead
        title={`Bericht: ${programme.name}`}
        lead={`${headline(report)}. Stand ${germanDay(localDay(madeAt))}.`}
        actions={
          <>
            <ButtonLink size="x-small" href={programmeRoutes.reportPdf.href({ id: programme.id })}>
              PDF
            </ButtonLink>
            <ButtonLink size="x-small" href={programmeRoutes.reportXlsx.href({ id: programme.id })}>
              XLSX
            </ButtonLink>
          </>
        }
      />
      <div class="lw-stack lw-stack--xl">
        <Panel id="phasen" title="Wo die Kommunen stehen">
          <Table
            caption="Teilnehmende Kommunen nach Phase"
            captionHidden
            rows={report.byPhase}
            columns={[
              { header: 'Phase', rowHeader: true, cell: ({ title }: PhaseCount) => title },
              { header: 'Kommunen', numeric: true, cell: ({ count }: PhaseCount) => count },
            ]}
          />
        </Panel>
        <Panel id="inhalt-des-berichts" title="Was im Bericht steht">
          <p>
            Die Zahlen oben{names(report) && `, ${report.named === 1 ? '1 Benennung' : `${report.named} Benennungen`}`},
            abgeschlossene Teilnahmen ({report.completed}) und beendete ({report.withdrawn}), und die Liste der Kommunen
            mit Phase. Namen von Personen und Ergebnisse einzelner Kommunen stehen nicht darin.
          </p>
        </Panel>
      </div>
    </>
  )
}
