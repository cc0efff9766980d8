import { germanMoney } from '#kernel/money.ts'
import { Button } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import { type Account, moneyInWords, type MoneyState } from '../accounts/account.ts'
import type { HandBooking } from '../entries/check-by-hand.ts'
import { standingOf } from '../statements/statement.ts'
import type { Subject } from './booking-form.ts'
import { choiceOf, targetOf } from './booking-view.tsx'
import { moveInWords } from '../entries/entry.ts'

interface BookingPreviewProps {
  account: Account
  subject: Subject
  typed: Record<string, string>
  wish: HandBooking
}

const carried = ['orderTitle', 'orderReference', 'move', 'amountCents', 'reason'] as const

/** What a booking does, before it is done. */
export function BookingPreview({ account, subject, typed, wish }: BookingPreviewProps) {
  const before = standingOf(account)
  const touched: MoneyState[] = [...new Set<MoneyState>(['limit', wish.from, wish.to])]
  const lines = touched.map((state) => ({
    state,
    before: before[state],
    after: before[state] + (state === wish.to ? wish.amountCents : 0) - (state === wish.from ? wish.amountCents : 0),
  }))
  const free = lines.find(({ state }) => state === 'limit')?.after ?? 0
  return (
    <>
      <PageHead title="Stimmt das so?" lead={`Gebucht ist noch nichts. Danach: frei ${germanMoney(free)}.`} />
      <div class="lw-stack lw-stack--l lw-measure">
        <Description
          items={[
            { term: 'Kommune', details: account.organizationName },
            { term: 'Auftrag', details: orderInWords(subject, wish) },
            { term: 'Von → nach', details: moveInWords(wish) },
            { term: 'Betrag', details: germanMoney(wish.amountCents) },
            { term: 'Grund', details: wish.reason },
          ]}
        />
        <Table
          caption="Was das Konto jetzt und danach zeigt"
          stack
          columns={[
            { header: 'Stand', rowHeader: true, cell: ({ state }) => moneyInWords(state) },
            { header: 'jetzt', numeric: true, cell: (line) => germanMoney(line.before) },
            { header: 'danach', numeric: true, cell: (line) => germanMoney(line.after) },
          ]}
          rows={lines}
        />
        <Form action={targetOf(account, subject)} layout="row">
          <HiddenField name="auftrag" value={choiceOf(subject)} />
          <HiddenField name="stand" value={String(account.entries)} />
          {carried.map((name) => (
            <HiddenField name={name} value={typed[name] ?? ''} />
          ))}
          <Submit name="tun" value="buchen">
            {`${germanMoney(wish.amountCents)} buchen`}
          </Submit>
          <Button name="tun" value="aendern">
            Ändern
          </Button>
        </Form>
      </div>
    </>
  )
}

function orderInWords(subject: Subject, wish: HandBooking): string {
  switch (subject.kind) {
    case 'order':
      return `${subject.order.reference}: ${subject.order.title}`
    case 'correction':
      return `${subject.entry.orderReference ?? ''}: ${subject.entry.orderTitle ?? ''} (Berichtigung zu Nr. ${subject.entry.number})`
    case 'new':
      return [
        `neu: ${wish.begins?.title ?? ''}`,
        wish.orderReference || 'nächste Auftragsnummer',
        subject.contractor?.name ?? 'noch ohne Dienstleister',
      ].join(' · ')
  }
}
