import { germanMoment } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../../access.ts'
import { onRoad } from '../../on-road.ts'
import { declarationRoutes } from '../../routes.ts'
import { declarationPage } from '../../signing/web/declaration.tsx'
import { decideAdmission } from '../decide-admission.ts'
import { letterPdf } from '../letter-file.ts'
import { admissionIn } from '../schemas.ts'
import { listWaiting } from '../waiting.ts'

const title = 'Warten auf Zulassung'

/** Who has declared and waits for the programme's word. */
export const admissionPages: PageRoute[] = [
  show(declarationRoutes.waiting, async (ctx, { params, query }) => {
    const programme = await findProgramme(ctx.db, params['id'] ?? '')
    if (!programme) return notFound()
    const allowed = may.admit(programme)
    return isRefusal(allowed) ? forbidden(allowed) : waitingPage(ctx, programme, query['ab'])
  }),
  show(declarationRoutes.letter, (ctx, { params }) => onRoad(ctx, params['id'], (road) => letterPdf(ctx, road))),
  submit(declarationRoutes.admission, (ctx, { params, form }) =>
    onRoad(ctx, params['id'], async (road) => {
      const allowed = may.admit(road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const wish = parse(
        admissionIn,
        { decision: form['decision'], reason: form['reason'] ?? '' },
        'Entschieden ist noch nichts',
      )
      const outcome = isRefusal(wish) ? wish : await decideAdmission(ctx, road, wish)
      if (isRefusal(outcome)) return declarationPage(ctx, road, { refusal: outcome, form: 'admission', typed: form })
      const to =
        form['liste'] === 'ja'
          ? declarationRoutes.waiting.href({ id: road.programmeId })
          : declarationRoutes.declaration.href({ id: road.id })
      if ('there' in outcome)
        return redirect(
          to,
          `${outcome.there.decidedByName ?? 'Jemand'} hat ${road.organizationName} schon zugelassen (${germanMoment(outcome.there.decidedAt, ctx.now)}). Geändert ist nichts.`,
        )
      return redirect(
        to,
        outcome.decided === 'admitted'
          ? `${road.organizationName} ist zugelassen und bekommt eine Mail.`
          : `${road.organizationName} bekommt Ihre Begründung per Mail.`,
      )
    }),
  ),
]

async function waitingPage(ctx: Context, programme: Programme, cursor: string | undefined): Promise<Answer> {
  const waiting = await listWaiting(ctx.db, { programmeId: programme.id, limit: 50, cursor })
  if (isRefusal(waiting)) return notFound()
  const here = declarationRoutes.waiting.href({ id: programme.id })
  return page({
    title,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
      { label: title },
    ],
    view: () => (
      <>
        <PageHead
          title={`${title}: ${programme.name}`}
          lead="Die Erklärung liegt vor. Am längsten Wartende stehen oben."
        />
        {waiting.items.length === 0 ? (
          <Empty title="Niemand wartet" level={2}>
            Sobald eine Kommune ihre Teilnahme erklärt, steht sie hier und in Ihren Aufgaben.
          </Empty>
        ) : (
          <Table
            caption="Kommunen, die auf ihre Zulassung warten"
            captionHidden
            stack
            rows={waiting.items}
            columns={[
              {
                header: 'Kommune',
                rowHeader: true,
                cell: ({ id, organizationName }) => (
                  <a class="lw-link" href={declarationRoutes.declaration.href({ id })}>
                    {organizationName}
                  </a>
                ),
              },
              { header: 'Unterschrieben', cell: ({ signerName }) => signerName ?? 'vor dem Portal' },
              { header: 'Wartet seit', cell: ({ since }) => (since ? germanMoment(since, ctx.now) : '–') },
              {
                header: 'Entscheidung',
                cell: ({ id, organizationName }) => (
                  <Form
                    action={declarationRoutes.admission.href({ id })}
                    layout="row"
                    label={`${organizationName} zulassen`}
                  >
                    <HiddenField name="decision" value="admitted" />
                    <HiddenField name="liste" value="ja" />
                    <Button size="x-small">
                      Zulassen<span class="kern-sr-only">: {organizationName}</span>
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
        )}
        {waiting.next && <Pager next={{ href: withQuery(here, { ab: waiting.next }) }} />}
      </>
    ),
  })
}
