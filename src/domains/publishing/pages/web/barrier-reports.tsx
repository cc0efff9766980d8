import { germanDay, germanMoment, localDay } from '#kernel/local-day.ts'
import { shortened } from '#kernel/plain-text.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { Description } from '#ui/description/description.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Note } from '#ui/note/note.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { answerBarrier } from '../answer-barrier.ts'
import type { BarrierReport } from '../barrier-report.ts'
import { findReport, listReports } from '../queries.ts'
import { pageRoutes } from '../routes.ts'
import { answerIn } from '../schemas.ts'

const title = 'Gemeldete Barrieren'
const guard = may.answer
const nowhere = () => notFound('Diese Meldung gibt es nicht.')

/** What people could not use, and the answers. */
export const barrierReportPages: PageRoute[] = [
  show(pageRoutes.reports, (ctx, { query }) => listPage(ctx, query['cursor']), { guard }),
  show(
    pageRoutes.report,
    async (ctx, { params }) => {
      const report = await findReport(ctx.db, params['id'] ?? '')
      return report ? reportPage(ctx, report, {}) : nowhere()
    },
    { guard },
  ),
  submit(
    pageRoutes.report,
    async (ctx, { params, form }) => {
      const report = await findReport(ctx.db, params['id'] ?? '')
      if (!report) return nowhere()
      const typed = form['answer'] ?? ''
      const input = parse(answerIn, form, 'Die Antwort ist noch nicht gespeichert')
      if (isRefusal(input)) return reportPage(ctx, report, { typed, refusal: input })
      const outcome = await answerBarrier(ctx, report, input.answer)
      if (isRefusal(outcome)) return reportPage(ctx, report, { typed, refusal: outcome })
      return redirect(
        pageRoutes.reports.href(),
        report.email === ''
          ? 'Die Antwort ist gespeichert. Verschickt wird nichts: Eine Adresse wurde nicht angegeben.'
          : 'Die Antwort ist gespeichert und als Mail unterwegs. Die Adresse ist gelöscht.',
      )
    },
    { guard },
  ),
]

/** "offen bis 21.12.2026", "seit 3 Tagen überfällig", "beantwortet 23.11.2026". */
function stateInWords({ answeredAt, dueOn }: BarrierReport, now: Context['now']): string {
  if (answeredAt) return `beantwortet ${germanMoment(answeredAt, now)}`
  const days = localDay(now).until(dueOn).days
  if (days < 0) return `seit ${-days === 1 ? 'einem Tag' : `${-days} Tagen`} überfällig (${germanDay(dueOn)})`
  return `Antwort bis ${germanDay(dueOn)}`
}

async function listPage(ctx: Context, cursor: string | undefined): Promise<Answer> {
  const found = await listReports(ctx.db, { limit: 50, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const { items, next } = found
  return page({
    title,
    view: () => (
      <>
        <PageHead title={title} lead="Jede Meldung wird innerhalb eines Monats beantwortet." />
        {items.length === 0 ? (
          <Empty title="Noch keine Meldung" level={2}>
            „Barriere melden“ steht am Fuß jeder Seite. Was dort eingeht, steht hier.
          </Empty>
        ) : (
          <Table
            caption="Die neueste zuerst"
            stack
            rows={items}
            columns={[
              {
                header: 'Meldung',
                rowHeader: true,
                cell: ({ id, what }) => (
                  <a class="lw-link" href={pageRoutes.report.href({ id })}>
                    {shortened(what, 120)}
                  </a>
                ),
              },
              { header: 'Wo', cell: ({ place }) => shortened(place, 60) || '–' },
              { header: 'Stand', cell: (report) => stateInWords(report, ctx.now) },
            ]}
          />
        )}
        {next && <Pager next={{ href: withQuery(pageRoutes.reports.href(), { cursor: next }) }} />}
      </>
    ),
  })
}

interface State {
  typed?: string
  refusal?: Refusal
}

const reportPage = (ctx: Context, report: BarrierReport, { typed = '', refusal }: State): Answer =>
  page({
    title: 'Gemeldete Barriere',
    crumbs: [{ label: title, href: pageRoutes.reports.href() }, { label: germanDay(localDay(report.receivedAt)) }],
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title="Gemeldete Barriere" lead={stateInWords(report, ctx.now)} />
        <div class="lw-stack lw-stack--xl lw-measure">
          {refusal && (
            <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={{ answer: 'Ihre Antwort' }} />
          )}
          <Description
            items={[
              { term: 'Was nicht geht', details: <span class="lw-note__text">{report.what}</span> },
              { term: 'Wo', details: report.place || 'ohne Angabe' },
              { term: 'Eingegangen', details: germanMoment(report.receivedAt, ctx.now) },
              { term: 'Antwort an', details: whereTo(report) },
            ]}
          />
          {report.answeredAt ? (
            <Panel id="antwort" title="Antwort">
              <Note text={report.answer} />
              {typed !== '' && (
                <TextArea name="answer" label="Ihre Antwort, nicht verschickt" value={typed} rows={6} plain />
              )}
            </Panel>
          ) : (
            <AnswerForm {...{ report, typed, refusal }} />
          )}
        </div>
      </>
    ),
  })

const whereTo = ({ email, answeredAt }: BarrierReport): string => {
  if (email !== '') return email
  return answeredAt ? 'Adresse gelöscht, oder keine angegeben' : 'keine Adresse angegeben'
}

const AnswerForm = ({
  report,
  typed,
  refusal,
}: {
  report: BarrierReport
  typed: string
  refusal: Refusal | undefined
}) => (
  <Form action={pageRoutes.report.href({ id: report.id })}>
    <TextArea
      name="answer"
      label="Ihre Antwort"
      hint={
        report.email === ''
          ? 'Bleibt hier stehen: Eine Adresse wurde nicht angegeben.'
          : 'Geht per Mail hinaus und schließt die Meldung.'
      }
      value={typed}
      rows={8}
      maxlength={5000}
      error={errorAt(refusal?.errors, 'answer')}
      required
    />
    <Submit>{report.email === '' ? 'Antwort speichern' : 'Antwort verschicken'}</Submit>
  </Form>
)
