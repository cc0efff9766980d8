import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { fileRoutes } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, FileField, Form, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Heading } from '#ui/heading/heading.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { may } from '../../access.ts'
import { declarationRoutes } from '../../routes.ts'
import {
  type Agreement,
  agreementKinds,
  agreementNames,
  type AgreementState,
  agreementState,
  agreementStateNames,
} from '../agreement.ts'
import type { ListState } from './agreements.tsx'

interface Props {
  ctx: Context
  road: EnrollmentWithSteps
  agreements: Agreement[]
  next: string | null
  state: ListState
}

const tags: Record<AgreementState, TagState> = {
  revoked: 'none',
  waitsForOwner: 'soon',
  planned: 'running',
  valid: 'ok',
  endsSoon: 'soon',
  ended: 'late',
}

export function AgreementsView({ ctx, road, agreements, next, state }: Props) {
  const mayAdd = road.state === 'active' && !isRefusal(may.endAgreement(ctx.actor, road))
  return (
    <>
      <PageHead
        title={`Vereinbarungen: ${road.programmeName}`}
        lead={`${road.organizationName}. Was mit dem Auftragnehmer vereinbart und erlaubt ist, und wie lange.`}
      />
      {state.refusal && <ErrorSummary title={state.refusal.refused} errors={state.refusal.errors ?? []} />}
      <div class="lw-stack lw-stack--xl">
        {mayAdd && (
          <Panel id="neu" title="Neu schließen">
            <div class="lw-row">
              {agreementKinds.map((kind) => (
                <ButtonLink href={declarationRoutes.newAgreement.href({ id: road.id, kind })} size="x-small" icon="add">
                  {agreementNames[kind]}
                </ButtonLink>
              ))}
            </div>
          </Panel>
        )}
        <Panel id="liste" title="Geschlossen">
          {agreements.length === 0 ? (
            <Empty title="Noch keine Vereinbarung">
              {mayAdd
                ? 'Vor der Prüfung braucht es die Vereinbarung zur Auftragsverarbeitung, vor dem Scan die Erlaubnis dazu.'
                : 'Schließen kann sie die Kommune; ein unterschriebenes Papier legt auch die Programmleitung ab.'}
            </Empty>
          ) : (
            <div class="lw-stack lw-stack--l">
              {agreements.map((agreement) => (
                <One ctx={ctx} road={road} agreement={agreement} state={state} />
              ))}
              {next && (
                <Pager next={{ href: withQuery(declarationRoutes.agreements.href({ id: road.id }), { ab: next }) }} />
              )}
            </div>
          )}
        </Panel>
      </div>
    </>
  )
}

const inWords = (day: string): string => germanDay(Temporal.PlainDate.from(day))

function One({ ctx, road, agreement, state }: Omit<Props, 'agreements' | 'next'> & { agreement: Agreement }) {
  const now = agreementState(agreement, localDay(ctx.now))
  const mayEnd = !isRefusal(may.endAgreement(ctx.actor, road))
  return (
    <article class="lw-stack" aria-labelledby={`vereinbarung-${agreement.id}`}>
      <Heading level={3} size="small" id={`vereinbarung-${agreement.id}`}>
        {agreementNames[agreement.kind]}, ab {inWords(agreement.validFrom)}
      </Heading>
      <Description items={facts(agreement, now)} />
      {agreement.fileId && (
        <p>
          <ButtonLink href={fileRoutes.download.href({ id: agreement.fileId })} size="x-small" icon="download" download>
            {`Papier: ${agreement.fileName ?? ''}`}
          </ButtonLink>
        </p>
      )}
      <details class="lw-why">
        <summary>Text</summary>
        {agreement.shown
          .trim()
          .split('\n\n')
          .map((part) => (
            <p>{part.split('\n').map((line) => `${line.replace(/^- /, '')} `)}</p>
          ))}
        <p class="lw-small lw-muted">SHA-256 dieses Textes: {agreement.shownSha256}</p>
      </details>
      {mayEnd && now === 'waitsForOwner' && <OwnerForm {...{ road, agreement, state }} />}
      {mayEnd && agreement.revokedAt === null && now !== 'ended' && <RevocationForm {...{ road, agreement, state }} />}
    </article>
  )
}

