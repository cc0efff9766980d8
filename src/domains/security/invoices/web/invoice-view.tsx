import type { Temporal } from 'temporal-polyfill'
import { germanMoney } from '#kernel/money.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { InvoiceDetail, Share } from '../invoice.ts'
import { invoiceRoutes as routes } from '../routes.ts'
import { ApprovePanel } from './approve-panel.tsx'
import { DocumentPanel, PlainLines } from './document-view.tsx'
import { FindingsPanel, HistoryPanel } from './history-panel.tsx'
import { MatchingPanel } from './matching-panel.tsx'
import { SharePanel } from './share-panel.tsx'
import { StateTag } from './state-tag.tsx'
import { germanDate, kindOf, type Typed, typedIn } from './words.ts'

export interface InvoiceProps {
  invoice: InvoiceDetail
  shares: readonly Share[]
  now: Temporal.Instant
  typed: Typed
}

const labels = { orderReference: 'Auftragsnummer', reason: 'Grund' }

/** One invoice: its lines and their orders, what follows from them, and what it says. */
export function InvoiceView(props: InvoiceProps) {
  const { invoice, shares, now, typed } = props
  const isOpen = invoice.isLed && (invoice.state === 'received' || invoice.state === 'disputed')
  return (
    <>
      <PageHead
        title={`${kindOf(invoice).replace(/ \(.*/, '')} ${invoice.number}`}
        lead={`${invoice.contractorName}, ${germanMoney(invoice.payable)}, vom ${germanDate(invoice.issuedOn)}. ${invoice.programmeName}.`}
        actions={<StateTag invoice={invoice} />}
      />
      <div class="lw-stack lw-stack--xl">
        {typed.refusal && (
          <ErrorSummary
            title={typed.refusal.refused}
            errors={typed.refusal.errors ?? []}
            labels={labels}
            kept={typed.form ? undefined : ''}
          />
        )}
        {invoice.state === 'disputed' && (
          <Alert kind="warning" title="Diese Rechnung ist beanstandet">
            <p>Solange wird nichts gebucht und nichts gezahlt. Der Grund steht im Verlauf.</p>
          </Alert>
        )}
        <FindingsPanel invoice={invoice} />
        {isOpen ? <MatchingPanel invoice={invoice} typed={typed} /> : <PlainLines invoice={invoice} />}
        {invoice.isLed && invoice.state === 'received' && <ApprovePanel invoice={invoice} />}
        {shares.length > 0 && <SharePanel shares={shares} programmeId={invoice.programmeId} isLed={invoice.isLed} />}
        {isOpen && <Decisions {...props} />}
        <DocumentPanel invoice={invoice} />
        <HistoryPanel invoice={invoice} now={now} />
      </div>
    </>
  )
}

function Decisions({ invoice, typed }: InvoiceProps) {
  const address = { id: invoice.programmeId, invoice: invoice.id }
  const isDisputed = invoice.state === 'disputed'
  return (
    <Panel id="beanstanden" title={isDisputed ? 'Beanstandung' : 'Beanstanden oder zurückweisen'}>
      <div class="lw-stack lw-measure">
        {isDisputed ? (
          <ReasonForm
            at="resolve"
            typed={typed}
            action={routes.resolve.href(address)}
            summary="Die Beanstandung ist geklärt"
            label="Wie sie geklärt ist"
            hint="Der Dienstleister liest das mit. Danach kann die Rechnung gebucht werden."
            button="Für geklärt erklären"
          />
        ) : (
          <ReasonForm
            at="dispute"
            typed={typed}
            action={routes.dispute.href(address)}
            summary="Etwas stimmt nicht: beanstanden"
            label="Was nicht stimmt"
            hint="Der Dienstleister bekommt Bescheid. Bis es geklärt ist, wird nichts gebucht."
            button="Rechnung beanstanden"
          />
        )}
        <ReasonForm
          at="reject"
          typed={typed}
          action={routes.reject.href(address)}
          summary="Die Rechnung zurückweisen"
          label="Warum sie zurückgewiesen wird"
          hint="Das lässt sich nicht zurücknehmen. Eine berichtigte Rechnung braucht eine neue Nummer."
          button="Rechnung zurückweisen"
        />
      </div>
    </Panel>
  )
}

const ReasonForm = ({
  at,
  typed,
  action,
  summary,
  label,
  hint,
  button,
}: {
  at: string
  typed: Typed
  action: string
  summary: string
  label: string
  hint: string
  button: string
}) => {
  const { form, refusal } = typedIn(typed, at)
  return (
    <details class="lw-why" open={refusal !== undefined}>
      <summary>{summary}</summary>
      <Form action={action} label={summary}>
        <TextArea
          name="reason"
          id={refusal ? undefined : `grund-${at}`}
          label={label}
          hint={hint}
          rows={3}
          required
          value={form['reason']}
          error={errorAt(refusal?.errors, 'reason')}
        />
        <Submit variant="secondary">{button}</Submit>
      </Form>
    </details>
  )
}
