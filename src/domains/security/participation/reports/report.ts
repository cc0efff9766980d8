import type { Temporal } from 'temporal-polyfill'
import type { Side } from '../side.ts'

export const reportStates = ['submitted', 'changesAsked', 'superseded', 'accepted'] as const
export type ReportState = (typeof reportStates)[number]

export interface ReportComment {
  id: string
  answersId: string | null
  side: Side
  /** "Seite 4", "Abschnitt 3.2" */
  place: string
  text: string
  writtenBy: string | null
  writtenAt: Temporal.Instant
  settledAt: Temporal.Instant | null
}

/** What the municipality and its assessor read of a version; others see that it is there. */
export interface ReportContent {
  fileId: string | null
  fileName: string
  fileSha256: string
  summary: string
  /** Why there is a further report after an accepted one. */
  reason: string
}

/** One version of the contractor's report. */
export interface Report {
  id: string
  enrollmentId: string
  organizationId: string
  programmeId: string
  /** Running on the road, from 1. */
  number: number
  state: ReportState
  deliveredBy: string | null
  deliveredAt: Temporal.Instant
  decidedBy: string | null
  decidedAt: Temporal.Instant | null
  content: ReportContent | null
  /** The oldest first; empty for those who do not read the content. */
  comments: readonly ReportComment[]
}

const stateNames: Record<ReportState, string> = {
  submitted: 'liegt bei der Kommune',
  changesAsked: 'Änderungen erbeten',
  superseded: 'ersetzt',
  accepted: 'abgenommen',
}

export const reportStateInWords = (state: ReportState): string => stateNames[state]

/** Drafts are counted; what was accepted is final. */
export const versionName = ({ number, state }: Pick<Report, 'number' | 'state'>): string =>
  state === 'accepted' ? `Endfassung (Fassung ${number})` : `Entwurf ${number}`

export interface Talk {
  first: ReportComment
  answers: ReportComment[]
  isSettled: boolean
}

/** Questions with their answers. A question is settled when it is said to be. */
export const talksOf = ({ comments }: Pick<Report, 'comments'>): Talk[] =>
  comments
    .filter(({ answersId }) => answersId === null)
    .map((first) => ({
      first,
      answers: comments.filter(({ answersId }) => answersId === first.id),
      isSettled: first.settledAt !== null,
    }))

/** Neither answered by the other side nor settled. */
export const openTalks = (report: Pick<Report, 'comments'>): Talk[] =>
  talksOf(report).filter(
    ({ first, answers, isSettled }) => !isSettled && !answers.some(({ side }) => side !== first.side),
  )

/** The text that is signed: the same facts give the same bytes. */
export function acceptanceText(
  { organizationName, programmeName }: { organizationName: string; programmeName: string },
  report: Pick<Report, 'number' | 'content' | 'comments'>,
): string {
  const lines = [
    `Kommune: ${organizationName}`,
    `Programm: ${programmeName}`,
    `Fassung: ${report.number}`,
    `Datei: ${report.content?.fileName ?? ''}`,
    `SHA-256 der Datei: ${report.content?.fileSha256 ?? ''}`,
    `Kommentare: ${talksOf(report).length}, davon noch ohne Antwort: ${openTalks(report).length}`,
    'Der Bericht ist abgenommen. Er bleibt, wie er ist.',
  ]
  return `Abnahme des Berichts\n${lines.map((line) => `- ${line.replaceAll(/\s+/g, ' ')}`).join('\n')}\n`
}

export const mostComments = 300
export const mostVersions = 60
