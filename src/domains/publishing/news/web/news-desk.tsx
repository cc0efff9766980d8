import { germanDay, germanMoment, germanTime, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { type Appearance, appearanceOf, type News } from '../news.ts'
import { listForDesk } from '../queries.ts'
import { newsRoutes } from '../routes.ts'

/** The editors' desk: everything that was written, in any state. */
export const newsDeskPages: PageRoute[] = [
  show(newsRoutes.desk, (ctx, { query }) => deskPage(ctx, query['cursor']), { guard: may.edit }),
]

async function deskPage(ctx: Context, cursor: string | undefined): Promise<Answer> {
  const found = await listForDesk(ctx.db, { limit: 50, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const { items, next } = found
  return page({
    title: 'Meldungen schreiben',
    view: () => (
      <>
        <PageHead
          title="Meldungen schreiben"
          lead="Was auf der öffentlichen Seite steht, stehen wird oder stand."
          actions={
            <ButtonLink variant="primary" href={newsRoutes.write.href()}>
              Neue Meldung
            </ButtonLink>
          }
        />
        {items.length === 0 ? (
          <Empty title="Noch keine Meldung" level={2}>
            Schreiben Sie die erste. Sie erscheint erst, wenn Sie sie veröffentlichen.
          </Empty>
        ) : (
          <Table caption="Zuletzt geschrieben zuerst" stack rows={items} columns={columnsFor(ctx)} />
        )}
        {next && <Pager next={{ href: withQuery(newsRoutes.desk.href(), { cursor: next }) }} />}
      </>
    ),
  })
}

const columnsFor = ({ now }: Context) => [
  {
    header: 'Überschrift',
    rowHeader: true,
    cell: ({ id, title, topic }: News) => (
      <>
        <a class="lw-link" href={newsRoutes.change.href({ id })}>
          {title}
        </a>
        <div class="lw-table__sub">{topic}</div>
      </>
    ),
  },
  { header: 'Stand', cell: (news: News) => appearanceInWords(news, now) },
  { header: 'Geschrieben', cell: ({ writtenAt }: News) => germanMoment(writtenAt, now) },
]

/** "Entwurf", "erscheint 24.11.2026, 8:00 Uhr", "öffentlich seit …". */
export function appearanceInWords(news: Pick<News, 'state' | 'from' | 'until'>, now: Context['now']): string {
  const words: Record<Appearance, string> = {
    draft: 'Entwurf',
    planned: news.from ? `erscheint ${inFull(news.from)}` : 'geplant',
    out: news.from ? `öffentlich seit ${inFull(news.from)}` : 'öffentlich',
    over: news.until ? `war öffentlich bis ${inFull(news.until)}` : 'abgelaufen',
    withdrawn: 'zurückgezogen',
  }
  return words[appearanceOf(news, now)]
}

const inFull = (instant: Context['now']): string => `${germanDay(localDay(instant))}, ${germanTime(instant)}`
