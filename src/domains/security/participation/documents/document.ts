import type { Temporal } from 'temporal-polyfill'
import { type Refusal, refuse } from '#kernel/outcome.ts'
import type { Side } from '../side.ts'

export const documentStates = ['missing', 'received', 'doesNotExist', 'reviewed'] as const
export type DocumentState = (typeof documentStates)[number]

export const severities = ['none', 'low', 'medium', 'high'] as const
export type Severity = (typeof severities)[number]

/** One version of a document. */
export interface DocumentFile {
  id: string
  number: number
  /** Null once it was taken back. */
  fileId: string | null
  name: string
  mediaType: string | null
  size: number | null
  validUntil: string | null
  addedBy: string | null
  addedAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
  withdrawalReason: string | null
}

/** What the assessor says about a document, and about which version of it. */
export interface Finding {
  id: string
  fileNumber: number | null
  severity: Severity
  text: string
  recommendation: string
  foundBy: string | null
  foundAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
  withdrawalReason: string | null
}

/** A document on the road of one municipality; what the programme wants is there from the beginning, as missing. */
export interface Document {
  id: string
  enrollmentId: string
  organizationId: string
  programmeId: string
  /** Null for what the municipality adds of itself. */
  key: string | null
  title: string
  hint: string
  isRequired: boolean
  position: number
  state: DocumentState
  since: Temporal.Instant | null
  /** A workbook told its state, and nobody has said anything else in the portal since. */
  isBroughtIn: boolean
  /** 0 until something was done with it. */
  version: number
  /** The newest first. Empty for those who only see states. */
  files: readonly DocumentFile[]
  findings: readonly Finding[]
}

const stateNames: Record<DocumentState, string> = {
  missing: 'fehlt noch',
  received: 'eingegangen',
  doesNotExist: 'gibt es nicht',
  reviewed: 'geprüft',
}

export const documentStateInWords = (state: DocumentState): string => stateNames[state]

const severityNames: Record<Severity, string> = {
  none: 'Hinweis',
  low: 'gering',
  medium: 'mittel',
  high: 'hoch',
}

export const severityInWords = (severity: Severity): string => severityNames[severity]

/** The version that counts. */
export const currentFile = ({ files }: Pick<Document, 'files'>): DocumentFile | undefined =>
  files.find(({ withdrawnAt }) => withdrawnAt === null)

/** Findings that hold. */
export const standingFindings = ({ findings }: Pick<Document, 'findings'>): Finding[] =>
  findings.filter(({ withdrawnAt }) => withdrawnAt === null)

type Told = Pick<Document, 'title' | 'state' | 'files'>

/** Who may say what, from which state. A file that comes says `received` by itself. */
const transitions: Record<DocumentState, Partial<Record<DocumentState, Side>>> = {
  missing: { doesNotExist: 'organization' },
  doesNotExist: { missing: 'organization' },
  received: { reviewed: 'assessor' },
  reviewed: { received: 'assessor' },
}

/** A workbook said that it is here, without a file; whoever should have handed it in knows better. */
const isDoubted = ({ state, files }: Pick<Document, 'state' | 'files'>, wanted: DocumentState): boolean =>
  state === 'received' && !currentFile({ files }) && (wanted === 'missing' || wanted === 'doesNotExist')

/** Why a document cannot get this state now; undefined when it can. */
export function hindrance({ title, state, files }: Told, wanted: DocumentState, side: Side): Refusal | undefined {
  if (transitions[state][wanted] === side || (side === 'organization' && isDoubted({ state, files }, wanted)))
    return undefined
  const file = currentFile({ files })
  switch (wanted) {
    case 'reviewed':
      if (side === 'organization') return no(`„${title}“ prüft das Prüfhaus. Geändert ist nichts.`)
      return no(
        state === 'doesNotExist'
          ? `„${title}“ gibt es bei der Kommune nicht, also ist nichts zu prüfen. Ein Befund dazu ist möglich.`
          : `„${title}“ ist noch nicht eingegangen. Geprüft wird, wenn eine Datei da ist.`,
      )
    case 'doesNotExist':
      if (side === 'assessor') return no(`Ob es „${title}“ gibt, sagt die Kommune. Geändert ist nichts.`)
      return no(
        `Zu „${title}“ liegt eine Datei vor${file ? ` („${file.name}“)` : ''}. Nehmen Sie die Datei zuerst zurück, wenn sie nicht dazugehört.`,
      )
    case 'missing':
      return no(
        side === 'assessor'
          ? `Ob „${title}“ noch kommt, sagt die Kommune. Geändert ist nichts.`
          : `„${title}“ fehlt nicht mehr: Es liegt eine Datei vor. Nehmen Sie die Datei zurück, wenn sie nicht dazugehört.`,
      )
    case 'received':
      return no(
        side === 'assessor'
          ? `„${title}“ ist ${stateNames[state]}. Eingegangen ist es, sobald die Kommune eine Datei ablegt.`
          : `Legen Sie zu „${title}“ eine Datei ab; dann gilt es als eingegangen.`,
      )
  }
}

const no = (message: string): Refusal => refuse(message, [{ path: 'state', message }])

/** What still has to come before the preparation is over: the wanted ones that neither came nor are said not to exist. */
export const stillMissing = <One extends Pick<Document, 'isRequired' | 'state'>>(documents: readonly One[]): One[] =>
  documents.filter(({ isRequired, state }) => isRequired && state === 'missing')

/** What still has to be reviewed before the review is over. */
export const stillToReview = <One extends Pick<Document, 'isRequired' | 'state'>>(documents: readonly One[]): One[] =>
  documents.filter(({ isRequired, state }) => state === 'received' || (isRequired && state === 'missing'))

/** Days before its end at which a document is said to end soon. */
export const soonDays = 30

export type Validity = 'endless' | 'valid' | 'soon' | 'expired'

export function validityOf({ validUntil }: Pick<DocumentFile, 'validUntil'>, today: Temporal.PlainDate): Validity {
  if (validUntil === null) return 'endless'
  if (validUntil < today.toString()) return 'expired'
  return validUntil <= today.add({ days: soonDays }).toString() ? 'soon' : 'valid'
}

/** More than any programme wants, and more than anybody sorts. */
export const mostFurther = 40
export const mostFiles = 30
export const mostFindings = 60
