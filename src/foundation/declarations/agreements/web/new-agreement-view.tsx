import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { CurrentPassword } from '#foundation/identity/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, FileField, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { SignedText } from '#ui/signed-text/signed-text.tsx'
import { may } from '../../access.ts'
import { declarationRoutes } from '../../routes.ts'
import { type AgreementKind, agreementNames } from '../agreement.ts'
import type { ShownAgreement } from '../read-agreement.ts'
import type { NewState } from './new-agreement.tsx'

interface Props {
  ctx: Context
  road: EnrollmentWithSteps
  kind: AgreementKind
  state: NewState
  refusal: Refusal | undefined
  /** As what the reader may sign. */
  role: string | null
  /** Undefined until the terms are complete. */
  shown: ShownAgreement | undefined
}

const labels = {
  targets: 'Was gescannt werden darf',
  timeWindow: 'Wann',
  systemsOwner: 'Wem die Systeme gehören',
  validFrom: 'Gilt ab',
  validUntil: 'Gilt bis',
}

export function NewAgreementView(props: Props) {
  const { ctx, road, kind, refusal, shown } = props
  const mayPaper = !isRefusal(may.recordPaper(ctx.actor, road))
  return (
    <>
      <PageHead
        title={agreementNames[kind]}
        lead={`${road.organizationName}, ${road.programmeName}. Zuerst die Angaben, dann der Text, dann die Unterschrift.`}
      />
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
      <div class="lw-stack lw-stack--xl">
        {mayPaper ? (
          <Panel id="angaben" title="Angaben">
            <TermsForm {...props} />
          </Panel>
        ) : (
          <Refused title="Schließen können andere" level={2}>
            {`Vereinbarungen schließt ${road.organizationName} selbst; ein unterschriebenes Papier legt auch die Programmleitung ab.`}
          </Refused>
        )}
        {shown && mayPaper && (
          <>
            <Panel
              id="text"
              title="Was vereinbart wird"
              link={{
                href: withQuery(declarationRoutes.agreementPdf.href({ id: road.id, kind }), terms(props)),
                label: 'Als PDF',
              }}
            >
              <SignedText sections={shown.sheet.sections} sha256={shown.sha256} />
            </Panel>
            <Panel id="unterschreiben" title="Unterschreiben">
              <SigningForm {...props} sha256={shown.sha256} />
            </Panel>
            <Panel id="papier" title="Oder auf Papier unterschrieben">
              <PaperForm {...props} />
            </Panel>
          </>
        )}
      </div>
    </>
  )
}

const terms = ({ state: { typed } }: Pick<Props, 'state'>): Record<string, string> =>
  Object.fromEntries(Object.keys(labels).map((name) => [name, typed[name] ?? '']))

function TermsForm({ ctx, road, kind, state: { typed }, refusal, shown }: Props) {
  return (
    <div class="lw-measure">
      <Form action={declarationRoutes.newAgreement.href({ id: road.id, kind })} method="get" label="Angaben">
        {kind === 'scanPermission' && (
          <>
            <TextArea
              name="targets"
              label={labels.targets}
              hint="Namen, Adressen oder Netze, je Zeile eines: www.musterstadt.example, 192.0.2.0/24"
              rows={5}
              maxlength={4000}
              value={typed['targets']}
              error={errorAt(refusal?.errors, 'targets')}
              required
            />
            <TextField
              name="timeWindow"
              label={labels.timeWindow}
              hint="Zum Beispiel: werktags 18 bis 22 Uhr. Leer: nach Absprache."
              value={typed['timeWindow']}
              maxlength={300}
              error={errorAt(refusal?.errors, 'timeWindow')}
            />
            <TextField
              name="systemsOwner"
              label={labels.systemsOwner}
              hint="Nur wenn nicht Ihrer Kommune: der Anbieter, bei dem sie laufen. Dann braucht es auch dessen Zustimmung."
              value={typed['systemsOwner']}
              maxlength={200}
              error={errorAt(refusal?.errors, 'systemsOwner')}
            />
          </>
        )}
        <TextField
          name="validFrom"
          label={labels.validFrom}
          type="date"
          short
          value={typed['validFrom'] ?? localDay(ctx.now).toString()}
          error={errorAt(refusal?.errors, 'validFrom')}
          required
        />
        <TextField
          name="validUntil"
          label={labels.validUntil}
          hint={kind === 'scanPermission' ? undefined : 'Leer: bis zum Ende des Programms.'}
          type="date"
          short
          value={typed['validUntil'] ?? (kind === 'scanPermission' ? (road.deadline ?? '') : '')}
          error={errorAt(refusal?.errors, 'validUntil')}
          required={kind === 'scanPermission'}
        />
        <Submit variant={shown ? 'secondary' : 'primary'}>Text zeigen</Submit>
      </Form>
    </div>
  )
}

const Terms = (props: Props) => (
  <>
    {Object.entries(terms(props)).map(([name, value]) => (
      <HiddenField name={name} value={value} />
    ))}
  </>
)

function SigningForm(props: Props & { sha256: string }) {
  const { road, kind, role, refusal, state, sha256 } = props
  if (role === null)
    return (
      <Refused title="Unterschreiben kann die Verwaltungsleitung" level={3}>
        {`Im Portal unterschreibt die Verwaltungsleitung von ${road.organizationName}. Sonst nehmen Sie das PDF.`}
      </Refused>
    )
  return (
    <div class="lw-measure">
      <Form action={declarationRoutes.newAgreement.href({ id: road.id, kind })} label="Unterschrift">
        <Terms {...props} />
        <HiddenField name="shownSha256" value={sha256} />
        <CurrentPassword
          refusal={state.isPaper ? undefined : refusal}
          label="Ihr Passwort, noch einmal als Unterschrift"
        />
        <Submit>Als Verwaltungsleitung unterschreiben</Submit>
      </Form>
    </div>
  )
}

function PaperForm(props: Props) {
  const { road, kind, state } = props
  const refusal = state.isPaper ? props.refusal : undefined
  return (
    <div class="lw-stack lw-measure">
      <p>
        <ButtonLink
          href={withQuery(declarationRoutes.agreementPdf.href({ id: road.id, kind }), terms(props))}
          size="x-small"
          icon="download"
          download
        >
          Text als PDF zum Unterschreiben
        </ButtonLink>
      </p>
      <Form
        action={declarationRoutes.agreementPaper.href({ id: road.id, kind })}
        multipart
        label="Unterschriebenes Papier"
      >
        <Terms {...props} />
        <TextField
          name="signedBy"
          label="Wer unterschrieben hat"
          value={state.typed['signedBy']}
          maxlength={160}
          error={errorAt(refusal?.errors, 'signedBy')}
          required
        />
        <TextField
          name="signedOn"
          label="Am"
          type="date"
          short
          value={state.typed['signedOn']}
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
