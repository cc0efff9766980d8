import { germanMoney } from '#kernel/money.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import type { Account } from '../accounts/account.ts'
import { fundingRoutes as routes } from '../routes.ts'
import { type Move, moveKey, movesOf, type Subject } from './booking-form.ts'
import { moveInWords } from '../entries/entry.ts'

interface BookingViewProps {
  title: string
  account: Account
  subject: Subject
  typed: Record<string, string>
  refusal: Refusal | undefined
}

const labels = {
  orderTitle: 'Was wird bestellt?',
  orderReference: 'Auftragsnummer',
  move: 'Von → nach',
  amountCents: 'Betrag',
  reason: 'Grund',
  correctsId: 'Buchung',
} as const

/** The form of one booking; only ways that are open can be chosen. */
export function BookingView({ title, account, subject, typed, refusal }: BookingViewProps) {
  const moves = movesOf(account, subject)
  return (
    <>
      <PageHead title={title} lead={leadOf(account, subject)} />
      <div class="lw-stack lw-measure">
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
        {moves.some(({ most }) => most > 0) ? (
          <BookingForm {...{ account, subject, typed, refusal, moves }} />
        ) : (
          <p>
            Hier ist nichts mehr zu buchen.{' '}
            <a class="lw-link" href={routes.account.href({ id: account.enrollmentId })}>
              Zurück zum Budget
            </a>
          </p>
        )}
      </div>
    </>
  )
}

/** What the form is sent to. */
export const targetOf = ({ enrollmentId: id }: Account, subject: Subject): string =>
  subject.kind === 'correction' ? routes.correction.href({ id, entry: subject.entry.id }) : routes.booking.href({ id })

/** On what the form books, as the address of the page names it. */
export const choiceOf = (subject: Subject): string =>
  subject.kind === 'order' ? subject.order.id : subject.kind === 'new' ? 'neu' : ''

function leadOf(account: Account, subject: Subject): string {
  switch (subject.kind) {
    case 'order':
      return `${account.organizationName}, Auftrag ${subject.order.reference}: ${subject.order.title}.`
    case 'new':
      return `${account.organizationName}. Frei sind ${germanMoney(account.remaining)}.`
    case 'correction': {
      const { entry } = subject
      return `${account.organizationName}. Nr. ${entry.number}: ${germanMoney(entry.amountCents)} ${moveInWords(entry)}, „${entry.reason}“. Die Buchung bleibt stehen; eine Gegenbuchung nimmt zurück, was falsch war.`
    }
  }
}

const optionOf = (move: Move) => ({
  value: moveKey(move),
  label: `${moveInWords(move)} (bis ${germanMoney(move.most)})`,
})

function BookingForm({ account, subject, typed, refusal, moves }: Omit<BookingViewProps, 'title'> & { moves: Move[] }) {
  const error = (path: string) => errorAt(refusal?.errors, path)
  const [only] = moves
  return (
    <Form action={targetOf(account, subject)}>
      <HiddenField name="auftrag" value={choiceOf(subject)} />
      {subject.kind === 'new' && (
        <>
          <TextField
            name="orderTitle"
            label={labels.orderTitle}
            required
            maxlength={200}
            value={typed['orderTitle']}
            error={error('orderTitle')}
          />
          <TextField
            name="orderReference"
            label={labels.orderReference}
            hint="Steht auf der Rechnung des Dienstleisters. Ohne Angabe wird die nächste vergeben."
            short
            maxlength={60}
            value={typed['orderReference']}
            error={error('orderReference')}
          />
        </>
      )}
      {moves.length === 1 && only ? (
        <p>
          {labels.move}: <strong>{moveInWords(only)}</strong>, höchstens {germanMoney(only.most)}
        </p>
      ) : (
        <SelectField
          name="move"
          label={labels.move}
          required
          empty="Bitte wählen"
          value={typed['move']}
          options={moves.map(optionOf)}
          error={error('move')}
        />
      )}
      <TextField
        name="amountCents"
        label={labels.amountCents}
        hint="Brutto in Euro, zum Beispiel 1.234,50"
        inputmode="decimal"
        required
        short
        value={typed['amountCents']}
        error={error('amountCents')}
      />
      <TextArea
        name="reason"
        label={labels.reason}
        hint="Steht im Kontoauszug. Zum Beispiel: Bestellung auf Papier vom 12.11.2026"
        required
        rows={2}
        maxlength={500}
        value={typed['reason']}
        error={error('reason')}
      />
      <Submit name="tun" value="vorschau">
        Vorschau zeigen
      </Submit>
    </Form>
  )
}
