import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Why } from '#ui/why/why.tsx'
import { proofRoutes } from '../../routes.ts'
import { onLed, programmeCrumbs } from '../../web/on-programme.ts'
import { type Narrative, originInWords } from '../proof.ts'
import { findProofOf, listNarratives } from '../queries.ts'

const pageSize = 20
const title = 'Fassungen des Sachberichts'

/** Every text that was ever saved, to read and to take up again. */
export const narrativePages: PageRoute[] = [
  show(proofRoutes.narratives, (ctx, { params, query }) =>
    onLed(ctx, params['id'], async (programme) => {
      const proof = await findProofOf(ctx.db, programme.id)
      return proof ? narrativesPage(ctx, programme, proof.id, query['ab'] || undefined) : notFound()
    }),
  ),
]

async function narrativesPage(
  ctx: Context,
  programme: Programme,
  proofId: string,
  cursor: string | undefined,
): Promise<Answer> {
  const found = await listNarratives(ctx.db, proofId, { limit: pageSize, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const { id } = programme
  return page({
    title,
    crumbs: programmeCrumbs(
      programme,
      { label: 'Verwendungsnachweis', href: proofRoutes.proof.href({ id }) },
      { label: title },
    ),
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Jeder Text, der gespeichert wurde, der neueste zuerst. Keiner wird überschrieben."
        />
        <Panel id="fassungen" title="Fassungen">
          <div class="lw-stack">
            {found.items.map((narrative) => (
              <One narrative={narrative} />
            ))}
            {found.next && (
              <Pager next={{ href: `${proofRoutes.narratives.href({ id })}?ab=${found.next}`, label: 'Ältere' }} />
            )}
          </div>
        </Panel>
      </>
    ),
  })
}

const One = ({ narrative: { number, origin, savedAt, savedBy, text } }: { narrative: Narrative }) => (
  <Why
    summary={`Fassung ${number}, ${originInWords(origin)}: ${germanDay(localDay(savedAt))}, ${germanTime(savedAt)}${savedBy === null ? '' : `, ${savedBy}`}`}
  >
    <p class="lw-letter__text">{text}</p>
  </Why>
)
