export interface Limits {
  /** A cell speaks of at least so many whose values are not known. */
  least: number
  /** Nobody's value can be told more closely than to so many points. */
  width: number
}

/** Rules 1 to 4 of the disclosure of aggregates. */
export const usualLimits: Limits = { least: 5, width: 20 }

/**
 * Whether a cell may show a new value: its number of subjects is the same as at its last publication, or another by at least `least`; else the
 * difference of both would speak of fewer. Never published before: it may.
 */
export const mayShowAnew = (before: number | null, now: number, { least }: Pick<Limits, 'least'>): boolean =>
  before === null || before === now || Math.abs(before - now) >= least

/**
 * Whether one of a class may be compared with it: there are so many others in it, of whom nothing is known. `count` with the one who asks, `known` are
 * named ones, at most so many of them in the class.
 */
export const mayCompare = (
  { count, known }: { count: number; known: number },
  { least }: Pick<Limits, 'least'>,
): boolean => count - 1 - known >= least
