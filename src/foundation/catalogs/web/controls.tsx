import { isRefusal } from '#kernel/outcome.ts'
import { notFound, page, unprocessable } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, SelectField, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Table } from '#ui/table/table.tsx'
import {
  type ControlFacets,
  type ControlFilter,
  type ControlSummary,
  listControls,
  readFacets,
} from '../find-controls.ts'
import { wholeNumber } from '../oscal/document/wording.ts'
import { type Catalog, findCatalog, type Group, listGroups } from '../queries.ts'
import { catalogRoutes, controlsHref, type ControlSelection } from '../routes.ts'
import { effortName, isObligation, obligationNames, obligationOrder } from './words.ts'

const pageSize = 50
const longestWord = 200

/** The controls of a catalog, searched and filtered without a script. */
export const controlListPages: PageRoute[] = [
  show(catalogRoutes.controls, async (ctx, { params, query }) => {
    const catalog = await findCatalog(ctx.db, params['id'] ?? '')
    if (!catalog) return notFound()
    const filter = filterOf(query)
    const found = await listControls(ctx.db, catalog.id, { ...filter, limit: pageSize, cursor: query['ab'] })
    if (isRefusal(found)) return unprocessable(found)
    const facets = await readFacets(ctx.db, catalog.id, filter)
    const groups = await listGroups(ctx.db, catalog.id)
    return page({
      title: `Anforderungen: ${catalog.title}`,
      crumbs: [
        { label: 'Kataloge', href: catalogRoutes.list.href() },
        { label: catalog.title, href: catalogRoutes.show.href({ id: catalog.id }) },
        { label: 'Anforderungen' },
      ],
      view: () => <ControlsPage {...{ catalog, facets, groups, query }} items={found.items} next={found.next} />,
    })
  }),
]

const plain = (text: string | undefined): string | undefined =>
  text && text.length <= longestWord && !text.includes('\0') && text.isWellFormed() ? text : undefined

/** What cannot be meant filters nothing out: an address may be typed by hand. */
function filterOf({ suche, liste, aufwand, stufe, pflicht }: ControlSelection): ControlFilter {
  return {
    q: plain(suche),
    group: plain(liste),
    effort: aufwand && /^[0-5]$/.test(aufwand) ? Number(aufwand) : undefined,
    level: plain(stufe),
    obligation: isObligation(pflicht) ? pflicht : undefined,
  }
}

interface ControlsPageProps {
  catalog: Catalog
  facets: ControlFacets
  groups: Group[]
  query: ControlSelection
  items: ControlSummary[]
  next: string | null
}

function ControlsPage({ catalog, facets, groups, query, items, next }: ControlsPageProps) {
  const { found } = facets
  return (
    <>
      <PageHead
        title={`Anforderungen: ${catalog.title}`}
        lead={
          found === catalog.controlCount
            ? `${wholeNumber(found)} Anforderungen.`
            : `${wholeNumber(found)} von ${wholeNumber(catalog.controlCount)} Anforderungen passen zu den Filtern.`
        }
      />
      <div class="lw-stack">
        <Filters {...{ catalog, facets, groups, query }} />
        {items.length === 0 ? (
          <Empty
            title="Keine Anforderung passt zu diesen Filtern"
            level={2}
            actions={
              <ButtonLink href={controlsHref(catalog.id)} size="x-small">
                Alle Filter löschen
              </ButtonLink>
            }
          >
            Gesucht wird in Nummer, Titel, Anforderung und Hinweisen; alle Wörter müssen vorkommen.
          </Empty>
        ) : (
          <ControlTable catalog={catalog} items={items} />
        )}
        {next && (
          <Pager label="Anforderungen" next={{ href: controlsHref(catalog.id, { ...pick(query), ab: next }) }} />
        )}
      </div>
    </>
  )
}

const pick = ({ suche, liste, aufwand, stufe, pflicht }: ControlSelection): ControlSelection => ({
  suche,
  liste,
  aufwand,
  stufe,
  pflicht,
})

/** A choice is offered only where the catalog has more than one. */
function Filters({ catalog, facets, groups, query }: Omit<ControlsPageProps, 'items' | 'next'>) {
  const { efforts, levels, obligations } = facets
  return (
    <Form
      method="get"
      action={catalogRoutes.controls.href({ id: catalog.id })}
      layout="bar"
      label="Anforderungen filtern"
    >
      <TextField name="suche" type="search" label="Text oder Nummer" value={query.suche} maxlength={longestWord} />
      <SelectField
        name="liste"
        label="Liste"
        empty="alle"
        value={query.liste}
        options={groups
          .filter(({ parentKey }) => parentKey === null)
          .map(({ key, title }) => ({ value: key, label: title }))}
      />
      {efforts.length > 1 && (
        <SelectField
          name="aufwand"
          label="Aufwand"
          empty="alle"
          value={query.aufwand}
          options={efforts.map((effort) => ({ value: String(effort), label: effortName(String(effort)) }))}
        />
      )}
      {levels.length > 1 && (
        <SelectField
          name="stufe"
          label="Stufe"
          empty="alle"
          value={query.stufe}
          options={levels.map((level) => ({ value: level, label: level }))}
        />
      )}
      {obligations.length > 1 && (
        <SelectField
          name="pflicht"
          label="Verbindlichkeit"
          empty="alle"
          value={query.pflicht}
          options={obligationOrder
            .filter((one) => obligations.includes(one))
            .map((one) => ({ value: one, label: obligationNames[one] }))}
        />
      )}
      <Button>Filtern</Button>
    </Form>
  )
}

const ControlTable = ({ catalog, items }: { catalog: Catalog; items: ControlSummary[] }) => (
  <Table
    caption="In der Reihenfolge des Katalogs"
    stack
    rows={items}
    columns={[
      {
        header: 'Anforderung',
        rowHeader: true,
        cell: ({ id, title }) => (
          <a class="lw-link" href={catalogRoutes.control.href({ id: catalog.id, controlId: id })}>
            {title}
          </a>
        ),
      },
      { header: 'Nummer', cell: ({ id }) => id },
      { header: 'Liste', cell: ({ group }) => group },
      { header: 'Aufwand', cell: ({ effort }) => effort ?? '–' },
      { header: 'Verbindlichkeit', cell: ({ obligation }) => (obligation ? obligationNames[obligation] : '–') },
    ]}
  />
)
