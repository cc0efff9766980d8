import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { allowedInWords, fileRoutes, kindInWords, sizeInWords } from '#foundation/files/index.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, FileField, Form, Submit, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { assessmentRoutes } from '../../routes.ts'
import { type Evidence, hostOf, soonDays, type Validity, validityOf } from '../evidence.ts'

export interface EvidencePanelProps {
  assessmentId: string
  controlId: string
  evidence: Evidence[]
  now: Temporal.Instant
  /** Why nothing can be added or removed; undefined when it can. */
  closed?: string | undefined
  form: Record<string, string>
  refusal?: Refusal | undefined
}

export const evidenceLabels = { file: 'Datei', link: 'Link', title: 'Titel', validUntil: 'Gültig bis' }

/** What proves the answer, and where more is added. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { evidence, closed, now } = props
  const today = localDay(now)
  return (
    <Panel
      id="nachweise"
      title="Nachweise"
      note={evidence.length > 0 ? (evidence.length === 1 ? '1 Nachweis' : `${evidence.length} Nachweise`) : undefined}
    >
      <div class="lw-stack">
        {evidence.length === 0 ? (
          <p class="lw-muted">
            Noch kein Nachweis: eine Datei oder ein Link, an dem man sieht, dass die Antwort stimmt.
          </p>
        ) : (
          <Table
            caption="Der neueste zuerst"
            captionHidden
            stack
            rows={evidence}
            columns={[
              { header: 'Nachweis', rowHeader: true, cell: (one) => <Proof evidence={one} /> },
              { header: 'Gültig', cell: (one) => <Valid evidence={one} today={today} /> },
              ...(closed === undefined
                ? [{ header: 'Ändern', cell: (one: Evidence) => <Remove {...props} evidence={one} /> }]
                : []),
            ]}
          />
        )}
        {closed === undefined && <AddForm {...props} />}
      </div>
    </Panel>
  )
}

function Proof({ evidence }: { evidence: Evidence }) {
  const { title, file, link, addedByName, addedAt } = evidence
  const when = `${addedByName ?? 'Kollegin oder Kollege'}, ${germanDay(localDay(addedAt))}`
  if (file) {
    const isHeldBack = file.scan === 'waiting' || file.scan === 'infected'
    return (
      <>
        {isHeldBack ? (
          title
        ) : (
          <a class="lw-link" href={fileRoutes.download.href({ id: file.id })} download>
            {title}
          </a>
        )}
        <div class="lw-table__sub">
          {kindInWords(file.mediaType)}, {sizeInWords(file.size)}
          {file.name !== title && `, ${file.name}`} · {when}
          {file.scan === 'waiting' && ' · wird noch auf Schadsoftware geprüft'}
          {file.scan === 'infected' && ' · gesperrt: Schadsoftware gefunden'}
        </div>
      </>
    )
  }
  const host = hostOf(link ?? '')
  return (
    <>
      {host !== undefined && link !== null ? (
        <a class="lw-link" href={link} rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      <div class="lw-table__sub">
        {link === null ? 'Datei ist nicht mehr da' : `Link zu ${host ?? 'unbekannt'}`} · {when}
      </div>
    </>
  )
}

const words: Record<Validity, (day: string) => string> = {
  endless: () => 'ohne Ende',
  valid: (day) => `bis ${day}`,
  soon: (day) => `bald abgelaufen: bis ${day}`,
  expired: (day) => `abgelaufen am ${day}`,
}
const shapes = { endless: 'none', valid: 'ok', soon: 'soon', expired: 'late' } as const

function Valid({ evidence, today }: { evidence: Evidence; today: Temporal.PlainDate }) {
  const validity = validityOf(evidence, today)
  const day = evidence.validUntil === null ? '' : germanDay(Temporal.PlainDate.from(evidence.validUntil))
  return <Tag state={shapes[validity]}>{words[validity](day)}</Tag>
}

const Remove = ({
  assessmentId,
  controlId,
  evidence: { id, title },
}: Pick<EvidencePanelProps, 'assessmentId' | 'controlId'> & { evidence: Evidence }) => (
  <Form
    action={assessmentRoutes.removeEvidence.href({ id: assessmentId, controlId, evidenceId: id })}
    layout="row"
    label={`Nachweis „${title}“ entfernen`}
  >
    <Button size="x-small">Entfernen</Button>
  </Form>
)

function AddForm({ assessmentId, controlId, form, refusal }: EvidencePanelProps) {
  return (
    <details class="lw-why" open={refusal !== undefined}>
      <summary>Nachweis ablegen</summary>
      <Form action={assessmentRoutes.addEvidence.href({ id: assessmentId, controlId })} multipart>
        <FileField
          name="file"
          label="Datei"
          hint={`Höchstens 25 MB. Möglich sind ${allowedInWords}.`}
          error={errorAt(refusal?.errors, 'file')}
        />
        <TextField
          name="link"
          type="url"
          label="Oder ein Link"
          hint="Wo es steht, zum Beispiel im Wiki oder im Dokumentensystem."
          value={form['link']}
          error={errorAt(refusal?.errors, 'link')}
        />
        <TextField
          name="title"
          label="Titel"
          hint="Leer: der Name der Datei."
          value={form['title']}
          error={errorAt(refusal?.errors, 'title')}
        />
        <TextField
          name="validUntil"
          type="date"
          label="Gültig bis"
          hint={`${soonDays} Tage vorher erinnern wir Sie. Leer: ohne Ende.`}
          short
          value={form['validUntil']}
          error={errorAt(refusal?.errors, 'validUntil')}
        />
        <Submit variant="secondary">Nachweis ablegen</Submit>
      </Form>
    </details>
  )
}
