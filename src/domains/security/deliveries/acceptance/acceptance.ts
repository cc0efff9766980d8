import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { type Delivery, proofInWords } from '../delivery/delivery.ts'

export const results = ['whole', 'partial', 'refused'] as const
export type Result = (typeof results)[number]

export const acceptanceStates = ['prepared', 'signed', 'accepted', 'refused', 'returned', 'withdrawn'] as const
export type AcceptanceState = (typeof acceptanceStates)[number]

export interface Reservation {
  id: string
  /** Running within the acceptance, from 1. */
  number: number
  text: string
  /** The local day on which it was put right. */
  fixedOn: string | null
}

/** How the municipality decides on what was delivered on an order. */
export interface Acceptance {
  id: string
  orderId: string
  orderReference: string
  orderTitle: string
  enrollmentId: string
  organizationId: string
  organizationName: string
  programmeId: string
  programmeName: string
  contractorId: string
  contractorName: string
  /** Running within the order, from 1. */
  number: number
  result: Result
  /** Gross, in cents. */
  amountCents: number
  /** Of a refusal its reason. */
  note: string
  state: AcceptanceState
  preparedAt: Temporal.Instant
  /** Signed here, or on a paper. */
  way: 'portal' | 'paper' | null
  signedBy: string | null
  signerName: string | null
  signedAt: Temporal.Instant | null
  paperFileId: string | null
  paperName: string | null
  paperSha256: string | null
  paperSignedOn: string | null
  /** Who of the cooperative countersigned or sent back, and when. */
  decidedBy: string | null
  deciderName: string | null
  decidedAt: Temporal.Instant | null
  /** Why it was sent back or withdrawn. */
  reason: string
  reservations: readonly Reservation[]
}

const resultNames: Record<Result, string> = {
  whole: 'Abnahme im Ganzen',
  partial: 'Teilabnahme',
  refused: 'Abnahme verweigert',
}

/** "Teilabnahme", "Abnahme im Ganzen mit 1 Vorbehalt" */
export function resultInWords({ result, reservations }: Pick<Acceptance, 'result' | 'reservations'>): string {
  const { length } = reservations
  return `${resultNames[result]}${length === 0 ? '' : ` mit ${length} ${length === 1 ? 'Vorbehalt' : 'Vorbehalten'}`}`
}

const stateNames: Record<AcceptanceState, string> = {
  prepared: 'wartet auf die Unterschrift',
  signed: 'wartet auf die Gegenzeichnung',
  accepted: 'abgenommen',
  refused: 'verweigert',
  returned: 'zurückgegeben',
  withdrawn: 'zurückgenommen',
}

export const acceptanceStateInWords = (state: AcceptanceState): string => stateNames[state]

/** Not yet decided on: one such at a time on an order. */
export const isPending = ({ state }: Pick<Acceptance, 'state'>): boolean => state === 'prepared' || state === 'signed'

const day = (text: string): string => germanDay(Temporal.PlainDate.from(text))
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** The text that the municipality signs: the same facts give the same bytes. */
export function acceptanceText(acceptance: Acceptance, deliveries: readonly Delivery[]): string {
  const { result, note, reservations } = acceptance
  const lines = [
    `Kommune: ${acceptance.organizationName}`,
    `Programm: ${acceptance.programmeName}`,
    `Auftrag: ${acceptance.orderReference}, ${acceptance.orderTitle}`,
    `Dienstleister: ${acceptance.contractorName}`,
    `Ergebnis: ${resultInWords(acceptance)}`,
    `Betrag: ${germanMoney(acceptance.amountCents)} brutto`,
    ...deliveries.filter(({ withdrawnAt }) => withdrawnAt === null).flatMap(deliveryLines),
    ...reservations.map(({ number, text }) => `Vorbehalt ${number}: ${text}`),
    ...(note === '' ? [] : [`${result === 'refused' ? 'Grund' : 'Anmerkung'}: ${note}`]),
    result === 'refused'
      ? 'Die Leistung ist nicht abgenommen. Der Dienstleister bessert nach.'
      : 'Die Leistung ist im Umfang dieses Betrags abgenommen. Gebucht wird, wenn der Verbund gegengezeichnet hat.',
  ]
  return `Abnahme einer Leistung\n${lines.map((line) => `- ${oneLine(line)}`).join('\n')}\n`
}

const deliveryLines = ({ number, deliveredOn, amountCents, proofs }: Delivery): string[] => [
  `Lieferung ${number}: ${day(deliveredOn)}, ${amountCents === 0 ? 'nachgebessert' : germanMoney(amountCents)}`,
  ...proofs.map(
    ({ kind, name, sha256 }) => `Nachweis zu Lieferung ${number}: ${proofInWords(kind)} ${name}, SHA-256 ${sha256}`,
  ),
]

/** What the cooperative signs: what the municipality signed, by its hash. */
export function countersignatureText(acceptance: Acceptance, signedSha256: string): string {
  const lines = [
    `Kommune: ${acceptance.organizationName}`,
    `Programm: ${acceptance.programmeName}`,
    `Auftrag: ${acceptance.orderReference}, ${acceptance.orderTitle}`,
    `Dienstleister: ${acceptance.contractorName}`,
    `Ergebnis: ${resultInWords(acceptance)}`,
    `Betrag: ${germanMoney(acceptance.amountCents)} brutto`,
    ...acceptance.reservations.map(({ number, text }) => `Vorbehalt ${number}: ${text}`),
    `SHA-256 ${acceptance.way === 'paper' ? 'des unterschriebenen Papiers' : 'des unterschriebenen Textes'}: ${signedSha256}`,
    'Der Verbund zeichnet gegen. Der Betrag wird als abgenommen gebucht.',
  ]
  return `Gegenzeichnung einer Abnahme\n${lines.map((line) => `- ${oneLine(line)}`).join('\n')}\n`
}

export const mostReservations = 20
