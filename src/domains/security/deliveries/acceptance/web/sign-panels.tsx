import { localDay } from '#kernel/local-day.ts'
import { CurrentPassword } from '#foundation/identity/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { errorAt, FileField, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { SignedText } from '#ui/signed-text/signed-text.tsx'
import { lateFault } from '../../deadline.ts'
import { deliveryRoutes as routes } from '../../routes.ts'
import { typedIn } from '../../web/typed.ts'
import type { AcceptanceProps } from './acceptance-view.tsx'

const Text = ({ text }: { text: string }) => {
  const [title = '', ...lines] = text.trimEnd().split('\n')
  return (
    <SignedText sections={[{ title, lines: lines.map((line) => line.replace(/^- /, '')) }]} sha256={sha256(text)} />
  )
}

/** The municipality signs: its head with the password, or on paper. */
export function SignPanel(props: AcceptanceProps) {
  const { road, acceptance, text = '', typed, sides, now } = props
  const late = acceptance.result === 'refused' ? undefined : lateFault(road, now)
  if (late)
    return (
      <Panel id="unterschrift" title="Unterschreiben">
        <Refused title="Unterschreiben geht nicht mehr">{late.refused}</Refused>
      </Panel>
    )
  return (
    <Panel id="unterschrift" title="Unterschreiben">
      <div class="lw-stack lw-measure">
        <Text text={text} />
        {sides.signs ? (
          <Form action={routes.sign.href({ id: road.id, acceptance: acceptance.id })} label="Unterschreiben">
            <HiddenField name="shownSha256" value={sha256(text)} />
            <CurrentPassword
              refusal={typed.at === 'sign' ? typed.refusal : undefined}
              label="Ihr Passwort, noch einmal als Unterschrift"
            />
            <Submit>{acceptance.result === 'refused' ? 'Abnahme verweigern' : 'Leistung abnehmen'}</Submit>
          </Form>
        ) : (
          <Refused title="Unterschreiben kann die Verwaltungsleitung">
            Sie findet diese Abnahme unter ihren Aufgaben. Auf Papier unterschrieben, können Sie sie hier ablegen.
          </Refused>
        )}
        <PaperForm {...props} />
      </div>
    </Panel>
  )
}

function PaperForm({ road, acceptance, typed, now }: AcceptanceProps) {
  const { form, refusal } = typedIn(typed, 'paper')
  return (
    <details class="lw-why" open={refusal !== undefined}>
      <summary>Auf Papier unterschrieben</summary>
      <Form action={routes.paper.href({ id: road.id, acceptance: acceptance.id })} multipart label="Papier ablegen">
        <p class="lw-small">Das Protokoll oben als PDF laden, unterschreiben lassen und eingescannt hier ablegen.</p>
        <TextField
          name="signer"
          label="Wer unterschrieben hat"
          required
          value={form['signer']}
          error={errorAt(refusal?.errors, 'signer')}
        />
        <TextField
          name="signedOn"
          label="Unterschrieben am"
          type="date"
          short
          required
          value={form['signedOn'] ?? localDay(now).toString()}
          error={errorAt(refusal?.errors, 'signedOn')}
        />
        <FileField
          name="file"
          label="Unterschriebenes Protokoll"
          hint="Höchstens 25 MB."
          required
          error={errorAt(refusal?.errors, 'file')}
        />
        <Submit variant="secondary">Unterschriebenes Protokoll ablegen</Submit>
      </Form>
    </details>
  )
}

/** The cooperative countersigns, or says why not. */
export function CountersignPanel({ road, acceptance, text = '', typed, sides, now }: AcceptanceProps) {
  const late = lateFault(road, now)
  const back = typedIn(typed, 'sendBack')
  if (!sides.countersigns)
    return (
      <Panel id="gegenzeichnung" title="Gegenzeichnung">
        <Refused title="Gegengezeichnet wird vom Verbund">
          Wer das Programm leitet, findet diese Abnahme unter den eigenen Aufgaben. Gebucht wird erst danach.
        </Refused>
      </Panel>
    )
  return (
    <Panel id="gegenzeichnung" title="Gegenzeichnen">
      <div class="lw-stack lw-measure">
        {late ? (
          <Refused title="Gegenzeichnen geht nicht mehr">{late.refused}</Refused>
        ) : (
          <>
            <Text text={text} />
            <Form action={routes.countersign.href({ id: road.id, acceptance: acceptance.id })} label="Gegenzeichnen">
              <HiddenField name="shownSha256" value={sha256(text)} />
              <CurrentPassword
                refusal={typed.at === 'countersign' ? typed.refusal : undefined}
                label="Ihr Passwort, noch einmal als Unterschrift"
              />
              <Submit>Gegenzeichnen und buchen</Submit>
            </Form>
          </>
        )}
        <details class="lw-why" open={back.refusal !== undefined}>
          <summary>An die Kommune zurückgeben</summary>
          <Form action={routes.sendBack.href({ id: road.id, acceptance: acceptance.id })} label="Zurückgeben">
            <TextArea
              name="reason"
              id="grund-sendBack"
              label="Grund"
              hint="Die Kommune liest ihn und bereitet die Abnahme neu vor."
              rows={3}
              required
              value={back.form['reason']}
              error={errorAt(back.refusal?.errors, 'reason')}
            />
            <Submit variant="secondary">Zurückgeben</Submit>
          </Form>
        </details>
      </div>
    </Panel>
  )
}

/** The municipality takes back what is not booked yet. */
export function WithdrawPanel({ road, acceptance, typed }: AcceptanceProps) {
  const { form, refusal } = typedIn(typed, 'withdraw')
  return (
    <details class="lw-why" open={refusal !== undefined}>
      <summary>Abnahme zurücknehmen</summary>
      <Form action={routes.withdraw.href({ id: road.id, acceptance: acceptance.id })} label="Abnahme zurücknehmen">
        <TextArea
          name="reason"
          id="grund-withdraw"
          label="Grund"
          hint="Solange nicht gegengezeichnet ist. Danach bereiten Sie eine neue vor."
          rows={2}
          required
          value={form['reason']}
          error={errorAt(refusal?.errors, 'reason')}
        />
        <Submit variant="secondary">Abnahme zurücknehmen</Submit>
      </Form>
    </details>
  )
}
