import type { ComponentChildren } from 'preact'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { notFound, page, unprocessable } from '#platform/http/answer.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Description } from '#ui/description/description.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { wholeNumber } from '../../oscal/document/wording.ts'
import type { Candidate } from '../../oscal/profile/suggest-sources.ts'
import { listCandidates } from '../../queries.ts'
import { catalogRoutes, mappingRoutes, type MappingSelection } from '../../routes.ts'
import { compareTargets, filterMaps, type MapFilter } from '../browse-maps.ts'
import { findCollection, listRelations, type MappingCollection, suggestTarget } from '../find-collections.ts'
import { countRelations, type ParsedMap, relationships } from '../mapping.ts'
import { loadKnown } from '../queries.ts'
import { targetStates } from '../resolve-targets.ts'
import { Relations } from './relations.tsx'
import { Targets } from './targets.tsx'
import { methodName, relationshipNames, relationsInWords, statusName } from './words.ts'

const pageSize = 50
const longestWord = 200

/** One mapping collection: where it comes from, what it says, and what of it holds in a catalog. */
export const mappingPages: PageRoute[] = [
  show(mappingRoutes.show, async (ctx, { params, query }) => {
    const collection = await findCollection(ctx.db, params['id'] ?? '')
    if (!collection) return notFound()
    const after = decodeCursor(query['ab'], ['integer'])
    if (isRefusal(after)) return unprocessable(after)
    const catalogs = await listCandidates(ctx.db)
    const chosen = query['katalog'] ?? (await suggestTarget(ctx.db, collection.id))
    const catalog = catalogs.find(({ id }) => id === chosen)
    const maps = await listRelations(ctx.db, collection.id)
    const known = catalog ? await loadKnown(ctx.db, catalog.id) : null
    const shown = filterMaps(maps, known, filterOf(query))
    const rest = shown.filter(({ position }) => position > Number(after?.[0] ?? 0)).slice(0, pageSize + 1)
    const { items, next } = listPage(rest, pageSize, ({ position }) => [position])
    const targets = known && compareTargets(maps, known)
    const parts = { collection, maps, catalogs, catalog, targets }
    return page({
      title: collection.title,
      crumbs: [
        { label: 'Kataloge', href: catalogRoutes.list.href() },
        { label: 'Zuordnungen', href: mappingRoutes.list.href() },
        { label: collection.title },
      ],
      view: () => (
        <CollectionPage {...parts}>
          <Relations {...{ collection, catalog, items, next, query }} found={shown.length} />
        </CollectionPage>
      ),
    })
  }),
]

const plain = (text: string | undefined): string | undefined =>
  text && text.length <= longestWord && !text.includes('\0') && text.isWellFormed() ? text : undefined

/** What cannot be meant filters nothing out: an address may be typed by hand. */
const filterOf = ({ suche, beziehung, stand }: MappingSelection): MapFilter => ({
  q: plain(suche),
  relationship: relationships.find((one) => one === beziehung),
  state: targetStates.find((one) => one === stand),
})

interface CollectionPageProps {
  collection: MappingCollection
  maps: readonly ParsedMap[]
  catalogs: readonly Candidate[]
  catalog: Candidate | undefined
  targets: ReturnType<typeof compareTargets> | null
  children: ComponentChildren
}

function CollectionPage({ collection, maps, catalogs, catalog, targets, children }: CollectionPageProps) {
  const { warnings, status } = collection
  const sources = new Set(maps.map(({ source }) => source.id)).size
  const named = new Set(maps.map(({ target }) => target.id)).size
  return (
    <>
      <PageHead
        title={collection.title}
        lead={`Enthält ${relationsInWords(maps.length)} von ${wholeNumber(sources)} Quellen zu ${wholeNumber(named)} Zielen.`}
      />
      <div class="lw-stack lw-stack--xl">
        {status !== null && status !== 'complete' && (
          <Alert kind="info" title={`Stand laut Herausgeber: ${statusName(status)}`}>
            <p>Was daraus vorgeschlagen wird, entscheidet immer ein Mensch. Eine Antwort entsteht dadurch nicht.</p>
          </Alert>
        )}
        {warnings.length > 0 && (
          <Alert kind="warning" title="Beim Einlesen ist etwas aufgefallen">
            <ul class="lw-list">
              {warnings.map((warning) => (
                <li>{warning}</li>
              ))}
            </ul>
          </Alert>
        )}
        <Origin collection={collection} />
        <Counts maps={maps} />
        <Targets {...{ collection, catalogs, catalog, targets }} />
        {children}
      </div>
    </>
  )
}

const Origin = ({ collection }: { collection: MappingCollection }) => (
  <Panel id="herkunft" title="Herkunft">
    <Description
      items={[
        { term: 'Fassung', details: collection.version },
        { term: 'Stand', details: statusName(collection.status) },
        { term: 'Entstanden', details: methodName(collection.method) },
        { term: 'Quellen aus', details: collection.sources.join(', ') || 'nicht angegeben' },
        { term: 'Ziele aus', details: collection.targets.join(', ') || 'nicht angegeben' },
        { term: 'Eingelesen', details: germanDay(localDay(collection.importedAt)) },
        { term: 'OSCAL', details: collection.oscalVersion },
        { term: 'Prüfsumme (SHA-256)', details: <code class="lw-break">{collection.sha256}</code> },
      ]}
    />
  </Panel>
)

const Counts = ({ maps }: { maps: readonly ParsedMap[] }) => (
  <Panel id="beziehungsarten" title="Arten von Beziehungen">
    <Table
      caption="Die aussagekräftigste zuerst"
      stack
      rows={countRelations(maps)}
      columns={[
        { header: 'Beziehung', rowHeader: true, cell: ({ relationship }) => relationshipNames[relationship] },
        { header: 'Anzahl', numeric: true, cell: ({ maps: count }) => wholeNumber(count) },
        {
          header: 'davon nur vorbelegt, von niemandem gewählt',
          numeric: true,
          cell: ({ defaults }) => wholeNumber(defaults),
        },
      ]}
    />
  </Panel>
)
