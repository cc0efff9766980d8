import { answered, type Count, percent, unanswered } from '#kernel/scale.ts'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Side } from '../reviews/review.ts'
import { sideNames } from './sign-off.ts'

interface Named {
  id: string
  title: string
}

interface ListFigures {
  title: string
  count: Count
  disputed: number
}

/** Who signs, as what and for whom. */
export interface Signer {
  side: Side
  name: string
  roleName: string
  place: string
}

interface EarlierSignature extends Signer {
  signedAt: Temporal.Instant
  sha256: string
}

/** All that is signed. The same facts give the same text, to the byte: nothing in it depends on when it is shown. */
export interface Protocol {
  organization: string
  catalog: { title: string; version: string; sha256: string }
  wave: number
  startedAt: Temporal.Instant
  total: Count
  lists: ListFigures[]
  review: { confirmed: number; comment: number }
  unanswered: Named[]
  /** Carried over from the wave before, and nobody has confirmed that they still hold. */
  unconfirmed: Named[]
  disputed: Named[]
  /** Hash over every answer with its note and every verdict: whoever changes one changes this line. */
  digest: string
  signed: EarlierSignature[]
  /** Null for somebody who only reads. */
  signer: Signer | null
}

export interface Section {
  title: string
  lines: string[]
}

const decimal = (value: number | null): string => (value === null ? '–' : `${String(value).replace('.', ',')} %`)
const moment = (at: Temporal.Instant): string => `${germanDay(localDay(at))}, ${germanTime(at)}`
const named = (items: readonly Named[]): string[] =>
  items.length === 0 ? ['keine'] : items.map(({ id, title }) => `${id}: ${title}`)

/** The protocol as people read it: page and signed text are made of the same lines. */
export function sectionsOf(protocol: Protocol): Section[] {
  const { catalog, total, review, signed, signer } = protocol
  return [
    {
      title: 'Was geprüft ist',
      lines: [
        `Kommune: ${protocol.organization}`,
        `Katalog: ${catalog.title}`,
        `Fassung: ${catalog.version}`,
        `SHA-256 des Katalogs: ${catalog.sha256}`,
        `Durchgang: ${protocol.wave}, begonnen am ${germanDay(localDay(protocol.startedAt))}`,
      ],
    },
    {
      title: 'Ergebnis',
      lines: [
        `Beantwortet: ${answered(total)} von ${total.total} Fragen`,
        total.levels > 0
          ? `In Stufen beantwortet: ${total.levels}, nicht relevant: ${total.notApplicable}`
          : `Ja: ${total.yes}, Nein: ${total.no}, nicht relevant: ${total.notApplicable}`,
        `Erfüllt: ${decimal(percent(total))}`,
        `Vor Ort bestätigt: ${review.confirmed}, strittig: ${protocol.disputed.length}, mit Hinweis: ${review.comment}`,
        `SHA-256 aller Antworten, Notizen und Urteile: ${protocol.digest}`,
      ],
    },
    { title: 'Liste für Liste', lines: protocol.lists.map(listLine) },
    {
      title: `Nicht beantwortet (${unanswered(total) - protocol.unconfirmed.length})`,
      lines: named(protocol.unanswered),
    },
    ...(protocol.unconfirmed.length > 0
      ? [
          {
            title: `Aus einer anderen Prüfung übernommen, nicht bestätigt (${protocol.unconfirmed.length})`,
            lines: named(protocol.unconfirmed),
          },
        ]
      : []),
    { title: `Strittig (${protocol.disputed.length})`, lines: named(protocol.disputed) },
    ...(signed.length > 0
      ? [
          {
            title: 'Schon unterschrieben',
            lines: signed.map(
              (one) => `${signerLine(one)}, am ${moment(one.signedAt)}; SHA-256 des Textes: ${one.sha256}`,
            ),
          },
        ]
      : []),
    ...(signer ? [{ title: 'Unterschrift', lines: [`Es unterschreibt ${signerLine(signer)}.`] }] : []),
  ]
}

const listLine = ({ title, count, disputed }: ListFigures): string =>
  `${title}: ${answered(count)} von ${count.total} beantwortet, erfüllt ${decimal(percent(count))}${disputed > 0 ? `, strittig ${disputed}` : ''}`

const signerLine = ({ side, name, roleName, place }: Signer): string =>
  `${name} (${roleName}, ${place}) für die Seite ${sideNames[side]}`

/** The text whose hash is signed. */
export const protocolText = (protocol: Protocol): string =>
  `${['Protokoll zur Abnahme', ...sectionsOf(protocol).map(({ title, lines }) => [title, ...lines.map((line) => `- ${oneLine(line)}`)].join('\n'))].join('\n\n')}\n`

/** A name cannot pretend to be a further line. */
const oneLine = (line: string): string => line.replaceAll(/\s+/g, ' ')

/** A signed text back in its sections, to be shown as it was. */
export function readText(text: string): Section[] {
  const [, ...parts] = text.trimEnd().split('\n\n')
  return parts.map((part) => {
    const [title = '', ...lines] = part.split('\n')
    return { title, lines: lines.map((line) => line.replace(/^- /, '')) }
  })
}
