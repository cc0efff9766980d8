import type { Reason } from '#kernel/disclosure/index.ts'
import type { Dimension, HiddenCell, Picture } from './picture.ts'

/** What is hidden of one breakdown. */
export interface HiddenFamily {
  dimension: Dimension
  hidden: number
  total: number
  byReason: { reason: Reason; labels: string[] }[]
}

const reasons: readonly Reason[] = ['small', 'complement', 'isolates', 'narrow']

/** Which values are missing and why, breakdown by breakdown; those that are shown whole are left out. */
export const hiddenFamilies = ({ families }: Pick<Picture, 'families'>): HiddenFamily[] =>
  families.flatMap(({ dimension, cells }) => {
    const hidden = cells.filter((cell): cell is HiddenCell => cell.hidden !== null)
    if (hidden.length === 0) return []
    const byReason = reasons.flatMap((reason) => {
      const labels = hidden.filter((cell) => cell.hidden === reason).map(({ label }) => label)
      return labels.length > 0 ? [{ reason, labels }] : []
    })
    return [{ dimension, hidden: hidden.length, total: cells.length, byReason }]
  })
