import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField, Form, SelectField, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { importMunicipalities } from '../import-municipalities.ts'
import { type Kind, kindNames, kinds, type Organization } from '../organization.ts'
import { listLimit, prepareList } from '../prepare-list.ts'
import { countByKind, listOrganizations } from '../queries.ts'
import { organizationRoutes } from '../routes.ts'
import type { ImportReport } from '../schemas.ts'

const title = 'Organisationen'
const pageSize = 200

/** Who takes part: list with filter, and the import of the official list. */
export const organizationPages: PageRoute[] = [
  show(organizationRoutes.list, (ctx, { query }) => listPage(ctx, { query })),
  submit(
    organizationRoutes.import,
    async (ctx, _request, rows) => {
      const allowed = may.maintain(ctx.actor)
      if (isRefusal(allowed)) return forbidden(allowed)
      const report = isRefusal(rows) ? rows : await importMunicipalities(ctx, rows)
      if (isRefusal(report)) return listPage(ctx, { query: {}, refusal: report })
      return redirect(organizationRoutes.list.href(), inWords(report))
    },
    { guard: may.maintain, prepare: prepareList, bodyLimit: listLimit },
  ),
]

/** "133 Zeilen gelesen: 130 neu, 2 geändert, 1 unverändert." */
function inWords({ total, added, changed, unchanged }: ImportReport): string {
  if (added + changed === 0) return `${total} Zeilen gelesen. Es war schon alles da, geändert wurde nichts.`
  return `${total} Zeilen gelesen: ${added} neu, ${changed} geändert, ${unchanged} unverändert.`
}

const isKind = (text: string | undefined): text is Kind => kinds.some((kind) => kind === text)

async function listPage(
  ctx: Context,
  { query, refusal }: { query: Record<string, string>; refusal?: Refusal },
): Promise<Answer> {
  const filter = { search: query['suche'], kind: isKind(query['art']) ? query['art'] : undefined }
  const found = await listOrganizations(ctx.db, { ...filter, limit: pageSize, cursor: query['ab'] })
  if (isRefusal(found)) return unprocessable(found)
  const counts = await countByKind(ctx.db)
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead={`${total(counts)} sind eingetragen.`} />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={(refusal.errors ?? []).map(atField)}
              kept="Geändert wurde nichts. Bitte wählen Sie die verbesserte Datei noch einmal aus."
            />
          )}
          <List items={found.items} next={found.next} counts={counts} filter={filter} />
          {!isRefusal(may.maintain(ctx.actor)) && <ImportForm refusal={refusal} />}
        </div>
      </>
    ),
  })
}

/** Lines of a file have no field of their own: their entries stand without a link. */
const atField = ({ path, message }: { path: string; message: string }) =>
  path === 'file' ? { path, message } : { path: '', message: `${path}: ${message}` }

const total = (counts: Map<Kind, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

interface ListProps {
  items: Organization[]
  next: string | null
  counts: Map<Kind, number>
  filter: { search: string | undefined; kind: Kind | undefined }
}

function List({ items, next, counts, filter }: ListProps) {
  return (
    <div class="lw-stack">
      <Form method="get" action={organizationRoutes.list.href()} layout="bar" label="Organisationen filtern">
        <TextField name="suche" type="search" label="Name" value={filter.search} />
        <SelectField
          name="art"
          label="Art"
          empty="alle"
          value={filter.kind}
          options={kinds
            .filter((kind) => counts.has(kind))
            .map((kind) => ({ value: kind, label: `${kindNames[kind]} (${counts.get(kind)})` }))}
        />
        <Button>Filtern</Button>
      </Form>
      {items.length === 0 ? (
        <Empty
          title="Keine Organisation passt zu diesen Filtern"
          level={2}
          actions={
            <ButtonLink href={organizationRoutes.list.href()} size="x-small">
              Alle Filter löschen
            </ButtonLink>
          }
        >
          Gesucht wird am Anfang jedes Wortes im Namen.
        </Empty>
      ) : (
        <OrganizationTable items={items} />
      )}
      {next && (
        <Pager
          next={{
            href: withQuery(organizationRoutes.list.href(), { suche: filter.search, art: filter.kind, ab: next }),
          }}
        />
      )}
    </div>
  )
}

const OrganizationTable = ({ items }: { items: Organization[] }) => (
  <Table
    caption="Nach Namen geordnet"
    dense
    stack
    rows={items}
    columns={[
      { header: 'Name', rowHeader: true, cell: ({ name }) => name },
      { header: 'Art', cell: ({ kind }) => kindNames[kind] },
      { header: 'Landkreis', cell: ({ county }) => county ?? '–' },
      { header: 'Regionalschlüssel', cell: ({ ars }) => ars ?? '–' },
      {
        header: 'Einwohner',
        numeric: true,
        cell: ({ population }) => (population === null ? '–' : population.toLocaleString('de-DE')),
      },
    ]}
  />
)

const ImportForm = ({ refusal }: { refusal: Refusal | undefined }) => (
  <Panel id="einlesen" title="Liste einlesen">
    <div class="lw-stack lw-measure">
      <p>
        Wer schon da ist, wird am Regionalschlüssel erkannt und nur geändert, wo die Liste etwas anderes sagt. Zweimal
        einlesen schadet nicht.
      </p>
      <Form action={organizationRoutes.import.href()} multipart>
        <FileField
          name="file"
          label="Liste der Kommunen"
          hint="CSV in UTF-8, getrennt mit Semikolon, mit den Spalten ars, ags, name, typ, kreis und einwohner; höchstens 8 MB"
          accept=".csv,text/csv"
          required
          error={errorAt(refusal?.errors, 'file')}
        />
        <Submit>Liste einlesen</Submit>
      </Form>
    </div>
  </Panel>
)
