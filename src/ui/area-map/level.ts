/** How dark an area is, from little to much; `hidden` has a value that is not told, `outside` has none of its own. */
export type AreaLevel = 1 | 2 | 3 | 4 | 5 | 'hidden' | 'outside'

/** The five levels in the order of the legend. */
export const levels = [
  { level: 1, words: 'unter 45 %' },
  { level: 2, words: '45 bis 54 %' },
  { level: 3, words: '55 bis 64 %' },
  { level: 4, words: '65 bis 74 %' },
  { level: 5, words: 'ab 75 %' },
] as const

/** The level of a percentage from 0 to 100. */
export function levelOf(percent: number): 1 | 2 | 3 | 4 | 5 {
  if (percent < 45) return 1
  if (percent < 55) return 2
  if (percent < 65) return 3
  return percent < 75 ? 4 : 5
}
