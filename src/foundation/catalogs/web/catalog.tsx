import { germanDay, localDay } from '#kernel/local-day.ts'
import { notFound, page } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Badge } from '#ui/badge/badge.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { wholeNumber } from '../oscal/document/wording.ts'
import {
  type Catalog,
  type CatalogSource,
  findCatalog,
  type Group,
  listGroups,
  listSources,
  listVersions,
} from '../queries.ts'
import { catalogRoutes, comparisonHref, controlsHref } from '../routes.ts'
import { inTime, newestOf, shortVersion } from '../versions.ts'
import { originNames } from './words.ts'

/** One version: where it comes from and how it was made, its other versions beside it, its lists. */
export const catalogDetailPages: PageRoute[] = [
  show(catalogRoutes.show, async (ctx, { params }) => {
    const catalog = await findCatalog(ctx.db, params['id'] ?? '')
    if (!catalog) return notFound()
    const parts = {
      catalog,
      groups: await listGroups(ctx.db, catalog.id),
      versions: await listVersions(ctx.db, catalog),
      sources: await listSources(ctx.db, catalog.id),
    }
    return page({
      title: catalog.title,
      crumbs: [{ label: 'Kataloge', href: catalogRoutes.list.href() }, { label: catalog.title }],
      view: () => <CatalogPage {...parts} />,
    })
  }),
]

interface CatalogPageProps {
  catalog: Catalog
  groups: Group[]
  versions: Catalog[]
  sources: CatalogSource[]
}

function CatalogPage({ catalog, groups, versions, sources }: CatalogPageProps) {
  const tops = groups.filter(({ parentKey }) => parentKey === null)
  return (
    <>
      <PageHead
        title={catalog.title}
        lead={`${wholeNumber(catalog.controlCount)} Anforderungen in ${tops.length} Listen.`}
        actions={
          <>
            <ButtonLink href={controlsHref(catalog.id)} size="x-small">
              Anforderungen ansehen
            </ButtonLink>
            <ButtonLink href={catalogRoutes.versions.href({ id: catalog.id })} size="x-small">
              Mit einer anderen Fassung vergleichen
            </ButtonLink>
          </>
        }
      />
      <div class="lw-stack lw-stack--xl">
        {catalog.warnings.length > 0 && (
          <Alert kind="warning" title="Beim Einlesen ist etwas aufgefallen">
            <ul class="lw-list">
              {catalog.warnings.map((warning) => (
                <li>{warning}</li>
              ))}
            </ul>
          </Alert>
        )}
        <Panel id="herkunft" title="Herkunft">
          <Description
            items={[
              { term: 'Herausgeber', details: catalog.source ?? 'nicht angegeben' },
              { term: 'Fassung', details: catalog.version },
              { term: 'Lizenz', details: catalog.license ?? 'in der Datei nicht angegeben' },
              { term: 'Entstanden', details: originNames[catalog.origin] },
              { term: 'Eingelesen', details: germanDay(localDay(catalog.importedAt)) },
              { term: 'Prüfsumme (SHA-256)', details: <code class="lw-break">{catalog.sha256}</code> },
            ]}
          />
        </Panel>
        {sources.length > 0 && <Sources sources={sources} />}
        {versions.length > 1 && <Versions catalog={catalog} versions={versions} />}
        <Lists catalog={catalog} groups={groups} tops={tops} />
      </div>
    </>
  )
}

const Sources = ({ sources }: { sources: CatalogSource[] }) => (
  <Panel id="quellen" title="Gemacht aus">
    <Table
      caption="In der Reihenfolge, in der das Profil sie importiert"
      rows={sources}
      stack
      columns={[
        { header: 'Im Profil', rowHeader: true, cell: ({ name }) => <span class="lw-break">{name}</span> },
        {
          header: 'Katalog',
          cell: ({ id, title }) => (
            <a class="lw-link" href={catalogRoutes.show.href({ id })}>
              {title}
            </a>
          ),
        },
        { header: 'Fassung', cell: ({ version }) => <span class="lw-nowrap">{shortVersion(version)}</span> },
        { header: 'Prüfsumme', cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}…</code> },
      ]}
    />
  </Panel>
)

function Versions({ catalog, versions }: { catalog: Catalog; versions: Catalog[] }) {
  const newest = newestOf(versions)
  return (
    <Panel id="fassungen" title="Fassungen nebeneinander">
      <Table
        caption="Die zuletzt eingelesene zuerst"
        rows={versions}
        stack
        columns={[
          {
            header: 'Fassung',
            rowHeader: true,
            cell: ({ id, version }) =>
              id === catalog.id ? (
                <>{shortVersion(version)} (diese)</>
              ) : (
                <a class="lw-link" href={catalogRoutes.show.href({ id })}>
                  {shortVersion(version)}
                </a>
              ),
          },
          {
            header: 'Stand',
            cell: (one) => (one.id === newest?.id ? <Badge kind="success">neueste</Badge> : 'ältere'),
          },
          { header: 'Eingelesen', cell: ({ importedAt }) => germanDay(localDay(importedAt)) },
          { header: 'Anforderungen', numeric: true, cell: ({ controlCount }) => wholeNumber(controlCount) },
          { header: 'Entstanden', cell: ({ origin }) => originNames[origin] },
          { header: 'Prüfsumme', cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}…</code> },
          { header: 'Vergleich', cell: (other) => <Compared catalog={catalog} other={other} /> },
        ]}
      />
    </Panel>
  )
}

function Compared({ catalog, other }: { catalog: Catalog; other: Catalog }) {
  if (other.id === catalog.id) return <>–</>
  const [before, after] = inTime(catalog, other)
  return (
    <a class="lw-link" href={comparisonHref({ id: after.id, beforeId: before.id })}>
      Unterschiede<span class="kern-sr-only"> zu {shortVersion(other.version)}</span>
    </a>
  )
}

function Lists({ catalog, groups, tops }: { catalog: Catalog; groups: Group[]; tops: Group[] }) {
  const countOf = (key: string): number =>
    groups.reduce((sum, group) => sum + (group.topKey === key ? group.controlCount : 0), 0)
  return (
    <Panel id="listen" title="Listen">
      <Table
        caption="In der Reihenfolge des Katalogs"
        captionHidden
        rows={tops}
        stack
        columns={[
          {
            header: 'Liste',
            rowHeader: true,
            cell: ({ key, title, overview }) => (
              <>
                <a class="lw-link" href={controlsHref(catalog.id, { liste: key })}>
                  {title}
                </a>
                {catalog.origin === 'workbook' && overview && <div class="lw-table__sub">{overview}</div>}
              </>
            ),
          },
          { header: 'Kürzel', cell: ({ key }) => key },
          { header: 'Anforderungen', numeric: true, cell: ({ key }) => countOf(key) },
        ]}
      />
    </Panel>
  )
}
