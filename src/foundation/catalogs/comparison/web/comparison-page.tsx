import { germanDay, localDay } from '#kernel/local-day.ts'
import { notFound, page } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Funnel } from '#ui/funnel/funnel.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Why } from '#ui/why/why.tsx'
import { wholeNumber } from '../../oscal/document/wording.ts'
import { type Catalog, findCatalog } from '../../queries.ts'
import { catalogRoutes, type ComparisonSelection, comparisonHref } from '../../routes.ts'
import { shortVersion } from '../../versions.ts'
import {
  type ComparedGroup,
  type Counts,
  countsOf,
  entriesOf,
  groupsOf,
  inGroup,
  inState,
  type Selection,
  states,
} from '../entries.ts'
import { isRenumbered, isToConfirm } from '../compare-versions.ts'
import { type ComparedCatalogs, readComparison, readTops } from '../read-comparison.ts'
import { comparisonFile } from './comparison-file.ts'
import { type EntryPart, partOf } from './entry-part.ts'
import { GroupsPanel } from './groups-panel.tsx'
import { ListPanel } from './list-panel.tsx'
import { addressOf, controlsInWords, stateAt, stateNames, versionInWords } from './words.ts'

const title = 'Was sich geändert hat'

/** Two versions side by side; what is compared word by word is only what is shown. */
export const comparisonPages: PageRoute[] = [
  show(catalogRoutes.comparison, async (ctx, { params, query }) => {
    const versions = { id: params['id'] ?? '', beforeId: params['beforeId'] ?? '' }
    if (versions.id.toLowerCase() === versions.beforeId.toLowerCase()) {
      const catalog = await findCatalog(ctx.db, versions.id)
      return catalog
        ? page({ title, crumbs: crumbsOf(catalog), view: () => <SameVersion catalog={catalog} /> })
        : notFound()
    }
    const found = await readComparison(ctx.db, versions)
    if (!found) return notFound()
    const { before, after, comparison } = found
    const entries = entriesOf(comparison)
    const groups = groupsOf(entries, await readTops(ctx.db, before.id), await readTops(ctx.db, after.id))
    const selection = selectionIn(query, groups)
    const chosen = inGroup(entries, selection.group)
    const list = partOf(inState(chosen, selection.state), query['ab'])
    return page({
      title: `${title}: ${after.title}`,
      crumbs: crumbsOf(after),
      view: () => (
        <ComparisonPage
          {...{ found, groups, selection, list }}
          counts={countsOf(chosen)}
          different={inState(chosen, 'different').length}
        />
      ),
    })
  }),
  show(catalogRoutes.comparisonSheet, async (ctx, { params }) => {
    const found = await readComparison(ctx.db, { id: params['id'] ?? '', beforeId: params['beforeId'] ?? '' })
    if (!found) return notFound()
    return comparisonFile(found, await readTops(ctx.db, found.before.id), await readTops(ctx.db, found.after.id))
  }),
]

const crumbsOf = ({ id, title: name }: Catalog) => [
  { label: 'Kataloge', href: catalogRoutes.list.href() },
  { label: name, href: catalogRoutes.show.href({ id }) },
  { label: 'Vergleich', href: catalogRoutes.versions.href({ id }) },
  { label: title },
]

const selectionIn = ({ stand, liste }: ComparisonSelection, groups: readonly ComparedGroup[]): Selection => ({
  state: stateAt(stand),
  group: groups.find(({ key }) => key === liste)?.key,
})

const SameVersion = ({ catalog }: { catalog: Catalog }) => (
  <>
    <PageHead title={title} lead={`${versionInWords(catalog)}.`} />
    <Empty
      title="Das ist zweimal dieselbe Fassung"
      level={2}
      actions={
        <ButtonLink href={catalogRoutes.versions.href({ id: catalog.id })} size="x-small">
          Andere Fassung wählen
        </ButtonLink>
      }
    >
      Eine Fassung bleibt, wie sie eingelesen wurde. Unterschiede gibt es erst zu einer anderen.
    </Empty>
  </>
)

interface ComparisonPageProps {
  found: ComparedCatalogs
  groups: ComparedGroup[]
  counts: Counts
  /** How many did not stay as they were. */
  different: number
  selection: Selection
  list: EntryPart
}

