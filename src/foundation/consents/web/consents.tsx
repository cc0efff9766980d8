import { isRefusal } from '#kernel/outcome.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { may } from '../access.ts'
import type { Consent } from '../consent.ts'
import { type Purpose, purposesFor } from '../purposes.ts'
import { listConsents, standingConsents } from '../queries.ts'
import { consentRoutes } from '../routes.ts'
import { HistoryTable } from './history-table.tsx'

export const title = 'Einwilligungen'
const shownRows = 30

/** What a municipality is asked, what it has answered, and everything that was given and taken back. */
export const consentPages: PageRoute[] = [
  show(consentRoutes.list, (ctx, { query }) => listPage(ctx, query['ab']), { guard: may.see }),
]

async function listPage(ctx: Context, cursor: string | undefined): Promise<Answer> {
  const { actingFor } = ctx.actor
  const history = await listConsents(ctx.db, { limit: shownRows, cursor })
  if (!actingFor || isRefusal(history)) return notFound()
  const standing = await standingConsents(ctx.db)
  return page({
    title,
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`Was ${actingFor.name} erlauben kann, aber nicht muss. Entscheiden und widerrufen kann die Verwaltungsleitung.`}
        />
        <div class="lw-stack lw-stack--xl">
          <Panel id="wofuer" title="Wofür">
            <Purposes purposes={purposesFor(actingFor.kind)} standing={standing} />
          </Panel>
          <Panel id="verlauf" title="Verlauf">
            {history.items.length === 0 ? (
              <Empty title="Noch keine Einwilligung">
                Hier steht, wer wann worin eingewilligt und was widerrufen hat. Ohne Einwilligung bleibt alles, wie es
                ist.
              </Empty>
            ) : (
              <HistoryTable consents={history.items} />
            )}
            {history.next && (
              <Pager
                label="Verlauf"
                next={{ href: withQuery(consentRoutes.list.href(), { ab: history.next }), label: 'Ältere' }}
              />
            )}
          </Panel>
        </div>
      </>
    ),
  })
}

const Purposes = ({ purposes, standing }: { purposes: Purpose[]; standing: Consent[] }) => (
  <Table
    caption="Wofür Einwilligungen erbeten werden"
    captionHidden
    stack
    rows={purposes}
    columns={[
      {
        header: 'Wofür',
        rowHeader: true,
        cell: ({ key, title: name }) => (
          <a class="lw-link" href={consentRoutes.purpose.href({ purpose: key })}>
            {name}
          </a>
        ),
      },
      { header: 'Was die Einwilligung heißt', cell: ({ about }) => about },
      { header: 'Stand', cell: ({ key }) => <State consent={standing.find(({ purpose }) => purpose === key)} /> },
    ]}
  />
)

const State = ({ consent }: { consent: Consent | undefined }) =>
  consent ? (
    <Tag state="ok">gilt seit {germanDay(localDay(consent.givenAt))}</Tag>
  ) : (
    <Tag state="none">nicht gegeben</Tag>
  )
