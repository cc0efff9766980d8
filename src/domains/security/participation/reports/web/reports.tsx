import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, roadCrumbs } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { participationRoutes as routes } from '../../routes.ts'
import { prepareHanded } from '../../web/prepare-handed.ts'
import { statusOf, type Typed } from '../../web/typed.ts'
import { acceptReport, askChanges } from '../decide-report.ts'
import { deliverReport } from '../deliver-report.ts'
import { findReport, reportsOf } from '../queries.ts'
import { type Report, versionName } from '../report.ts'
import { acceptanceForm, changeRequest, newComment, newReport } from '../schemas.ts'
import { settleComment, writeComment } from '../write-comment.ts'
import { ReportList } from './report-list.tsx'
import { ReportView } from './report-view.tsx'

const title = 'Berichte'

const onReports = (
  ctx: Context,
  { params }: Incoming,
  work: (road: EnrollmentWithSteps) => Promise<Answer>,
): Promise<Answer> => onRoad(ctx, params['id'] ?? '', 'reports', work)

interface Found {
  road: EnrollmentWithSteps
  report: Report
}

const onReport = (ctx: Context, request: Incoming, work: (found: Found) => Promise<Answer>): Promise<Answer> =>
  onReports(ctx, request, async (road) => {
    const allowed = may.see(ctx.actor, road)
    if (isRefusal(allowed)) return forbidden(allowed)
    const report = await findReport(ctx.db, request.params['report'] ?? '')
    return report?.enrollmentId === road.id ? work({ road, report }) : notFound('Diese Fassung gibt es hier nicht.')
  })

const hrefOf = ({ road, report }: Found): string => routes.report.href({ id: road.id, report: report.id })

/** Versions of the contractor's report, what both sides say about them, and the acceptance. */
export const contractorReportPages: PageRoute[] = [
  show(routes.reports, (ctx, request) => onReports(ctx, request, (road) => listPage(ctx, road))),
  submit(
    routes.reports,
    (ctx, request, file) =>
      onReports(ctx, request, async (road) => {
        const allowed = may.actForAssessor(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const { form } = request
        const again = (refusal: Refusal) => listPage(ctx, road, { form, refusal })
        const { summary, reason } = form
        const wanted = parse(
          newReport,
          { enrollmentId: road.id, summary, reason },
          'Der Bericht ist noch nicht geliefert',
        )
        if (isRefusal(wanted)) return again(wanted)
        if (isRefusal(file)) return again(file)
        const id = await deliverReport(ctx, road, { ...wanted, file })
        return isRefusal(id)
          ? again(id)
          : redirect(
              routes.reports.href({ id: road.id }),
              'Der Bericht ist geliefert. Jetzt ist die Kommune an der Reihe.',
            )
      }),
    { bodyLimit: usualLimit, prepare: prepareHanded },
  ),
  show(routes.report, (ctx, request) => onReport(ctx, request, (found) => reportPage(ctx, found))),
  submit(routes.reportComment, (ctx, request) =>
    onReport(ctx, request, async (found) => {
      const side = may.act(ctx.actor, found.road)
      if (isRefusal(side)) return forbidden(side)
      const { form } = request
      const { text = '', place, answersId } = form
      const again = (refusal: Refusal) => reportPage(ctx, found, { at: answersId || 'comment', form, refusal })
      const wanted = parse(
        newComment,
        { text, place, answersId: answersId || undefined },
        'Der Beitrag ist noch nicht gespeichert',
      )
      if (isRefusal(wanted)) return again(wanted)
      const done = await writeComment(ctx, found.report, { ...wanted, side })
      return isRefusal(done) ? again(done) : redirect(`${hrefOf(found)}#beitraege`, 'Ihr Beitrag ist gespeichert.')
    }),
  ),
  submit(routes.settleComment, (ctx, request) =>
    onReport(ctx, request, async (found) => {
      const side = may.act(ctx.actor, found.road)
      if (isRefusal(side)) return forbidden(side)
      const id = request.params['comment'] ?? ''
      if (!found.report.comments.some((one) => one.id === id)) return notFound()
      const done = await settleComment(ctx, found.report, id)
      return isRefusal(done)
        ? reportPage(ctx, found, { at: 'settle', refusal: done })
        : redirect(`${hrefOf(found)}#beitraege`, 'Der Beitrag ist erledigt.')
    }),
  ),
  submit(routes.askChanges, (ctx, request) =>
    onReport(ctx, request, async (found) => {
      const allowed = may.actForOrganization(ctx.actor, found.road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const { form } = request
      const again = (refusal: Refusal, isStale = false) =>
        reportPage(ctx, found, { at: 'changes', form, refusal, isStale })
      const wanted = parse(changeRequest, { wish: form['wish'] ?? '' }, 'Die Bitte ist noch nicht gespeichert')
      if (isRefusal(wanted)) return again(wanted)
      const done = await askChanges(ctx, found.road, found.report, wanted.wish)
      if (isRefusal(done)) return again(done)
      return 'changed' in done
        ? again(done.changed, true)
        : redirect(hrefOf(found), 'Das Prüfhaus weiß Bescheid und überarbeitet den Bericht.')
    }),
  ),
  submit(
    routes.acceptReport,
    (ctx, request) =>
      onReport(ctx, request, async (found) => {
        const role = may.accept(ctx.actor, found.road)
        if (isRefusal(role)) return forbidden(role)
        const again = (refusal: Refusal, isStale = false) => reportPage(ctx, found, { at: 'accept', refusal, isStale })
        const wanted = parse(acceptanceForm, request.form, 'Der Bericht ist noch nicht abgenommen')
        if (isRefusal(wanted)) return again(wanted)
        const { shownSha256 } = wanted
        const done = await acceptReport(ctx, found.road, found.report, {
          role,
          shownSha256,
          passwordConfirmed: request.confirmation,
        })
        if (isRefusal(done)) return again(done)
        return 'changed' in done
          ? again(done.changed, true)
          : redirect(hrefOf(found), 'Unterschrieben. Der Bericht ist abgenommen und bleibt, wie er ist.')
      }),
    { confirms: true },
  ),
]

async function listPage(ctx: Context, road: EnrollmentWithSteps, typed: Typed = {}): Promise<Answer> {
  const reports = await reportsOf(ctx.db, road.id)
  return page({
    title,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: roadCrumbs(road, { label: title }),
    view: () => <ReportList road={road} reports={reports} side={may.sideOf(ctx.actor, road)} typed={typed} />,
  })
}

async function reportPage(ctx: Context, found: Found, typed: Typed = {}): Promise<Answer> {
  const { road } = found
  // After somebody was faster, as it is now; the way back to what was refused stands in the transaction that is undone.
  const report = typed.isStale ? ((await findReport(ctx.db, found.report.id)) ?? found.report) : found.report
  const name = versionName(report)
  return page({
    title: name,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: roadCrumbs(road, { label: title, href: routes.reports.href({ id: road.id }) }, { label: name }),
    view: () => (
      <ReportView
        road={road}
        report={report}
        side={may.sideOf(ctx.actor, road)}
        accepts={!isRefusal(may.accept(ctx.actor, road))}
        now={ctx.now}
        typed={typed}
      />
    ),
  })
}
