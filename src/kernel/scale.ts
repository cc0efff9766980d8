/** The answer scale is a property of the catalog. */
export const scales = ['yesNoNotApplicable', 'level0to5WithTarget'] as const
export type Scale = (typeof scales)[number]

export const answerValues = ['yes', 'no', 'notApplicable'] as const
export type AnswerValue = (typeof answerValues)[number]

export const highestLevel = 5

/** What was said to one control; all three null when it was taken back. A level always comes with its target. */
export interface Given {
  answer: AnswerValue | null
  level: number | null
  target: number | null
}

export interface Count {
  yes: number
  no: number
  notApplicable: number
  /** Answers in levels, those of them with a target above 0, and the sum of min(level, target) / target over these. */
  levels: number
  rated: number
  reached: number
  total: number
}

export const noCount: Count = { yes: 0, no: 0, notApplicable: 0, levels: 0, rated: 0, reached: 0, total: 0 }

export const answered = (count: Count): number => count.yes + count.no + count.notApplicable + count.levels

export const unanswered = (count: Count): number => count.total - answered(count)

/**
 * yes / (yes + no), in levels the mean of min(level, target) / target, in percent with one decimal; null while there is nothing
 * to divide by. Open ones, "not applicable" and targets of 0 do not count.
 */
export function percent({ yes, no, rated, reached }: Count): number | null {
  const parts = yes + no + rated
  return parts === 0 ? null : Math.round((1000 * (yes + reached)) / parts) / 10
}

/** Whether something was said at all. */
export const isGiven = (given: Given | null): given is Given =>
  given !== null && (given.answer !== null || given.level !== null)

/** Nothing is left to do: yes, not applicable, or the target is reached. */
export const isDone = (given: Given | null): boolean =>
  given !== null &&
  (given.answer === 'yes' ||
    given.answer === 'notApplicable' ||
    (given.level !== null && given.level >= (given.target ?? 0)))

/** Effort 0 means "not rated, mandatory in any case": such controls come first. */
export const isMandatory = (effortMin: number | null): boolean => effortMin === 0

/** The least effort is 1 and it is not yet done: missing, answered with no, or below its target. */
export const isQuickWin = (effortMin: number | null, given: Given | null): boolean => effortMin === 1 && !isDone(given)

export const isAnswerValue = (text: string | undefined): text is AnswerValue =>
  answerValues.some((value) => value === text)
