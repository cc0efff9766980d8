import { declarationRoutes, listOpenProgrammes } from '#foundation/declarations/index.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Article } from '#ui/article/article.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { ownLinks } from '#ui/prose/markup.ts'
import { asRead } from '../plain-page.ts'
import { findFront, findPage } from '../queries.ts'
import { pageRoutes } from '../routes.ts'

/** Imprint, privacy notice, accessibility statement, programmes. */
export const plainPagePages: PageRoute[] = [
  publicPage(pageRoutes.imprint, (ctx) => plainPage(ctx, 'impressum')),
  publicPage(pageRoutes.privacy, (ctx) => plainPage(ctx, 'datenschutz-hinweise')),
  publicPage(pageRoutes.accessibility, (ctx) => plainPage(ctx, 'barrierefreiheit')),
  publicPage(pageRoutes.programme, async (ctx, { params }) => plainPage(ctx, params['name'] ?? '', 'programme')),
]

async function plainPage(ctx: PublicContext, name: string, kind: 'legal' | 'programme' = 'legal'): Promise<Answer> {
  const found = await findPage(ctx.db, name)
  if (!found || found.page.kind !== kind) return notFound('Diese Seite gibt es nicht.')
  const { operator } = await findFront(ctx)
  const open = kind === 'programme' ? (await listOpenProgrammes(ctx)).find(({ key }) => key === name) : undefined
  return page({
    title: found.page.title,
    view: () => (
      <>
        <PageHead title={found.page.title} />
        <Article text={asRead(found.text, operator)} link={ownLinks} />
        {open && (
          <p>
            <ButtonLink variant="primary" href={declarationRoutes.join.href({ key: open.key })}>
              {`Bei ${open.name} mitmachen`}
            </ButtonLink>
          </p>
        )}
      </>
    ),
  })
}
