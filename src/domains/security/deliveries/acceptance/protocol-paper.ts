import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { type Block, type Paper, run, words } from '#kernel/paper.ts'
import { signaturesOf } from '#foundation/signatures/index.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Delivery, proofInWords } from '../delivery/delivery.ts'
import { deliveriesOf } from '../delivery/queries.ts'
import { pdfOf } from '../orders/order-paper.ts'
import { type Acceptance, acceptanceStateInWords, resultInWords } from './acceptance.ts'

/** Everything the protocol says. */
export interface Protocol {
  acceptance: Acceptance
  deliveries: readonly Delivery[]
  /** Of what each side signed; null until it did. */
  hashes: { organization: string | null; cooperative: string | null; cooperativeName: string | null }
  madeAt: Temporal.Instant
}

const day = (text: string): string => germanDay(Temporal.PlainDate.from(text))
const moment = (at: Temporal.Instant): string => `${germanDay(localDay(at))}, ${germanTime(at)}`

/** The protocol as it is printed and kept: a draft to be signed by hand until the municipality has signed. */
export function protocolPaper(protocol: Protocol): Paper {
  const { acceptance, deliveries, madeAt } = protocol
  const { orderReference, orderTitle, organizationName, programmeName, state } = acceptance
  const isFinal = state === 'accepted' || state === 'refused'
  return {
    title: `Abnahmeprotokoll: ${orderTitle}, ${organizationName}`,
    author: organizationName,
    subject: `Abnahme zum Auftrag ${orderReference} im Programm ${programmeName}`,
    madeAt: madeAt.toString(),
    head: { left: `${organizationName} · ${programmeName}`, right: `Stand ${germanDay(localDay(madeAt))}` },
    foot: `Abnahmeprotokoll ${orderReference} · ${acceptanceStateInWords(state)}`,
    mark: isFinal ? undefined : 'ENTWURF',
    blocks: [
      {
        kind: 'masthead',
        title: 'Abnahmeprotokoll',
        under: `${organizationName} · ${programmeName}`,
        right: `Auftrag ${orderReference}`,
        rightSmall: acceptanceStateInWords(state),
      },
      { kind: 'heading', level: 1, text: `${orderTitle}: ${resultInWords(acceptance)}` },
      { kind: 'pairs', items: factsOf(acceptance) },
      ...deliveredBlocks(deliveries),
      ...reservationBlocks(acceptance),
      { kind: 'heading', level: 1, text: 'Unterschriften' },
      { kind: 'signatures', items: signaturesIn(protocol) },
    ],
  }
}

function factsOf(acceptance: Acceptance): { label: string; text: string }[] {
  const { result, note, reason } = acceptance
  const pairs: [string, string][] = [
    ['Leistung', `${acceptance.orderTitle} (${acceptance.orderReference})`],
    ['Dienstleister', acceptance.contractorName],
    [result === 'refused' ? 'Nicht abgenommen' : 'Abgenommen', `${germanMoney(acceptance.amountCents)} brutto`],
    [result === 'refused' ? 'Grund' : 'Anmerkung', note],
    [acceptance.state === 'returned' ? 'Zurückgegeben, weil' : 'Zurückgenommen, weil', reason],
  ]
  return pairs.filter(([, text]) => text !== '').map(([label, text]) => ({ label, text }))
}

function deliveredBlocks(deliveries: readonly Delivery[]): Block[] {
  const standing = deliveries.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (standing.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Was geliefert wurde' },
    {
      kind: 'table',
      caption: 'Lieferungen und Nachweise',
      columns: [
        { header: 'Nr.', width: 7, numeric: true },
        { header: 'Erbracht am', width: 17 },
        { header: 'Betrag', width: 20, numeric: true },
        { header: 'Nachweise', width: 56 },
      ],
      rows: standing.map(({ number, deliveredOn, amountCents, proofs, note }) => [
        words(String(number)),
        words(day(deliveredOn)),
        words(amountCents === 0 ? 'nachgebessert' : germanMoney(amountCents)),
        words(
          ...(proofs.length === 0
            ? [note === '' ? '–' : note]
            : proofs.map(
                ({ kind, name, sha256: hash }) => `${proofInWords(kind)}: ${name}, SHA-256 ${hash.slice(0, 12)}…`,
              )),
        ),
      ]),
    },
  ]
}

function reservationBlocks({ reservations }: Acceptance): Block[] {
  if (reservations.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: reservations.length === 1 ? 'Vorbehalt' : 'Vorbehalte' },
    {
      kind: 'table',
      caption: 'Was bei der Abnahme vorbehalten ist',
      columns: [
        { header: 'Nr.', width: 8, numeric: true },
        { header: 'Vorbehalt', width: 70 },
        { header: 'Behoben am', width: 22 },
      ],
      rows: reservations.map(({ number, text, fixedOn }) => [
        words(String(number)),
        words(text),
        words(run(fixedOn === null ? 'noch offen' : day(fixedOn), fixedOn === null ? 'strong' : undefined)),
      ]),
    },
  ]
}

function signaturesIn({ acceptance, hashes }: Protocol): { side: string; text: string }[] {
  const { signedAt, signerName, way, paperSignedOn, decidedAt, deciderName, state, organizationName } = acceptance
  const own =
    signedAt === null
      ? ''
      : way === 'paper'
        ? `${signerName ?? ''}, unterschrieben auf Papier am ${day(paperSignedOn ?? '')}; abgelegt ${moment(signedAt)}.\nSHA-256 des Papiers: ${hashes.organization ?? ''}`
        : `${signerName ?? ''}, Verwaltungsleitung, ${moment(signedAt)}, mit Passwort bestätigt.\nSHA-256 des Textes: ${hashes.organization ?? ''}`
  const other =
    state === 'accepted' && decidedAt
      ? `${deciderName ?? ''}, Programmleitung, ${moment(decidedAt)}, mit Passwort bestätigt.\nSHA-256 des Textes: ${hashes.cooperative ?? ''}`
      : ''
  return [
    { side: organizationName, text: own },
    ...(acceptance.result === 'refused'
      ? []
      : [{ side: `Gegengezeichnet: ${hashes.cooperativeName ?? 'Verbund'}`, text: other }]),
  ]
}

/** Read in the transaction, set after it. */
export async function protocolPdf(ctx: Context, acceptance: Acceptance): Promise<FileAnswer> {
  const deliveries = await deliveriesOf(ctx.db, acceptance.orderId)
  const signatures = await signaturesOf(ctx.db, { type: 'acceptance', id: acceptance.id })
  const own = signatures.find(({ actingFor }) => actingFor.id === acceptance.organizationId)
  const other = signatures.find(({ actingFor }) => actingFor.id !== acceptance.organizationId)
  const paper = protocolPaper({
    acceptance,
    deliveries,
    hashes: {
      organization: acceptance.paperSha256 ?? own?.shownSha256 ?? null,
      cooperative: other?.shownSha256 ?? null,
      cooperativeName: other?.actingFor.name ?? null,
    },
    madeAt: ctx.now,
  })
  return pdfOf(`abnahme-${acceptance.orderReference}-${acceptance.number}.pdf`, paper)
}
