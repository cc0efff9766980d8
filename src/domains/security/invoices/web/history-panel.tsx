import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Thread } from '#ui/thread/thread.tsx'
import { eventInWords, type InvoiceDetail } from '../invoice.ts'

/** What happened to the invoice, the oldest first. */
export const HistoryPanel = ({ invoice, now }: { invoice: InvoiceDetail; now: Temporal.Instant }) => (
  <Panel id="verlauf" title="Verlauf">
    <Thread
      label="Verlauf"
      entries={invoice.history.map(({ what, at, by, text }) => ({
        who: by ?? 'Verbund',
        when: germanMoment(at, now),
        mark: <span>{eventInWords(what)}</span>,
        text,
      }))}
    />
  </Panel>
)

/** What was noticed when the invoice was read; nothing of it refused it. */
export const FindingsPanel = ({ invoice: { findings } }: { invoice: InvoiceDetail }) =>
  findings.length === 0 ? (
    <p class="lw-small lw-muted">Geprüft nach den Regeln von EN 16931 und XRechnung: nichts auffällig.</p>
  ) : (
    <Alert kind="warning" title={findings.length === 1 ? 'Ein Hinweis' : `${findings.length} Hinweise`}>
      <ul class="lw-stack lw-stack--xs">
        {findings.map(({ text, rule }) => (
          <li>
            {text} <span class="lw-small lw-muted">{rule}</span>
          </li>
        ))}
      </ul>
    </Alert>
  )