function ComparisonPage({ found, groups, counts, different, selection, list }: ComparisonPageProps) {
  const { before, after } = found
  const versions = { id: after.id, beforeId: before.id }
  const chosen = groups.find(({ key }) => key === selection.group)
  const hrefOf = (state: Selection['state']): string =>
    comparisonHref(versions, { stand: addressOf(state), liste: selection.group }, '#anforderungen')
  return (
    <>
      <PageHead
        title={`${title}: ${after.title}`}
        lead={leadOf(found)}
        actions={
          <>
            <ButtonLink href={catalogRoutes.comparisonSheet.href(versions)} size="x-small" icon="download" download>
              Als Tabelle (XLSX)
            </ButtonLink>
            <ButtonLink href={comparisonHref({ id: before.id, beforeId: after.id })} size="x-small">
              Andersherum vergleichen
            </ButtonLink>
          </>
        }
      />
      <div class="lw-stack lw-stack--xl">
        <Warnings {...found} />
        <Description
          items={[
            { term: 'Bisher', details: <Version catalog={before} /> },
            { term: 'Jetzt', details: <Version catalog={after} /> },
          ]}
        />
        <div class="lw-stack lw-stack--s">
          <Funnel
            label={chosen ? `Unterschiede in „${chosen.title}“` : 'Unterschiede'}
            items={[
              {
                label: 'Unterschiede',
                count: different,
                href: hrefOf('different'),
                current: selection.state === 'different',
              },
              ...states.map((state) => ({
                label: stateNames[state],
                count: counts[state],
                href: hrefOf(state),
                current: selection.state === state,
              })),
            ]}
          />
          <Meanings />
        </div>
        <GroupsPanel {...{ groups, versions, selection }} />
        <ListPanel {...{ versions, groups, selection, list }} />
      </div>
    </>
  )
}

function leadOf({ comparison: { pairs } }: ComparedCatalogs): string {
  const moved = pairs.filter(isRenumbered).length
  if (pairs.length === 0) return 'Keine Anforderung steht in beiden.'
  const both = pairs.length === 1 ? '1 Anforderung steht' : `${controlsInWords(pairs.length)} stehen`
  const changed = pairs.filter(isToConfirm).length
  return [
    `${both} in beiden Fassungen, ${moved === 0 ? 'alle unter derselben Nummer' : `${wholeNumber(moved)} davon unter einer anderen Nummer`}.`,
    changed === 0
      ? 'Inhaltlich hat sich daran nichts geändert.'
      : `Bei ${wholeNumber(changed)} hat sich der Inhalt geändert.`,
  ].join(' ')
}

const Version = ({ catalog: { id, title: name, version, controlCount, importedAt } }: { catalog: Catalog }) => (
  <>
    <a class="lw-link" href={catalogRoutes.show.href({ id })}>
      {name}, Fassung {shortVersion(version)}
    </a>
    , {controlsInWords(controlCount)}, eingelesen am {germanDay(localDay(importedAt))}
  </>
)

function Warnings({ before, after, comparison }: ComparedCatalogs) {
  if (comparison.pairs.length === 0)
    return (
      <Alert kind="warning" title="Das sind zwei verschiedene Kataloge">
        <p>
          Sie haben keine Anforderung gemeinsam. Alles Bisherige steht deshalb als entfallen da und alles andere als
          neu. Als Vergleich zweier Fassungen taugt das nicht.{' '}
          <a class="lw-link" href={catalogRoutes.versions.href({ id: after.id })}>
            Andere Fassung wählen
          </a>
        </p>
      </Alert>
    )
  if (comparison.byKeys) return null
  const without = [before, after].filter(({ hasKeys }) => !hasKeys)
  return (
    <Alert
      kind="warning"
      title={
        without.length === 2
          ? 'Beide Fassungen haben keine eindeutigen Kennungen'
          : `Die Fassung ${shortVersion(without[0]?.version ?? '')} hat keine eindeutigen Kennungen`
      }
    >
      <p>
        Ohne eine dauerhafte Kennung je Anforderung gelten zwei nur dann als dieselbe, wenn Nummer und Titel gleich
        sind. Was umnummeriert oder umbenannt wurde, steht als entfallen und neu da. Bitte sehen Sie beides
        nebeneinander an.
      </p>
    </Alert>
  )
}

const Meanings = () => (
  <Why summary="Was diese Wörter bedeuten">
    <Description
      items={[
        {
          term: stateNames.toConfirm,
          details:
            'Text, Titel oder Verbindlichkeit sind anders. Ob eine Antwort noch stimmt, muss jemand noch einmal ansehen.',
        },
        {
          term: stateNames.renumbered,
          details:
            'Dieselbe Anforderung unter einer anderen Nummer. Die alte Nummer kann heute eine andere Anforderung tragen; Antworten gehen mit der Anforderung, nicht mit der Nummer. Wer zugleich geändert ist, zählt an beiden Stellen.',
        },
        { term: stateNames.guidance, details: 'Die Anforderung ist dieselbe, nur die Erläuterung ist anders.' },
        { term: stateNames.lost, details: 'Steht nur in der bisherigen Fassung.' },
        { term: stateNames.new, details: 'Steht nur in der neuen Fassung.' },
        { term: stateNames.same, details: 'Nummer, Titel, Text, Verbindlichkeit und Hinweise sind gleich.' },
      ]}
    />
  </Why>
)
