import { CurrentPassword } from '#foundation/identity/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { errorAt, FileField, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { may } from '../../access.ts'
import { declarationRoutes } from '../../routes.ts'
import { type Attachment, attachmentNames, attachments } from '../declaration.ts'
import type { ViewProps } from './declaration-view.tsx'

export const pdfHref = ({ id }: Pick<EnrollmentWithSteps, 'id'>, chosen: readonly Attachment[]): string =>
  withQuery(
    declarationRoutes.declarationPdf.href({ id }),
    Object.fromEntries(chosen.map((key) => [`anlage-${key}`, 'ja'])),
  )

/** What lies beside it is part of the text, so it is chosen before anybody signs. */
export const AttachmentForm = ({ road, chosen }: { road: EnrollmentWithSteps; chosen: readonly Attachment[] }) => (
  <Form action={declarationRoutes.declaration.href({ id: road.id })} method="get" label="Anlagen">
    <CheckGroup
      name="attachments"
      legend="Anlagen"
      hint="Was Sie mitgeben. Es steht dann im Text, den Sie unterschreiben."
      options={attachments.map((key) => ({
        name: `anlage-${key}`,
        label: attachmentNames[key],
        checked: chosen.includes(key),
      }))}
    />
    <p>
      <Button size="x-small">Anlagen in den Text aufnehmen</Button>
    </p>
  </Form>
)

const Chosen = ({ chosen }: { chosen: readonly Attachment[] }) => (
  <>
    {chosen.map((key) => (
      <HiddenField name={`anlage-${key}`} value="ja" />
    ))}
  </>
)

/** The own signature, or who can. */
export function SigningForm({ road, data, state }: ViewProps) {
  if (data.role === null)
    return (
      <Refused title="Unterschreiben kann die Verwaltungsleitung" level={3}>
        {`Im Portal unterschreibt die Verwaltungsleitung von ${road.organizationName}. Für den Rat oder auf Papier nehmen Sie das PDF.`}
      </Refused>
    )
  return (
    <div class="lw-stack lw-measure">
      <p>
        Mit Ihrer Unterschrift nimmt {road.organizationName} teil, sobald die Programmleitung sie zulässt. Bis dahin
        können Sie zurücknehmen.
      </p>
      <Form action={declarationRoutes.declaration.href({ id: road.id })} label="Unterschrift">
        <Chosen chosen={data.chosen} />
        <HiddenField name="shownSha256" value={data.shown.sha256} />
        <CurrentPassword
          refusal={state.form === 'sign' ? state.refusal : undefined}
          label="Ihr Passwort, noch einmal als Unterschrift"
        />
        <Submit>Als Verwaltungsleitung unterschreiben</Submit>
      </Form>
    </div>
  )
}

/** The scan of what was signed by hand. */
export function PaperForm({ road, data, state }: ViewProps) {
  const refusal = state.form === 'paper' ? state.refusal : undefined
  const typed = state.form === 'paper' ? (state.typed ?? {}) : {}
  return (
    <div class="lw-stack lw-measure">
      <p>
        <ButtonLink href={pdfHref(road, data.chosen)} size="x-small" icon="download" download>
          Erklärung als PDF zum Unterschreiben
        </ButtonLink>
      </p>
      <Form action={declarationRoutes.paper.href({ id: road.id })} multipart label="Unterschriebenes Papier">
        <Chosen chosen={data.chosen} />
        <TextField
          name="signedBy"
          label="Wer unterschrieben hat"
          hint="Name und Amt, wie sie auf dem Papier stehen."
          value={typed['signedBy']}
          maxlength={160}
          error={errorAt(refusal?.errors, 'signedBy')}
          required
        />
        <TextField
          name="signedOn"
          label="Am"
          type="date"
          short
          value={typed['signedOn']}
          error={errorAt(refusal?.errors, 'signedOn')}
          required
        />
        <FileField
          name="file"
          label="Das unterschriebene Papier"
          hint="PDF oder Bild (PNG, JPEG, WebP), höchstens 25 MB."
          accept=".pdf,.png,.jpg,.jpeg,.webp"
          error={errorAt(refusal?.errors, 'file')}
          required
        />
        <Submit variant="secondary">Papier ablegen</Submit>
      </Form>
    </div>
  )
}

/** The way back, while nobody has admitted the municipality. */
export function WithdrawalForm({ ctx, road, state }: ViewProps) {
  const isAdmitted = road.steps.find(({ key }) => key === 'admission')?.state === 'done'
  if (isAdmitted || isRefusal(may.withdraw(ctx.actor, road))) return null
  const refusal = state.form === 'withdrawal' ? state.refusal : undefined
  return (
    <Panel id="ruecknahme" title="Zurücknehmen">
      <details class="lw-why" open={refusal !== undefined}>
        <summary>Erklärung zurücknehmen</summary>
        <Form action={declarationRoutes.withdrawal.href({ id: road.id })} label="Erklärung zurücknehmen">
          <TextArea
            name="reason"
            id="ruecknahme-grund"
            label="Warum (liest auch die Programmleitung)"
            rows={3}
            maxlength={2000}
            value={state.form === 'withdrawal' ? state.typed?.['reason'] : undefined}
            error={errorAt(refusal?.errors, 'reason')}
            required
          />
          <p>
            <Button size="x-small">Erklärung zurücknehmen</Button>
          </p>
        </Form>
      </details>
    </Panel>
  )
}
