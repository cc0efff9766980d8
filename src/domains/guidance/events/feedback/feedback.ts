import { Temporal } from 'temporal-polyfill'
import { codedInWords, leavesOpen, publish, type PublishedCell, type Subject } from '#kernel/disclosure/index.ts'
import type { Event } from '../event/event.ts'

export const paces = ['slow', 'right', 'fast'] as const
export type Pace = (typeof paces)[number]
export const paceInWords: Record<Pace, string> = { slow: 'zu langsam', right: 'richtig', fast: 'zu schnell' }

/** What one participant said; nobody knows who. */
export interface Answers {
  /** From 1, of no use, to 5, of much use. */
  useful: number
  pace: Pace
  recommend: boolean
  liked: string
  missing: string
}

/** From so many answers on anything is shown at all. */
export const leastAnswers = 5

/** Once the first date that was held is over. */
export function isAskable(
  { dates, cancelledAt }: Pick<Event, 'dates' | 'cancelledAt'>,
  now: Temporal.Instant,
): boolean {
  if (cancelledAt) return false
  return dates.some((date) => !date.cancelledAt && Temporal.Instant.compare(date.endsAt, now) <= 0)
}

/** A figure, or that it would tell of too few. */
export interface Share {
  label: string
  /** Null: hidden. */
  text: string | null
}

export interface Results {
  number: number
  /** Null below five answers. */
  shown: {
    useful: string | null
    recommend: string | null
    pace: readonly Share[]
    liked: readonly string[]
    missing: readonly string[]
  } | null
}

/** What the organizer may see of these answers: no cell of fewer than five, none that could be computed from the others, texts in no order. */
export function resultsOf(number: number, answers: readonly Answers[]): Results {
  if (number < leastAnswers || answers.length < leastAnswers) return { number, shown: null }
  return {
    number,
    shown: {
      useful: meanUseful(answers),
      recommend: shareOfYes(answers),
      pace: paceShares(answers),
      liked: texts(answers.map(({ liked }) => liked)),
      missing: texts(answers.map(({ missing }) => missing)),
    },
  }
}

const everybody = { name: 'all', partitions: true }

const subjectsOf = (
  values: readonly number[],
  groups: (at: number) => Record<string, string> = () => ({}),
): Subject[] =>
  values.map((value, at) => ({ id: String(at), value, isKnown: false, groups: { all: 'all', ...groups(at) } }))

const wholeOf = (cells: readonly PublishedCell[]): PublishedCell | undefined =>
  cells.find(({ family }) => family === 'all')

/** Steps of 25 points from 1 to 5, rounded as every published mean. */
function meanUseful(answers: readonly Answers[]): string | null {
  const cell = wholeOf(
    publish({ subjects: subjectsOf(answers.map(({ useful }) => (useful - 1) * 25)), families: [everybody] }),
  )
  if (!cell?.value) return null
  const { kind, percent } = cell.value
  const mean = (1 + percent / 25).toLocaleString('de-DE', { maximumFractionDigits: 1 })
  return `${kind === 'value' ? 'etwa' : kind === 'atLeast' ? 'mindestens' : 'höchstens'} ${mean} von 5`
}

/** Yes or no is told as soon as it is told at all: shown only where two yes and two no are possible. */
function shareOfYes(answers: readonly Answers[]): string | null {
  const values = answers.map(({ recommend }) => (recommend ? 100 : 0))
  const mean = values.reduce<number>((sum, value) => sum + value, 0) / values.length
  const percent = Math.round(mean / 5) * 5
  if (percent <= 5 || percent >= 95) return null
  const value = { kind: 'value' as const, percent }
  return leavesOpen({ count: values.length, value }) ? `etwa ${codedInWords(value)}` : null
}

/** Everybody has the same value here: what counts is how many stand in a cell. */
function paceShares(answers: readonly Answers[]): Share[] {
  const cells = publish({
    subjects: subjectsOf(
      answers.map(() => 50),
      (at) => ({ pace: answers[at]?.pace ?? 'right' }),
    ),
    families: [everybody, { name: 'pace', partitions: true }],
  })
  return paces.map((pace) => {
    const cell = cells.find(({ family, key }) => family === 'pace' && key === pace)
    return { label: paceInWords[pace], text: cell?.count == null ? null : String(cell.count) }
  })
}

const texts = (all: readonly string[]): string[] =>
  all.filter((text) => text !== '').toSorted((one, other) => one.localeCompare(other, 'de'))
