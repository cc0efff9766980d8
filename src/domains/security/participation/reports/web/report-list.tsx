import { germanDay, localDay } from '#kernel/local-day.ts'
import { allowedInWords } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { errorAt, FileField, Form, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import type { Side } from '../../side.ts'
import { RoadNotes, StepLine } from '../../web/road-frame.tsx'
import type { Typed } from '../../web/typed.ts'
import { openTalks, type Report, reportStateInWords, type ReportState, versionName } from '../report.ts'

const labels = { file: 'Datei', summary: 'Zusammenfassung', reason: 'Grund' }

const looks: Record<ReportState, TagState> = {
  submitted: 'soon',
  changesAsked: 'running',
  superseded: 'none',
  accepted: 'ok',
}

export const ReportTag = ({ state }: { state: ReportState }) => (
  <Tag state={looks[state]}>{reportStateInWords(state)}</Tag>
)

const leads = {
  organization:
    'Lesen Sie die neueste Fassung, schreiben Sie dazu, was Ihnen auffällt, und nehmen Sie sie ab oder bitten um Änderungen.',
  assessor: 'Jede Lieferung ist eine Fassung. Was die Kommune dazu schreibt, beantworten Sie hier.',
  nobody: 'Sie sehen, wann welche Fassung kam. Den Inhalt sehen die Kommune und ihr Prüfhaus.',
}

/** All versions on a road, and where the next one is delivered. */
export function ReportList({
  road,
  reports,
  side,
  typed,
}: {
  road: EnrollmentWithSteps
  reports: readonly Report[]
  side: Side | undefined
  typed: Typed
}) {
  return (
    <>
      <PageHead title={`Berichte: ${road.organizationName}`} lead={leads[side ?? 'nobody']} />
      <div class="lw-stack lw-stack--xl">
        <RoadNotes road={road} refusal={typed.refusal} labels={labels} />
        <StepLine road={road} step="report" />
        {reports.length === 0 ? (
          <Empty level={2} title="Noch kein Bericht">
            Das Prüfhaus liefert ihn, wenn alles davor erledigt ist.
          </Empty>
        ) : (
          <Versions road={road} reports={reports} side={side} />
        )}
        {side === 'assessor' && road.state === 'active' && <DeliveryForm road={road} reports={reports} typed={typed} />}
      </div>
    </>
  )
}

const Versions = ({
  road,
  reports,
  side,
}: {
  road: EnrollmentWithSteps
  reports: readonly Report[]
  side: Side | undefined
}) => (
  <Panel id="fassungen" title="Fassungen">
    <Table
      caption="Die neueste zuerst"
      captionHidden
      stack
      rows={reports}
      columns={[
        {
          header: 'Fassung',
          rowHeader: true,
          cell: (one) =>
            side ? (
              <a class="lw-link" href={routes.report.href({ id: road.id, report: one.id })}>
                {versionName(one)}
              </a>
            ) : (
              versionName(one)
            ),
        },
        { header: 'Stand', cell: ({ state }) => <ReportTag state={state} /> },
        {
          header: 'Geliefert',
          cell: ({ deliveredAt, deliveredBy }) =>
            [germanDay(localDay(deliveredAt)), deliveredBy].filter(Boolean).join(', '),
        },
        {
          header: 'Entschieden',
          cell: ({ decidedAt, decidedBy }) =>
            decidedAt ? [germanDay(localDay(decidedAt)), decidedBy].filter(Boolean).join(', ') : '–',
        },
        ...(side
          ? [{ header: 'Ohne Antwort', numeric: true, cell: (one: Report) => String(openTalks(one).length) }]
          : []),
      ]}
    />
  </Panel>
)

function DeliveryForm({
  road,
  reports,
  typed: { form = {}, refusal },
}: {
  road: EnrollmentWithSteps
  reports: readonly Report[]
  typed: Typed
}) {
  const isAfterAcceptance = reports[0]?.state === 'accepted'
  const fields = (
    <Form action={routes.reports.href({ id: road.id })} multipart label="Bericht liefern">
      <FileField
        name="file"
        label="Datei"
        hint={`Höchstens 25 MB. Möglich sind ${allowedInWords}.`}
        error={errorAt(refusal?.errors, 'file')}
        required
      />
      <TextArea
        name="summary"
        label="Zusammenfassung"
        hint="Was darin steht, oder was sich seit der letzten Fassung geändert hat."
        rows={4}
        value={form['summary']}
        error={errorAt(refusal?.errors, 'summary')}
      />
      {isAfterAcceptance && (
        <TextArea
          name="reason"
          label="Grund"
          hint="Der letzte Bericht ist abgenommen. Warum gibt es einen neuen?"
          rows={2}
          required
          value={form['reason']}
          error={errorAt(refusal?.errors, 'reason')}
        />
      )}
      <Submit variant={isAfterAcceptance ? 'secondary' : 'primary'}>Bericht liefern</Submit>
    </Form>
  )
  return (
    <Panel id="liefern" title={reports.length === 0 ? 'Bericht liefern' : 'Neue Fassung liefern'}>
      {isAfterAcceptance ? (
        <details class="lw-why" open={refusal !== undefined}>
          <summary>Einen neuen Bericht liefern, obwohl einer abgenommen ist</summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </Panel>
  )
}
