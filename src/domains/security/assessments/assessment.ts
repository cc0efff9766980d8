import type { Temporal } from 'temporal-polyfill'
import { type AnswerValue, type Count, isMandatory, isQuickWin } from '#kernel/scale.ts'

export interface Assessment {
  id: string
  organizationId: string
  organizationName: string
  catalogId: string
  catalogTitle: string
  catalogVersion: string
  startedAt: Temporal.Instant
}

/** The answer that counts, with its version. */
export interface Answer {
  answer: AnswerValue
  note: string
  version: number
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

/** Counts of one outermost group, and what comes first in it. */
export interface GroupCount extends Count {
  key: string
  title: string
  overview: string | null
  /** Mandatory ones that are missing or answered with no. */
  mandatoryLeft: number
  quickWinsLeft: number
}

export const sum = (groups: readonly GroupCount[]): Count & { mandatoryLeft: number; quickWinsLeft: number } => {
  const total = { yes: 0, no: 0, notApplicable: 0, total: 0, mandatoryLeft: 0, quickWinsLeft: 0 }
  for (const group of groups) for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += group[key]
  return total
}

export const answerNames: Record<AnswerValue, string> = { yes: 'Ja', no: 'Nein', notApplicable: 'Nicht relevant' }

/** Why a question stands in front of others, in the words of the page. */
export type Urgency = 'mandatory' | 'quickWin' | null

export function urgency({ effortMin, answer }: Pick<Question, 'effortMin' | 'answer'>): Urgency {
  const value = answer?.answer ?? null
  if (isMandatory(effortMin)) return value === null || value === 'no' ? 'mandatory' : null
  return isQuickWin(effortMin, value) ? 'quickWin' : null
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
