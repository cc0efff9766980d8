import { germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { notFound, page, unprocessable } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { wholeNumber } from '../../oscal/document/wording.ts'
import { type Catalog, findCatalog, listCatalogs, listVersions } from '../../queries.ts'
import { catalogRoutes, comparisonHref } from '../../routes.ts'
import { inTime, shortVersion } from '../../versions.ts'
import { versionInWords } from './words.ts'

const title = 'Mit einer anderen Fassung vergleichen'

/** Which version a catalog is compared with: its own first, then every other catalog, since publishers change names too. */
export const versionPages: PageRoute[] = [
  show(catalogRoutes.versions, async (ctx, { params, query }) => {
    const catalog = await findCatalog(ctx.db, params['id'] ?? '')
    if (!catalog) return notFound()
    const versions = (await listVersions(ctx.db, catalog)).filter(({ id }) => id !== catalog.id)
    const found = await listCatalogs(ctx.db, { limit: 50, cursor: query['ab'] })
    if (isRefusal(found)) return unprocessable(found)
    const others = found.items.filter((one) => sortKey(one.title) !== sortKey(catalog.title))
    return page({
      title,
      crumbs: [
        { label: 'Kataloge', href: catalogRoutes.list.href() },
        { label: catalog.title, href: catalogRoutes.show.href({ id: catalog.id }) },
        { label: 'Vergleich' },
      ],
      view: () => <VersionsPage {...{ catalog, versions, others }} next={found.next} />,
    })
  }),
]

interface VersionsPageProps {
  catalog: Catalog
  versions: Catalog[]
  others: Catalog[]
  next: string | null
}

const VersionsPage = ({ catalog, versions, others, next }: VersionsPageProps) => (
  <>
    <PageHead title={title} lead={`${versionInWords(catalog)}. Womit möchten Sie vergleichen?`} />
    <div class="lw-stack lw-stack--xl">
      {versions.length === 0 ? (
        <Empty title="Noch keine andere Fassung dieses Katalogs" level={2}>
          Sobald die Programmleitung eine ältere oder neuere Fassung einliest, steht sie hier.
        </Empty>
      ) : (
        <Panel id="fassungen" title="Andere Fassungen dieses Katalogs">
          <Table
            caption="Die zuletzt eingelesene zuerst"
            rows={versions}
            stack
            columns={[
              {
                header: 'Vergleich',
                rowHeader: true,
                cell: (other) => <Comparison versions={inTime(catalog, other)} />,
              },
              ...about,
            ]}
          />
        </Panel>
      )}
      {(others.length > 0 || next) && (
        <Panel id="andere" title="Andere Kataloge">
          <div class="lw-stack">
            <p class="lw-measure">
              Sinnvoll, wenn der Herausgeber seinen Katalog umbenannt hat. Dieser Katalog gilt dabei als die neue
              Fassung.
            </p>
            {others.length > 0 && (
              <Table
                caption="Nach Namen geordnet"
                rows={others}
                stack
                columns={[
                  {
                    header: 'Katalog',
                    rowHeader: true,
                    cell: ({ id, title: name }) => (
                      <a class="lw-link" href={comparisonHref({ id: catalog.id, beforeId: id })}>
                        {name}
                      </a>
                    ),
                  },
                  { header: 'Fassung', cell: ({ version }) => shortVersion(version) },
                  ...about,
                ]}
              />
            )}
            {next && (
              <Pager
                label="Kataloge"
                next={{ href: withQuery(catalogRoutes.versions.href({ id: catalog.id }), { ab: next }) }}
              />
            )}
          </div>
        </Panel>
      )}
    </div>
  </>
)

const Comparison = ({ versions: [before, after] }: { versions: [Catalog, Catalog] }) => (
  <a class="lw-link" href={comparisonHref({ id: after.id, beforeId: before.id })}>
    Von {shortVersion(before.version)} zu {shortVersion(after.version)}
  </a>
)

const about = [
  { header: 'Eingelesen', cell: ({ importedAt }: Catalog) => germanDay(localDay(importedAt)) },
  {
    header: 'Anforderungen',
    numeric: true,
    cell: ({ controlCount }: Catalog) => wholeNumber(controlCount),
  },
]
