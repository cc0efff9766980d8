import { germanDate } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { isRefusal } from '#kernel/outcome.ts'
import {
  type EnrollmentWithSteps,
  findEnrollment,
  programmeRoutes,
  type RoadPart,
} from '#foundation/programmes/index.ts'
import { findAccount } from '#domains/security/funding/index.ts'
import { type Answer, type FileAnswer, forbidden, notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../../access.ts'
import { unusedOf } from '../../books/figures.ts'
import { loadContent } from '../../proofs/load-content.ts'
import { keptUntil } from '../../proofs/proof.ts'
import type { Content } from '../../proofs/web/proof-view.tsx'
import { States } from '../../proofs/web/figure-tables.tsx'
import { VoucherTable } from '../../proofs/web/voucher-table.tsx'
import { proofRoutes } from '../../routes.ts'
import { ownPaper } from '../own-paper.ts'

const title = 'Verwendungsnachweis'

/** The part of one municipality: 404 without money in its programme, 403 for whom it does not concern. */
export async function onOwnProof(
  ctx: Context,
  id: string,
  work: (road: EnrollmentWithSteps, content: Content) => Promise<Answer> | Answer,
): Promise<Answer> {
  const road = await findEnrollment(ctx.db, id)
  if (!road) return notFound()
  const allowed = may.seeOwn(ctx.actor, road)
  if (isRefusal(allowed)) return forbidden(allowed)
  const { programmeId, organizationId } = road
  const content = await loadContent(ctx.db, { programmeId, organizationId })
  return content && content.books.places.length > 0
    ? work(road, content)
    : notFound('In diesem Programm gibt es für diese Kommune kein Budget und daher keinen Verwendungsnachweis.')
}

/** Figures and vouchers of one municipality, for its staff. */
export const ownProofPages: PageRoute[] = [
  show(proofRoutes.own, (ctx, { params, query }) =>
    onOwnProof(ctx, params['id'] ?? '', (road, content) => {
      const from = Number(query['ab']) || 0
      return page({
        title,
        crumbs: [
          {
            label: `${road.organizationName}: ${road.programmeName}`,
            href: programmeRoutes.road.href({ id: road.id }),
          },
          { label: title },
        ],
        view: () => <OwnProof road={road} content={content} from={from} />,
      })
    }),
  ),
  show(proofRoutes.ownPdf, (ctx, { params }) =>
    onOwnProof(ctx, params['id'] ?? '', (road, content) => ownPdf(ctx, road, content)),
  ),
]

/** The same on paper; set after the transaction. */
export function ownPdf(ctx: Context, road: EnrollmentWithSteps, content: Content): FileAnswer {
  const paper = ownPaper(content, { organization: road.organizationName, asOf: ctx.now })
  return {
    kind: 'file',
    name: `verwendungsnachweis-${road.organizationName}.pdf`,
    type: pdfType,
    body: {
      make: async () => {
        const pdf = await compilePaper(paper)
        return isRefusal(pdf) ? pdf : pdf.bytes
      },
    },
  }
}

function OwnProof({ road, content, from }: { road: EnrollmentWithSteps; content: Content; from: number }) {
  const { books, figures, vouchers } = content
  const { total } = figures
  const kept = keptUntil(books.deadline, books.keepYears)
  return (
    <>
      <PageHead
        title={title}
        lead={`Was ${road.organizationName} aus ${road.programmeName} bekommen hat und womit es belegt ist.`}
        actions={
          <ButtonLink href={proofRoutes.ownPdf.href({ id: road.id })} size="x-small" icon="download">
            PDF
          </ButtonLink>
        }
      />
      <div class="lw-stack lw-stack--xl">
        <Facts
          items={[
            { label: 'freigegeben', value: germanMoney(total.released) },
            { label: 'abgerechnet', value: germanMoney(total.settled) },
            { label: 'nicht abgerechnet', value: germanMoney(unusedOf(total)) },
          ]}
        />
        <Panel id="zahlen" title="Zahlen">
          <States total={total} />
        </Panel>
        <Panel id="belege" title="Belege">
          <VoucherTable
            vouchers={vouchers}
            settled={total.settled}
            from={from}
            href={proofRoutes.own.href({ id: road.id })}
          />
        </Panel>
        <p class="lw-small lw-muted">
          Den Nachweis für alle Kommunen führt {books.runBy}.
          {kept !== null && ` Die Belege werden dort bis zum ${germanDate(kept)} aufbewahrt.`}
        </p>
      </div>
    </>
  )
}

/** What a road's page says about it. */
export const proofOfRoad: RoadPart = {
  name: 'proofOfUse',
  title,
  steps: ['settlement'],
  href: ({ id }) => proofRoutes.own.href({ id }),
  async tell({ db, actor }, road) {
    if (isRefusal(may.seeOwn(actor, road))) return undefined
    const account = await findAccount(db, road.id)
    return (
      account && `Freigegeben sind ${germanMoney(account.released)}, davon abgerechnet ${germanMoney(account.settled)}.`
    )
  },
}
