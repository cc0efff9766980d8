import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, FileField, Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../../access.ts'
import { wholeNumber } from '../../oscal/document/wording.ts'
import { uploadLimit } from '../../prepare-upload.ts'
import { catalogRoutes, mappingRoutes } from '../../routes.ts'
import { shortVersion } from '../../versions.ts'
import { listCollections, type MappingCollection } from '../find-collections.ts'
import { importMappings } from '../import-mappings.ts'
import { prepareMappingUpload } from '../prepare-mappings.ts'
import { relationsInWords, statusName } from './words.ts'

const title = 'Zuordnungen'

/** Imported mapping collections; and the import itself. */
export const mappingListPages: PageRoute[] = [
  show(mappingRoutes.list, (ctx, { query }) => listPage(ctx, query['ab'])),
  submit(
    mappingRoutes.import,
    async (ctx, _, prepared) => {
      const allowed = may.importMappings(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      if (isRefusal(prepared)) return listPage(ctx, undefined, prepared)
      const { id, isNew } = await importMappings(ctx, prepared)
      const count = relationsInWords(prepared.collection.maps.length)
      return redirect(
        mappingRoutes.show.href({ id }),
        isNew ? `Eingelesen: ${count}.` : 'Diese Datei war schon eingelesen, geändert wurde nichts.',
      )
    },
    { guard: may.importMappings, prepare: prepareMappingUpload, bodyLimit: uploadLimit },
  ),
]

async function listPage(ctx: Context, cursor: string | undefined, refusal?: Refusal): Promise<Answer> {
  const found = await listCollections(ctx.db, { limit: 50, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const mayImport = !isRefusal(may.importMappings(ctx.actor))
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [{ label: 'Kataloge', href: catalogRoutes.list.href() }, { label: title }],
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Welche Anforderung eines Katalogs welcher eines anderen entspricht, wie ein Herausgeber es sagt. Daraus werden Vorschläge, nie Antworten."
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
            <Empty title="Noch keine Zuordnung" level={2}>
              {mayImport
                ? 'Laden Sie zum Beispiel die Zuordnung „IT-Grundschutz 2023 zu Grundschutz++“ beim BSI und lesen Sie sie hier ein.'
                : 'Zuordnungen liest die Programmleitung oder die Geschäftsstelle des Verbunds ein.'}
            </Empty>
          ) : (
            <CollectionTable items={found.items} />
          )}
          {found.next && <Pager next={{ href: withQuery(mappingRoutes.list.href(), { ab: found.next }) }} />}
          {mayImport && <ImportForm refusal={refusal} />}
        </div>
      </>
    ),
  })
}

const CollectionTable = ({ items }: { items: MappingCollection[] }) => (
  <Table
    caption="Nach Namen geordnet, die zuletzt eingelesene zuerst"
    stack
    rows={items}
    columns={[
      {
        header: 'Zuordnung',
        rowHeader: true,
        cell: (one) => (
          <a class="lw-link" href={mappingRoutes.show.href({ id: one.id })}>
            {one.title}
          </a>
        ),
      },
      { header: 'Fassung', cell: ({ version }) => <span class="lw-break">{shortVersion(version)}</span> },
      { header: 'Stand', cell: ({ status }) => statusName(status) },
      { header: 'Ziele aus', cell: ({ targets }) => <span class="lw-break">{targets.join(', ') || '–'}</span> },
      { header: 'Beziehungen', numeric: true, cell: ({ mapCount }) => wholeNumber(mapCount) },
      { header: 'Eingelesen', cell: ({ importedAt }) => germanDay(localDay(importedAt)) },
    ]}
  />
)

const ImportForm = ({ refusal }: { refusal: Refusal | undefined }) => (
  <Panel id="einlesen" title="Zuordnung einlesen">
    <div class="lw-stack lw-measure">
      <p>
        Dieselbe Datei ergibt immer dieselbe Zuordnung. Von mehreren Fassungen mit demselben Namen zählt für Vorschläge
        die neueste.
      </p>
      <Form action={mappingRoutes.import.href()} multipart>
        <FileField
          name="file"
          label="Datei mit der Zuordnung"
          hint="OSCAL-Zuordnung (mapping-collection) als JSON; höchstens 32 MB"
          accept=".json,application/json"
          required
          error={errorAt(refusal?.errors, 'file')}
        />
        <Submit>Zuordnung einlesen</Submit>
      </Form>
    </div>
  </Panel>
)
