import { fileRoutes } from '#foundation/files/index.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, FileField, Form, TextArea } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Measure } from '../measure.ts'
import type { Proof } from '../queries.ts'
import { measureRoutes as routes } from '../routes.ts'
import type { Typed } from './measure.tsx'

interface Props {
  measure: Measure
  proofs: readonly Proof[]
  mayKeep: boolean
  typed: Typed
}

/** What shows that it was done, and the form for more of it. */
export function Proofs({ measure, proofs, mayKeep, typed }: Props) {
  return (
    <Panel id="nachweise" title="Nachweise">
      <div class="lw-stack">
        {proofs.length === 0 ? (
          <p class="lw-muted">Noch kein Nachweis.</p>
        ) : (
          <Table
            caption="Der neueste zuerst"
            captionHidden
            stack
            rows={proofs}
            columns={[
              { header: 'Nachweis', rowHeader: true, cell: (proof) => <What proof={proof} /> },
              {
                header: 'Abgelegt',
                cell: ({ addedAt, addedByName }) => `${germanDay(localDay(addedAt))}, ${addedByName ?? '–'}`,
              },
              ...(mayKeep
                ? [
                    {
                      header: 'Zurücknehmen',
                      cell: (proof: Proof) => <Withdraw measure={measure} proof={proof} typed={typed} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
        {mayKeep && <AddProof measure={measure} typed={typed} />}
      </div>
    </Panel>
  )
}

const What = ({ proof }: { proof: Proof }) => (
  <>
    {proof.fileId ? (
      <a class="lw-link" href={fileRoutes.download.href({ id: proof.fileId })} download>
        {proof.name}
      </a>
    ) : (
      proof.name
    )}
    {proof.note !== '' && <span class={proof.name === '' ? undefined : 'lw-table__sub'}>{proof.note}</span>}
    {proof.withdrawnAt && (
      <span class="lw-table__sub">
        zurückgenommen am {germanDay(localDay(proof.withdrawnAt))}: {proof.withdrawalReason}
      </span>
    )}
  </>
)

function Withdraw({ measure, proof, typed }: { measure: Measure; proof: Proof; typed: Typed }) {
  if (proof.withdrawnAt) return <>–</>
  const isHere = typed.at === proof.id
  return (
    <details class="lw-why" open={isHere}>
      <summary>Zurücknehmen</summary>
      <Form
        action={routes.withdrawProof.href({ id: measure.id, proof: proof.id })}
        label={`„${proof.name || proof.note.slice(0, 40)}“ zurücknehmen`}
      >
        <TextArea
          name="reason"
          id={`reason-${proof.id}`}
          label="Grund"
          hint="Eine Datei ist danach weg; dass es sie gab, bleibt stehen."
          rows={2}
          required
          value={isHere ? typed.form?.['reason'] : undefined}
          error={isHere ? errorAt(typed.refusal?.errors, 'reason') : undefined}
        />
        <Button size="x-small">Nachweis zurücknehmen</Button>
      </Form>
    </details>
  )
}

function AddProof({ measure, typed }: { measure: Measure; typed: Typed }) {
  const isHere = typed.at === 'proof'
  const error = (path: string) => (isHere ? errorAt(typed.refusal?.errors, path) : undefined)
  return (
    <details class="lw-why" open={isHere}>
      <summary>Einen Nachweis ablegen</summary>
      <div class="lw-measure">
        <Form action={routes.proof.href({ id: measure.id })} multipart label="Nachweis ablegen">
          <FileField
            name="file"
            id="file-proof"
            label="Datei"
            hint="Höchstens 25 MB."
            error={error('file') ?? error('proof')}
          />
          <TextArea
            name="note"
            id="note-proof"
            label="Notiz"
            rows={2}
            value={isHere ? typed.form?.['note'] : undefined}
            error={error('note')}
          />
          <Button size="x-small">Nachweis speichern</Button>
        </Form>
      </div>
    </details>
  )
}
