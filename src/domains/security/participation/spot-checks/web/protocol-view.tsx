import { Temporal } from 'temporal-polyfill'
import { germanDay, germanMoment } from '#kernel/local-day.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import type { Side } from '../../side.ts'
import { RoadNotes, StepLine } from '../../web/road-frame.tsx'
import type { Typed } from '../../web/typed.ts'
import { type Closing, type Result, resultInWords, type SpotCheck, sumInWords } from '../spot-check.ts'

export interface ProtocolProps {
  road: EnrollmentWithSteps
  side: Side | undefined
  checks: readonly SpotCheck[]
  closing: Closing | undefined
  now: Temporal.Instant
  typed: Typed
}

const looks: Record<Result, TagState> = { asExpected: 'ok', deviates: 'late', notCheckable: 'none' }

export const ResultTag = ({ result }: { result: Result }) => <Tag state={looks[result]}>{resultInWords(result)}</Tag>

/** The protocol; those who only see states learn whether it is closed. */
export function ProtocolView({ road, side, checks, closing, now, typed }: ProtocolProps) {
  const writes = side === 'assessor' && road.state === 'active' && !closing
  return (
    <>
      <PageHead
        title={`Stichproben: ${road.organizationName}`}
        lead={
          side
            ? `${sumInWords(checks)}. ${closing ? `Abgeschlossen ${germanMoment(closing.closedAt, now)}, ${closing.closedBy ?? 'Prüfhaus'}.` : 'Das Protokoll ist noch offen.'}`
            : `${closing ? 'Das Protokoll ist abgeschlossen.' : 'Das Protokoll ist noch offen.'} Den Inhalt sehen die Kommune und ihr Prüfhaus.`
        }
        actions={
          side && checks.length > 0 ? (
            <>
              <ButtonLink href={routes.spotChecksPdf.href({ id: road.id })} size="x-small" download>
                Protokoll (PDF)
              </ButtonLink>
              <ButtonLink href={routes.spotChecksSheet.href({ id: road.id })} size="x-small" download>
                Tabelle (XLSX)
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <div class="lw-stack lw-stack--xl">
        <RoadNotes road={road} refusal={typed.refusal} />
        {!closing && <StepLine road={road} step="spotChecks" />}
        {writes && (
          <p>
            <ButtonLink href={routes.newSpotCheck.href({ id: road.id })}>Stichprobe eintragen</ButtonLink>
          </p>
        )}
        {side && <Checks road={road} checks={checks} />}
        {writes && checks.length > 0 && (
          <Panel id="abschluss" title="Protokoll abschließen">
            <Form action={routes.closeSpotChecks.href({ id: road.id })} label="Protokoll abschließen">
              <p>Danach ändert sich nichts mehr. Die Kommune kann weiter kommentieren.</p>
              <Submit variant="secondary">Protokoll abschließen</Submit>
            </Form>
          </Panel>
        )}
      </div>
    </>
  )
}

function Checks({ road, checks }: { road: EnrollmentWithSteps; checks: readonly SpotCheck[] }) {
  if (checks.length === 0)
    return (
      <Empty level={2} title="Noch keine Stichprobe">
        Das Prüfhaus trägt sie ein, wenn es vor Ort ist.
      </Empty>
    )
  return (
    <Panel id="liste" title="Alle Stichproben">
      <Table
        caption="In der Reihenfolge des Protokolls"
        captionHidden
        stack
        rows={checks}
        columns={[
          {
            header: 'Stichprobe',
            rowHeader: true,
            cell: ({ id, number, object, version }) => (
              <>
                <a class="lw-link" href={routes.spotCheck.href({ id: road.id, check: id })}>
                  {number}. {object}
                </a>
                {version > 1 && <span class="lw-table__sub">berichtigt, Fassung {version}</span>}
              </>
            ),
          },
          { header: 'Ergebnis', cell: ({ result }) => <ResultTag result={result} /> },
          { header: 'Gesehen', cell: ({ seen }) => (seen === '' ? '–' : seen) },
          { header: 'Am', cell: ({ checkedOn }) => germanDay(Temporal.PlainDate.from(checkedOn)) },
          { header: 'Kommentare', numeric: true, cell: ({ comments }) => String(comments.length) },
        ]}
      />
    </Panel>
  )
}
