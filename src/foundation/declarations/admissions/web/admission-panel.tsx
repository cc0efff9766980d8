import { germanMoment } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Choice, errorAt, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { may } from '../../access.ts'
import { declarationRoutes } from '../../routes.ts'
import type { ViewProps } from '../../signing/web/declaration-view.tsx'
import { decisionNames } from '../admission.ts'
import { isConfirmable } from '../letter.ts'

/** What the programme said to it, and for those who lead it the decision. */
export function AdmissionPanel(props: ViewProps) {
  const { ctx, road, data } = props
  const declared =
    data.declaration !== undefined || road.steps.find(({ key }) => key === 'declaration')?.state === 'done'
  const isAdmitted = road.steps.find(({ key }) => key === 'admission')?.state === 'done'
  if (!declared && data.admissions.length === 0) return null
  const decides = declared && !isAdmitted && road.state === 'active' && !isRefusal(may.admit(road))
  return (
    <Panel id="zulassung" title="Zulassung">
      <div class="lw-stack">
        {data.admissions.length === 0 ? (
          <p>{isAdmitted ? 'Zugelassen, bevor das Portal den Weg begleitet hat.' : waits(decides)}</p>
        ) : (
          <ul class="lw-list">
            {data.admissions.map(({ decision, decidedByName, decidedAt, reason }) => (
              <li>
                {germanMoment(decidedAt, ctx.now)}, {decidedByName ?? 'Programmleitung'}: {decisionNames[decision]}
                {reason !== '' && `. ${reason}`}
              </li>
            ))}
          </ul>
        )}
        {!data.declaration && declared && (
          <p class="lw-muted">Die Erklärung selbst wurde vor dem Portal abgegeben und liegt der Programmleitung vor.</p>
        )}
        <LetterLink {...props} />
        {decides && <DecisionForms {...props} />}
      </div>
    </Panel>
  )
}

const LetterLink = ({ ctx, road }: ViewProps) =>
  isConfirmable(road) && !isRefusal(may.readLetter(ctx.actor, road)) ? (
    <p>
      <ButtonLink href={declarationRoutes.letter.href({ id: road.id })} size="x-small" icon="download" download>
        Bestätigung der Teilnahme (PDF)
      </ButtonLink>
    </p>
  ) : null

const waits = (decides: boolean): string =>
  decides ? 'Die Kommune wartet auf Ihre Entscheidung.' : 'Die Programmleitung hat noch nicht entschieden.'

function DecisionForms({ road, state, data }: ViewProps) {
  const refusal = state.form === 'admission' ? state.refusal : undefined
  const typed = state.form === 'admission' ? (state.typed ?? {}) : {}
  const action = declarationRoutes.admission.href({ id: road.id })
  const pending = data.admission?.decision === 'correction'
  return (
    <div class="lw-stack lw-measure">
      {pending && (
        <Alert kind="info" title="Sie haben um Berichtigung gebeten" level={3}>
          <p>Zulassen können Sie trotzdem, wenn sich das erledigt hat.</p>
        </Alert>
      )}
      <Form action={action} label="Zulassen">
        <HiddenField name="decision" value="admitted" />
        <Submit>{`${road.organizationName} zulassen`}</Submit>
      </Form>
      <details class="lw-why" open={refusal !== undefined}>
        <summary>Berichtigung erbitten oder ablehnen</summary>
        <Form action={action} label="Nicht zulassen">
          <Choice
            name="decision"
            legend="Was soll geschehen?"
            options={[
              { value: 'correction', label: 'Berichtigung erbitten' },
              { value: 'refused', label: 'Ablehnen' },
            ]}
            value={typed['decision'] ?? 'correction'}
            error={errorAt(refusal?.errors, 'decision')}
          />
          <TextArea
            name="reason"
            label="Warum (liest die Kommune)"
            rows={3}
            maxlength={1000}
            value={typed['reason']}
            error={errorAt(refusal?.errors, 'reason')}
            required
          />
          <p>
            <Button size="x-small">Der Kommune mitteilen</Button>
          </p>
        </Form>
      </details>
    </div>
  )
}
