import { isRefusal, type Outcome, type Refusal } from '#kernel/outcome.ts'
import { type PreparedFile, prepareFile, usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, findEnrollment, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { may } from '../../access.ts'
import { timeLeft } from '../../deadline.ts'
import { deliveriesOf } from '../../delivery/queries.ts'
import { onAcceptance } from '../../on-order.ts'
import { deliveryRoutes as routes } from '../../routes.ts'
import { statusOf, type Typed } from '../../web/typed.ts'
import { type Acceptance, acceptanceText, countersignatureText, resultInWords } from '../acceptance.ts'
import { countersign, sendBack, withdrawAcceptance } from '../countersign.ts'
import { protocolPdf } from '../protocol-paper.ts'
import { findAcceptance, pageOfAcceptances, signedHash } from '../queries.ts'
import { decisionIn, fixIn, paperIn, signatureForm } from '../schemas.ts'
import { settleReservation } from '../settle-reservation.ts'
import { type Decided, handInAcceptance, signAcceptance } from '../sign-acceptance.ts'
import { AcceptanceRows } from './acceptance-rows.tsx'
import { AcceptanceView } from './acceptance-view.tsx'

interface Found {
  acceptance: Acceptance
  road: EnrollmentWithSteps
}

const onShown = (ctx: Context, { params }: Incoming, work: (found: Found) => Promise<Answer>): Promise<Answer> =>
  onAcceptance(ctx, params['acceptance'], async (acceptance, road) =>
    road.id === params['id'] ? work({ acceptance, road }) : notFound('Diese Abnahme gibt es hier nicht.'),
  )

const hrefOf = ({ acceptance, road }: Found): string =>
  routes.acceptance.href({ id: road.id, acceptance: acceptance.id })

/** After a form: shown again with why, or the way back with what happened. */
function after(ctx: Context, found: Found, at: string, request: Incoming) {
  const again = (refusal: Refusal, isStale = false) =>
    acceptancePage(ctx, found, { at, form: request.form, refusal, isStale })
  return (done: Decided | Outcome<true>, flash: string): Promise<Answer> | Answer => {
    if (isRefusal(done)) return again(done)
    return done !== true && 'changed' in done ? again(done.changed, true) : redirect(hrefOf(found), flash)
  }
}

/** Acceptances of one municipality, and what is done with one of them. */
export const acceptancePages: PageRoute[] = [
  show(routes.acceptances, async (ctx, { params, query }) => {
    const road = await findEnrollment(ctx.db, params['id'] ?? '')
    return road ? listPage(ctx, road, query['cursor']) : notFound()
  }),
  show(routes.acceptance, (ctx, request) => onShown(ctx, request, (found) => acceptancePage(ctx, found))),
  show(routes.protocol, (ctx, request) =>
    onShown(ctx, request, async ({ acceptance }) => protocolPdf(ctx, acceptance)),
  ),
  submit(
    routes.sign,
    (ctx, request) =>
      onShown(ctx, request, async (found) => {
        const { acceptance, road } = found
        const role = may.sign(ctx.actor, acceptance)
        if (isRefusal(role)) return forbidden(role)
        const wanted = parse(
          signatureForm,
          { shownSha256: request.form['shownSha256'] },
          'Unterschrieben ist noch nichts',
        )
        const done = isRefusal(wanted)
          ? wanted
          : await signAcceptance(ctx, road, acceptance, { role, ...wanted, passwordConfirmed: request.confirmation })
        return after(
          ctx,
          found,
          'sign',
          request,
        )(
          done,
          acceptance.result === 'refused'
            ? 'Unterschrieben. Der Dienstleister bekommt eine Nachricht und bessert nach.'
            : 'Unterschrieben. Jetzt zeichnet der Verbund gegen.',
        )
      }),
    { confirms: true },
  ),
  submit(
    routes.paper,
    (ctx, request, file: Outcome<PreparedFile>) =>
      onShown(ctx, request, async (found) => {
        const { acceptance, road } = found
        const allowed = may.prepare(ctx.actor, acceptance)
        if (isRefusal(allowed)) return forbidden(allowed)
        const { signer = '', signedOn } = request.form
        const wanted = parse(paperIn, { signer, signedOn }, 'Das Papier ist noch nicht abgelegt')
        const done = isRefusal(wanted)
          ? wanted
          : isRefusal(file)
            ? file
            : await handInAcceptance(ctx, road, acceptance, { ...wanted, file })
        return after(ctx, found, 'paper', request)(done, 'Das unterschriebene Protokoll ist abgelegt.')
      }),
    { bodyLimit: usualLimit, prepare: ({ files, storage }) => prepareFile(files['file'], storage) },
  ),
  submit(routes.withdraw, (ctx, request) =>
    onShown(ctx, request, async (found) => {
      const allowed = may.prepare(ctx.actor, found.acceptance)
      if (isRefusal(allowed)) return forbidden(allowed)
      const wanted = parse(decisionIn, { reason: request.form['reason'] ?? '' }, 'Die Abnahme ist nicht zurückgenommen')
      const done = isRefusal(wanted) ? wanted : await withdrawAcceptance(ctx, found.acceptance, wanted.reason)
      return after(ctx, found, 'withdraw', request)(done, 'Die Abnahme ist zurückgenommen.')
    }),
  ),
  submit(
    routes.countersign,
    (ctx, request) =>
      onShown(ctx, request, async (found) => {
        const { acceptance, road } = found
        const role = may.countersign(ctx.actor, acceptance, road)
        if (isRefusal(role)) return forbidden(role)
        const wanted = parse(
          signatureForm,
          { shownSha256: request.form['shownSha256'] },
          'Gegengezeichnet ist noch nichts',
        )
        const done = isRefusal(wanted)
          ? wanted
          : await countersign(ctx, acceptance, { role, ...wanted, passwordConfirmed: request.confirmation })
        return after(
          ctx,
          found,
          'countersign',
          request,
        )(done, 'Gegengezeichnet. Der Betrag ist als abgenommen gebucht.')
      }),
    { confirms: true },
  ),
  submit(routes.sendBack, (ctx, request) =>
    onShown(ctx, request, async (found) => {
      const role = may.countersign(ctx.actor, found.acceptance, found.road)
      if (isRefusal(role)) return forbidden(role)
      const wanted = parse(decisionIn, { reason: request.form['reason'] ?? '' }, 'Zurückgegeben ist noch nichts')
      const done = isRefusal(wanted) ? wanted : await sendBack(ctx, found.acceptance, wanted.reason)
      return after(ctx, found, 'sendBack', request)(done, 'Zurückgegeben. Die Kommune liest den Grund.')
    }),
  ),
  submit(routes.reservation, (ctx, request) =>
    onShown(ctx, request, async (found) => {
      const allowed = may.prepare(ctx.actor, found.acceptance)
      if (isRefusal(allowed)) return forbidden(allowed)
      const number = request.params['number'] ?? ''
      const wanted = parse(fixIn, { fixedOn: request.form['fixedOn'] }, 'Der Tag ist noch nicht gespeichert')
      const done = isRefusal(wanted)
        ? wanted
        : await settleReservation(ctx, found.acceptance, Number(number), wanted.fixedOn)
      return after(ctx, found, `fix-${number}`, request)(done, `Vorbehalt ${number} ist als behoben vermerkt.`)
    }),
  ),
]

const roadCrumb = (road: EnrollmentWithSteps) => ({
  label: `${road.organizationName}: ${road.programmeName}`,
  href: programmeRoutes.road.href({ id: road.id }),
})

async function listPage(ctx: Context, road: EnrollmentWithSteps, cursor: string | undefined): Promise<Answer> {
  const found = await pageOfAcceptances(ctx.db, { enrollmentId: road.id, limit: 50, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const here = routes.acceptances.href({ id: road.id })
  const left = timeLeft(road.deadline, ctx.now)
  return page({
    title: 'Abnahmen',
    crumbs: [roadCrumb(road), { label: 'Abnahmen' }],
    view: () => (
      <>
        <PageHead
          title={`Abnahmen: ${road.organizationName}`}
          lead={`Die Kommune unterschreibt, der Verbund zeichnet gegen; dann ist der Betrag abgenommen.${left ? ` Zeit dafür: ${left}.` : ''}`}
        />
        {found.items.length === 0 ? (
          <Empty level={2} title="Noch keine Abnahme">
            <p>
              Abgenommen wird, was der Dienstleister als erbracht gemeldet hat. Das steht beim{' '}
              <a class="lw-link" href={routes.roadOrders.href({ id: road.id })}>
                Auftrag
              </a>
              .
            </p>
          </Empty>
        ) : (
          <AcceptanceRows acceptances={found.items} now={ctx.now} hasWays showsOrder />
        )}
        {found.next && <Pager next={{ href: withQuery(here, { cursor: found.next }) }} />}
      </>
    ),
  })
}

async function acceptancePage(ctx: Context, given: Found, typed: Typed = {}): Promise<Answer> {
  const { road } = given
  const acceptance = typed.isStale
    ? ((await findAcceptance(ctx.db, given.acceptance.id)) ?? given.acceptance)
    : given.acceptance
  const text =
    acceptance.state === 'prepared'
      ? acceptanceText(acceptance, await deliveriesOf(ctx.db, acceptance.orderId))
      : acceptance.state === 'signed'
        ? countersignatureText(acceptance, (await signedHash(ctx.db, acceptance)) ?? '')
        : undefined
  const title = `${acceptance.orderTitle}: ${resultInWords(acceptance)}`
  return page({
    title,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: [
      roadCrumb(road),
      { label: 'Abnahmen', href: routes.acceptances.href({ id: road.id }) },
      { label: `${acceptance.orderReference} / ${acceptance.number}` },
    ],
    view: () => (
      <AcceptanceView
        road={road}
        acceptance={acceptance}
        text={text}
        now={ctx.now}
        typed={typed}
        sides={{
          prepares: !isRefusal(may.prepare(ctx.actor, acceptance)),
          signs: !isRefusal(may.sign(ctx.actor, acceptance)),
          countersigns: !isRefusal(may.countersign(ctx.actor, acceptance, road)),
        }}
      />
    ),
  })
}