function facts(agreement: Agreement, now: AgreementState) {
  const { contractor, targets, timeWindow, systemsOwner, validUntil, signerName, signedOn, way } = agreement
  return [
    { term: 'Stand', details: <Tag state={tags[now]}>{agreementStateNames[now]}</Tag> },
    {
      term: 'Gilt',
      details: `${inWords(agreement.validFrom)} bis ${validUntil === null ? 'zum Ende des Programms' : inWords(validUntil)}`,
    },
    { term: 'Mit', details: contractor?.name ?? '' },
    ...(targets === '' ? [] : [{ term: 'Systeme', details: targets.split('\n').join(', ') }]),
    ...(timeWindow === '' ? [] : [{ term: 'Zeiten', details: timeWindow }]),
    ...(systemsOwner === ''
      ? []
      : [
          {
            term: 'Eigentümer',
            details: agreement.ownerSignedOn
              ? `${systemsOwner}, zugestimmt am ${inWords(agreement.ownerSignedOn)} (${agreement.ownerSigner})`
              : `${systemsOwner}, hat noch nicht zugestimmt`,
          },
        ]),
    {
      term: 'Unterschrieben',
      details: `${signerName}, ${inWords(signedOn)}, ${way === 'portal' ? 'im Portal' : 'auf Papier'}`,
    },
    ...(agreement.revokedAt === null ? [] : [{ term: 'Widerrufen', details: agreement.revocationReason }]),
  ]
}

interface FormProps {
  road: EnrollmentWithSteps
  agreement: Agreement
  state: ListState
}

function OwnerForm({ road, agreement, state }: FormProps) {
  const isThis = state.of === `${agreement.id} owner`
  const refusal = isThis ? state.refusal : undefined
  const ids = { id: road.id, agreementId: agreement.id }
  return (
    <Form action={declarationRoutes.owner.href(ids)} multipart label={`Zustimmung von ${agreement.systemsOwner}`}>
      <p>
        Die Erlaubnis gilt erst, wenn {agreement.systemsOwner} zugestimmt hat. Das unterschriebene Papier legen Sie hier
        ab.
      </p>
      <TextField
        name="signedBy"
        id={`eigentuemer-${agreement.id}`}
        label="Wer dort unterschrieben hat"
        value={isThis ? state.typed?.['signedBy'] : undefined}
        maxlength={160}
        error={errorAt(refusal?.errors, 'signedBy')}
        required
      />
      <TextField
        name="signedOn"
        id={`tag-${agreement.id}`}
        label="Am"
        type="date"
        short
        value={isThis ? state.typed?.['signedOn'] : undefined}
        error={errorAt(refusal?.errors, 'signedOn')}
        required
      />
      <FileField
        name="file"
        id={`papier-${agreement.id}`}
        label="Zustimmung des Eigentümers"
        hint="PDF oder Bild (PNG, JPEG, WebP), höchstens 25 MB."
        accept=".pdf,.png,.jpg,.jpeg,.webp"
        error={errorAt(refusal?.errors, 'file')}
        required
      />
      <Submit variant="secondary">Zustimmung ablegen</Submit>
    </Form>
  )
}

function RevocationForm({ road, agreement, state }: FormProps) {
  const isThis = state.of === `${agreement.id} end`
  return (
    <details class="lw-why" open={isThis}>
      <summary>Widerrufen</summary>
      <Form
        action={declarationRoutes.revocation.href({ id: road.id, agreementId: agreement.id })}
        label={`${agreementNames[agreement.kind]} widerrufen`}
      >
        <TextArea
          name="reason"
          id={`widerruf-${agreement.id}`}
          label="Warum (liest auch die andere Seite)"
          rows={3}
          maxlength={2000}
          value={isThis ? state.typed?.['reason'] : undefined}
          error={isThis ? errorAt(state.refusal?.errors, 'reason') : undefined}
          required
        />
        <p>
          <Button size="x-small">Ab jetzt widerrufen</Button>
        </p>
      </Form>
    </details>
  )
}
