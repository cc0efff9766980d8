import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { type Answer, forbidden, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField, Form, Submit, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { importCatalog } from '../import-catalog.ts'
import { wholeNumber } from '../oscal/document/wording.ts'
import { prepareUpload, uploadLimit } from '../prepare-upload.ts'
import { type Catalog, listCatalogs } from '../queries.ts'
import { catalogRoutes, mappingRoutes } from '../routes.ts'
import { listShipped } from '../shipped/queries.ts'
import { ShippedPanel } from '../shipped/web/shipped-panel.tsx'
import { newestOf, shortVersion } from '../versions.ts'
import { profilePage } from './profile-sources.tsx'

const title = 'Kataloge'

/** Imported catalogs in their versions; and the import itself. */
export const catalogPages: PageRoute[] = [
  show(catalogRoutes.list, (ctx, { query }) => listPage(ctx, query['ab'])),
  submit(
    catalogRoutes.import,
    async (ctx, request, prepared) => {
      const allowed = may.importCatalog(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (isRefusal(prepared)) return listPage(ctx, undefined, prepared)
      if ('asks' in prepared) return profilePage(ctx, request, prepared)
      const { id, isNew } = await importCatalog(ctx, prepared)
      const count = prepared.catalog.controls.length
      return redirect(
        catalogRoutes.show.href({ id }),
        isNew ? `${wholeNumber(count)} Anforderungen eingelesen.` : alreadyThere[prepared.origin],
      )
    },
    { guard: may.importCatalog, prepare: prepareUpload, bodyLimit: uploadLimit },
  ),
]

const alreadyThere = {
  catalog: 'Diese Datei war schon eingelesen, geändert wurde nichts.',
  profile: 'Dieses Profil war mit diesen Katalogen schon eingelesen, geändert wurde nichts.',
  workbook: 'Die Fragen dieser Arbeitsmappe waren schon eingelesen, geändert wurde nichts.',
}

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
          actions={
            <ButtonLink href={mappingRoutes.list.href()} size="x-small">
              Zuordnungen zwischen Katalogen
            </ButtonLink>
          }
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
              Ein Katalog entsteht, wenn die Programmleitung eine OSCAL-Datei oder die WiBA-Arbeitsmappe einliest.
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

interface Family {
  newest: Catalog
  others: Catalog[]
}

/** Versions of one title belong together. */
const familiesOf = (items: readonly Catalog[]): Family[] =>
  [...Map.groupBy(items, ({ title: name }) => sortKey(name)).values()].flatMap((versions) => {
    const newest = newestOf(versions)
    return newest ? [{ newest, others: versions.filter((one) => one !== newest) }] : []
  })

const CatalogTable = ({ items }: { items: Catalog[] }) => (
  <Table
    caption="Nach Namen geordnet, die neueste Fassung zuerst"
    stack
    rows={familiesOf(items)}
    columns={[
      {
        header: 'Katalog',
        rowHeader: true,
        cell: ({ newest }) => (
          <a class="lw-link" href={catalogRoutes.show.href({ id: newest.id })}>
            {newest.title}
          </a>
        ),
      },
      { header: 'Neueste Fassung', cell: ({ newest }) => shortVersion(newest.version) },
      { header: 'Eingelesen', cell: ({ newest }) => germanDay(localDay(newest.importedAt)) },
      { header: 'Anforderungen', numeric: true, cell: ({ newest }) => wholeNumber(newest.controlCount) },
      {
        header: 'Weitere Fassungen',
        cell: ({ others }) =>
          others.length === 0 ? (
            '–'
          ) : (
            <ul class="lw-list">
              {others.map(({ id, version, importedAt }) => (
                <li>
                  <a class="lw-link" href={catalogRoutes.show.href({ id })}>
                    {shortVersion(version)}
                  </a>{' '}
                  <span class="lw-small lw-muted">eingelesen {germanDay(localDay(importedAt))}</span>
                </li>
              ))}
            </ul>
          ),
      },
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
          hint="OSCAL-Katalog oder OSCAL-Profil als JSON, Fassung 1.1 oder 1.2, oder die WiBA-Arbeitsmappe des BSI (XLSX); höchstens 32 MB"
          accept=".json,.xlsx,application/json"
          required
          error={errorAt(refusal?.errors, 'file')}
        />
        <Submit>Katalog einlesen</Submit>
      </Form>
    </div>
  </Panel>
)
