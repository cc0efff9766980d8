import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { CurrentPassword, everyRoleInWords } from '#foundation/identity/index.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { type Assessment, stateOf } from '../../assessment.ts'
import { signOffRoutes } from '../routes.ts'
import { ofSide, otherSide } from '../sign-off.ts'
import type { SignOffData } from './load-sign-off.ts'

export interface FormProps {
  assessment: Assessment
  data: SignOffData
  now: Temporal.Instant
  /** Of one of the forms on this page, with what was typed; never the password. */
  refusal: Refusal | undefined
  typed: Record<string, string>
}

/** The own signature, or why it is not possible, or the way back. */
export function SigningForm(props: FormProps) {
  const { assessment, data } = props
  if (stateOf(assessment) === 'signedOff') return null
  const { signer } = data
  if (signer === null)
    return (
      <Refused title="Unterschreiben können andere" level={2}>
        Für die Kommune unterschreiben Verwaltungsleitung oder Informationssicherheit, für das Prüfhaus, wer zum Prüfen
        zugewiesen ist.
      </Refused>
    )
  return ofSide(data.signOffs, signer.side) ? <WithdrawalForm {...props} /> : <OwnForm {...props} signer={signer} />
}

function OwnForm({ assessment, data, now, refusal, signer }: FormProps & { signer: { side: string; role: string } }) {
  const role = everyRoleInWords([signer.role])
  const isSecond = stateOf(assessment) === 'inReview'
  return (
    <div class="lw-stack lw-measure">
      <p>
        {isSecond
          ? 'Mit Ihrer Unterschrift ist die Prüfung abgenommen: Antworten, Nachweise und Urteile bleiben, wie sie sind.'
          : 'Mit Ihrer Unterschrift ruhen die Antworten, bis auch die andere Seite unterschrieben hat. Bis dahin können Sie Ihre Unterschrift zurücknehmen.'}{' '}
        Was nicht beantwortet oder strittig ist, steht mit Namen im Text und hindert nicht.
      </p>
      <Form action={signOffRoutes.show.href({ id: assessment.id })} label="Unterschrift">
        <HiddenField name="side" value={signer.side} />
        <HiddenField name="shownSha256" value={data.text.sha256} />
        <HiddenField name="shownAt" value={now.toString()} />
        <CurrentPassword refusal={refusal} label="Ihr Passwort, noch einmal als Unterschrift" />
        <Submit>{`Als ${role} unterschreiben`}</Submit>
      </Form>
    </div>
  )
}

function WithdrawalForm({ assessment, data, now, refusal, typed }: FormProps) {
  const own = data.signer && ofSide(data.signOffs, data.signer.side)
  if (!own || !data.signer) return null
  const other = data.candidates[otherSide(data.signer.side)].map(({ name }) => name).join(', ')
  return (
    <div class="lw-stack lw-measure">
      <p>
        Ihre Seite hat unterschrieben ({own.signerName ?? 'Ehemalige Person'}, {germanMoment(own.signedAt, now)}).{' '}
        {other === '' ? 'Auf der anderen Seite ist zurzeit niemand, der unterschreiben kann.' : `Jetzt fehlt ${other}.`}
      </p>
      <details class="lw-why" open={refusal !== undefined}>
        <summary>Unterschrift zurücknehmen</summary>
        <Form
          action={signOffRoutes.withdrawal.href({ id: assessment.id, signOffId: own.id })}
          label="Unterschrift zurücknehmen"
        >
          <TextArea
            name="reason"
            label="Warum (liest auch die andere Seite)"
            value={typed['reason']}
            error={errorAt(refusal?.errors, 'reason')}
            rows={3}
            required
          />
          <p>
            <Button size="x-small">Unterschrift zurücknehmen</Button>
          </p>
        </Form>
      </details>
    </div>
  )
}

/** Somebody is at it right now, or the judgement has moved since the first signature: said before one signs. */
export function Movement({ assessment, data, now }: Pick<FormProps, 'assessment' | 'data' | 'now'>) {
  const { changes, names } = data
  if (changes.length === 0) return null
  const isOpen = stateOf(assessment) === 'open'
  return (
    <Alert
      kind="warning"
      title={
        isOpen
          ? 'In den letzten zehn Minuten wurde noch gearbeitet'
          : 'Seit der ersten Unterschrift sind Urteile dazugekommen'
      }
    >
      <ChangeList changes={changes} names={names} now={now} />
      {isOpen && (
        <p>
          Nach Ihrer Unterschrift wird nichts mehr gespeichert. Was jemand gerade schreibt, bleibt auf dessen Bildschirm
          stehen. Sprechen Sie sich ab.
        </p>
      )}
    </Alert>
  )
}

export const ChangeList = ({
  changes,
  names,
  now,
}: Pick<SignOffData, 'changes' | 'names'> & { now: Temporal.Instant }) => (
  <ul class="lw-list">
    {changes.map(({ kind, title, by, at }) => (
      <li>
        {germanMoment(at, now)}, {names.get(by) ?? 'Kollegin oder Kollege'}
        {kind === 'answer' ? ', Antwort: ' : ', Urteil: '}
        {title}
      </li>
    ))}
  </ul>
)
