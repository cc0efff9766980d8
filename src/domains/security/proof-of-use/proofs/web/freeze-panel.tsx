import { Choice, errorAt, Form, HiddenField, Submit, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Why } from '#ui/why/why.tsx'
import { proofRoutes } from '../../routes.ts'
import { type Proof, proofKindInWords, proofKinds } from '../proof.ts'
import type { Said } from './proof-page.tsx'

/** Freezes what is there as a version that nobody changes any more. */
export function FreezePanel({ programmeId, proof, said }: { programmeId: string; proof: Proof; said: Said }) {
  const refused = said.at === 'freeze' ? said : undefined
  const number = (proof.versions[0]?.number ?? 0) + 1
  return (
    <Panel id="festschreiben" title={`Version ${number} festschreiben`}>
      <div class="lw-stack">
        <Form action={proofRoutes.freeze.href({ id: programmeId })}>
          <HiddenField name="narrativeVersion" value={String(proof.narrative.number)} />
          <Choice
            name="kind"
            legend="Als was?"
            required
            value={refused?.form?.['kind'] ?? 'interim'}
            options={proofKinds.map((kind) => ({ value: kind, label: proofKindInWords(kind) }))}
            error={errorAt(refused?.refusal?.errors, 'kind')}
          />
          {number > 1 && (
            <TextField
              name="reason"
              label="Warum gibt es eine weitere Version?"
              hint={`Version ${number - 1} bleibt, wie sie ist.`}
              required
              maxlength={500}
              value={refused?.form?.['reason']}
              error={errorAt(refused?.refusal?.errors, 'reason')}
            />
          )}
          <p>
            Festgeschrieben wird der Sachbericht in Fassung {proof.narrative.number} mit den Zahlen und Belegen dieses
            Augenblicks.
          </p>
          <Submit variant="secondary">Festschreiben</Submit>
        </Form>
        <Why summary="Was dabei geschieht">
          Alle Zahlen werden zu einem einzigen Zeitpunkt gelesen; was währenddessen gebucht wird, gehört nicht mehr
          dazu. PDF/A und Tabelle werden mit ihren Prüfsummen abgelegt und nie mehr geändert oder entfernt.
        </Why>
      </div>
    </Panel>
  )
}
