/** The answer scale is a property of the catalog. */
export const scales = ['yesNoNotApplicable', 'level0to5WithTarget'] as const
export type Scale = (typeof scales)[number]

export const answerValues = ['yes', 'no', 'notApplicable'] as const
export type AnswerValue = (typeof answerValues)[number]

export interface Count {
  yes: number
  no: number
  notApplicable: number
  total: number
}

export const answered = (count: Count): number => count.yes + count.no + count.notApplicable

export const unanswered = (count: Count): number => count.total - answered(count)

/** yes / (yes + no) in percent with one decimal; null while there is neither. Open ones and "not applicable" do not count. */
export const percent = ({ yes, no }: Count): number | null =>
  yes + no === 0 ? null : Math.round((1000 * yes) / (yes + no)) / 10

/** Effort 0 means "not rated, mandatory in any case": such controls come first. */
export const isMandatory = (effortMin: number | null): boolean => effortMin === 0

/** The least effort is 1 and it is not yet done: missing or answered with no. */
export const isQuickWin = (effortMin: number | null, answer: AnswerValue | null): boolean =>
  effortMin === 1 && (answer === null || answer === 'no')

export const isAnswerValue = (text: string | undefined): text is AnswerValue =>
  answerValues.some((value) => value === text)
