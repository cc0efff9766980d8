import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, roadCrumbs } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { participationRoutes as routes } from '../../routes.ts'
import { statusOf, type Typed } from '../../web/typed.ts'
import { closeProtocol } from '../close-protocol.ts'
import { commentSpotCheck } from '../comment-spot-check.ts'
import { findControl } from '../find-control.ts'
import { protocolPdf, protocolSheet } from '../protocol-files.ts'
import { findClosing, findSpotCheck, listSpotChecks } from '../queries.ts'
import { newSpotCheck, newSpotComment, spotCheckChange } from '../schemas.ts'
import type { SpotCheck } from '../spot-check.ts'
import { findTemplate } from '../templates.ts'
import { addSpotCheck, correctSpotCheck } from '../write-spot-check.ts'
import { ClosedProtocol, SpotCheckForm } from './spot-check-form.tsx'
import { SpotCheckView } from './spot-check-view.tsx'
import { ProtocolView } from './protocol-view.tsx'

const title = 'Stichproben'

const onSpots = (
  ctx: Context,
  { params }: Incoming,
  work: (road: EnrollmentWithSteps) => Promise<Answer>,
): Promise<Answer> => onRoad(ctx, params['id'] ?? '', 'spotChecks', work)

const onAssessors = (ctx: Context, request: Incoming, work: (road: EnrollmentWithSteps) => Promise<Answer>) =>
  onSpots(ctx, request, async (road) => {
    const allowed = may.actForAssessor(ctx.actor, road)
    return isRefusal(allowed) ? forbidden(allowed) : work(road)
  })

const onCheck = (
  ctx: Context,
  request: Incoming,
  work: (road: EnrollmentWithSteps, check: SpotCheck) => Promise<Answer>,
): Promise<Answer> =>
  onSpots(ctx, request, async (road) => {
    const allowed = may.see(ctx.actor, road)
    if (isRefusal(allowed)) return forbidden(allowed)
    const check = await findSpotCheck(ctx.db, request.params['check'] ?? '')
    return check?.enrollmentId === road.id ? work(road, check) : notFound('Diese Stichprobe gibt es hier nicht.')
  })

// A browser sends an empty part for a file that was not chosen.
const prepareEvidence = async ({ files, storage }: Incoming) => {
  const file = files['file']
  return file && file.size + file.name.length > 0 ? prepareFile(file, storage) : undefined
}

const fieldsOf = ({
  object = '',
  what = '',
  expected = '',
  seen,
  result,
  evidenceNote,
  checkedOn,
  controlId,
}: Record<string, string>) => ({
  object,
  what,
  expected,
  seen,
  result,
  evidenceNote,
  checkedOn: checkedOn ?? '',
  controlId: controlId?.trim() || undefined,
})

const withFile = { bodyLimit: usualLimit, prepare: prepareEvidence }

const download =
  (make: (ctx: Context, road: EnrollmentWithSteps) => Promise<Answer>) => (ctx: Context, request: Incoming) =>
    onSpots(ctx, request, async (road) => {
      const allowed = may.see(ctx.actor, road)
      return isRefusal(allowed) ? forbidden(allowed) : make(ctx, road)
    })

