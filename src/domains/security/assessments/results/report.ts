import type { Temporal } from 'temporal-polyfill'
import { isMandatory, percent, type Scale } from '#kernel/scale.ts'
import {
  type Answer,
  type Assessment,
  type AssessmentState,
  given,
  type GroupCount,
  type Question,
  stateOf,
  sum,
  type Total,
  urgency,
} from '../assessment.ts'

/** What an assessor said about an answer. */
export interface Verdict {
  verdict: 'confirmed' | 'disputed' | 'comment'
  remark: string
  reviewedBy: string
  reviewedAt: Temporal.Instant
}

/** A signature that counts. */
export interface SignedBy {
  side: 'organization' | 'assessor'
  personId: string
  role: string
  actingForName: string
  signedAt: Temporal.Instant
  sha256: string
}

export interface ReportQuestion extends Question {
  /** Titles of its evidence, with the day until which it holds. */
  evidence: { title: string; validUntil: string | null }[]
  verdict: Verdict | null
}

export interface ReportGroup extends GroupCount {
  percent: number | null
  /** In the wave before; undefined without one. */
  before: number | null | undefined
}

/** The same as reported for the wave before. */
export interface Previous {
  wave: number
  /** When it was signed off, else begun. */
  at: Temporal.Instant
  signedOff: boolean
  percent: number | null
}

/** A part of the catalog with questions of its own. */
export interface Section {
  key: string
  topKey: string
  title: string
}

export interface ReportCatalog {
  id: string
  title: string
  version: string
  sha256: string
  source: string | null
  license: string | null
}

/** Where a check stands, list by list and against the wave before. */
export interface Judged {
  assessment: Assessment
  state: AssessmentState
  scale: Scale
  total: Total
  percent: number | null
  groups: ReportGroup[]
  previous: Previous | null
}

/** Everything a report says, whatever its format: read once, computed once. */
export interface Report extends Judged {
  madeAt: Temporal.Instant
  catalog: ReportCatalog
  signatures: SignedBy[]
  sections: Section[]
  /** All, in the catalog's order. */
  questions: ReportQuestion[]
  /** Mandatory and not done. */
  mandatoryLeft: ReportQuestion[]
  /** Done within a day, and not done. */
  quickWins: ReportQuestion[]
  /** Said, but not done: no, or below the target. */
  gaps: ReportQuestion[]
  disputed: ReportQuestion[]
  unanswered: ReportQuestion[]
  /** Names of the people that occur, as far as the reader may see them. */
  names: Map<string, string>
}

/** The counts of a check and of the wave before. */
export interface Counted {
  assessment: Assessment
  groups: GroupCount[]
  previous: { assessment: Assessment; groups: GroupCount[] } | null
}

/** What was read of one check. */
export interface ReportSource extends Counted {
  madeAt: Temporal.Instant
  catalog: ReportCatalog
  signatures: SignedBy[]
  sections: Section[]
  questions: Question[]
  evidence: { controlId: string; title: string; validUntil: string | null }[]
  verdicts: (Verdict & { controlId: string })[]
  names: Map<string, string>
}

export function judge({ assessment, groups, previous }: Counted): Judged {
  const total = sum(groups)
  const before = new Map(previous?.groups.map((group) => [group.key, percent(group)]))
  return {
    assessment,
    state: stateOf(assessment),
    scale: assessment.scale,
    total,
    percent: percent(total),
    groups: groups.map((group) => ({
      ...group,
      percent: percent(group),
      before: previous ? (before.get(group.key) ?? null) : undefined,
    })),
    previous: previous && previousOf(previous),
  }
}

/** Pure: the same rows give the same report. */
export function reportOf(source: ReportSource): Report {
  const evidence = Map.groupBy(source.evidence, ({ controlId }) => controlId)
  const verdicts = new Map(source.verdicts.map((verdict) => [verdict.controlId, verdict]))
  const questions = source.questions.map((question) => ({
    ...question,
    evidence: evidence.get(question.id) ?? [],
    verdict: verdicts.get(question.id) ?? null,
  }))
  return {
    ...judge(source),
    madeAt: source.madeAt,
    catalog: source.catalog,
    signatures: source.signatures,
    sections: source.sections,
    questions,
    mandatoryLeft: questions.filter((question) => urgency(question) === 'mandatory'),
    quickWins: questions.filter((question) => urgency(question) === 'quickWin'),
    gaps: questions.filter((question) => !isOpen(question) && isShort(question) && !isMandatory(question.effortMin)),
    disputed: questions.filter(({ verdict }) => verdict?.verdict === 'disputed'),
    unanswered: questions.filter(isOpen),
    names: source.names,
  }
}

function previousOf({ assessment, groups }: { assessment: Assessment; groups: GroupCount[] }): Previous {
  return {
    wave: assessment.wave,
    at: assessment.signedOffAt ?? assessment.startedAt,
    signedOff: assessment.signedOffAt !== null,
    percent: percent(sum(groups)),
  }
}

const isOpen = ({ answer }: { answer: Answer | null }): boolean => given(answer) === null

/** No, or below the target. */
export function isShort({ answer }: Pick<Question, 'answer'>): boolean {
  const said = given(answer)
  return said !== null && (said.answer === 'no' || (said.level !== null && said.level < (said.target ?? 0)))
}

/** By how many points it is better or worse; null where one of both is missing. */
export const change = (now: number | null, before: number | null | undefined): number | null =>
  now === null || before === null || before === undefined ? null : Math.round((now - before) * 10) / 10
