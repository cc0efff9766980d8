import type { Temporal } from 'temporal-polyfill'
import { germanDate, germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { fileRoutes } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { timeLeft } from '../../deadline.ts'
import { deliveryRoutes as routes } from '../../routes.ts'
import { type Typed, typedIn } from '../../web/typed.ts'
import { type Acceptance, isPending, type Reservation } from '../acceptance.ts'
import { AcceptanceTag } from './acceptance-rows.tsx'
import { CountersignPanel, SignPanel, WithdrawPanel } from './sign-panels.tsx'

export interface AcceptanceProps {
  road: EnrollmentWithSteps
  acceptance: Acceptance
  /** What would be signed now; undefined where nobody signs any more. */
  text: string | undefined
  now: Temporal.Instant
  typed: Typed
  /** What whoever reads may do here. */
  sides: { prepares: boolean; signs: boolean; countersigns: boolean }
}

const labels = {
  password: 'Passwort',
  signer: 'Wer unterschrieben hat',
  signedOn: 'Unterschrieben am',
  file: 'Unterschriebenes Protokoll',
  reason: 'Grund',
  fixedOn: 'Behoben am',
}

const resultTitles = { whole: 'Abnahme im Ganzen', partial: 'Teilabnahme', refused: 'Abnahme verweigert' }

/** One acceptance: what it says, who signed, and what is to be done with it. */
export function AcceptanceView(props: AcceptanceProps) {
  const { road, acceptance, typed, sides, now } = props
  const left = isPending(acceptance) ? timeLeft(road.deadline, now) : undefined
  const at = typed.at ?? ''
  return (
    <>
      <PageHead
        title={`${resultTitles[acceptance.result]}: ${acceptance.orderTitle}`}
        lead={`${acceptance.orderReference}, ${acceptance.organizationName}, ${germanMoney(acceptance.amountCents)}.`}
        actions={
          <>
            <AcceptanceTag state={acceptance.state} />
            <ButtonLink href={routes.protocol.href({ id: road.id, acceptance: acceptance.id })} size="x-small" download>
              Protokoll als PDF
            </ButtonLink>
          </>
        }
      />
      <div class="lw-stack lw-stack--xl">
        {typed.refusal && (
          <ErrorSummary
            title={typed.refusal.refused}
            errors={typed.refusal.errors ?? []}
            labels={labels}
            ids={{
              ...(at.startsWith('fix-') ? { fixedOn: `behoben-${at.slice(4)}` } : {}),
              ...(at === 'withdraw' || at === 'sendBack' ? { reason: `grund-${at}` } : {}),
            }}
          />
        )}
        <Panel id="abnahme" title="Abnahme" note={left && `Zeit: ${left}`}>
          <Description items={factsOf(props)} />
        </Panel>
        {acceptance.reservations.length > 0 && <Reservations {...props} />}
        {acceptance.state === 'prepared' && sides.prepares && <SignPanel {...props} />}
        {acceptance.state === 'signed' && <CountersignPanel {...props} />}
        {isPending(acceptance) && sides.prepares && <WithdrawPanel {...props} />}
      </div>
    </>
  )
}

const when = (at: Temporal.Instant): string => `${germanDay(localDay(at))}, ${germanTime(at)}`

function factsOf({ acceptance }: AcceptanceProps) {
  const { orderId, orderTitle, orderReference, contractorName, note, reason, state, result } = acceptance
  const { signedAt, signerName, way, paperFileId, paperName, decidedAt, deciderName } = acceptance
  const paper = paperFileId ? (
    <a class="lw-link" href={fileRoutes.download.href({ id: paperFileId })} download>
      {paperName}
    </a>
  ) : (
    paperName
  )
  return [
    {
      term: 'Auftrag',
      details: (
        <a class="lw-link" href={routes.order.href({ order: orderId })}>
          {`${orderReference}: ${orderTitle}`}
        </a>
      ),
    },
    { term: 'Dienstleister', details: contractorName },
    ...(note === '' ? [] : [{ term: result === 'refused' ? 'Grund' : 'Anmerkung', details: note }]),
    {
      term: 'Unterschrift der Kommune',
      details: signedAt === null ? 'fehlt noch' : [when(signedAt), signerName].filter(Boolean).join(', '),
    },
    ...(way === 'paper' ? [{ term: 'Auf Papier', details: paper }] : []),
    ...(result === 'refused'
      ? []
      : [{ term: 'Gegenzeichnung', details: countersignedIn(state, decidedAt, deciderName) }]),
    ...(reason === ''
      ? []
      : [{ term: state === 'returned' ? 'Zurückgegeben, weil' : 'Zurückgenommen, weil', details: reason }]),
  ]
}

const countersignedIn = (state: Acceptance['state'], at: Temporal.Instant | null, name: string | null): string =>
  state === 'accepted' && at !== null
    ? [when(at), name].filter(Boolean).join(', ')
    : state === 'returned'
      ? 'nicht gegeben'
      : 'fehlt noch'

const Reservations = (props: AcceptanceProps) => (
  <Panel id="vorbehalte" title={props.acceptance.reservations.length === 1 ? 'Vorbehalt' : 'Vorbehalte'}>
    <ol class="lw-list">
      {props.acceptance.reservations.map((reservation) => (
        <li>
          <One {...props} reservation={reservation} />
        </li>
      ))}
    </ol>
  </Panel>
)

function One({ road, acceptance, sides, typed, reservation }: AcceptanceProps & { reservation: Reservation }) {
  const { number, text, fixedOn } = reservation
  const { form, refusal } = typedIn(typed, `fix-${number}`)
  const isSigned = acceptance.state === 'signed' || acceptance.state === 'accepted'
  return (
    <div class="lw-stack lw-stack--s">
      <p>
        {text}{' '}
        {fixedOn === null ? (
          isSigned && <Tag state="soon">offen</Tag>
        ) : (
          <Tag state="ok">{`behoben am ${germanDate(fixedOn)}`}</Tag>
        )}
      </p>
      {fixedOn === null && isSigned && sides.prepares && (
        <Form
          action={routes.reservation.href({ id: road.id, acceptance: acceptance.id, number: String(number) })}
          layout="bar"
          label={`Vorbehalt ${number} behoben`}
        >
          <TextField
            name="fixedOn"
            id={`behoben-${number}`}
            label="Behoben am"
            type="date"
            short
            required
            value={form['fixedOn']}
            error={errorAt(refusal?.errors, 'fixedOn')}
          />
          <Button>Als behoben vermerken</Button>
        </Form>
      )}
    </div>
  )
}
