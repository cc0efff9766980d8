import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, notFound, page, unprocessable } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { type Change, changesInWords, deedNames } from '../history/change.ts'
import { listChanges } from '../history/queries.ts'
import { findOrganization } from '../queries.ts'
import { organizationRoutes } from '../routes.ts'

const pageSize = 50

/** Who changed what about an organization; for its own staff and the cooperative. */
export const historyPages: PageRoute[] = [
  show(organizationRoutes.history, async (ctx, { params, query }) => {
    const organization = await findOrganization(ctx.db, params['id'] ?? '')
    if (!organization) return notFound('Diese Organisation gibt es nicht.')
    const allowed = may.seeHistory(ctx.actor, organization)
    if (isRefusal(allowed)) return forbidden(allowed)
    const found = await listChanges(ctx.db, organization.id, { limit: pageSize, cursor: query['ab'] })
    if (isRefusal(found)) return unprocessable(found)
    const { id, name } = organization
    return page({
      title: `Verlauf: ${name}`,
      crumbs: [
        { label: 'Organisationen', href: organizationRoutes.list.href() },
        { label: name, href: organizationRoutes.show.href({ id }) },
        { label: 'Verlauf' },
      ],
      view: () => (
        <>
          <PageHead
            title="Verlauf"
            lead={`Wer wann was an den Angaben zu ${name} geändert hat. Bei Kontakten steht hier nur, dass sich etwas geändert hat, nicht was dort stand.`}
          />
          <div class="lw-stack">
            {found.items.length === 0 ? (
              <Empty title="Noch keine Änderung" level={2}>
                Änderungen stehen hier, seit es diese Seite gibt. Was vorher eingetragen wurde, ist nicht einzeln
                festgehalten.
              </Empty>
            ) : (
              <Changes items={found.items} />
            )}
            {found.next && (
              <Pager
                next={{
                  href: withQuery(organizationRoutes.history.href({ id }), { ab: found.next }),
                  label: 'Ältere Änderungen',
                }}
              />
            )}
          </div>
        </>
      ),
    })
  }),
]

const Changes = ({ items }: { items: Change[] }) => (
  <Table
    caption="Die jüngste Änderung zuerst; nichts wird überschrieben"
    stack
    rows={items}
    columns={[
      { header: 'Was', rowHeader: true, cell: ({ deed }) => deedNames[deed] },
      {
        header: 'Im Einzelnen',
        cell: ({ fields }) => changesInWords(fields).map((words) => <div>{words}</div>),
      },
      { header: 'Von', cell: (change) => author(change) },
      { header: 'Am', cell: ({ at }) => `${germanDay(localDay(at))}, ${germanTime(at)}` },
    ]}
  />
)

/** Names are as visible as people are: otherwise it was somebody of an organization. */
function author({ person, actingFor }: Change): string {
  if (!person) return 'Betrieb (Befehlszeile)'
  const place = actingFor ? actingFor.name : ''
  if (person.name === null) return place === '' ? 'nicht mehr bekannt' : place
  return place === '' ? person.name : `${person.name}, ${place}`
}
