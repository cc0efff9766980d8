import type { Temporal } from 'temporal-polyfill'
import { germanDay, germanMoment, localDay } from '#kernel/local-day.ts'
import { CurrentPassword } from '#foundation/identity/index.ts'
import { fileRoutes } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { errorAt, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { SignedText } from '#ui/signed-text/signed-text.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import type { Side } from '../../side.ts'
import { RoadNotes } from '../../web/road-frame.tsx'
import { type Typed, typedIn } from '../../web/typed.ts'
import { acceptanceText, type Report, versionName } from '../report.ts'
import { ReportTag } from './report-list.tsx'
import { Talks } from './talks.tsx'

export interface ReportProps {
  road: EnrollmentWithSteps
  report: Report
  side: Side | undefined
  /** Whether whoever reads may accept reports of this municipality. */
  accepts: boolean
  now: Temporal.Instant
  typed: Typed
}

const labels = { text: 'Beitrag', place: 'Stelle', wish: 'Was sich ändern soll', password: 'Passwort' }

// Each question has a field of its own for the answer.
const idsOf = ({ at }: Typed) => (at === 'comment' ? undefined : { text: `antwort-${at}` })

/** One version: file, what is said about it, and the decision. */
export function ReportView(props: ReportProps) {
  const { road, report, side, now, typed } = props
  const { content } = report
  const isWaiting = report.state === 'submitted' && side === 'organization' && road.state === 'active'
  return (
    <>
      <PageHead
        title={versionName(report)}
        lead={`${road.organizationName}. Geliefert am ${germanDay(localDay(report.deliveredAt))}${report.deliveredBy ? ` von ${report.deliveredBy}` : ''}.`}
        actions={<ReportTag state={report.state} />}
      />
      <div class="lw-stack lw-stack--xl">
        <RoadNotes road={road} refusal={typed.refusal} labels={labels} ids={idsOf(typed)} />
        <Panel id="datei" title="Bericht">
          <div class="lw-stack">
            {content?.fileId && (
              <p>
                <a class="lw-link" href={fileRoutes.download.href({ id: content.fileId })} download>
                  {content.fileName}
                </a>
              </p>
            )}
            {content?.summary && <p class="lw-measure">{content.summary}</p>}
            {content?.reason && <p class="lw-measure">Grund des neuen Berichts: {content.reason}</p>}
            {report.decidedAt && (
              <p>
                {report.state === 'accepted' ? 'Abgenommen' : 'Änderungen erbeten'}{' '}
                {germanMoment(report.decidedAt, now)}
                {report.decidedBy ? `, ${report.decidedBy}` : ''}
              </p>
            )}
          </div>
        </Panel>
        <Talks {...props} />
        {isWaiting && <ChangesForm {...props} />}
        {isWaiting && <Acceptance {...props} />}
      </div>
    </>
  )
}

function ChangesForm({ road, report, typed }: ReportProps) {
  const { form, refusal } = typedIn(typed, 'changes')
  return (
    <Panel id="aenderungen" title="Um Änderungen bitten">
      <Form action={routes.askChanges.href({ id: road.id, report: report.id })} label="Um Änderungen bitten">
        <TextArea
          name="wish"
          label="Was sich ändern soll"
          hint="Danach wartet Ihre Kommune auf eine neue Fassung."
          rows={3}
          required
          value={form['wish']}
          error={errorAt(refusal?.errors, 'wish')}
        />
        <Submit variant="secondary">Um Änderungen bitten</Submit>
      </Form>
    </Panel>
  )
}

function Acceptance({ road, report, accepts, typed }: ReportProps) {
  const text = acceptanceText(road, report)
  const [title = '', ...lines] = text.trimEnd().split('\n')
  return (
    <Panel id="abnahme" title="Bericht abnehmen">
      <div class="lw-stack lw-measure">
        <SignedText sections={[{ title, lines: lines.map((line) => line.replace(/^- /, '')) }]} sha256={sha256(text)} />
        {accepts ? (
          <Form action={routes.acceptReport.href({ id: road.id, report: report.id })} label="Bericht abnehmen">
            <HiddenField name="shownSha256" value={sha256(text)} />
            <CurrentPassword
              refusal={typed.at === 'accept' ? typed.refusal : undefined}
              label="Ihr Passwort, noch einmal als Unterschrift"
            />
            <Submit>Bericht abnehmen</Submit>
          </Form>
        ) : (
          <Refused title="Abnehmen können andere">
            Den Bericht nimmt die Verwaltungsleitung oder die Informationssicherheit Ihrer Kommune ab.
          </Refused>
        )}
      </div>
    </Panel>
  )
}
