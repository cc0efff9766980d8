import { germanMoment } from '#kernel/local-day.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, Form, Submit, TextArea } from '#ui/form/form.tsx'
import { Note } from '#ui/note/note.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { stateOf } from '../../assessment.ts'
import { nextWaveIsThere } from '../ask-reopening.ts'
import { signOffRoutes } from '../routes.ts'
import { pending, type Reopening, sideNames } from '../sign-off.ts'
import type { FormProps } from './signing-form.tsx'

/** The way back from a signed check, which both sides go together. */
export function ReopeningPanel(props: FormProps) {
  const { assessment, data } = props
  if (stateOf(assessment) !== 'signedOff') return null
  const asked = pending(data.reopenings)
  return (
    <Panel id="wiederoeffnen" title="Wieder öffnen">
      {data.nextWave ? (
        <p class="lw-measure">{nextWaveIsThere}</p>
      ) : asked ? (
        <Asked {...props} asked={asked} />
      ) : data.signer ? (
        <Ask {...props} />
      ) : (
        <Refused title="Darum bitten können andere">
          Wieder öffnen lässt sich die Prüfung, wenn die eine Seite darum bittet und die andere zustimmt.
        </Refused>
      )}
    </Panel>
  )
}

const Ask = ({ assessment, refusal, typed }: FormProps) => (
  <div class="lw-stack lw-measure">
    <p>
      Wieder öffnen können nur beide Seiten gemeinsam. Stimmt die andere zu, gelten beide Unterschriften nicht mehr, und
      zum Schluss wird neu unterschrieben.
    </p>
    <Form action={signOffRoutes.reopening.href({ id: assessment.id })} label="Um Wiederöffnung bitten">
      <TextArea
        name="reason"
        label="Warum (liest auch die andere Seite)"
        value={typed['reason']}
        error={errorAt(refusal?.errors, 'reason')}
        rows={3}
        required
      />
      <p>
        <Button size="x-small">Um Wiederöffnung bitten</Button>
      </p>
    </Form>
  </div>
)

function Asked({ assessment, data, now, asked }: FormProps & { asked: Reopening }) {
  const address = { id: assessment.id, reopeningId: asked.id }
  const decides = data.signer !== null && data.signer.side !== asked.askedSide
  return (
    <div class="lw-stack lw-measure">
      <p>
        {data.names.get(asked.askedBy) ?? 'Ehemalige Person'} ({sideNames[asked.askedSide]}) bittet darum,{' '}
        {germanMoment(asked.askedAt, now)}:
      </p>
      <Note text={asked.reason} />
      {decides ? (
        <div class="lw-row">
          <Form action={signOffRoutes.agreement.href(address)} layout="row" label="Zustimmen">
            <Submit>Zustimmen und wieder öffnen</Submit>
          </Form>
          <Form action={signOffRoutes.refusal.href(address)} layout="row" label="Ablehnen">
            <Button>Ablehnen</Button>
          </Form>
        </div>
      ) : (
        <p class="lw-muted">Darüber entscheidet die andere Seite.</p>
      )}
    </div>
  )
}
