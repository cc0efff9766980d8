import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Check, FileField, Form, Submit, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { importAnswers, type ImportReport } from '../import-answers.ts'
import { differenceInWords } from '../import-operations.ts'
import type { Difference, Ignored } from '../plan-import.ts'
import { prepareWorkbook, workbookLimit } from '../prepare-workbook.ts'
import { assessmentRoutes } from '../routes.ts'

const title = 'Ausgefüllte WiBA-Arbeitsmappe einlesen'

/** Where own staff brings in what it answered in BSI's workbook before. */
export const workbookPages: PageRoute[] = [
  show(assessmentRoutes.workbook, async (ctx) => formPage(ctx)),
  submit(
    assessmentRoutes.workbook,
    async (ctx, { form }, prepared) => {
      const organizationId = ctx.actor.actingFor?.id ?? ''
      const allowed = may.importAnswers(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (isRefusal(prepared)) return formPage(ctx, prepared, form)
      const dryRun = form['probe'] !== undefined
      const report = await importAnswers(ctx, organizationId, prepared, dryRun)
      return isRefusal(report) ? formPage(ctx, report, form) : reportPage(report, dryRun)
    },
    { guard: may.importAnswers, prepare: prepareWorkbook, bodyLimit: workbookLimit },
  ),
]

const crumbs = [{ label: 'Prüfungen', href: assessmentRoutes.list.href() }, { label: title }]

function formPage(ctx: Context, refusal?: Refusal, form: Record<string, string> = {}): Answer {
  const allowed = may.importAnswers(ctx.actor)
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Ihre Antworten und Notizen aus der Arbeitsmappe des BSI werden in Ihre Prüfung übernommen. Was dort schon beantwortet ist, bleibt, wie es ist."
        />
        {isRefusal(allowed) ? (
          <Refused title="Das können andere für Sie tun" level={2}>
            {allowed.refused}
          </Refused>
        ) : (
          <div class="lw-stack lw-measure">
            {refusal && (
              <ErrorSummary
                title={refusal.refused}
                errors={(refusal.errors ?? []).map((error) =>
                  error.path === 'file' ? error : { path: '', message: `${error.path}: ${error.message}` },
                )}
                kept="Gespeichert wurde nichts. Bitte wählen Sie die Datei noch einmal aus."
              />
            )}
            <Form action={assessmentRoutes.workbook.href()} multipart>
              <FileField
                name="file"
                label="Arbeitsmappe"
                hint="Ihre ausgefüllte Kopie der WiBA-Arbeitsmappe (XLSX), höchstens 8 MB"
                accept=".xlsx"
                required
                error={errorAt(refusal?.errors, 'file')}
              />
              <Check name="probe" label="Nur zeigen, was übernommen würde" checked={form['probe'] !== undefined} />
              <Submit>Arbeitsmappe einlesen</Submit>
            </Form>
          </div>
        )}
      </>
    ),
  })
}

const reportPage = (report: ImportReport, dryRun: boolean): Answer =>
  page({
    title,
    crumbs,
    view: () => (
      <>
        <PageHead
          title={dryRun ? 'Das würde übernommen' : 'Arbeitsmappe eingelesen'}
          lead={inWords(report, dryRun)}
          actions={
            report.assessment && (
              <ButtonLink href={assessmentRoutes.show.href({ id: report.assessment.id })}>Zur Prüfung</ButtonLink>
            )
          }
        />
        <div class="lw-stack lw-stack--xl">
          {dryRun && (
            <Alert kind="info" title="Gespeichert wurde nichts">
              <p>
                Zum Übernehmen lesen Sie die Datei noch einmal ein, ohne „Nur zeigen“:{' '}
                <a class="lw-link" href={assessmentRoutes.workbook.href()}>
                  Arbeitsmappe einlesen
                </a>
                .
              </p>
            </Alert>
          )}
          {report.differing.length > 0 && <Differences report={report} />}
          {report.ignored.length > 0 && <IgnoredRows rows={report.ignored} />}
        </div>
      </>
    ),
  })

function inWords({ total, written, unchanged, differing, ignored }: ImportReport, dryRun: boolean): string {
  if (total === 0) return 'In der Arbeitsmappe ist noch keine Frage beantwortet.'
  const taken = dryRun ? 'würden übernommen' : 'übernommen'
  const rows = total === 1 ? '1 Zeile ist' : `${total} Zeilen sind`
  return `${rows} ausgefüllt: ${written} ${taken}, ${unchanged} waren schon da, ${differing.length} weichen ab, ${ignored.length} sind ausgelassen.`
}

const Differences = ({ report: { assessment, differing } }: { report: ImportReport }) => (
  <Panel id="abweichungen" title="Weicht ab und wurde nicht geändert">
    <Table<Difference>
      caption="In der Reihenfolge der Arbeitsmappe"
      rows={differing}
      stack
      columns={[
        {
          header: 'Frage',
          rowHeader: true,
          cell: ({ controlId }) =>
            assessment ? (
              <a class="lw-link" href={assessmentRoutes.question.href({ id: assessment.id, controlId })}>
                {controlId}
              </a>
            ) : (
              controlId
            ),
        },
        { header: 'Zeile', numeric: true, cell: ({ row }) => row },
        { header: 'Was zu tun ist', cell: differenceInWords },
        { header: 'Notiz in der Arbeitsmappe', cell: ({ yours }) => yours.note || '–' },
      ]}
    />
  </Panel>
)

const IgnoredRows = ({ rows }: { rows: Ignored[] }) => (
  <Panel id="ausgelassen" title="Ausgelassen">
    <Table
      caption="In der Reihenfolge der Arbeitsmappe"
      rows={rows}
      stack
      columns={[
        { header: 'Frage', rowHeader: true, cell: ({ controlId }) => controlId },
        { header: 'Zeile', numeric: true, cell: ({ row }) => row },
        { header: 'Grund', cell: ({ reason }) => reason },
      ]}
    />
  </Panel>
)
