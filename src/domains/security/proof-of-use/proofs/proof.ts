import { Temporal } from 'temporal-polyfill'
import { type Refusal, refuse } from '#kernel/outcome.ts'

/** An interim proof on the way, or the one that closes the programme. */
export const proofKinds = ['interim', 'final'] as const
export type ProofKind = (typeof proofKinds)[number]

const kindNames: Record<ProofKind, string> = { interim: 'Zwischennachweis', final: 'Verwendungsnachweis' }

export const proofKindInWords = (kind: ProofKind): string => kindNames[kind]

/** Where a text of the narrative came from. */
export type NarrativeOrigin = 'data' | 'person' | 'auto'

const originNames: Record<NarrativeOrigin, string> = {
  data: 'aus den Daten entworfen',
  person: 'gespeichert',
  auto: 'beim Schreiben von selbst gesichert',
}

export const originInWords = (origin: NarrativeOrigin): string => originNames[origin]

/** A text of the narrative as it was saved once. */
export interface Narrative {
  id: string
  number: number
  origin: NarrativeOrigin
  text: string
  savedBy: string | null
  savedAt: Temporal.Instant
}

/** A proof as it was frozen; never changed. */
export interface ProofVersion {
  id: string
  number: number
  kind: ProofKind
  reason: string
  narrativeNumber: number
  /** The one moment of which all figures are. */
  asOf: Temporal.Instant
  entries: number
  releasedCents: number
  settledCents: number
  vouchers: number
  pdfFileId: string
  pdfSha256: string
  sheetFileId: string
  sheetSha256: string
  frozenBy: string | null
  frozenAt: Temporal.Instant
}

/** The proof of use of a programme. */
export interface Proof {
  id: string
  organizationId: string
  programmeId: string
  programmeKey: string
  programmeName: string
  deadline: string | null
  /** So many months after the last day it is due, so many years its vouchers are kept. */
  dueMonths: number
  keepYears: number
  termsVersion: number
  begunAt: Temporal.Instant
  /** The newest text. */
  narrative: Narrative
  /** The newest first. */
  versions: readonly ProofVersion[]
}

/** The local day until which it has to be there; null without a last day. */
export const dueOn = (deadline: string | null, months: number): string | null =>
  deadline === null ? null : Temporal.PlainDate.from(deadline).add({ months }).toString()

/** The local day until which vouchers are kept. */
export const keptUntil = (deadline: string | null, years: number): string | null =>
  deadline === null ? null : Temporal.PlainDate.from(deadline).add({ years }).toString()

/** The final one was frozen: nobody has to be reminded of it any more. */
export const isClosed = ({ versions }: Pick<Proof, 'versions'>): boolean =>
  versions.some(({ kind }) => kind === 'final')

/** Why it cannot be frozen like this; undefined when it can. */
export function freezeFault(
  { versions, narrative }: Pick<Proof, 'versions' | 'narrative'>,
  { reason, narrativeNumber }: { reason: string; narrativeNumber: number },
): Refusal | undefined {
  if (narrativeNumber !== narrative.number)
    return refuse(
      `Der Sachbericht ist inzwischen geändert (Fassung ${narrative.number}). Festgeschrieben ist nichts. Bitte lesen Sie die neue Fassung und schreiben Sie dann fest.`,
      [{ path: 'narrativeVersion', message: `Aktuell ist Fassung ${narrative.number}.` }],
    )
  if (versions.length > 0 && reason === '')
    return refuse(
      `Es gibt schon Version ${versions[0]?.number ?? 1}; sie bleibt, wie sie ist. Festgeschrieben ist noch nichts Neues.`,
      [{ path: 'reason', message: 'Bitte sagen Sie, warum es eine weitere Version gibt.' }],
    )
  return undefined
}
