import { Temporal } from 'temporal-polyfill'
import { germanDay, germanMoment, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { fileRoutes } from '#foundation/files/index.ts'
import { functionNames, organizationRoutes } from '#foundation/organizations/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Badge } from '#ui/badge/badge.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { SignedText } from '#ui/signed-text/signed-text.tsx'
import { may } from '../../access.ts'
import { AdmissionPanel } from '../../admissions/web/admission-panel.tsx'
import { declarationRoutes } from '../../routes.ts'
import { readSheet } from '../../sheet.ts'
import { type Declaration, attachmentNames, attachments } from '../declaration.ts'
import type { DeclarationData } from '../load-declaration.ts'
import type { State } from './declaration.tsx'
import { AttachmentForm, PaperForm, pdfHref, SigningForm, WithdrawalForm } from './declaration-forms.tsx'

export interface ViewProps {
  ctx: Context
  road: EnrollmentWithSteps
  data: DeclarationData
  state: State
}

export function DeclarationView(props: ViewProps) {
  const { road, data, state } = props
  const { declaration, shown } = data
  const sheet = declaration ? readSheet(declaration.shown) : shown.sheet
  return (
    <>
      <PageHead
        title={`Erklärung zur Teilnahme: ${road.programmeName}`}
        lead={`${road.organizationName}. ${leadOf(props)}`}
        actions={<StateBadge {...props} />}
      />
      {state.refusal && <ErrorSummary title={state.refusal.refused} errors={state.refusal.errors ?? []} />}
      <div class="lw-stack lw-stack--xl">
        {state.isChanged && (
          <Conflict
            level={2}
            title="Seit Sie den Text gelesen haben, hat er sich geändert"
            intro="Unterschrieben ist nichts. Unten steht der Text, wie er jetzt ist. Bitte lesen Sie ihn und geben Sie Ihr Passwort noch einmal ein."
          />
        )}
        {declaration && <Given declaration={declaration} data={data} road={road} />}
        <AdmissionPanel {...props} />
        {!declaration && road.state === 'active' && <Preparation {...props} />}
        <Panel
          id="text"
          title={declaration ? 'Was erklärt ist' : 'Was erklärt wird'}
          link={{ href: pdfHref(road, data.chosen), label: 'Als PDF' }}
        >
          <SignedText sections={sheet.sections} sha256={declaration?.shownSha256 ?? shown.sha256} />
        </Panel>
        {!declaration && road.state === 'active' && (
          <>
            <Panel id="unterschreiben" title="Unterschreiben">
              <SigningForm {...props} />
            </Panel>
            {!isRefusal(may.recordPaper(props.ctx.actor, road)) && (
              <Panel id="papier" title="Oder auf Papier unterschrieben">
                <PaperForm {...props} />
              </Panel>
            )}
          </>
        )}
        <Panel id="vereinbarungen" title="Vereinbarungen">
          <LinkList
            items={[
              {
                href: declarationRoutes.agreements.href({ id: road.id }),
                label: 'Vereinbarungen und Erlaubnisse',
                note: 'Auftragsverarbeitung, Vertraulichkeit, Scan',
              },
            ]}
          />
        </Panel>
        {declaration && <WithdrawalForm {...props} />}
        <History {...props} />
      </div>
    </>
  )
}

function leadOf({ road, data }: ViewProps): string {
  if (road.state === 'withdrawn') return 'Die Teilnahme ist beendet.'
  if (data.declaration) return 'Die Erklärung liegt vor.'
  return 'Die Verwaltungsleitung unterschreibt hier, oder Sie legen das unterschriebene Papier ab.'
}

function StateBadge({ road, data }: ViewProps) {
  if (road.steps.find(({ key }) => key === 'admission')?.state === 'done')
    return <Badge kind="success">zugelassen</Badge>
  return data.declaration ? <Badge kind="warning">wartet auf Zulassung</Badge> : <Badge kind="info">offen</Badge>
}

/** Contacts are kept once, with the organization; here only what is missing is said. */
function Preparation({ road, data }: ViewProps) {
  const { missingContacts } = data.shown
  return (
    <Panel id="vorher" title="Vorher">
      <div class="lw-stack lw-measure">
        {missingContacts.length > 0 && (
          <Alert kind="info" title="Für das Programm fehlen noch Kontakte" level={3}>
            <p>
              Sie stehen bei den Angaben Ihrer Organisation und müssen nur einmal eingetragen werden:{' '}
              {missingContacts.map((name, at) => (
                <>
                  {at > 0 && ', '}
                  <a
                    class="lw-link"
                    href={organizationRoutes.contact.href({ id: road.organizationId, function: name })}
                  >
                    {functionNames[name]}
                  </a>
                </>
              ))}
              . Eintragen kann sie, wer bei Ihnen die Zugänge verwaltet, und der Verbund. Unterschreiben geht auch ohne
              sie.
            </p>
          </Alert>
        )}
        <AttachmentForm road={road} chosen={data.chosen} />
      </div>
    </Panel>
  )
}

function Given({
  declaration,
  data,
  road,
}: {
  declaration: Declaration
  data: DeclarationData
  road: EnrollmentWithSteps
}) {
  const names = attachments.filter((key) => declaration.attachments.includes(key)).map((key) => attachmentNames[key])
  return (
    <Panel id="unterschrift" title="Unterschrift">
      <div class="lw-stack">
        <Description
          items={[
            {
              term: 'Unterschrieben',
              details: `${declaration.signerName}, ${germanDay(Temporal.PlainDate.from(declaration.signedOn))}`,
            },
            {
              term: 'Weg',
              details:
                declaration.way === 'portal'
                  ? 'im Portal, mit dem eigenen Passwort bestätigt'
                  : `auf Papier, abgelegt von ${declaration.recordedByName ?? 'einer ehemaligen Person'} am ${germanDay(localDay(declaration.recordedAt))}`,
            },
            { term: 'Auftragnehmer', details: declaration.contractor?.name ?? 'keiner' },
            { term: 'Anlagen', details: names.length === 0 ? 'keine' : names.join(', ') },
          ]}
        />
        {declaration.fileId && declaration.fileName && (
          <p>
            <ButtonLink
              href={fileRoutes.download.href({ id: declaration.fileId })}
              size="x-small"
              icon="download"
              download
            >
              {`Papier: ${declaration.fileName}`}
            </ButtonLink>
          </p>
        )}
        {data.isNewerText && (
          <Alert
            kind="info"
            title={`Der Text des Programms hat inzwischen die Fassung ${data.shown.programme.declarationVersion}`}
            level={3}
          >
            <p>
              Unterschrieben ist Fassung {declaration.textVersion}. Sie gilt weiter und steht unten;{' '}
              {road.organizationName} muss nichts tun.
            </p>
          </Alert>
        )}
      </div>
    </Panel>
  )
}

function History({ data, ctx }: ViewProps) {
  if (data.withdrawn.length === 0) return null
  return (
    <Panel id="verlauf" title="Frühere Erklärungen">
      <ul class="lw-list">
        {data.withdrawn.map(({ signerName, signedOn, withdrawnAt, withdrawalReason }) => (
          <li>
            {signerName}, {germanDay(Temporal.PlainDate.from(signedOn))}; zurückgenommen{' '}
            {withdrawnAt && germanMoment(withdrawnAt, ctx.now)}: {withdrawalReason}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
