import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Check, errorAt, FileField, Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import type { Load } from '../load.ts'
import { loadRoutes } from '../routes.ts'
import { title } from './on-programme.ts'

interface OverviewProps {
  programme: Programme
  loads: readonly Load[]
  next: string | null
  adds: boolean
  refusal: Refusal | undefined
  now: Temporal.Instant
}

/** The form, the way out, and what was brought in before. */
export const OverviewView = ({ programme, loads, next, adds, refusal, now }: OverviewProps) => (
  <>
    <PageHead
      title={title}
      lead={`${programme.name}: Was bisher in Tabellen steht, kommt hier herein. Vor dem Schreiben sehen Sie jeden Unterschied.`}
      actions={
        <>
          <ButtonLink href={loadRoutes.template.href({ id: programme.id })} size="x-small" icon="download" download>
            Vorlage (XLSX)
          </ButtonLink>
          <ButtonLink href={loadRoutes.export.href({ id: programme.id })} size="x-small" icon="download" download>
            Alles ausgeben (XLSX)
          </ButtonLink>
        </>
      }
    />
    <div class="lw-stack lw-stack--xl">
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
      <Panel id="hochladen" title="Tabelle hochladen">
        <div class="lw-stack lw-measure">
          <p>
            Nehmen Sie die Vorlage oder Ihre eigene Tabelle: Reihenfolge und Namen der Spalten sind frei. Dieselbe Liste
            noch einmal ändert nichts.
          </p>
          <Form action={loadRoutes.overview.href({ id: programme.id })} multipart>
            <FileField
              name="file"
              label="Tabelle des Programms"
              hint="XLSX mit einem oder mehreren Blättern, oder CSV mit der Liste der Kommunen; höchstens 16 MB und 20.000 Zeilen"
              accept=".xlsx,.csv"
              required
              error={errorAt(refusal?.errors, 'file')}
            />
            <Check
              name="anlegen"
              label="Kommunen anlegen, die das Verzeichnis nicht kennt"
              hint="Nur mit Name und Art. Sonst wird eine unbekannte Zeile abgelehnt."
              checked={adds}
            />
            <Submit>Unterschiede zeigen</Submit>
          </Form>
        </div>
      </Panel>
      <Panel id="bisher" title="Bisher eingelesen">
        {loads.length === 0 ? (
          <Empty title="Noch keine Tabelle">Hier steht später, wer wann welche Tabelle geladen hat.</Empty>
        ) : (
          <LoadTable loads={loads} now={now} />
        )}
        {next && <Pager next={{ href: withQuery(loadRoutes.overview.href({ id: programme.id }), { ab: next }) }} />}
      </Panel>
    </div>
  </>
)

const LoadTable = ({ loads, now }: { loads: readonly Load[]; now: Temporal.Instant }) => (
  <Table
    caption="Die neueste zuerst"
    dense
    stack
    rows={loads}
    columns={[
      {
        header: 'Tabelle',
        rowHeader: true,
        cell: ({ programmeId, id, fileName }) => (
          <a class="lw-link" href={loadRoutes.show.href({ id: programmeId, load: id })}>
            {fileName}
          </a>
        ),
      },
      {
        header: 'Stand',
        cell: ({ state }) =>
          state === 'loaded' ? <Tag state="ok">geladen</Tag> : <Tag state="running">geprüft, nicht geladen</Tag>,
      },
      {
        header: 'Wer und wann',
        cell: ({ checkerName, checkedAt, loaderName, loadedAt }) =>
          `${(loadedAt ? loaderName : checkerName) ?? 'Ehemalige Person'}, ${germanMoment(loadedAt ?? checkedAt, now)}`,
      },
      { header: 'Neu', numeric: true, cell: ({ added }) => added },
      { header: 'Geändert', numeric: true, cell: ({ changed }) => changed },
      { header: 'Unverändert', numeric: true, cell: ({ unchanged }) => unchanged },
      { header: 'Falsche Angaben', numeric: true, cell: ({ refused }) => refused },
    ]}
  />
)
