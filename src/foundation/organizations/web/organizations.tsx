import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Check, FileField, Form, SelectField, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { importMunicipalities } from '../import-municipalities.ts'
import { isKind, type Kind, kindNames, kinds, type Organization } from '../organization.ts'
import { listLimit, prepareList } from '../prepare-list.ts'
import { countByKind, type DissolvedChoice, listOrganizations } from '../queries.ts'
import { organizationRoutes } from '../routes.ts'
import { importInWords } from '../import-report.ts'
import { germanDate } from '#kernel/local-day.ts'

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
      return redirect(organizationRoutes.list.href(), importInWords(report))
    },
    { guard: may.maintain, prepare: prepareList, bodyLimit: listLimit },
  ),
]

async function listPage(
  ctx: Context,
  { query, refusal }: { query: Record<string, string>; refusal?: Refusal },
): Promise<Answer> {
  const filter: Filter = {
    search: query['suche'],
    kind: isKind(query['art']) ? query['art'] : undefined,
    dissolved: query['aufgeloeste'] === 'ja' ? 'with' : 'without',
  }
  const found = await listOrganizations(ctx.db, { ...filter, limit: pageSize, cursor: query['ab'] })
  if (isRefusal(found)) return unprocessable(found)
  const counts = await countByKind(ctx.db, filter.dissolved)
  const maintains = !isRefusal(may.maintain(ctx.actor))
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`${total(counts)} sind eingetragen.`}
          actions={
            maintains && (
              <ButtonLink href={organizationRoutes.new.href()} size="x-small" icon="add">
                Organisation anlegen
              </ButtonLink>
            )
          }
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={(refusal.errors ?? []).map(atField)}
              kept="Geändert wurde nichts. Bitte wählen Sie die verbesserte Datei noch einmal aus."
            />
          )}
          <List items={found.items} next={found.next} counts={counts} filter={filter} />
          {maintains && <ImportForm refusal={refusal} />}
        </div>
      </>
    ),
  })
}

/** Lines of a file have no field of their own: their entries stand without a link. */
const atField = ({ path, message }: { path: string; message: string }) =>
  path === 'file' ? { path, message } : { path: '', message: `${path}: ${message}` }

const total = (counts: Map<Kind, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

interface Filter {
  search: string | undefined
  kind: Kind | undefined
  dissolved: DissolvedChoice
}

interface ListProps {
  items: Organization[]
  next: string | null
  counts: Map<Kind, number>
  filter: Filter
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
        <Check name="aufgeloeste" label="auch aufgelöste" checked={filter.dissolved === 'with'} />
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
          Gesucht wird am Anfang jedes Wortes im Namen, auch in früheren Namen.
        </Empty>
      ) : (
        <OrganizationTable items={items} />
      )}
      {next && (
        <Pager
          next={{
            href: withQuery(organizationRoutes.list.href(), {
              suche: filter.search,
              art: filter.kind,
              aufgeloeste: filter.dissolved === 'with' ? 'ja' : undefined,
              ab: next,
            }),
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
      { header: 'Name', rowHeader: true, cell: (organization) => <Name organization={organization} /> },
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

const Name = ({ organization: { id, name, dissolvedOn } }: { organization: Organization }) => (
  <>
    <a class="lw-link" href={organizationRoutes.show.href({ id })}>
      {name}
    </a>
    {dissolvedOn !== null && <div class="lw-table__sub">aufgelöst zum {germanDate(dissolvedOn)}</div>}
  </>
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
