import { isRefusal } from '#kernel/outcome.ts'
import { localDay, longGermanDate } from '#kernel/local-day.ts'
import { type Answer, notFound, page, unprocessable } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Article } from '#ui/article/article.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { ownLinks } from '#ui/prose/markup.ts'
import type { News } from '../news.ts'
import { findOut, listOut } from '../queries.ts'
import { newsRoutes } from '../routes.ts'
import { NewsList } from './news-list.tsx'

const perPage = 20

/** News for everybody. */
export const newsPages: PageRoute[] = [
  publicPage(newsRoutes.list, (ctx, { query }) => listPage(ctx, query['cursor'])),
  publicPage(newsRoutes.show, async (ctx, { params }) => {
    const news = await findOut(ctx, params['slug'] ?? '')
    return news ? newsPage(news) : notFound('Diese Meldung gibt es nicht oder nicht mehr.')
  }),
]

async function listPage(ctx: PublicContext, cursor: string | undefined): Promise<Answer> {
  const found = await listOut(ctx, { limit: perPage, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const { items, next } = found
  return page({
    title: 'Meldungen',
    view: () => (
      <>
        <PageHead title="Meldungen" lead="Was es im Verbund Neues gibt, das Neueste zuerst." />
        {items.length === 0 ? (
          <Empty title={cursor ? 'Keine älteren Meldungen' : 'Noch keine Meldung'} level={2}>
            {cursor ? 'Das war alles.' : 'Sobald die Redaktion etwas veröffentlicht, steht es hier.'}
          </Empty>
        ) : (
          <NewsList items={items} />
        )}
        {next && (
          <Pager next={{ href: withQuery(newsRoutes.list.href(), { cursor: next }), label: 'Ältere Meldungen' }} />
        )}
      </>
    ),
  })
}

const newsPage = (news: News): Answer =>
  page({
    title: news.title,
    crumbs: [{ label: 'Meldungen', href: newsRoutes.list.href() }, { label: news.title }],
    view: () => (
      <article>
        <PageHead title={news.title} lead={news.teaser} />
        <div class="lw-stack lw-stack--l">
          <p class="lw-small lw-muted">
            {news.from && (
              <>
                <time datetime={localDay(news.from).toString()}>{longGermanDate(localDay(news.from))}</time>
                {' · '}
              </>
            )}
            {news.topic} · {news.author}
          </p>
          {news.body !== '' && <Article text={news.body} link={ownLinks} />}
          <p>
            <a class="lw-link" href={newsRoutes.list.href()}>
              Alle Meldungen
            </a>
          </p>
        </div>
      </article>
    ),
  })
