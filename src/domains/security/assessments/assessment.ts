import type { Temporal } from 'temporal-polyfill'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import {
  type AnswerValue,
  type Count,
  type Given,
  isDone,
  isGiven,
  isMandatory,
  isQuickWin,
  noCount,
  type Scale,
} from '#kernel/scale.ts'

export interface Assessment {
  id: string
  organizationId: string
  organizationName: string
  catalogId: string
  catalogTitle: string
  catalogVersion: string
  catalogSha256: string
  scale: Scale
  startedAt: Temporal.Instant
  /** From 1; the next one begins from the answers of the one before. */
  wave: number
  previousId: string | null
  inReviewAt: Temporal.Instant | null
  signedOffAt: Temporal.Instant | null
  /** On an earlier version of the catalog, from which the answers came; and the check on a later one that they went to. */
  migratedFrom: string | null
  migratedTo: string | null
  /** Why nothing changes here any more: it goes on in a newer version, or the move to this one was undone. */
  closed: Closed | null
  closedAt: Temporal.Instant | null
  closedBy: string | null
  /** The outermost groups that are delegated to whoever asks; null: they may see the whole check. */
  parts: string[] | null
}

export type Closed = 'moved' | 'undone'

export type AssessmentState = 'open' | 'inReview' | 'signedOff'

/** The first signature stops the answers, both freeze the check. */
export const stateOf = ({ inReviewAt, signedOffAt }: Assessment): AssessmentState =>
  signedOffAt ? 'signedOff' : inReviewAt ? 'inReview' : 'open'

export const stateNames: Record<AssessmentState, string> = {
  open: 'In Arbeit',
  inReview: 'In Abnahme',
  signedOff: 'Abgenommen',
}

const closedNames: Record<Closed, string> = { moved: 'Überführt', undone: 'Überführung zurückgenommen' }

/** For people: a closed check is not "In Arbeit", whatever was signed. */
export const stateInWords = (assessment: Assessment): string =>
  assessment.closed ? closedNames[assessment.closed] : stateNames[stateOf(assessment)]

/** Answers come: nobody has signed, and it was not closed. */
export const isRunning = (assessment: Assessment): boolean => !assessment.closed && stateOf(assessment) === 'open'

const closedWords: Record<Closed, string> = {
  moved:
    'Diese Prüfung ist in eine neue Fassung des Katalogs überführt und bleibt, wie sie ist. Weiter geht es in der neuen Prüfung; der Weg dorthin steht oben auf der Übersicht.',
  undone:
    'Die Überführung in diese Fassung ist zurückgenommen, und diese Prüfung bleibt, wie sie ist. Weiter geht es in der Prüfung davor; der Weg dorthin steht oben auf der Übersicht.',
}

/** What moved to another version of the catalog, or came back from it, is kept as it was. */
export const whileNotClosed = ({ closed }: Assessment): Outcome<true> => closed === null || refuse(closedWords[closed])

/** The version that counts. One that was taken back has neither answer nor level. */
export interface Answer extends Given {
  note: string
  version: number
  /** Carried over, and nobody has said yet that it still holds: it does not count. */
  unconfirmed: boolean
  /** In a history: the number under which it was said in an earlier version of the catalog; null where it was said here. */
  movedFrom?: string | null
  answeredBy: string
  answeredAt: Temporal.Instant
}

export interface Question {
  id: string
  /** Identity across versions of the catalog. */
  key: string
  title: string
  groupKey: string
  topKey: string
  position: number
  /** Running within its group, from 1. */
  number: number
  effortMin: number | null
  effortMax: number | null
  statement: string
  documentation: string[]
  answer: Answer | null
}

/** What was said and counts: nothing while it is only carried over or was taken back. */
export const given = (answer: Answer | null): Given | null =>
  answer && !answer.unconfirmed && isGiven(answer) ? answer : null

/** Counts of one outermost group, and what comes first in it. */
export interface GroupCount extends Count {
  /** In levels: the target is reached. */
  met: number
  /** Carried over and not confirmed yet. */
  unconfirmed: number
  key: string
  title: string
  overview: string | null
  /** Mandatory ones that are missing or answered with no. */
  mandatoryLeft: number
  quickWinsLeft: number
}

export type Total = Count & Pick<GroupCount, 'met' | 'unconfirmed' | 'mandatoryLeft' | 'quickWinsLeft'>

export const sum = (groups: readonly GroupCount[]): Total => {
  const total = { ...noCount, met: 0, unconfirmed: 0, mandatoryLeft: 0, quickWinsLeft: 0 }
  for (const group of groups) for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += group[key]
  return total
}

export const answerNames: Record<AnswerValue, string> = { yes: 'Ja', no: 'Nein', notApplicable: 'Nicht relevant' }

/** "Ja", "Stufe 2 von 4", "zurückgenommen". */
export const givenInWords = ({ answer, level, target }: Given): string =>
  answer !== null ? answerNames[answer] : level !== null ? `Stufe ${level} von ${target}` : 'zurückgenommen'

/** Why a question stands in front of others, in the words of the page. */
export type Urgency = 'mandatory' | 'quickWin' | null

export function urgency({ effortMin, answer }: Pick<Question, 'effortMin' | 'answer'>): Urgency {
  const said = given(answer)
  if (isMandatory(effortMin)) return isDone(said) ? null : 'mandatory'
  return isQuickWin(effortMin, said) ? 'quickWin' : null
}

const efforts = [
  'nicht bewertet, zwingend',
  '1 Tag oder weniger',
  'bis zu 1 Woche',
  'mehrere Wochen',
  'mehrere Monate',
  'ein größeres Vorhaben',
]
const spans = ['wenig', '1 Tag', '1 Woche', 'mehrere Wochen', 'mehrere Monate', 'zu einem größeren Vorhaben']

/** "bis zu 1 Woche", "1 Tag bis 1 Woche" for a range; null when the source rates nothing. */
export function effortInWords(min: number | null, max: number | null): string | null {
  if (min === null) return null
  if (max === null || max === min) return efforts[min] ?? `Stufe ${min}`
  return `${spans[min] ?? `Stufe ${min}`} bis ${spans[max] ?? `Stufe ${max}`}`
}

/** Where a notification leads: the page of the check, or one below it. */
export const checkPath = (id: string, below = ''): string => `/pruefungen/${id}${below}`
