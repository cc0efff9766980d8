import { germanDay, localDay } from '#kernel/local-day.ts'
import { Button } from '#ui/button/button.tsx'
import { Choice, errorAt, Form, Submit, TextArea } from '#ui/form/form.tsx'
import { Note } from '#ui/note/note.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import { typedIn } from '../../web/typed.ts'
import { type Finding, severities, type Severity, severityInWords } from '../document.ts'
import type { DocumentProps } from './document-view.tsx'

const looks: Record<Severity, TagState> = { none: 'none', low: 'running', medium: 'soon', high: 'late' }

/** What the assessor said about a document, the newest first, and where the next finding is written. */
export function Findings(props: DocumentProps) {
  const { road, document, side } = props
  const mayWrite = side === 'assessor' && road.state === 'active'
  const { findings } = document
  return (
    <Panel id="befunde" title="Befunde">
      <div class="lw-stack lw-stack--l">
        {findings.length === 0 && <p class="lw-muted">Noch kein Befund.</p>}
        {findings.map((finding) => (
          <One {...props} finding={finding} mayWithdraw={mayWrite} />
        ))}
        {mayWrite && document.state !== 'missing' && <NewFinding {...props} />}
      </div>
    </Panel>
  )
}

function One({ document, finding, mayWithdraw, typed }: DocumentProps & { finding: Finding; mayWithdraw: boolean }) {
  const { form, refusal } = typedIn(typed, finding.id)
  const said = `${finding.foundBy ?? 'Prüfhaus'}, ${germanDay(localDay(finding.foundAt))}${finding.fileNumber === null ? '' : `, zu Fassung ${finding.fileNumber}`}`
  return (
    <article class="lw-stack lw-stack--s">
      <p class="lw-row">
        <Tag state={finding.withdrawnAt ? 'none' : looks[finding.severity]}>
          {finding.withdrawnAt ? 'zurückgenommen' : severityInWords(finding.severity)}
        </Tag>
        <span class="lw-small lw-muted">{said}</span>
      </p>
      <Note text={finding.text} />
      {finding.recommendation !== '' && (
        <p class="lw-measure">
          <span class="lw-strong">Empfehlung:</span> {finding.recommendation}
        </p>
      )}
      {finding.withdrawnAt && (
        <p class="lw-small">
          Zurückgenommen am {germanDay(localDay(finding.withdrawnAt))}: {finding.withdrawalReason}
        </p>
      )}
      {mayWithdraw && !finding.withdrawnAt && (
        <details class="lw-why" open={refusal !== undefined}>
          <summary>Befund zurücknehmen</summary>
          <Form
            action={routes.withdrawFinding.href({
              id: document.enrollmentId,
              document: document.id,
              finding: finding.id,
            })}
            label="Befund zurücknehmen"
          >
            <TextArea
              name="reason"
              id={`grund-${finding.id}`}
              label="Grund"
              hint="Der Befund bleibt lesbar, mit diesem Grund."
              rows={2}
              required
              value={form['reason']}
              error={errorAt(refusal?.errors, 'reason')}
            />
            <Button size="x-small">Befund zurücknehmen</Button>
          </Form>
        </details>
      )}
    </article>
  )
}

function NewFinding({ document, typed }: DocumentProps) {
  const { form, refusal } = typedIn(typed, 'finding')
  return (
    <Form action={routes.finding.href({ id: document.enrollmentId, document: document.id })} label="Neuer Befund">
      <Choice
        name="severity"
        legend="Schwere"
        options={severities.map((value) => ({ value, label: severityInWords(value) }))}
        value={form['severity']}
        error={errorAt(refusal?.errors, 'severity')}
        required
      />
      <TextArea
        name="text"
        label="Befund"
        hint="Was Sie festgestellt haben."
        rows={4}
        required
        value={form['text']}
        error={errorAt(refusal?.errors, 'text')}
      />
      <TextArea
        name="recommendation"
        label="Empfehlung"
        rows={3}
        value={form['recommendation']}
        error={errorAt(refusal?.errors, 'recommendation')}
      />
      <Submit variant="secondary">Befund speichern</Submit>
    </Form>
  )
}
