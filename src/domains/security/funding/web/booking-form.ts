import { z } from 'zod'
import { readGermanCents } from '#kernel/money.ts'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { parse, textSchema } from '#platform/http/parse.ts'
import { type Account, type MoneyState, spentStates } from '../accounts/account.ts'
import { type Entry, movesFrom } from '../entries/entry.ts'
import type { HandBooking } from '../entries/check-by-hand.ts'
import type { ServiceOrder } from '../orders/order.ts'

/** What is booked on: an order, a new one, or what an entry did wrong. */
export type Subject =
  | { kind: 'order'; order: ServiceOrder }
  | { kind: 'new'; contractor: { id: string; name: string } | null }
  | { kind: 'correction'; entry: Entry }

/** One way that is open, with what there is to move. */
export interface Move {
  from: MoneyState
  to: MoneyState
  most: number
}

/** Only what is possible as things stand. */
export function movesOf(account: Account, subject: Subject): Move[] {
  if (subject.kind === 'new') return [{ from: 'limit', to: 'planned', most: account.remaining }]
  if (subject.kind === 'correction') {
    const { from, to, amountCents, corrected } = subject.entry
    return [{ from: to, to: from, most: amountCents - corrected }]
  }
  const there: [MoneyState, number][] = [
    ...spentStates.map((state): [MoneyState, number] => [state, subject.order[state]]),
    ['limit', account.remaining],
  ]
  return there.flatMap(([from, most]) => (most > 0 ? movesFrom(from).map((to) => ({ from, to, most })) : []))
}

export const moveKey = ({ from, to }: Pick<Move, 'from' | 'to'>): string => `${from}-${to}`

/** Forms name one field for the two states. */
export const fieldsOf = ({ refused, errors = [] }: Refusal): Refusal =>
  refuse(
    refused,
    errors.map(({ path, message }) => ({ path: path === 'from' || path === 'to' ? 'move' : path, message })),
  )

const oneLine = (most: number) =>
  textSchema(most).refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.')

const amount = 'Bitte einen Betrag über null eintragen, zum Beispiel 1.234,50.'
const form = z.object({
  move: z.string(),
  amountCents: z.preprocess(
    readGermanCents,
    z.number(amount).int(amount).min(1, amount).max(10_000_000_000, 'Höchstens 100.000.000 €.'),
  ),
  reason: textSchema(500).min(1, 'Bitte sagen Sie, warum.'),
  orderTitle: oneLine(200).default(''),
  orderReference: oneLine(60).default(''),
})

const noTitle = { path: 'orderTitle', message: 'Bitte sagen Sie, was bestellt wird.' }

/** The wish that a form expresses. */
export function readWish(account: Account, subject: Subject, typed: Record<string, string>): Outcome<HandBooking> {
  const moves = movesOf(account, subject)
  const [only] = moves.length === 1 ? moves : []
  const read = parse(form, { reason: '', ...typed, move: typed['move'] ?? '' }, 'Gebucht ist noch nichts')
  const move = only ?? moves.find((one) => moveKey(one) === typed['move'])
  const unchosen = move ? [] : [{ path: 'move', message: 'Bitte wählen Sie, von wo nach wo gebucht wird.' }]
  if (isRefusal(read)) return refuse(read.refused, [...unchosen, ...(read.errors ?? [])])
  const untitled = subject.kind === 'new' && read.orderTitle === '' ? [noTitle] : []
  if (!move || untitled.length > 0)
    return refuse('Gebucht ist noch nichts. Bitte ändern Sie eine Angabe.', [...unchosen, ...untitled])
  return { from: move.from, to: move.to, amountCents: read.amountCents, reason: read.reason, ...whereOf(subject, read) }
}

/** On which order, or which entry, the wish is for. */
function whereOf(
  subject: Subject,
  { orderTitle: title, orderReference }: { orderTitle: string; orderReference: string },
): Pick<HandBooking, 'orderReference' | 'correctsId' | 'begins'> {
  switch (subject.kind) {
    case 'order':
      return { orderReference: subject.order.reference }
    case 'correction':
      return { orderReference: subject.entry.orderReference ?? '', correctsId: subject.entry.id }
    case 'new':
      return { orderReference, begins: { title, contractorId: subject.contractor?.id ?? null } }
  }
}
