import { germanDate } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import { CurrentPassword } from '#foundation/identity/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { errorAt, FileField, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { SignedText } from '#ui/signed-text/signed-text.tsx'
import { packageRoutes as routes } from '../../routes.ts'
import { decisionSections, decisionText, type MeasurePackage, sumOf } from '../package.ts'
import type { Typed } from './typed.ts'

interface Props {
  road: EnrollmentWithSteps
  found: MeasurePackage
  struck: ReadonlySet<string>
  remainingCents: number
  typed: Typed
  /** What stands against signing as it is chosen now. */
  hint: { title: string; text: string } | undefined
}

const labels = {
  password: 'Passwort',
  signedBy: 'Wer unterschrieben hat',
  signedOn: 'Am',
  file: 'Das unterschriebene Papier',
}

/** The head reads, strikes, and signs what is shown; or sends it back. */
export function DecisionView(props: Props) {
  const { road, found, struck, remainingCents, typed, hint } = props
  const kept = found.items.filter(({ itemId }) => !struck.has(itemId))
  const sum = sumOf(kept)
  const text = decisionText(found, struck)
  return (
    <>
      <PageHead
        title="Über das Maßnahmenpaket entscheiden"
        lead={`${road.organizationName}. Vorgelegt von ${found.submittedByName ?? 'der Verwaltung'}${found.decideBy ? `, sinnvoll bis ${germanDate(found.decideBy)}` : ''}.`}
      />
      <div class="lw-stack lw-stack--xl">
        {typed.refusal && (
          <ErrorSummary title={typed.refusal.refused} errors={typed.refusal.errors ?? []} labels={labels} kept="" />
        )}
        {hint && (
          <Alert kind="info" title={hint.title}>
            <p>{hint.text}</p>
          </Alert>
        )}
        <Facts
          items={[
            { label: 'frei im Budget', value: euro(remainingCents).replace(/\s?€$/, ''), unit: '€' },
            { label: 'kostet das Paket', value: euro(sum).replace(/\s?€$/, ''), unit: '€' },
            {
              label: sum > remainingCents ? 'so viel fehlt' : 'danach noch frei',
              value: euro(Math.abs(remainingCents - sum)).replace(/\s?€$/, ''),
              unit: '€',
            },
          ]}
        />
        <Panel id="streichen" title="1. Streichen, was Sie nicht wollen">
          <Form action={routes.decision.href({ id: road.id })} method="get" label="Streichen">
            <CheckGroup
              name="struck"
              legend="Streichen"
              hint="Was Sie ankreuzen, wird nicht beauftragt und steht so im Text."
              options={found.items.map(({ itemId, title, priceCents }) => ({
                name: `streichen-${itemId}`,
                label: `${title}, ${euro(priceCents)}${effectOf(found, itemId)}`,
                checked: struck.has(itemId),
              }))}
            />
            <p>
              <Button size="x-small">Auswahl in den Text übernehmen</Button>
            </p>
          </Form>
        </Panel>
        <Panel id="text" title="2. Lesen, was Sie unterschreiben">
          <SignedText sections={decisionSections(found, struck)} sha256={sha256(text)} />
        </Panel>
        <Panel id="unterschreiben" title="3. Entscheiden">
          <div class="lw-measure">
            <Form action={routes.decision.href({ id: road.id })} label="Unterschrift">
              <Chosen {...props} />
              <HiddenField name="shownSha256" value={sha256(text)} />
              <CurrentPassword
                refusal={typed.at === 'sign' ? typed.refusal : undefined}
                label="Ihr Passwort, noch einmal als Unterschrift"
              />
              <Submit>Paket beschließen</Submit>
            </Form>
          </div>
        </Panel>
        <Panel id="anders" title="Oder anders">
          <div class="lw-stack lw-measure">
            <ReturnForm {...props} />
            <PaperForm {...props} />
          </div>
        </Panel>
      </div>
    </>
  )
}

const effectOf = ({ reasoning }: MeasurePackage, itemId: string): string => {
  const effect = reasoning?.items[itemId]?.effect
  return effect ? `: ${effect}` : ''
}

const Chosen = ({ found, struck }: Props) => (
  <>
    <HiddenField name="version" value={String(found.version)} />
    {[...struck].map((id) => (
      <HiddenField name={`streichen-${id}`} value="ja" />
    ))}
  </>
)

const ReturnForm = ({ road, found }: Props) => (
  <details class="lw-why">
    <summary>Mit einem Grund zurückgeben</summary>
    <Form action={routes.return.href({ id: road.id })} label="Paket zurückgeben">
      <HiddenField name="version" value={String(found.version)} />
      <TextArea name="reason" label="Was sich ändern soll" rows={3} maxlength={2000} required />
      <Submit variant="secondary">Paket zurückgeben</Submit>
    </Form>
  </details>
)

function PaperForm(props: Props) {
  const { road, typed } = props
  const isPaper = typed.at === 'paper'
  const refusal = isPaper ? typed.refusal : undefined
  const form = isPaper ? (typed.form ?? {}) : {}
  return (
    <details class="lw-why" open={isPaper}>
      <summary>Auf Papier unterschrieben</summary>
      <Form action={routes.paper.href({ id: road.id })} multipart label="Unterschriebenes Papier">
        <Chosen {...props} />
        <TextField
          name="signedBy"
          label={labels.signedBy}
          hint="Name und Amt, wie sie auf dem Papier stehen."
          value={form['signedBy']}
          maxlength={160}
          error={errorAt(refusal?.errors, 'signedBy')}
          required
        />
        <TextField
          name="signedOn"
          label={labels.signedOn}
          type="date"
          short
          value={form['signedOn']}
          error={errorAt(refusal?.errors, 'signedOn')}
          required
        />
        <FileField
          name="file"
          label={labels.file}
          hint="PDF oder Bild (PNG, JPEG, WebP), höchstens 25 MB."
          accept=".pdf,.png,.jpg,.jpeg,.webp"
          error={errorAt(refusal?.errors, 'file')}
          required
        />
        <Submit variant="secondary">Papier ablegen und beschließen</Submit>
      </Form>
    </details>
  )
}
