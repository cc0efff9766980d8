import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Description } from '#ui/description/description.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField, Form, Submit, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { importCatalog } from '../import-catalog.ts'
import { prepareUpload, uploadLimit } from '../prepare-upload.ts'
import { type Catalog, findCatalog, type Group, listCatalogs, listGroups } from '../queries.ts'
import { catalogRoutes } from '../routes.ts'
import { listShipped } from '../shipped/queries.ts'
import { ShippedPanel } from '../shipped/web/shipped-panel.tsx'

const title = 'Kataloge'

/** Imported catalogs: which version, from whom, under which licence; and the import itself. */
export const catalogPages: PageRoute[] = [
  show(catalogRoutes.list, (ctx, { query }) => listPage(ctx, query['ab'])),
  submit(
    catalogRoutes.import,
    async (ctx, _request, prepared) => {
      const allowed = may.importCatalog(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (isRefusal(prepared)) return listPage(ctx, undefined, prepared)
      const { id, isNew } = await importCatalog(ctx, prepared)
      const count = prepared.catalog.controls.length
      return redirect(
        catalogRoutes.show.href({ id }),
        isNew ? `${count} Anforderungen eingelesen.` : 'Diese Datei war schon eingelesen, geändert wurde nichts.',
      )
    },
    { guard: may.importCatalog, prepare: prepareUpload, bodyLimit: uploadLimit },
  ),
  show(catalogRoutes.show, async (ctx, { params }) => {
    const catalog = await findCatalog(ctx.db, params['id'] ?? '')
    if (!catalog) return notFound()
    const groups = await listGroups(ctx.db, catalog.id)
    return page({
      title: catalog.title,
      crumbs: [{ label: title, href: catalogRoutes.list.href() }, { label: catalog.title }],
      view: () => <CatalogPage catalog={catalog} groups={groups} />,
    })
  }),
]

async function listPage(ctx: Context, cursor: string | undefined, refusal?: Refusal): Promise<Answer> {
  const found = await listCatalogs(ctx.db, { limit: 50, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const mayImport = !isRefusal(may.importCatalog(ctx.actor))
  const shipped = mayImport ? await listShipped(ctx.db) : []
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Fragen und Anforderungen, mit denen geprüft wird. Jede Fassung bleibt, wie sie eingelesen wurde."
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={(refusal.errors ?? []).map((error) =>
                error.path === 'file' ? error : { path: '', message: `${error.path}: ${error.message}` },
              )}
              kept="Geändert wurde nichts. Bitte wählen Sie die verbesserte Datei noch einmal aus."
            />
          )}
          {found.items.length === 0 ? (
            <Empty title="Noch kein Katalog" level={2}>
              Ein Katalog entsteht, wenn die Programmleitung eine OSCAL-Datei einliest.
            </Empty>
          ) : (
            <CatalogTable items={found.items} />
          )}
          {found.next && <Pager next={{ href: withQuery(catalogRoutes.list.href(), { ab: found.next }) }} />}
          <ShippedPanel shipped={shipped} />
          {mayImport && <ImportForm refusal={refusal} />}
        </div>
      </>
    ),
  })
}

const CatalogTable = ({ items }: { items: Catalog[] }) => (
  <Table
    caption="Nach Namen geordnet, die neueste Fassung zuerst"
    stack
    rows={items}
    columns={[
      {
        header: 'Katalog',
        rowHeader: true,
        cell: ({ id, title: name }) => (
          <a class="lw-link" href={catalogRoutes.show.href({ id })}>
            {name}
          </a>
        ),
      },
      { header: 'Fassung', cell: ({ version }) => version.slice(0, 10) },
      { header: 'Eingelesen', cell: ({ importedAt }) => germanDay(localDay(importedAt)) },
      { header: 'Anforderungen', numeric: true, cell: ({ controlCount }) => controlCount },
    ]}
  />
)

const ImportForm = ({ refusal }: { refusal: Refusal | undefined }) => (
  <Panel id="einlesen" title="Katalog einlesen">
    <div class="lw-stack lw-measure">
      <p>Dieselbe Datei ergibt immer denselben Katalog. Laufende Prüfungen behalten ihre Fassung.</p>
      <Form action={catalogRoutes.import.href()} multipart>
        <FileField
          name="file"
          label="Katalogdatei"
          hint="OSCAL-Katalog als JSON, Fassung 1.1 oder 1.2, höchstens 32 MB"
          accept=".json,application/json"
          required
          error={errorAt(refusal?.errors, 'file')}
        />
        <Submit>Katalog einlesen</Submit>
      </Form>
    </div>
  </Panel>
)

function CatalogPage({ catalog, groups }: { catalog: Catalog; groups: Group[] }) {
  const tops = groups.filter(({ parentKey }) => parentKey === null)
  const countOf = (key: string): number =>
    groups.reduce((sum, group) => sum + (group.topKey === key ? group.controlCount : 0), 0)
  return (
    <>
      <PageHead title={catalog.title} lead={`${catalog.controlCount} Anforderungen in ${tops.length} Listen.`} />
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
              { term: 'Eingelesen', details: germanDay(localDay(catalog.importedAt)) },
              { term: 'Prüfsumme (SHA-256)', details: <code class="lw-break">{catalog.sha256}</code> },
            ]}
          />
        </Panel>
        <Panel id="listen" title="Listen">
          <Table
            caption="In der Reihenfolge des Katalogs"
            captionHidden
            rows={tops}
            stack
            columns={[
              { header: 'Liste', rowHeader: true, cell: (group) => group.title },
              { header: 'Kürzel', cell: ({ key }) => key },
              { header: 'Anforderungen', numeric: true, cell: ({ key }) => countOf(key) },
            ]}
          />
        </Panel>
      </div>
    </>
  )
}