/** The protocol of samples on the spot: written by the assessor, commented by the municipality. */
export const spotCheckPages: PageRoute[] = [
  show(routes.spotChecks, (ctx, request) => onSpots(ctx, request, (road) => protocolPage(ctx, road))),
  show(routes.newSpotCheck, (ctx, request) =>
    onAssessors(ctx, request, async (road) =>
      newPage(ctx, road, { form: { ...findTemplate(request.query['vorlage']) } }),
    ),
  ),
  submit(
    routes.newSpotCheck,
    (ctx, request, file) =>
      onAssessors(ctx, request, async (road) => {
        const { form } = request
        const again = (refusal: Refusal) => newPage(ctx, road, { form, refusal })
        const sentence = 'Die Stichprobe ist noch nicht gespeichert'
        const wanted = parse(newSpotCheck, { enrollmentId: road.id, ...fieldsOf(form) }, sentence)
        if (isRefusal(wanted)) return again(wanted)
        if (isRefusal(file)) return again(file)
        const { controlId, enrollmentId: _, ...text } = wanted
        const control = await findControl(ctx, road.organizationId, controlId)
        if (isRefusal(control)) return again(control)
        const id = await addSpotCheck(ctx, road, { ...text, control, file })
        return isRefusal(id)
          ? again(id)
          : redirect(routes.spotChecks.href({ id: road.id }), `Die Stichprobe „${text.object}“ ist gespeichert.`)
      }),
    withFile,
  ),
  submit(routes.closeSpotChecks, (ctx, request) =>
    onAssessors(ctx, request, async (road) => {
      const done = await closeProtocol(ctx, road)
      return isRefusal(done)
        ? protocolPage(ctx, road, { refusal: done })
        : redirect(routes.spotChecks.href({ id: road.id }), 'Das Protokoll ist abgeschlossen und bleibt, wie es ist.')
    }),
  ),
  show(routes.spotChecksPdf, download(protocolPdf)),
  show(routes.spotChecksSheet, download(protocolSheet)),
  show(routes.spotCheck, (ctx, request) => onCheck(ctx, request, (road, check) => checkPage(ctx, road, check))),
  submit(
    routes.spotCheck,
    (ctx, request, file) =>
      onCheck(ctx, request, async (road, check) => {
        const allowed = may.actForAssessor(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const { form } = request
        const again = (refusal: Refusal) => checkPage(ctx, road, check, { at: 'correct', form, refusal })
        const { version, reason = '' } = form
        const wanted = parse(
          spotCheckChange,
          { ...fieldsOf(form), version, reason },
          'Die Berichtigung ist noch nicht gespeichert',
        )
        if (isRefusal(wanted)) return again(wanted)
        if (isRefusal(file)) return again(file)
        const { controlId, version: read, reason: why, ...text } = wanted
        const control = await findControl(ctx, road.organizationId, controlId)
        if (isRefusal(control)) return again(control)
        const written = { ...text, control, file }
        const done = await correctSpotCheck(ctx, road, { check, version: read, reason: why, written })
        if (isRefusal(done)) return again(done)
        if (done === 'stale') {
          const now = (await findSpotCheck(ctx.db, check.id)) ?? check
          const refused = `Jemand anderes hat diese Stichprobe inzwischen berichtigt (Fassung ${now.version}). Ihre Änderung ist nicht gespeichert; was Sie geschrieben haben, steht noch unten.`
          return checkPage(ctx, road, now, {
            at: 'correct',
            form: { ...form, version: String(now.version) },
            refusal: { refused },
            isStale: true,
          })
        }
        return redirect(routes.spotCheck.href({ id: road.id, check: check.id }), 'Die Berichtigung ist gespeichert.')
      }),
    withFile,
  ),
  submit(routes.spotComment, (ctx, request) =>
    onCheck(ctx, request, async (road, check) => {
      const allowed = may.actForOrganization(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const { form } = request
      const wanted = parse(newSpotComment, { text: form['text'] ?? '' }, 'Der Kommentar ist noch nicht gespeichert')
      if (isRefusal(wanted)) return checkPage(ctx, road, check, { at: 'comment', form, refusal: wanted })
      await commentSpotCheck(ctx, check, wanted.text)
      return redirect(routes.spotCheck.href({ id: road.id, check: check.id }), 'Ihr Kommentar ist gespeichert.')
    }),
  ),
]

async function protocolPage(ctx: Context, road: EnrollmentWithSteps, typed: Typed = {}): Promise<Answer> {
  const side = may.sideOf(ctx.actor, road)
  const checks = side ? await listSpotChecks(ctx.db, road.id) : []
  const closing = await findClosing(ctx.db, road.id)
  return page({
    title,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: roadCrumbs(road, { label: title }),
    view: () => <ProtocolView road={road} side={side} checks={checks} closing={closing} now={ctx.now} typed={typed} />,
  })
}

async function newPage(ctx: Context, road: EnrollmentWithSteps, typed: Typed): Promise<Answer> {
  const closing = await findClosing(ctx.db, road.id)
  return page({
    title: 'Neue Stichprobe',
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: roadCrumbs(
      road,
      { label: title, href: routes.spotChecks.href({ id: road.id }) },
      { label: 'Neue Stichprobe' },
    ),
    // What was typed before somebody closed it stays to be read; without it there is nothing to fill in.
    view: () =>
      closing && !typed.refusal ? (
        <ClosedProtocol road={road} closing={closing} now={ctx.now} />
      ) : (
        <SpotCheckForm road={road} typed={typed} />
      ),
  })
}

async function checkPage(
  ctx: Context,
  road: EnrollmentWithSteps,
  check: SpotCheck,
  typed: Typed = {},
): Promise<Answer> {
  const closing = await findClosing(ctx.db, road.id)
  const name = `Stichprobe ${check.number}`
  return page({
    title: name,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: roadCrumbs(road, { label: title, href: routes.spotChecks.href({ id: road.id }) }, { label: name }),
    view: () => (
      <SpotCheckView
        road={road}
        check={check}
        side={may.sideOf(ctx.actor, road)}
        closing={closing}
        now={ctx.now}
        typed={typed}
      />
    ),
  })
}
